import { DEPARTMENTS } from '@shared/casework';
import { villageFinder } from '@shared/clues';
import { type RowReason, rowSentence } from '@shared/messages';
import {
  isOwnPayer,
  PAYERS,
  type Payer,
  type PaymentRow,
  type ReadPayment,
  readPayment,
  samePayment,
} from '@shared/payments';
import { type Column, newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import {
  type ImportKind,
  type JobRow,
  type JobTarget,
  type JobWork,
  type RowOutcome,
  spoiltRow,
} from '../runtime/imports/kind';
import { sealPayment } from '../runtime/payments/sealed';
import * as sql from './payments.sql';

const PAYMENT_COLUMNS = [
  { key: 'name', title: '姓名', also: ['户主姓名', '领款人', '收款人'], needed: true, width: 12 },
  { key: 'idNo', title: '身份证号码', also: ['身份证号', '证件号码'], needed: true, width: 22 },
  { key: 'item', title: '补贴项目', also: ['项目', '项目名称', '补贴名称'], needed: true, width: 22 },
  {
    key: 'amount',
    title: '金额（元）',
    also: ['金额', '发放金额', '补贴金额', '实发金额'],
    needed: true,
    width: 14,
  },
  { key: 'paidOn', title: '发放日期', also: ['日期', '发放时间', '到账日期'], needed: true, width: 14 },
  { key: 'period', title: '所属时段', also: ['时段', '月份', '年度', '学期'], width: 14 },
  { key: 'card', title: '卡号后四位', also: ['卡号', '账号', '一卡通卡号'], width: 14 },
  { key: 'quantity', title: '数量', also: ['亩数', '头数', '面积'], width: 12 },
  { key: 'serial', title: '流水号', also: ['序列号', '业务编号'], width: 18 },
  { key: 'town', title: '乡镇', also: ['镇', '乡'], width: 14 },
  { key: 'village', title: '村', also: ['所在村', '行政村'], width: 20 },
  { key: 'note', title: '备注', also: ['说明'], width: 30 },
] as const satisfies readonly Column[];

const ID_DIGITS = 6;

/** A payer's file of what it paid. Sent again it finds every payment known and adds nothing. */
export const payments: ImportKind = {
  name: 'PAYMENTS',
  columns: PAYMENT_COLUMNS,
  maxRows: 100_000,
  slice: 5_000,
  sameBy: (cells) => samePayment(toRow(cells)),
  agreesOn: ({ name }) => (name ?? '').normalize('NFKC').replace(/\s/g, ''),
  shown: ['name', 'item', 'amount', 'paidOn'],
  remembersColumns: true,

  async mayStart(ctx, target) {
    const payer = payerOf(target);
    if (payer === undefined) throw new Failure('not_found', 'NOT_FOUND');
    const allowed = ctx.caller.grants.some(
      ({ role, region, department }) =>
        region === target.county &&
        (role === 'COUNTY_CLERK' ||
          (role === 'DEPT' && DEPARTMENTS.some((own) => own === department && isOwnPayer(own, payer)))),
    );
    if (!allowed) throw new Failure('forbidden', 'ROLE_MAY_NOT');
    return { region: target.county };
  },

  apply(ctx, work, rows) {
    const { county } = work;
    const payer = payerOf(work);
    if (payer === undefined) throw new Failure('not_found', 'NOT_FOUND');
    // A payer's people have no region in which they read families: they hand in for the county, and learn no name.
    return ctx.db.within(county, async () => {
      await ctx.db.first(sql.lockPayments, [county]);
      const find = placeFinder(villageFinder(await ctx.db.rows(sql.findVillages, [county])), county);
      const outcomes: RowOutcome[] = [];
      // While the database writes one part, the next is read, hashed and sealed here.
      let writing: Promise<void> = Promise.resolve();
      for (let at = 0; at < rows.length; at += PART) {
        const part = rows.slice(at, at + PART).map((row) => readRow(ctx, row));
        const handed = part.flatMap((one, index) =>
          'outcome' in one ? [] : [sealed(ctx, work, payer, find, one, at + index)],
        );
        for (const one of part) outcomes.push('outcome' in one ? one.outcome : doneAs(one.payment));
        await writing;
        writing = write(ctx, work, payer, handed, outcomes);
      }
      await writing;
      return outcomes;
    });
  },
};

/** Rows of one statement. */
const PART = 1_000;

interface Good {
  row: PaymentRow;
  same: string;
  payment: ReadPayment;
}

const refusal = (reason: RowReason): RowOutcome => ({ good: false, message: rowSentence(reason) });
const doneAs = ({ policy, fen }: ReadPayment): RowOutcome => ({
  good: true,
  fen,
  message: rowSentence(policy === null ? 'PAYMENT_DONE_UNNAMED' : 'ROW_DONE'),
});

function readRow(ctx: Ctx, line: JobRow): { outcome: RowOutcome } | Good {
  const outcome = spoiltRow(line, { conflict: 'PAYMENT_TWO_NAMES', repeated: 'PAYMENT_REPEATED' });
  if (outcome !== null) return { outcome };
  const row = toRow(line.cells, line.faults.idNo === 'NUMBER_LOST');
  const found = readPayment(row, ctx.today);
  return found.ok ? { row, same: line.same, payment: found.payment } : { outcome: refusal(found.fault) };
}

type Handed = ReturnType<typeof sealed>;

/** A payment as it is kept; `index` is where its outcome stands. */
function sealed(
  ctx: Ctx,
  { county }: JobWork,
  payer: Payer,
  find: FindPlace,
  { row, same, payment }: Good,
  index: number,
) {
  const id = newId(county, ctx.now);
  return {
    ...sealPayment(ctx, county, id, payment),
    index,
    id,
    place: find(row, payment.idNo),
    digest: ctx.keys.blindIndex('ID', payment.idNo),
    same: ctx.keys.blindIndex('PAYMENT', `${payer} ${same}`),
    payment,
  };
}

/** Writes a part, and takes the good word back where nothing was written. */
async function write(
  ctx: Ctx,
  { county, jobId }: JobWork,
  payer: Payer,
  handed: readonly Handed[],
  outcomes: RowOutcome[],
): Promise<void> {
  if (handed.length === 0) return;
  const left = await ctx.db.rows(sql.insertPayments, [
    county,
    payer,
    jobId,
    ctx.caller.personId,
    handed.map(({ id }) => id),
    handed.map(({ place }) => place),
    handed.map(({ digest }) => digest),
    handed.map(({ same }) => same),
    handed.map(({ payment }) => payment.policy),
    handed.map(({ payment }) => payment.paidOn),
    handed.map(({ payment }) => payment.fen),
    handed.map(({ keyId }) => keyId),
    handed.map(({ bytes }) => bytes),
  ]);
  const indexes = new Map(handed.map(({ id, index }) => [id, index]));
  for (const { id, nowhere } of left)
    outcomes[indexes.get(id) ?? -1] = refusal(nowhere ? 'OTHER_COUNTY' : 'PAYMENT_KNOWN');
}

function payerOf({ county, targetId }: JobTarget): Payer | undefined {
  return PAYERS.find((name) => targetId === `${county}-${name}`);
}

function toRow(cells: JobRow['cells'], lost = false): PaymentRow {
  const of = (key: string) => cells[key] ?? '';
  return {
    idNo: of('idNo'),
    name: of('name'),
    item: of('item'),
    period: of('period'),
    amount: of('amount'),
    paidOn: of('paidOn'),
    card: of('card'),
    quantity: of('quantity'),
    note: of('note'),
    serial: of('serial'),
    town: of('town'),
    village: of('village'),
    lost,
  };
}

type FindPlace = (row: PaymentRow, idNo: string) => string | null;

/** Where somebody lives whom no case knows: the village that is written, else the county; null for another county's. */
function placeFinder(find: ReturnType<typeof villageFinder>, county: string): FindPlace {
  // A file writes each village hundreds of times.
  const known = new Map<string, string | null>();
  return ({ town, village }, idNo) => {
    const words = `${town}\n${village}`;
    let place = known.get(words);
    if (place === undefined) {
      const found = find(town, village);
      place = found.ok ? found.village : null;
      known.set(words, place);
    }
    return place ?? (idNo.slice(0, ID_DIGITS) === county ? county : null);
  };
}
