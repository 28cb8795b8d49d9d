import { contract, type OutputOf } from '@shared/contract';
import { checkCode, countsOf, hangs, NoticeContent, readPrinted } from '@shared/publicity';
import { countyOfId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { isUnchanged } from '../runtime/notice-chain';
import { placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';
import { isStarted } from './entries';
import * as sql from './notices.sql';

type Checked = OutputOf<typeof contract.notices.check>;

/**
 * Whether a printed notice is what was posted. The digest is made anew from what lies in the database, and held against
 * what lies beside it and what the paper says: who changes both has not changed the paper. Without a seal of ours nothing
 * is looked up; nobody's name is in the answer.
 * @throws Failure not_found for what we have not printed
 */
export const check = handle(contract.notices.check, async (ctx, { token }) => {
  const sealed = ctx.keys.readPaperToken(token);
  const printed = sealed === null ? null : readPrinted(sealed);
  const county = printed === null ? undefined : countyOfId(printed.noticeId);
  if (printed === null || county === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const { noticeId, digest } = printed;
  const said = { noticeId, checkCode: checkCode(digest), ...NOTHING };
  // Anybody may ask: it is read in the county's scope, and no name leaves.
  const row = await ctx.db.within(county, () => ctx.db.first(sql.findProof, [county, noticeId]));
  if (row === undefined)
    return { ...said, verdict: 'GONE' as const, call: await callOf(ctx, county.padEnd(12, '0')) };
  const places = await placesOf(ctx, row.village);
  const { villageName } = places;
  const { success, data: content } = NoticeContent.safeParse(row.content);
  const isPrinted = row.digest.toString('hex').startsWith(digest);
  if (!success || !isPrinted || !isUnchanged(row))
    return {
      ...said,
      villageName,
      verdict: 'ALTERED' as const,
      call: await callOf(ctx, row.village, 'COUNTY'),
    };
  return {
    ...said,
    verdict: verdictOf(row, content, ctx.today),
    villageName,
    title: content.title,
    hidden: row.hidden?.length ?? 0,
    ...pick(
      countsOf(
        content,
        content.entries.filter((_, place) => row.hidden?.includes(place) !== true),
      ),
    ),
    firstDay: content.from,
    lastDay: content.to,
    correction:
      row.new_id === null
        ? null
        : { noticeId: row.new_id, on: row.corrected_on ?? '', reason: row.reason ?? '' },
    call: await callOf(ctx, row.village, 'VILLAGE'),
  };
});

const NOTHING = {
  villageName: '',
  title: '',
  hidden: 0,
  households: 0,
  people: 0,
  firstDay: '',
  lastDay: '',
  correction: null,
} satisfies Partial<Checked>;

const pick = ({ households, people }: { households: number; people: number }) => ({ households, people });

/** An old version counts before one that has ended: the paper must come off the board either way, but the new one hangs. */
function verdictOf(row: sql.ProofRow, content: NoticeContent, today: string): Checked['verdict'] {
  if (row.new_id !== null) return 'CORRECTED';
  if (!isStarted(content, row.rows)) return 'NOT_HUNG';
  const up = row.rows === null ? content.to >= today : row.rows.some((days) => hangs(days, today));
  return up ? 'SAME' : 'ENDED';
}

/** Whom to call. Where something is wrong that is the county: village and township may be who did it. */
async function callOf(
  ctx: Ctx,
  village: string,
  whom: 'VILLAGE' | 'COUNTY' = 'COUNTY',
): Promise<Checked['call']> {
  const { villageName, offices } = await placesOf(ctx, village);
  return whom === 'COUNTY'
    ? { office: '县里', number: offices.county.phone }
    : { office: `${villageName}村委会`, number: offices.village.phone };
}
