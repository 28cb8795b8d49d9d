import type { LocalDate } from '@shared/calendar';
import type { MeasureCode } from '@shared/casework/codes';
import type { QuarterInput } from '@shared/followups';
import type { Measure } from '@shared/measures';
import { INCOME_LABELS, RISK_LABELS } from '@shared/messages';
import { WORK_AREA_LABELS, WORK_TRADE_LABELS } from '@shared/messages/work';
import { type CaseRecord, cameAs, FAMILY, joined, type LedgerColumn, ledger, yuanCell } from './ledger';
import type { PaidRecord } from './low-income';

type Sheet = Pick<
  NonNullable<CaseRecord['view']['verification']>['record']['sheet'],
  'income' | 'costs' | 'window'
>;
interface Earned extends PaidRecord {
  row: Sheet['income'][number];
  first: boolean;
  sheet: Sheet;
  /** Whether the sheet is that of a quarter. */
  ofQuarter: boolean;
}

/** A line for each income of a kind on a sheet; what was paid stands on the first, so that sums are right. */
const linesOf = (
  letter: string,
  record: PaidRecord,
  sheet: Sheet | undefined,
  ofQuarter: boolean,
): Earned[] =>
  (sheet?.income ?? [])
    .filter(({ code, amountFen }) => code.startsWith(letter) && amountFen > 0)
    .map((row, at) => ({ ...record, row, sheet: sheet as Sheet, ofQuarter, first: at === 0 }));

const verified = ({ view }: PaidRecord) => view.verification?.record;

/** From the sheet of the visit of the case. */
const earnedAs = (letter: string) => (record: PaidRecord) =>
  linesOf(letter, record, verified(record)?.sheet, false);

/** A family with the newest sheet of a quarter that the township confirmed by the last day; null where there is none. */
export interface WorkRecord extends PaidRecord {
  confirmed: { on: LocalDate; from: LocalDate; to: LocalDate; sheet: QuarterInput['sheet'] } | null;
}

/** From the newer of both: the visit of the case, or the confirmed sheet of a quarter that was filled in after it. */
function workOf(record: WorkRecord): Earned[] {
  const { confirmed, ...family } = record;
  const visit = verified(record);
  if (confirmed === null || (visit !== undefined && visit.visitedOn >= confirmed.on))
    return linesOf('A', family, visit?.sheet, false);
  const { from, to, sheet } = confirmed;
  return linesOf('A', family, { ...sheet, window: { from, to } }, true);
}

const paidFor = ({ paid, first }: Earned, policies: readonly string[]): string =>
  yuanCell(
    first
      ? paid.reduce(
          (sum, { policy, fen }) => sum + (policy !== null && policies.includes(policy) ? fen : 0),
          0,
        )
      : 0,
  );

const WHOSE: readonly LedgerColumn<Earned>[] = FAMILY;
/** Which costs are those of an income: planting of planting, animals of animals, the rest of the rest. */
const COSTS: Readonly<Record<string, string>> = { B1: 'E1', B2: 'E2', B3: 'E3' };

function costOf({ row, sheet }: Earned): number {
  const code = COSTS[row.code] ?? 'E9';
  const shared = sheet.income.filter((one) => one.code.startsWith('B') && (COSTS[one.code] ?? 'E9') === code);
  if (shared[0] !== row) return 0;
  return sheet.costs.reduce((sum, one) => sum + (one.code === code ? one.amountFen : 0), 0);
}

const sizeOf = ({ row: { qty, unit } }: Earned) => (qty === undefined ? '' : `${qty}${unit ?? ''}`);

/** Measures that a living is made of, and those that are work. */
const LIVING: readonly MeasureCode[] = ['IND', 'FIN'];
const WORK: readonly MeasureCode[] = ['JOB', 'PUB'];
const effectOf = (measures: readonly Measure[], codes: readonly MeasureCode[]): string =>
  joined(measures.flatMap(({ code, effect }) => (codes.includes(code) && effect ? [effect.words] : [])));

