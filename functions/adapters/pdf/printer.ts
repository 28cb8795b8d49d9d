import type { Paper } from '@shared/papers';

/** Turns a sheet into a PDF. */
export interface Printer {
  /** @returns the file: A4, black only, its fonts inside, the same pages for the same sheet. */
  print(paper: Paper): Promise<Uint8Array>;
}
