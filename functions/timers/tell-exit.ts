import { addDays } from '@shared/calendar';
import { partiesOf } from '@shared/casework';
import { type Checked, type ExitKind, exitKindAt, newRisksIn, type RecordedExit } from '@shared/elimination';
import { DEVELOPMENT_ERRAND, exitDesk, exitTold, riskErrand } from '@shared/messages/elimination';
import type { Ctx } from '../runtime/context';
import { type ExitWork, findExit, type LoadedExit } from '../runtime/register/exit-store';
import { addTask } from './add-task';
import { EXIT_DESKS, EXIT_SUGGESTED } from './exit-desks';
import { tell } from './tell';
import { findServing } from './telling.sql';

/** What the checklist found is worked on within so many days (scenario F11). */
const MEASURE_DAYS = 60;
/** A family without an account here is told at its door within so many days. */
const TELL_DAYS = 3;

/** Tells the family what happened, the next office that it is its turn, and the grid member what follows. */
export async function tellExit(ctx: Ctx, county: string, workId: number, work: ExitWork): Promise<void> {
  const found = await findExit(ctx, work.caseId);
  const event = found?.history.find(({ seq }) => seq === work.seq);
  if (found === null || event === undefined) throw new Error('A family to tell of is not there');
  const key = `${county}-x${workId}`;
  await tellFamily(ctx, county, found, event, work, key);
  await tellDesk(ctx, county, found, event, work, key);
  await sendOut(ctx, county, found, event, key);
}

async function tellFamily(
  ctx: Ctx,
  county: string,
  { loaded: { case: c }, history }: LoadedExit,
  event: RecordedExit,
  work: ExitWork,
  key: string,
): Promise<void> {
  const told = exitTold(event.type, exitKindAt(history, event.seq));
  if (told === null) return;
  await tell(ctx, county, {
    people: partiesOf(c).flatMap(({ personId, as }) => (as === 'HOUSEHOLD' ? [personId] : [])),
    key,
    at: work.at,
    ...told,
    opens: 'AFTER',
    caseId: c.id,
    caseNo: work.caseNo,
    code: event.type === 'Marked' || event.type === 'RolledBack' ? 'EXIT_RESULT' : 'EXIT_NEWS',
  });
  if (c.parties.some(({ as, endedAt }) => as === 'HOUSEHOLD' && endedAt === undefined)) return;
  await addTask(ctx, county, c, {
    kind: 'TELL',
    key,
    item: `${told.title}。${told.body}`,
    dueOn: addDays(ctx.today, TELL_DAYS),
    at: work.at,
  });
}

async function tellDesk(
  ctx: Ctx,
  county: string,
  { loaded: { case: c }, exit, history }: LoadedExit,
  event: RecordedExit,
  work: ExitWork,
  key: string,
): Promise<void> {
  const round = exit.round;
  // Only the newest word is news: whoever comes to it later finds the family where it is.
  if (event.seq !== exit.version) return;
  const anew = event.type === 'VisitGivenBack';
  const suggests = SUGGESTED[event.type];
  const step = suggests !== undefined || anew ? 'PROPOSED' : round?.step;
  if (step === undefined) return;
  const desk = suggests === undefined ? EXIT_DESKS[step] : EXIT_SUGGESTED[suggests];
  const serving =
    step === 'VERIFY'
      ? (round?.verifiers.map(({ personId }) => personId) ?? [])
      : (await ctx.db.rows(findServing, [county, desk, c.village, ctx.today, c.id])).map(
          ({ person_id }) => person_id,
        );
  await tell(ctx, county, {
    people: serving.filter((personId) => personId !== event.actor.personId),
    key: `${key}-d`,
    at: work.at,
    title: `${c.headName}家：${exitDesk(suggests === undefined ? step : 'SUGGESTED', suggests ?? exitKindAt(history, event.seq))}`,
    body: '',
    opens: 'EXIT',
    caseId: c.id,
    caseNo: work.caseNo,
    code: 'EXIT_DESK',
  });
}

/** What begins nothing and asks somebody to look. */
const SUGGESTED: Partial<Record<RecordedExit['type'], ExitKind>> = {
  Suggested: 'ELIMINATION',
  RollBackSuggested: 'ROLLBACK',
};

/** What stood in the way is worked on: help for a new risk, a living for who can work. */
async function sendOut(
  ctx: Ctx,
  county: string,
  { loaded: { case: c } }: LoadedExit,
  event: RecordedExit,
  key: string,
): Promise<void> {
  const checked: Checked[] =
    event.type === 'ProposalRefused' || event.type === 'ProposalEnded' ? event.data.checked : [];
  const failed = (code: Checked['code']) =>
    checked.some((one) => one.code === code && one.verdict === 'FAILED');
  const items = [
    ...newRisksIn(checked).map(riskErrand),
    ...(failed('NOT_ONLY_SAFETY_NET') ? [DEVELOPMENT_ERRAND] : []),
  ];
  for (const [index, item] of items.entries())
    await addTask(ctx, county, c, {
      kind: 'HELP',
      key: `${key}-h${index}`,
      item,
      dueOn: addDays(ctx.today, MEASURE_DAYS),
      at: event.at,
    });
}
