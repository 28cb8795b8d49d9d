import { isStaff } from '@shared/access';
import type { Command, ReportInput } from '@shared/casework';
import { decide } from '@shared/casework';
import { contract } from '@shared/contract';
import { composeCaseNo } from '@shared/people';
import { newId } from '../adapters';
import { householdAnswer } from '../runtime/cases/answers';
import { append, findProfileInForce } from '../runtime/cases/case-store';
import * as cases from '../runtime/cases/cases.sql';
import { claim } from '../runtime/cases/on-case';
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

/**
 * Looks for an open case of the same ID number and takes the next case number. Both are the county's, not the
 * caller's: a family sees neither other cases nor the counter, so this much is done in the county's scope.
 */
function findAndNumber(
  ctx: Ctx,
  county: string,
  idNo: string | null,
): Promise<{ openCaseNo: string | null; caseNo: string }> {
  return ctx.db.within(county, async () => {
    const openCaseNo = idNo === null ? null : await findOpen(ctx, county, idNo);
    const month = ctx.today.slice(2, 4) + ctx.today.slice(5, 7);
    const number = await ctx.db.first(cases.nextCaseNumber, [county, month]);
    return { openCaseNo, caseNo: composeCaseNo(ctx.today, number?.last ?? 1) };
  });
}

async function findOpen(ctx: Ctx, county: string, idNo: string): Promise<string | null> {
  const digest = ctx.keys.blindIndex('ID', idNo);
  await ctx.db.rows(cases.lockPerson, [county, digest]);
  return (await ctx.db.first(cases.findOpenCaseNo, [county, digest]))?.case_no ?? null;
}
