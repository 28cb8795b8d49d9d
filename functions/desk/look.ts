import { fold, type StaffCaseView, staffView } from '@shared/casework';
import { contract } from '@shared/contract';
import { caseDifferences } from '@shared/messages/case-facts';
import { audit } from '../runtime/audit';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import { inHand } from './in-hand';
import { noteLook } from './looks.sql';
import { minutesAgo, SAME_SITTING_MINUTES } from './sitting';

/**
 * A case is opened: in whose hands it is, and what has changed since this reader knew it. The look is written down, with
 * its time and the version, and is what a bulk decision asks for later.
 */
export const look = handle(contract.desk.look, async (ctx, { caseId }) => {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  const { county, case: c } = loaded;
  const { personId } = ctx.caller;
  const since = minutesAgo(ctx, SAME_SITTING_MINUTES);
  const values = [county, caseId, personId, ctx.session, c.version, ctx.clock.wall(), since];
  const noted = await ctx.db.first(noteLook, values);
  await audit(ctx, { what: 'OPEN', caseId, detail: `v${c.version}`, why: '' });
  return {
    ...(await inHand(ctx, loaded)),
    version: c.version,
    since: changedSince(ctx, loaded, noted?.seen_version ?? null),
  };
});

/** Null at a first look, when nothing happened, and when all that happened was the reader's own doing. */
function changedSince(ctx: Ctx, { case: c, history, profile }: LoadedCase, version: number | null) {
  if (version === null) return null;
  const known = history.filter(({ seq }) => seq <= version);
  const others = history.filter(({ seq, actor }) => seq > version && actor.personId !== ctx.caller.personId);
  const then = fold(known);
  if (then === null || others.length === 0) return null;
  const view = (at: typeof c, lines: typeof history): StaffCaseView =>
    staffView(at, lines, ctx.caller, profile, ctx.now);
  return {
    version,
    at: known.at(-1)?.at ?? c.cluedAt,
    by: [...new Set(others.map(({ actor }) => actor.name))],
    differences: caseDifferences(view(then, known), view(c, history)),
  };
}
