/** One measured figure, as `npm run size` and `npm run bench` print it. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What the same work costs with nothing of ours in it, measured in the same run; null when there is none. */
  floor: number | null;
  /** The most (or, for a rate, the least) that is acceptable; null when the figure is only told. */
  goal: number | null;
  /** Whether a larger value is better. */
  moreIsBetter?: boolean;
}

type Row = Omit<Figure, 'moreIsBetter'> & { ratio: number | null; met: boolean | null };

function row({ moreIsBetter = false, ...figure }: Figure): Row {
  const { value, floor, goal } = figure;
  return {
    ...figure,
    ratio: floor === null || floor === 0 ? null : Math.round((value / floor) * 1000) / 1000,
    met: goal === null ? null : moreIsBetter ? value >= goal : value <= goal,
  };
}

/**
 * Prints the figures as a table, or one JSON object a line with `--json`, and sets the exit code to 1 when a goal is
 * missed.
 */
export function report(figures: readonly Figure[], json: boolean): void {
  const rows = figures.map(row);
  if (json) for (const one of rows) console.log(JSON.stringify(one));
  else table(rows);
  if (rows.some((one) => one.met === false)) process.exitCode = 1;
}

function table(rows: readonly Row[]): void {
  const cells = rows.map((r) => [
    r.name,
    r.value.toLocaleString('en'),
    r.unit,
    r.floor === null ? '' : r.floor.toLocaleString('en'),
    r.ratio === null ? '' : `×${r.ratio}`,
    r.goal === null ? '' : r.goal.toLocaleString('en'),
    r.met === null ? '' : r.met ? 'met' : 'MISSED',
  ]);
  const head = ['name', 'value', 'unit', 'floor', 'ratio', 'goal', ''];
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((line) => line[i]?.length ?? 0)));
  const isNumber = (i: number) => i === 1 || i === 3 || i === 4 || i === 5;
  for (const line of [head, ...cells]) {
    const padded = line.map((text, i) =>
      isNumber(i) ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0),
    );
    console.log(padded.join('  ').trimEnd());
  }
}
