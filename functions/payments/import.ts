import { DEPARTMENTS } from '@shared/casework';
import { villageFinder } from '@shared/clues';
import { type RowReason, rowSentence } from '@shared/messages';
import { isOwnPayer, PAYERS, type Payer, type PaymentRow, readPayment, samePayment } from '@shared/payments';
import { byteaArray, type Column, intArray, newId, textArray } from '../adapters';
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
  sameBy: (cells) => samePayment(cells as Cells),
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
      const parts: Part[] = [];
      const writeAll = async (statement: typeof sql.insertPayments) => {
        // While the database writes one part, the next is read, hashed and sealed here.
        let writing: Promise<void> = Promise.resolve();
        for (let at = 0; at < rows.length; at += PART) {
          const part = parts[at / PART] ?? partOf(ctx, work, payer, find, rows.slice(at, at + PART));
          parts[at / PART] = part;
          await writing;
          writing = write(ctx, work, payer, part, statement);
          // Its failure is heard when it is awaited, however early it comes.
          writing.catch(() => undefined);
          await gone();
        }
        await writing;
        return true;
      };
      // Few files hold what is known; to ask it of every row costs a fifth of what the database does.
      if ((await ctx.db.unlessThere(() => writeAll(sql.insertNewPayments))) === null)
        await writeAll(sql.insertPayments);
      return parts.flatMap(({ outcomes }) => outcomes);
    });
  },
};

/** Rows of one statement. */
const PART = 500;

/** A statement larger than the socket's memory leaves by turns of the loop: the database would wait for its rest while the next part is made. */
const gone = () => new Promise<void>((done) => setImmediate(done));

/** Every column of a payer's table is in a row, '' where the file has none. */
type Cells = PaymentRow & JobRow['cells'];

/** Payments as they go to the database: a list a column; `row` is where in the part each stands. */
const newPart = () => ({
  row: [] as number[],
  id: [] as string[],
  place: [] as (string | null)[],
  digest: [] as Buffer[],
  same: [] as Buffer[],
  policy: [] as (string | null)[],
  paidOn: [] as string[],
  fen: [] as number[],
  keyId: [] as string[],
  sealed: [] as Buffer[],
  outcomes: [] as RowOutcome[],
});
type Part = ReturnType<typeof newPart>;

const refusal = (reason: RowReason): RowOutcome => ({ good: false, message: rowSentence(reason) });

function partOf(ctx: Ctx, work: JobWork, payer: Payer, find: FindPlace, rows: readonly JobRow[]): Part {
  const part = newPart();
  for (const row of rows) part.outcomes.push(take(ctx, work, payer, find, part, row));
  return part;
}

/** Reads a row and, when it is good, adds its payment to the part. */
function take(
  ctx: Ctx,
  { county }: JobWork,
  payer: Payer,
  find: FindPlace,
  part: Part,
  line: JobRow,
): RowOutcome {
  const at = part.outcomes.length;
  const spoilt = spoiltRow(line, { conflict: 'PAYMENT_TWO_NAMES', repeated: 'PAYMENT_REPEATED' });
  if (spoilt !== null) return spoilt;
  const row = line.cells as Cells;
  const found = readPayment(row, line.faults.idNo === 'NUMBER_LOST', ctx.today);
  if (!found.ok) return refusal(found.fault);
  const { payment } = found;
  const id = newId(county, ctx.now);
  const { keyId, bytes } = sealPayment(ctx, county, id, payment);
  part.row.push(at);
  part.id.push(id);
  part.place.push(find(row, payment.idNo));
  part.digest.push(ctx.keys.blindIndex('ID', payment.idNo));
  part.same.push(ctx.keys.blindIndex('PAYMENT', `${payer} ${line.same}`));
  part.policy.push(payment.policy);
  part.paidOn.push(payment.paidOn);
  part.fen.push(payment.fen);
  part.keyId.push(keyId);
  part.sealed.push(bytes);
  return {
    good: true,
    fen: payment.fen,
    message: rowSentence(payment.policy === null ? 'PAYMENT_DONE_UNNAMED' : 'ROW_DONE'),
  };
}

/** Writes a part, and takes the good word back where nothing was written. */
async function write(
  ctx: Ctx,
  { county, jobId }: JobWork,
  payer: Payer,
  part: Part,
  statement: typeof sql.insertPayments,
): Promise<void> {
  if (part.id.length === 0) return;
  const left = await ctx.db.rows(statement, [
    county,
    payer,
    jobId,
    ctx.caller.personId,
    textArray(part.id),
    textArray(part.place),
    byteaArray(part.digest),
    byteaArray(part.same),
    textArray(part.policy),
    textArray(part.paidOn),
    intArray(part.fen),
    textArray(part.keyId),
    byteaArray(part.sealed),
  ]);
  if (left.length === 0) return;
  const rows = new Map(part.id.map((id, index) => [id, part.row[index] ?? 0]));
  for (const { id, nowhere } of left)
    part.outcomes[rows.get(id) ?? 0] = refusal(nowhere ? 'OTHER_COUNTY' : 'PAYMENT_KNOWN');
}

function payerOf({ county, targetId }: JobTarget): Payer | undefined {
  return PAYERS.find((name) => targetId === `${county}-${name}`);
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
