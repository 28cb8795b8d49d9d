import { isStaff } from '@shared/access';
import type { Command, ReportInput } from '@shared/casework';
import { decide } from '@shared/casework';
import { contract } from '@shared/contract';
import { newId } from '../adapters';
import { householdAnswer } from '../runtime/cases/answers';
import { append, findProfileInForce, nextCaseNo } from '../runtime/cases/case-store';
import { claim } from '../runtime/cases/on-case';
import { findOpenCase, findPrevious } from '../runtime/cases/same-person';
import type { Ctx } from '../runtime/context';
import { Failure, failureOfRefusal } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findVillage } from './applications.sql';
import { endDraft } from './draft';

/** Opens a case from a report. The half-filled report is gone with it: it has become the case. */
export const submit = handle(contract.applications.submit, async (ctx, given) => {
  const report = withOwnChannel(ctx, given);
  const county = report.village.slice(0, 6);
  const village = await ctx.db.first(findVillage, [report.village]);
  const profile = await findProfileInForce(ctx, county);
  if (village === undefined || profile === null) throw new Failure('not_found', 'VILLAGE_UNKNOWN');
  const caseId = newId(county, ctx.now);
  const command: Command = {
    type: 'submit',
    caseId,
    ...(await findAndNumber(ctx, county, report.idNo)),
    profile: { code: profile.code, version: profile.version },
    report,
    cluedAt: ctx.now,
  };
  const decision = decide(null, command, { caller: ctx.caller, now: ctx.now, profile });
  if (!decision.ok) throw failureOfRefusal(decision.refusal);
  const opened = await append(ctx, { county, profile, history: [], case: null }, caseId, decision);
  await claim(ctx, opened, command);
  await endDraft(ctx);
  return { case: await householdAnswer(ctx, opened) };
});

/** The other channels are written down by staff: on paper, by telephone, on a round. */
function withOwnChannel(ctx: Ctx, report: ReportInput): ReportInput {
  return isStaff(ctx.caller) ? report : { ...report, channel: 'SELF_MINIAPP' };
}

/** What the county knows of the ID number, and the next case number: a family sees neither other cases nor the counter. */
async function findAndNumber(ctx: Ctx, county: string, idNo: string | null) {
  const open = idNo === null ? null : await findOpenCase(ctx, county, idNo, '');
  const previous = idNo === null ? null : await findPrevious(ctx, county, idNo);
  return {
    // One's own case is in hand already; somebody else's is for a cadre to merge, and the reporter learns nothing of it.
    openCaseNo: open?.mine ? open.caseNo : null,
    duplicateOf: open === null || open.mine ? null : open.id,
    previous,
    caseNo: await nextCaseNo(ctx, county),
  };
}
