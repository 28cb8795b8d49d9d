import { contract } from '@shared/contract';
import { mayOnProblem, type ProblemAct } from '@shared/problems';
import { codeOf, covers } from '@shared/regions';
import { newId } from '../adapters';
import { audit } from '../runtime/audit';
import { claimAttachments } from '../runtime/cases/cases.sql';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { openProblem, sealProblem } from '../runtime/problems';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';
import * as sql from './problems.sql';
import { getProblem, unitsOf } from './read';
import { problemView, standingOf } from './view';

/** Somebody found something: written down from above, for the own place or one inside it. */
export const enter = handle(contract.problems.enter, async (ctx, input) => {
  const { region, source, department, caseNo, words, dueOn } = input;
  const units = await unitsOf(ctx);
  if (!units.some((unit) => covers(unit.region, region))) throw new Failure('not_found', 'NOT_FOUND');
  if (dueOn < ctx.today) throw refused('dueOn', 'PROBLEM_DAY_PAST');
  await ctx.db.enter(region);
  const [place] = await ctx.db.rows(findRegionNames, [[codeOf(region)]]);
  if (place === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const county = region.slice(0, 6);
  const number = caseNo.replace(/\s/g, '');
  const family =
    number === '' ? null : await ctx.db.first(sql.findCaseNo, [county, region, number, ctx.caller.personId]);
  if (family === undefined) throw refused('caseNo', 'PROBLEM_CASE_UNKNOWN');
  const id = newId(county, ctx.now);
  const { keyId, bytes } = sealProblem(ctx, county, id, { words });
  await ctx.db.write(sql.insertProblem, [
    ...[county, id, place.code, family?.id ?? null, department, source, keyId, bytes],
    ...[dueOn, ctx.caller.personId, ctx.now],
  ]);
  return done(ctx, id, 'ENTERED');
});

export const claim = handle(contract.problems.claim, async (ctx, { problemId }) => {
  const { row } = await hold(ctx, problemId, 'claim');
  await ctx.db.write(sql.claimProblem, [row.county, problemId, ctx.caller.personId, ctx.now]);
  return done(ctx, problemId, 'CLAIMED');
});

export const mend = handle(contract.problems.mend, async (ctx, { problemId, words, photoIds }) => {
  const { row, lender } = await hold(ctx, problemId, 'mend');
  const { personId } = ctx.caller;
  const photos = [...new Set(photoIds)];
  const claimed = [photos, problemId, row.region, personId, photos.map(() => false)];
  if (photos.length > 0 && (await ctx.db.write(claimAttachments, claimed)) !== photos.length)
    throw refused('photoIds', 'ATTACHMENT_UNKNOWN');
  const { keyId, bytes } = sealProblem(ctx, row.county, problemId, {
    ...openProblem(ctx, row),
    mended: words,
  });
  const all = [...new Set([...row.photo_ids, ...photos])];
  await ctx.db.write(sql.mendProblem, [
    ...[row.county, problemId, keyId, bytes, personId, lender, ctx.now, all],
  ]);
  return done(ctx, problemId, 'MENDED');
});

/** Closes it, or gives it back with what is still wrong. */
export const close = handle(contract.problems.close, async (ctx, { problemId, right, words }) => {
  const { row } = await hold(ctx, problemId, 'close');
  const said = { ...openProblem(ctx, row), looked: words };
  const { keyId, bytes } = sealProblem(ctx, row.county, problemId, said);
  const where = [row.county, problemId, keyId, bytes];
  if (right) await ctx.db.write(sql.closeProblem, [...where, ctx.caller.personId, ctx.now]);
  else await ctx.db.write(sql.giveBack, where);
  return done(ctx, problemId, right ? 'CLOSED' : 'GIVEN_BACK');
});

/** The problem, held until this call ends. @throws Failure forbidden or conflict for who may not do this now */
async function hold(ctx: Ctx, problemId: string, act: ProblemAct) {
  const { county } = await getProblem(ctx, problemId);
  await ctx.db.first(sql.lockProblem, [county, problemId]);
  const row = await getProblem(ctx, problemId);
  const allowed = mayOnProblem(ctx.caller, standingOf(row), act);
  if ('why' in allowed)
    throw new Failure(allowed.why === 'ROLE_MAY_NOT' ? 'forbidden' : 'conflict', allowed.why);
  return { row, lender: allowed.grant.onBehalfOf?.personId ?? null };
}

const refused = (field: string, reason: 'PROBLEM_DAY_PAST' | 'PROBLEM_CASE_UNKNOWN' | 'ATTACHMENT_UNKNOWN') =>
  new Failure('bad_input', reason, { issues: [{ field, reason, message: '' }] });

async function done(ctx: Ctx, problemId: string, what: string) {
  await audit(ctx, { what: 'BULK', caseId: problemId, detail: `PROBLEM_${what}`, why: '' });
  return { problem: problemView(ctx, await getProblem(ctx, problemId)) };
}
