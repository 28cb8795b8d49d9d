import { addDays } from '@shared/calendar';
import {
  type Case,
  fold,
  householdView,
  partiesOf,
  type RecordedEvent,
  dueOn as stepDue,
  withoutUndone,
} from '@shared/casework';
import {
  messageBody,
  messageTitle,
  OBJECTION_SENTENCES,
  PUBLIC_TOLD,
  STAFF_TOLD,
  type StaffTold,
  tellWithinDays,
  tellWords,
} from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import type { Profile } from '@shared/procedure';
import { officesOf } from '../runtime/cases/answers';
import { findCase } from '../runtime/cases/case-store';
import { desksOf } from '../runtime/cases/desks';
import type { CaseWork } from '../runtime/cases/telling';
import type { Ctx } from '../runtime/context';
import { addTask } from './add-task';
import { tell } from './tell';
import * as sql from './telling.sql';

/** The case as it stood right after the event, whatever has happened to it since. */
interface Moment {
  county: string;
  case: Case;
  event: RecordedEvent;
  profile: Profile;
  work: CaseWork;
  /** Repeats with the work, so that a second delivery finds the first one there. */
  key: string;
}

/** Null when it was taken back before anybody heard of it. */
async function momentOf(ctx: Ctx, county: string, workId: number, work: CaseWork): Promise<Moment | null> {
  const loaded = await findCase(ctx, work.caseId);
  const history = loaded?.history.filter(({ seq }) => seq <= work.seq) ?? [];
  const then = fold(history);
  const event = history.at(-1);
  if (loaded === null || then === null || event === undefined)
    throw new Error('A case to tell of is not there');
  if (!withoutUndone(loaded.history).some(({ seq }) => seq === work.seq)) return null;
  return { county, case: then, event, profile: loaded.profile, work, key: `${county}-m${workId}` };
}

/** Tells family, verifiers or messenger of one event. */
export async function tellEvent(ctx: Ctx, county: string, workId: number, work: CaseWork): Promise<void> {
  const then = await momentOf(ctx, county, workId, work);
  if (then === null) return;
  await tellFamily(ctx, then);
  if (then.event.type === 'VerifiersAssigned') {
    const { verifiers } = then.event.data;
    await tellStaff(
      ctx,
      then,
      'VERIFY',
      except(
        verifiers.map(({ personId }) => personId),
        then.event,
      ),
    );
  }
  if (then.event.type === 'SupplementProvided') await askForHelp(ctx, then, then.event);
  if (then.event.type === 'ObjectionAnswered') await tellObjector(ctx, then, then.event);
}

/** An objector who left a name and was signed in reads the answer in the inbox: public words, and nothing of the family. */
async function tellObjector(
  ctx: Ctx,
  { county, case: c, work, key }: Moment,
  { data: { objectionId, verdict, answer } }: RecordedEvent & { type: 'ObjectionAnswered' },
): Promise<void> {
  const person = c.objections.find(({ id }) => id === objectionId)?.byPersonId ?? null;
  if (person === null) return;
  await tell(ctx, county, {
    people: [person],
    key: `${key}-o`,
    at: work.at,
    title: PUBLIC_TOLD.OBJECTION_ANSWER.title,
    body: `${OBJECTION_SENTENCES[verdict]}。${answer}`,
    opens: 'ANSWER',
    caseId: null,
    caseNo: '',
    code: 'OBJECTION_ANSWER',
  });
}

async function tellFamily(ctx: Ctx, then: Moment): Promise<void> {
  const { case: c, county, profile, work, key } = then;
  const title = messageTitle(work.type, formatCaseNo(work.caseNo));
  if (title === null) return;
  const body = messageBody(
    work.type,
    householdView(c, profile, await officesOf(ctx, c.village), [], work.at),
  );
  await tell(ctx, county, {
    people: partiesOf(c).map(({ personId }) => personId),
    key,
    at: work.at,
    title,
    body,
    opens: 'CASE',
    caseId: c.id,
    caseNo: work.caseNo,
    code: work.type,
  });
  if (c.parties.some(({ as }) => as === 'HOUSEHOLD')) return;
  if (then.event.type === 'RefusalDelivered') {
    // Somebody was there with the letter: nobody walks there to say it again.
    await ctx.db.write(sql.finishTelling, [county, c.id, then.event.at, then.event.actor.personId]);
    return;
  }
  // Nobody of the family has an account here: somebody goes and tells them.
  const { rejection } = c;
  const dueOn =
    work.type === 'CaseRejected' && rejection !== null
      ? rejection.noticeDueOn
      : addDays(ctx.today, tellWithinDays(work.type));
  await addTask(ctx, county, c, { kind: 'TELL', key, item: tellWords(work.type, body), dueOn, at: work.at });
}

const HELP_WITHIN_DAYS = 2;

async function askForHelp(
  ctx: Ctx,
  { case: c, county, key, work }: Moment,
  { data }: RecordedEvent & { type: 'SupplementProvided' },
): Promise<void> {
  const asked = data.answers.filter((answer) => answer.askForHelp).map((answer) => answer.key);
  const round = c.supplements.at(-1);
  const what = round?.items.filter((item) => asked.includes(item.key)).map((item) => item.what) ?? [];
  await addTask(ctx, county, c, {
    kind: 'HELP',
    key,
    item: `帮他家补材料：${what.join('、')}。`,
    dueOn: addDays(ctx.today, HELP_WITHIN_DAYS),
    at: work.at,
  });
}

const CALLS: Partial<Record<CaseWork['type'], StaffTold>> = {
  WithdrawalRequested: 'WITHDRAWAL',
  FamilyReminded: 'REMINDED',
};

/** Tells the desk to which a case has come. */
export async function tellDesk(ctx: Ctx, county: string, workId: number, work: CaseWork): Promise<void> {
  const then = await momentOf(ctx, county, workId, work);
  if (then === null) return;
  const serving = await ctx.db.rows(sql.findServing, [
    county,
    desksOf(then.case),
    then.case.village,
    ctx.today,
    then.case.id,
  ]);
  const people = except(
    serving.map(({ person_id }) => person_id),
    then.event,
  );
  await tellStaff(ctx, then, CALLS[work.type] ?? 'DESK', people);
}

/** Who has just done it knows. */
function except(people: readonly string[], { actor }: RecordedEvent): string[] {
  return people.filter((personId) => personId !== actor.personId);
}

async function tellStaff(ctx: Ctx, then: Moment, code: StaffTold, people: string[]): Promise<void> {
  const { case: c, county, profile, work, key } = then;
  const facts = { headName: c.headName, state: c.state, dueOn: stepDue(c, profile, work.at) };
  await tell(ctx, county, {
    people,
    key,
    at: work.at,
    title: STAFF_TOLD[code].title(facts),
    body: STAFF_TOLD[code].body(facts),
    opens: 'REVIEW',
    caseId: c.id,
    caseNo: work.caseNo,
    code,
  });
}
