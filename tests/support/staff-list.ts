import { writeTable } from '@functions/adapters/sheets';
import { STAFF_COLUMNS } from '@functions/staff/columns';

export type ListRow = Partial<Record<(typeof STAFF_COLUMNS)[number]['key'], string>>;

/** A list of staff as an administrator would send it. */
export async function staffTable(rows: readonly ListRow[]): Promise<Uint8Array> {
  const lines = rows.map(
    (row) =>
      Object.fromEntries(STAFF_COLUMNS.map(({ key }) => [key, row[key] ?? ''])) as Required<
        Record<keyof ListRow, string>
      >,
  );
  return writeTable({ columns: STAFF_COLUMNS, rows: lines, sheet: '名单' }, 'xlsx');
}
