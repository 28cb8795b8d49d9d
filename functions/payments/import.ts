import { DEPARTMENTS } from '@shared/casework';
import { villageFinder } from '@shared/clues';
import { type RowReason, rowSentence } from '@shared/messages';
import { isOwnPayer, PAYERS, type Payer, type PaymentRow, readPayment, samePayment } from '@shared/payments';
import { type Column, newId } from '../adapters';
import { Failure } from '../runtime/failure';
import { type ImportKind, type JobRow, type JobTarget, spoiltRow } from '../runtime/imports/kind';
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
    const { county, jobId } = work;
    const payer = payerOf(work);
    if (payer === undefined) throw new Failure('not_found', 'NOT_FOUND');
    // A payer's people have no region in which they read families: they hand in for the county, and learn no name.
    return ctx.db.within(county, async () => {
      const outcomes = rows.map((row) =>
        spoiltRow(row, { conflict: 'PAYMENT_TWO_NAMES', repeated: 'PAYMENT_REPEATED' }),
      );
      const refuse = (index: number, reason: RowReason) => {
        outcomes[index] = { good: false, message: rowSentence(reason) };
      };
      const read = rows.flatMap(({ cells, faults }, index) => {
        if (outcomes[index] !== null) return [];
        const row = { ...toRow(cells), lost: faults.idNo === 'NUMBER_LOST' };
        const found = readPayment(row, ctx.today);
        if (!found.ok) {
          refuse(index, found.fault);
          return [];
        }
        return [
          { index, row, payment: found.payment, digest: ctx.keys.blindIndex('ID', found.payment.idNo) },
        ];
      });
      const known = new Map(
        (await ctx.db.rows(sql.findPlaces, [county, read.map(({ digest }) => digest)])).map((one) => [
          Number(one.place),
          one.village,
        ]),
      );
      const find = villageFinder(await ctx.db.rows(sql.findVillages, [county]));
      const handed = read.flatMap((one, at) => {
        const place = known.get(at + 1) ?? placeOf(find, one.row, one.payment.idNo, county);
        if (place === null) {
          refuse(one.index, 'OTHER_COUNTY');
          return [];
        }
        const id = newId(county, ctx.now);
        const same = ctx.keys.blindIndex('PAYMENT', `${payer} ${samePayment(one.row)}`);
        return [{ ...one, id, place, same, ...sealPayment(ctx, county, id, one.payment) }];
      });
      const written = await ctx.db.rows(sql.insertPayments, [
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
      const ids = new Set(written.map(({ id }) => id));
      for (const { index, id, payment } of handed)
        if (!ids.has(id)) refuse(index, 'PAYMENT_KNOWN');
        else
          outcomes[index] = {
            good: true,
            message: rowSentence(payment.policy === null ? 'PAYMENT_DONE_UNNAMED' : 'ROW_DONE'),
          };
      return outcomes.map((outcome) => {
        if (outcome === null) throw new Error('A row that nobody looked at');
        return outcome;
      });
    });
  },
};

function payerOf({ county, targetId }: JobTarget): Payer | undefined {
  return PAYERS.find((name) => targetId === `${county}-${name}`);
}

function toRow(cells: JobRow['cells']): PaymentRow {
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
    lost: false,
  };
}

/** Where somebody lives whom no case knows: the village that is written, else the county; null for another county's. */
function placeOf(
  find: ReturnType<typeof villageFinder>,
  { town, village }: PaymentRow,
  idNo: string,
  county: string,
): string | null {
  const found = find(town, village);
  if (found.ok) return found.village;
  return idNo.slice(0, ID_DIGITS) === county ? county : null;
}
