/** Sentences by field, as they stand above the fields of a form. */
export type Problems = Record<string, string>;

/** What a form becomes: the input of its operation, or what is wrong with it. */
export type Checked<T> = { ok: true; input: T } | { ok: false; problems: Problems };

/** Takes the problems that were found and what the form says when there are none. */
export function checked<T>(problems: Problems, input: () => T): Checked<T> {
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, input: input() };
}
