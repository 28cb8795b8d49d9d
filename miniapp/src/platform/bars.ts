export interface Bars {
  rows: ReadonlyArray<{ label: string; values: readonly number[] }>;
  /** What each value of a row counts. */
  series: readonly string[];
  onPick?: (row: number, series: number) => void;
}

export interface Drawn {
  end(): void;
}
