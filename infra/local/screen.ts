import { appendFileSync } from 'node:fs';

/** What the person who typed `npm start` sees, and the log file for everything else. */
export interface Screen {
  /** Runs one step and prints its line when it is done. */
  step<T>(chinese: string, english: string, work: () => Promise<T>): Promise<T>;
  /** A line for the person. */
  say(line: string): void;
  /** A line for the log file only. */
  log(line: string): void;
}

/**
 * @param total how many steps there will be
 * @param logFile appended to; the caller makes its folder
 */
export function createScreen(total: number, logFile: string): Screen {
  let number = 0;
  const say = (line: string) => console.log(line);
  return {
    async step(chinese, english, work) {
      number += 1;
      const label = `[${number}/${total}] ${chinese} / ${english}`;
      const started = Date.now();
      const result = await work();
      say(`${label} … ${((Date.now() - started) / 1000).toFixed(1)} s`);
      return result;
    },
    say,
    log(line) {
      try {
        appendFileSync(logFile, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
      } catch {
        // A full disk must not turn a warning into a crash; what matters is said on the screen.
      }
    },
  };
}

/** Width on a terminal, where a Chinese character takes two columns. */
const width = (text: string) => [...text].reduce((sum, c) => sum + (/[\u1100-\uffe6]/.test(c) ? 2 : 1), 0);

/** Rows as lines with aligned columns. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, width(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
}
