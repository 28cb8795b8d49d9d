import type { InputOf, OperationNamed } from '@shared/contract';
import { read, utils, type WorkSheet } from 'xlsx';
import { fetched } from './comparison';
import type { Office } from './office';

type Taken = InputOf<OperationNamed<'ledgers.take'>>;

/** Words above the head: whose ledger it is, and whose copy. */
const ABOVE = 2;

/** A ledger as another library than the one that wrote it reads it: its lines by the words above the columns. */
export async function openedLedger(
  office: Office,
  person: string,
  asked: Pick<Taken, 'ledger' | 'region'> & Partial<Taken>,
) {
  const { url, rows, fileName } = await office.must(person, 'ledgers.take', {
    ...{ from: '2026-01-01', to: '2026-12-31', use: 'ARCHIVE' },
    ...asked,
  });
  const book = read(fetched(office, url), { cellNF: true, cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] as WorkSheet;
  const cells = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' });
  const [[title = ''] = [], [mark = ''] = [], head = []] = cells;
  const lines = cells
    .slice(ABOVE + 1)
    .map((line) => Object.fromEntries(head.map((word, at) => [word, line[at]])) as Record<string, unknown>);
  if (lines.length !== rows) throw new Error(`${rows} lines were told, ${lines.length} are there`);
  return { title, mark, head, lines, sheet, fileName };
}
