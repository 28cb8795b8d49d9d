import type { StaffRole } from '@shared/access';
import { addDays, localDate } from '@shared/calendar';
import { partiesOf } from '@shared/casework';
import { HELP_ERRAND, HELP_TOLD, type HelpTold } from '@shared/messages';
import { findCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { findMeasure, helperOf } from '../runtime/help/measures';
import type { HelpWork } from '../runtime/help-work';
import { addTask } from './add-task';
import { tell } from './tell';
import { findServing } from './telling.sql';

/** So long after it somebody has told a family without a phone. */
const TELL_WITHIN_DAYS = 3;

/** Tells family, helper and village of what happened to a family's help; sends somebody where there is no phone. */
export async function tellHelp(ctx: Ctx, county: string, workId: number, work: HelpWork): Promise<void> {
  const loaded = await findCase(ctx, work.caseId);
  if (loaded === null) throw new Error('A case to tell of is not there');
  const { case: c } = loaded;
  const { headName } = c;
  const key = `${county}-m${workId}`;
  const say = (
    people: readonly string[],
    code: HelpTold,
    title: string,
    body: string,
    opens: 'HELP' | 'PLAN',
  ) =>
    tell(ctx, county, {
      people,
      key: `${key}-${opens}`,
      at: work.at,
      title,
      body,
      opens,
      caseId: c.id,
      caseNo: c.caseNo,
      code,
    });
  const parties = partiesOf(c).map(({ personId }) => personId);
  const family = async (code: HelpTold, title: string, body: string, errand: string) => {
    await say(parties, code, title, body, 'HELP');
    if (c.parties.some(({ as, endedAt }) => as === 'HOUSEHOLD' && endedAt === undefined)) return;
    const dueOn = addDays(localDate(work.at), TELL_WITHIN_DAYS);
    await addTask(ctx, county, c, { kind: 'TELL', key, item: errand, dueOn, at: work.at });
  };
  const helper = await helperOf(ctx, county, c.id);
  const serving = async (roles: readonly StaffRole[]) =>
    (await ctx.db.rows(findServing, [county, roles, c.village, ctx.today, c.id])).map(
      ({ person_id }) => person_id,
    );
  const staff = async () => [
    ...new Set([
      ...(helper === null ? [] : [helper.person_id]),
      ...(await serving(['VILLAGE', 'TASKFORCE'])),
    ]),
  ];
  const measureName = async () => (await findMeasure(ctx, county, work.of))?.measure.name ?? '';

  switch (work.what) {
    case 'HELPER': {
      if (helper === null || helper.person_id !== work.of) return;
      const { HELPER, ASSIGNED } = HELP_TOLD;
      await say([helper.person_id], 'ASSIGNED', ASSIGNED.title(headName), ASSIGNED.body, 'PLAN');
      return family(
        'HELPER',
        HELPER.title(helper.name),
        HELPER.body(helper.phone),
        HELP_ERRAND.HELPER(helper.name),
      );
    }
    case 'PLAN':
      return family('PLAN', HELP_TOLD.PLAN.title, HELP_TOLD.PLAN.body, HELP_ERRAND.PLAN);
    case 'LANDED': {
      const name = await measureName();
      return family('LANDED', HELP_TOLD.LANDED.title(name), HELP_TOLD.LANDED.body, HELP_ERRAND.LANDED(name));
    }
    case 'NOT_RECEIVED': {
      const { title, body } = HELP_TOLD.NOT_RECEIVED;
      return say(await staff(), 'NOT_RECEIVED', title({ headName, name: await measureName() }), body, 'PLAN');
    }
    case 'NEW_RISK':
      return say(
        await staff(),
        'NEW_RISK',
        HELP_TOLD.NEW_RISK.title(headName),
        HELP_TOLD.NEW_RISK.body,
        'PLAN',
      );
    case 'READY':
      return say(await staff(), 'READY', HELP_TOLD.READY.title(headName), HELP_TOLD.READY.body, 'PLAN');
  }
}
