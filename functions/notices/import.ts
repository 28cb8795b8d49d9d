import { rowSentence } from '@shared/messages';
import type { EntryOf } from '@shared/publicity';
import { cellFen } from '@shared/tables';
import type { Column } from '../adapters';
import { Failure } from '../runtime/failure';
import type { ImportKind, JobRow, JobTarget } from '../runtime/imports/kind';
import { EMPTY, getDraft, insertDraft, writeDraft } from './draft';
import { requirePublisher } from './sheet';

/** What a list of payments says, and nothing else of anybody. */
export const PAYMENT_COLUMNS = [
  {
    key: 'name',
    title: '姓名',
    also: ['户主', '户主姓名', '农户姓名', '领款人', '补贴对象', '发放对象'],
    needed: true,
    width: 12,
  },
  { key: 'group', title: '小组', also: ['村民小组', '组', '组别', '村组'], width: 10 },
  {
    key: 'item',
    title: '项目',
    also: ['补贴项目', '补贴名称', '项目名称', '发放项目', '补助项目'],
    needed: true,
    width: 20,
  },
  { key: 'quantity', title: '数量', also: ['面积', '补贴面积', '补贴数量', '头数', '月数'], width: 10 },
  { key: 'unit', title: '单位', also: ['计量单位'], width: 8 },
  {
    key: 'amount',
    title: '金额（元）',
    also: ['补贴金额', '发放金额', '补助金额', '实发金额', '合计金额'],
    needed: true,
    width: 12,
  },
] as const satisfies readonly Column[];

/** Heads of columns that tell nothing of anybody and are left out without a word. */
const HARMLESS = /^(序号|行号|村|村名|行政村|所在村|乡镇|镇|乡|合计|年度)$/;

const LONGEST = { name: 30, group: 20, item: 40, unit: 8 } as const;
const PLAIN_NUMBER = /^\d{1,7}(\.\d{1,3})?$/;

/** Of the heads that nobody asked for those that should not be on such a list. */
export const foreignColumns = (ignored: readonly string[]): string[] =>
  ignored.filter((head) => !HARMLESS.test(head.normalize('NFKC').replace(/\s/g, '')));

type Unread =
  | 'LIST_NAME_MISSING'
  | 'LIST_ITEM_MISSING'
  | 'LIST_AMOUNT_WRONG'
  | 'LIST_CELL_TOO_LONG'
  | 'ROW_FORMULA';

/**
 * A list of what is paid to whom, on its way to the village board. It becomes a draft under the job's own number: every
 * line that can be read, with the columns that are declared. Of other columns only the heads are kept, so that staff see
 * them and confirm that they stay away; what stood in them is read by nobody.
 */
export const subsidyPayments: ImportKind = {
  name: 'SUBSIDY_PAYMENTS',
  columns: PAYMENT_COLUMNS,
  maxRows: 3_000,
  slice: 500,
  // Two of one name in one group may both be paid for the same: the list itself tells them apart.
  sameBy: () => '',
  agreesOn: () => '',
  shown: ['name', 'item'],

  async mayStart(ctx, target) {
    const village = villageOf(target);
    requirePublisher(ctx, 'SUBSIDY_PAYMENTS', village);
    return { region: village };
  },

  async begin(ctx, { jobId, ...target }, ignored) {
    const columns = foreignColumns(ignored);
    await insertDraft(ctx, {
      county: target.county,
      id: jobId,
      village: villageOf(target),
      kind: 'SUBSIDY_PAYMENTS',
      content: { ...EMPTY, columns },
    });
  },

  async apply(ctx, { jobId }, rows) {
    const draft = await getDraft(ctx, jobId);
    const read = rows.map(readRow);
    const entries = read.flatMap((one) => (typeof one === 'string' ? [] : [one]));
    const unread = rows.flatMap(({ number }, index) => {
      const why = read[index];
      return typeof why === 'string' ? [{ line: number, why }] : [];
    });
    const { content } = draft;
    const all = [...content.rows, ...entries];
    const items = new Set(all.map(({ item }) => item));
    const [only = ''] = items;
    await writeDraft(ctx, {
      ...draft,
      content: {
        ...content,
        rows: all,
        unread: [...content.unread, ...unread],
        subject: items.size === 1 ? only : '',
      },
    });
    return read.map((one) =>
      typeof one === 'string'
        ? { good: false, message: rowSentence(one) }
        : { good: true, message: rowSentence('LIST_LINE_READ') },
    );
  },
};

/** A list is for one village: `150521-150521100200`. */
function villageOf({ county, targetId }: JobTarget): string {
  const village = /^\d{6}-(\d{12})$/.exec(targetId)?.[1];
  if (village === undefined || !village.startsWith(county)) throw new Failure('not_found', 'NOT_FOUND');
  return village;
}

function readRow({ number, cells, faults }: JobRow): EntryOf<'SUBSIDY_PAYMENTS'> | Unread {
  if (Object.values(faults).includes('FORMULA')) return 'ROW_FORMULA';
  const { name = '', group = '', item = '', quantity = '', unit = '', amount = '' } = cells;
  if (name === '') return 'LIST_NAME_MISSING';
  if (item === '') return 'LIST_ITEM_MISSING';
  const fen = cellFen(amount);
  if (!fen.ok || fen.value === null) return 'LIST_AMOUNT_WRONG';
  const long = Object.entries(LONGEST).some(([key, most]) => [...(cells[key] ?? '')].length > most);
  if (long || (quantity !== '' && !PLAIN_NUMBER.test(quantity))) return 'LIST_CELL_TOO_LONG';
  return {
    id: `line-${number}`,
    name,
    group,
    item,
    ...(quantity !== '' && { quantity }),
    ...(unit !== '' && { unit }),
    amountFen: fen.value,
  };
}