/** 3 产业帮扶成效台账 (domain.md 8.3): what families make a living of, from the sheet of the last visit. */
export const industry = ledger<PaidRecord, Earned>({
  no: 3,
  name: '产业帮扶成效台账',
  about: '到这天为止核实过的种养和经营，一项一行。奖补是这段时间到账的。',
  lines: earnedAs('B'),
  columns: [
    ...WHOSE,
    {
      key: 'what',
      title: '项目',
      width: 18,
      from: 'income B of the sheet',
      of: ({ row }) => joined([INCOME_LABELS[row.code as keyof typeof INCOME_LABELS], row.note ?? '']),
    },
    { key: 'size', title: '规模(亩/头)', width: 14, from: 'quantity of the row', of: sizeOf },
    {
      key: 'cost',
      title: '投入（元）',
      width: 14,
      amount: true,
      from: 'costs E of the same kind',
      of: (line) => yuanCell(costOf(line)),
    },
    {
      key: 'grant',
      title: '奖补（元）',
      width: 14,
      amount: true,
      from: 'payments of IND-01 and IND-02 in the period',
      of: (line) => paidFor(line, ['IND-01', 'IND-02']),
    },
    {
      key: 'output',
      title: '产出（元）',
      width: 14,
      amount: true,
      from: 'amount of the row',
      of: ({ row }) => yuanCell(row.amountFen),
    },
    {
      key: 'net',
      title: '纯收入（元）',
      width: 14,
      amount: true,
      from: 'output without costs',
      of: (line) => yuanCell(line.row.amountFen - costOf(line)),
    },
    {
      key: 'with',
      title: '联农带农方式',
      width: 20,
      from: 'who buys, as the row says',
      of: ({ row }) => row.payer ?? '',
    },
    {
      key: 'help',
      title: '产业帮扶措施',
      width: 24,
      from: 'measures IND and FIN that reached the family, on its first row',
      of: ({ first, measures }) => (first ? cameAs(measures, LIVING) : ''),
    },
    {
      key: 'lasts',
      title: '可持续性',
      width: 24,
      from: 'judgements of these measures, on its first row',
      of: ({ first, measures }) => (first ? effectOf(measures, LIVING) : ''),
    },
    {
      key: 'risk',
      title: '风险',
      width: 18,
      from: 'decision.risks',
      of: ({ view }) => (view.decision?.risks ?? []).map((risk) => RISK_LABELS[risk]).join('、'),
    },
  ],
});

const MONTH = '个月';

/** 4 务工就业台账 (domain.md 8.3): what families earn as wages, from the visit of the case or a later confirmed sheet of a quarter. */
export const jobs = ledger<WorkRecord, Earned>({
  no: 4,
  name: '务工就业台账',
  about: '到这天为止核实过、确认过的务工收入，取最新的，一项一行。交通补助是这段时间到账的。',
  lines: workOf,
  columns: [
    ...WHOSE,
    { key: 'who', title: '人', width: 16, from: 'note of the row', of: ({ row }) => row.note ?? '' },
    {
      key: 'kind',
      title: '就业渠道',
      width: 16,
      from: 'income A of the sheet',
      of: ({ row }) => INCOME_LABELS[row.code as keyof typeof INCOME_LABELS],
    },
    {
      key: 'place',
      title: '务工地',
      width: 20,
      from: 'work of the row',
      of: ({ row: { workArea, workPlace = '' } }) =>
        joined([workArea === undefined ? '' : WORK_AREA_LABELS[workArea], workPlace], ' '),
    },
    {
      key: 'trade',
      title: '行业',
      width: 14,
      from: 'work of the row',
      of: ({ row: { workTrade } }) => (workTrade === undefined ? '' : WORK_TRADE_LABELS[workTrade]),
    },
    { key: 'employer', title: '单位', width: 20, from: 'payer of the row', of: ({ row }) => row.payer ?? '' },
    {
      key: 'span',
      title: '起止',
      width: 20,
      from: 'window of the sheet',
      of: ({ sheet: { window } }) => `${window.from}到${window.to}`,
    },
    { key: 'months', title: '做了多久', width: 12, from: 'quantity of the row', of: sizeOf },
    {
      key: 'month',
      title: '月收入（元）',
      width: 14,
      amount: true,
      from: 'price of a month, where the row says it',
      of: ({ row: { unit, unitPriceFen } }) =>
        unit === MONTH && unitPriceFen !== undefined ? yuanCell(unitPriceFen) : '',
    },
    {
      key: 'year',
      title: '全年收入（元）',
      width: 14,
      amount: true,
      from: 'amount of the row, of the sheet of the visit',
      of: ({ row, ofQuarter }) => (ofQuarter ? '' : yuanCell(row.amountFen)),
    },
    {
      key: 'quarter',
      title: '季度收入（元）',
      width: 14,
      amount: true,
      from: 'amount of the row, of the sheet of a quarter: three months are not a year',
      of: ({ row, ofQuarter }) => (ofQuarter ? yuanCell(row.amountFen) : ''),
    },
    {
      key: 'travel',
      title: '交通补助（元）',
      width: 14,
      amount: true,
      from: 'payments of JOB-01 in the period',
      of: (line) => paidFor(line, ['JOB-01']),
    },
    {
      key: 'post',
      title: '帮扶车间/公益岗',
      width: 18,
      from: 'income A2 of the sheet, payments of JOB-02 and JOB-03 in the period',
      of: (line) =>
        line.row.code === 'A2' ||
        (line.first && line.paid.some(({ policy }) => policy === 'JOB-02' || policy === 'JOB-03'))
          ? '公益岗'
          : '',
    },
    {
      key: 'help',
      title: '就业帮扶措施',
      width: 24,
      from: 'measures JOB and PUB that reached the family, on its first row',
      of: ({ first, measures }) => (first ? cameAs(measures, WORK) : ''),
    },
    {
      key: 'effect',
      title: '成效',
      width: 24,
      from: 'judgements of these measures, on its first row',
      of: ({ first, measures }) => (first ? effectOf(measures, WORK) : ''),
    },
  ],
});
