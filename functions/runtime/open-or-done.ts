import { badCursor } from './due-cursor';

/** Where a page of such a list ends: the day or the moment of its last row, and its id. */
export interface Place {
  key: string;
  id: string;
}

/**
 * A list that shows what is open by its day, or what is done newest first, read in several places and merged into one
 * order. The key of a row is its day while it is open, the moment it was done afterwards.
 */
export interface OpenOrDone {
  /** Where the page that is asked for begins. @throws Failure bad_input for a cursor that nobody gave out */
  after(cursor: string): Place;
  /** The page of these rows, and the cursor of the next one; each place has given one row more than a page holds. */
  page<Row extends { id: string }>(
    rows: readonly Row[],
    keyOf: (row: Row) => string,
    limit: number,
  ): { page: Row[]; next: string | null };
}

export const OPEN_BY_DAY: OpenOrDone = ordered({ key: '0001-01-01', id: '' }, compare);
export const DONE_NEWEST: OpenOrDone = ordered({ key: '9999-12-31T00:00:00Z', id: '' }, (a, b) =>
  compare(b, a),
);

function ordered(first: Place, order: (a: string, b: string) => number): OpenOrDone {
  return {
    after: (cursor) => (cursor === '' ? first : read(cursor)),
    page(rows, keyOf, limit) {
      const sorted = [...rows].sort((a, b) => order(keyOf(a), keyOf(b)) || order(a.id, b.id));
      const page = sorted.slice(0, limit);
      const last = page.at(-1);
      const more = sorted.length > limit && last !== undefined;
      return { page, next: more ? `${keyOf(last)}_${last.id}` : null };
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function read(text: string): Place {
  const [, key, id] = /^(\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?)_([\w-]+)$/.exec(text) ?? [];
  if (key !== undefined && id !== undefined) return { key, id };
  throw badCursor();
}
