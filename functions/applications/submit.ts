import { isStaff } from '@shared/access';
import type { ReportInput } from '@shared/casework';
import { contract } from '@shared/contract';
import { householdAnswer } from '../runtime/cases/answers';
import { openCase } from '../runtime/cases/open-case';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import { endDraft } from './draft';

/** Opens a case from a report. The half-filled report is gone with it: it has become the case. */
export const submit = handle(contract.applications.submit, async (ctx, given) => {
  const opened = await openCase(ctx, withOwnChannel(ctx, given), { cluedAt: ctx.now });
  await endDraft(ctx);
  return { case: await householdAnswer(ctx, opened) };
});

/** The other channels are written down by staff: on paper, by telephone, on a round. */
function withOwnChannel(ctx: Ctx, report: ReportInput): ReportInput {
  return isStaff(ctx.caller) ? report : { ...report, channel: 'SELF_MINIAPP' };
}
