import type { PersonRef, StaffRole } from '@shared/access';
import type { Instant } from '@shared/calendar';
import { type Command, decide, type ReportInput } from '@shared/casework';
import { newId } from '../../adapters/ids';
import type { Ctx } from '../context';
import { Failure, failureOfRefusal } from '../failure';
import { append, findProfileInForce, type LoadedCase, nextCaseNo } from './case-store';
import { findVillage } from './cases.sql';
import { claim } from './on-case';
import { findBegunFrom, findOpenCase, findPrevious, previousOf } from './same-person';

interface First {
  /** When the first clue came; the cap runs from here. */
  cluedAt: Instant;
  /** Staff who take up a clue: in which role. Absent when somebody reports. */
  clue?: { role: StaffRole; onBehalfOf?: PersonRef };
}

/**
 * Opens a case from a report, whichever way the trouble became known: a family, somebody for it, a cadre, a department.
 * @throws Failure not_found for a village that this system does not serve, or as the refusal says
 */
export async function openCase(ctx: Ctx, report: ReportInput, { cluedAt, clue }: First): Promise<LoadedCase> {
  const county = report.village.slice(0, 6);
  const village = await ctx.db.first(findVillage, [report.village]);
  const profile = await findProfileInForce(ctx, county);
  if (village === undefined || profile === null) throw new Failure('not_found', 'VILLAGE_UNKNOWN');
  const caseId = newId(county, ctx.now);
  const command: Command = {
    type: 'submit',
    caseId,
    ...(await findAndNumber(ctx, county, report)),
    profile: { code: profile.code, version: profile.version },
    report,
    cluedAt,
    ...(clue && { clue }),
  };
  const decision = decide(null, command, { caller: ctx.caller, now: ctx.now, profile });
  if (!decision.ok) throw failureOfRefusal(decision.refusal);
  const opened = await append(ctx, { county, profile, history: [], case: null }, caseId, decision);
  await claim(ctx, opened, command);
  return opened;
}

/** What the county knows of the ID number, and the next case number: a family sees neither other cases nor the counter. */
async function findAndNumber(ctx: Ctx, county: string, report: ReportInput) {
  const begunFrom = await findBegunFrom(ctx, county, report);
  const idNo = report.idNo ?? begunFrom?.case.report.idNo ?? null;
  const open = idNo === null ? null : await findOpenCase(ctx, county, idNo, '');
  const found = idNo === null ? null : await findPrevious(ctx, county, idNo);
  const previous = begunFrom === null ? found : previousOf(begunFrom, found, report);
  return {
    // One's own case is in hand already; somebody else's is for a cadre to merge, and the reporter learns nothing of it.
    openCaseNo: open?.mine ? open.caseNo : null,
    duplicateOf: open === null || open.mine ? null : open.id,
    previous,
    caseNo: await nextCaseNo(ctx, county),
  };
}
