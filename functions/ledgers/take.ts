import { randomBytes } from 'node:crypto';
import { contract } from '@shared/contract';
import { LEDGERS, type LedgerCode, periodFault, type ReadyLedger } from '@shared/ledgers';
import { fullDay } from '@shared/messages';
import { LEDGER_USE_LABELS } from '@shared/messages/ledgers';
import { codeOf } from '@shared/regions';
import { SHEET_TYPES, writeTable } from '../adapters';
import { audit, auditExport } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';
import { findPlaces } from './ledgers.sql';
import { type Asked, type Line, SOURCES } from './sources';
import { mayTake, mostRows } from './units';

const LINK_SECONDS = 5 * 60;
const isReady = (code: LedgerCode): code is ReadyLedger => code in LEDGERS;

/**
 * One ledger of a place and a period from the records as they stand now. Who took it out, for what and how many lines is
 * written down, once for the file and once for every case in it (domain.md 6.7).
 */
export const take = handle(contract.ledgers.take, async (ctx, { ledger: code, region, from, to, use }) => {
  if (!mayTake(ctx, region)) throw new Failure('not_found', 'NOT_FOUND');
  const reason = periodFault({ from, to });
  if (reason !== null)
    throw new Failure('bad_input', reason, { issues: [{ field: 'from', reason, message: '' }] });
  if (!isReady(code)) throw new Failure('conflict', 'LEDGER_NOT_READY');
  const county = region.slice(0, 6);
  // From here on the database shows nothing outside of the place, whatever a statement asks for.
  await ctx.db.enter(region);
  const places = new Map(
    (await ctx.db.rows(findPlaces, [county, region])).map(({ code: village, ...place }) => [village, place]),
  );
  const [unit] = await ctx.db.rows(findRegionNames, [[codeOf(region)]]);
  const { name, columns } = LEDGERS[code];
  const seen = { rows: 0, cases: new Set<string>() };
  const asked: Asked = { county, region, period: { from, to }, places };
  const title = `${unit?.name ?? ''}${name}`;
  const bytes = await writeTable(
    {
      columns: [{ key: 'at', title: '序号', width: 8 }, ...columns],
      rows: numbered(SOURCES[code](ctx, asked), seen, mostRows(ctx, region)),
      above: [
        `${title}（${fullDay(from)}至${fullDay(to)}）`,
        `${ctx.caller.name} ${fullDay(ctx.today)}取出，用于${LEDGER_USE_LABELS[use]}。里面有个人信息，不得转发、另存他用。`,
      ],
      sheet: name,
    },
    'xlsx',
  );
  const key = `ledgers/${county}/${randomBytes(20).toString('hex')}`;
  await ctx.objects.write(key, bytes, SHEET_TYPES.xlsx);
  await writeDown(ctx, `ledger ${code} ${region} ${from}..${to} rows=${seen.rows}`, use, region, seen.cases);
  return {
    url: await ctx.objects.presignRead(key, SHEET_TYPES.xlsx, LINK_SECONDS),
    fileName: `${title}-${from}至${to}.xlsx`,
    rows: seen.rows,
    expiresAt: new Date(Date.parse(ctx.clock.wall()) + LINK_SECONDS * 1000).toISOString(),
  };
});

async function* numbered(
  lines: AsyncIterable<Line>,
  seen: { rows: number; cases: Set<string> },
  most: number,
): AsyncGenerator<Line['row']> {
  for await (const { caseId, row } of lines) {
    seen.rows += 1;
    if (seen.rows > most) throw new Failure('conflict', 'LEDGER_TOO_LONG', { params: { most } });
    if (caseId !== null) seen.cases.add(caseId);
    yield { at: String(seen.rows), ...row };
  }
}

async function writeDown(
  ctx: Ctx,
  detail: string,
  use: keyof typeof LEDGER_USE_LABELS,
  region: string,
  cases: ReadonlySet<string>,
): Promise<void> {
  const county = region.slice(0, 6);
  await audit(ctx, { what: 'EXPORT', caseId: region, county, detail, why: use });
  if (cases.size > 0) await auditExport(ctx, { county, caseIds: [...cases], detail, why: use, of: region });
}
