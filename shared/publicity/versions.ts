import { type NoticeContent, type NoticeEntry, rulesOf } from './kinds';

/** In what a row of a corrected version differs: the columns that do, as they said it before and as they say it now. */
export interface RowChange {
  how: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** Place on the paper that has the row, from 0: the new one, or the old one of what is gone. */
  row: number;
  /** Whom the row was known by. */
  name: string;
  /** '' before for a row that was added, '' now for one that is gone. */
  cells: { title: string; was: string; is: string }[];
}

/**
 * In what a version of a notice differs from the one before it, in the order of the new paper, then what is gone. Rows are
 * the same by where they come from, not by their words or their place.
 */
export function changesBetween(before: NoticeContent, after: NoticeContent): RowChange[] {
  const [old, next] = [keyed(before), keyed(after)];
  const rules = rulesOf(after.kind);
  const cellsOf = (was?: NoticeEntry, is?: NoticeEntry) =>
    rules.columns
      .map(({ title, cell }) => ({ title, was: was ? cell(was) : '', is: is ? cell(is) : '' }))
      .filter((one) => one.was !== one.is);
  const added = [...next].flatMap(([key, { row, entry }]): RowChange[] => {
    const was = old.get(key)?.entry;
    const cells = cellsOf(was, entry);
    if (was !== undefined && cells.length === 0) return [];
    return [{ how: was === undefined ? 'ADDED' : 'CHANGED', row, name: rules.nameOf(was ?? entry), cells }];
  });
  const removed = [...old].flatMap(([key, { row, entry }]): RowChange[] =>
    next.has(key) ? [] : [{ how: 'REMOVED', row, name: rules.nameOf(entry), cells: cellsOf(entry) }],
  );
  return [...added, ...removed];
}

/** Rows by what each comes from; a family has one for each measure, and the same twice is told apart by its turn. */
function keyed({ entries }: NoticeContent): Map<string, { row: number; entry: NoticeEntry }> {
  const rows = new Map<string, { row: number; entry: NoticeEntry }>();
  for (const [row, entry] of entries.entries()) {
    const from = `${entry.id}/${'measure' in entry ? entry.measure : ''}`;
    let turn = 0;
    while (rows.has(`${from}/${turn}`)) turn += 1;
    rows.set(`${from}/${turn}`, { row, entry });
  }
  return rows;
}
