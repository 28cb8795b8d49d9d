import { COUNTY_KEEPERS } from '@shared/access';
import { CHAIN_TOLD } from '@shared/messages';
import type { Adapters, Ctx } from '../runtime/context';
import { BEGINNING, type FaultKind, faultsOf, gap, type Link } from '../runtime/notice-chain';
import { asSystem } from '../runtime/system';
import * as sql from './chain.sql';
import { tell } from './tell';
import { findServing } from './telling.sql';

/** Notices that one transaction looks at, and pages that one run does: a county of years is walked in a few minutes. */
const PAGE = 200;
const PAGES = 5;

/**
 * Walks the chain of a county's notices once a day from its beginning, a few pages a run, and goes on with what is new
 * afterwards. What is gone, changed, or put in is written down once, cried in the log, and told to those who keep the
 * county's system. Gives how many links were looked at.
 */
export async function checkChain(adapters: Adapters, county: string, traceId: string): Promise<number> {
  let seen = 0;
  for (let page = 0; page < PAGES; page += 1) {
    const { links, faults } = await asSystem(adapters, county, traceId, (ctx) => walkPage(ctx, county));
    for (const { kind, seq } of faults)
      adapters.log.error({
        trace: traceId,
        operation: 'timers.checkChain',
        status: 500,
        reason: `${kind} ${county} ${seq}`,
      });
    seen += links;
    if (links < PAGE) break;
  }
  return seen;
}

interface Fault {
  seq: number;
  kind: FaultKind;
  noticeId: string | null;
  village: string | null;
}

/** Where a walk stands. */
type Place = Pick<Link, 'seq' | 'digest'>;

async function walkPage(ctx: Ctx, county: string): Promise<{ links: number; faults: Fault[] }> {
  // Two timers at once: the second finds the page done.
  const walk = await ctx.db.first(sql.takeWalk, [county]);
  const isNew = walk === undefined || walk.round_on < ctx.today;
  const from: Place = isNew ? { seq: 0, digest: BEGINNING } : { seq: walk.at_seq, digest: walk.at_digest };
  const top = topOf(ctx, county, walk);
  const rows = await ctx.db.rows(sql.findLinks, [county, from.seq, PAGE]);
  const faults = [...faultsOfPage(from, rows, top)];
  const at = rows.at(-1) ?? from;
  const isEnd = rows.length < PAGE;
  // A notice that was seen at the end and is there no more leaves no gap: only who remembers it can tell.
  if (isEnd && top !== null)
    for (const seq of gap(at.seq, top.seq + 1))
      faults.push({ seq, kind: 'MISSING', noticeId: null, village: null });
  const reached = top === null || at.seq > top.seq ? at : top;
  const sealed = reached.seq === 0 ? null : sealTop(ctx, county, reached);
  await ctx.db.write(sql.keepWalk, [
    county,
    ctx.today,
    at.seq,
    at.digest,
    sealed?.keyId ?? null,
    sealed?.bytes ?? null,
    isEnd ? ctx.now : null,
  ]);
  const found: Fault[] = [];
  for (const fault of faults) if (await isNewFault(ctx, county, fault)) found.push(fault);
  await tellKeepers(ctx, county, found);
  return { links: rows.length, faults: found };
}

function* faultsOfPage(from: Place, rows: readonly sql.LinkRow[], top: Place | null): Generator<Fault> {
  let before = from;
  for (const row of rows) {
    for (const { seq, kind } of faultsOf(before, row)) {
      const stands = seq === row.seq;
      yield { seq, kind, noticeId: stands ? row.id : null, village: stands ? row.village : null };
    }
    // The whole chain written anew is sound in itself, and is not what was seen.
    if (top?.seq === row.seq && !top.digest.equals(row.digest))
      yield { seq: row.seq, kind: 'ALTERED', noticeId: row.id, village: row.village };
    before = row;
  }
}

const placeOf = (county: string) => `chain_walk/${county}`;

function topOf(ctx: Ctx, county: string, walk: sql.WalkRow | undefined): Place | null {
  if (walk?.key_id == null || walk.top === null) return null;
  const { seq, digest } = JSON.parse(
    ctx.keys.open({ keyId: walk.key_id, bytes: walk.top }, placeOf(county)),
  ) as { seq: number; digest: string };
  return { seq, digest: Buffer.from(digest, 'hex') };
}

function sealTop(ctx: Ctx, county: string, { seq, digest }: Place) {
  return ctx.keys.seal(JSON.stringify({ seq, digest: digest.toString('hex') }), placeOf(county));
}

/** Writes a fault down, or that it is still so; true when nobody knew of it. */
async function isNewFault(
  ctx: Ctx,
  county: string,
  { seq, kind, noticeId, village }: Fault,
): Promise<boolean> {
  const values = [county, seq, kind, noticeId, village, ctx.now, ctx.today];
  if ((await ctx.db.write(sql.addFault, values)) === 1) return true;
  await ctx.db.write(sql.faultStands, [county, seq, kind, ctx.today]);
  return false;
}

async function tellKeepers(ctx: Ctx, county: string, faults: readonly Fault[]): Promise<void> {
  const [first] = faults;
  if (first === undefined) return;
  const place = county.padEnd(12, '0');
  const serving = await ctx.db.rows(findServing, [county, [...COUNTY_KEEPERS], place, ctx.today, null]);
  await tell(ctx, county, {
    people: serving.map(({ person_id }) => person_id),
    key: `chain-${first.kind}-${first.seq}`,
    at: ctx.now,
    title: CHAIN_TOLD.CHAIN.title(faults.length),
    body: CHAIN_TOLD.CHAIN.body(),
    opens: 'QUEUE',
    caseId: null,
    caseNo: '',
    code: 'CHAIN',
  });
}
