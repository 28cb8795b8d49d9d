/** What a kept draft must have to be read: the version of the form under which it was filled in, and its answers. */
export interface VersionedAnswers {
  formVersion: number;
  answers: Readonly<Record<string, unknown>>;
}

/** How the form changed on the way to a version. Whatever a change does not name stayed the same question. */
export interface FormChange {
  /** The version that the change led to; each is one more than the last. */
  to: number;
  /** Answers whose question now means something else: they are asked again. */
  askedAnew?: readonly string[];
  /** The same question under another name: old name to new. */
  renamed?: Readonly<Record<string, string>>;
}

/**
 * Every change of the form since version 1, oldest first. Version 2 asks whether the text was read to the family, and
 * what help is wanted most; version 3 may begin with what was told before. All are new, so nothing is lost.
 */
export const FORM_CHANGES: readonly FormChange[] = [{ to: 2 }, { to: 3 }];

/** Raised with every change of the questions. */
export const FORM_VERSION = FORM_CHANGES.at(-1)?.to ?? 1;

/**
 * Carries answers from the version in which they were given to the present one: each answer stays whose question did
 * not change. A draft of a newer app is read as far as this one understands it. Pure.
 */
export function answersNow(
  { formVersion, answers }: VersionedAnswers,
  changes: readonly FormChange[] = FORM_CHANGES,
): Record<string, unknown> {
  return changes.filter(({ to }) => to > formVersion).reduce(changed, { ...answers });
}

function changed(answers: Record<string, unknown>, { askedAnew = [], renamed = {} }: FormChange) {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([name]) => !askedAnew.includes(name))
      .map(([name, answer]) => [renamed[name] ?? name, answer]),
  );
}
