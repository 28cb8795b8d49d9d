/**
 * A failure that a person can mend, said in one Chinese and one English sentence.
 * Whoever shows it prints `message` alone: no stack.
 */
export class PlainError extends Error {
  constructor(
    readonly chinese: string,
    readonly english: string,
    options?: ErrorOptions,
  ) {
    super(`${chinese} / ${english}`, options);
    this.name = 'PlainError';
  }
}

/** The system's error code ("ENOENT", "EADDRINUSE", SQLSTATE …) of anything thrown, or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
