import type { Actor } from '@shared/access';
import { answerFor, levelOfRole } from '@shared/access';
import { add, between, localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case, Objection } from '../case';
import { VILLAGE_STAFF } from '../guards';
import type { InvestigationInput, ObjectionAnswerInput, ObjectionInput } from '../inputs';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

/** Objections to what the village has put up (domain.md 3.3, 3.1 row 10). The clock of this case alone stands still. */
export type ObjectionCommand =
  | ({ type: 'fileObjection'; objectionId: string } & ObjectionInput)
  | ({ type: 'recordInvestigation' } & z.infer<typeof InvestigationInput>)
  | ({ type: 'answerObjection' } & z.infer<typeof ObjectionAnswerInput>);

export type ObjectionEvent =
  | { type: 'ObjectionFiled'; data: { objectionId: string } & ObjectionInput }
  | { type: 'ObjectionInvestigated'; data: z.infer<typeof InvestigationInput> }
  | { type: 'ObjectionAnswered'; data: z.infer<typeof ObjectionAnswerInput> };

const HANDLERS = [...VILLAGE_STAFF, 'TOWN_CLERK', 'TOWN_LEADER'] as const;

export const objectionActions: Actions<ObjectionCommand> = {
  fileObjection: {
    states: ['PUBLICITY', 'OBJECTION'],
    // SYSTEM: a villager who signed in or not, through the page of the notice.
    roles: ['GRID', ...HANDLERS, 'COUNTY_CLERK', 'SYSTEM'],
    guard: (c, _actor, { now }) => {
      if (c.publicity === null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
      return c.state === 'PUBLICITY' && localDate(now) > c.publicity.lastDay
        ? refuse('GUARD', 'OBJECTION_TOO_LATE', { lastDay: c.publicity.lastDay })
        : null;
    },
  },
  recordInvestigation: { states: ['OBJECTION'], roles: HANDLERS, guard: mayHandle },
  answerObjection: { states: ['OBJECTION'], roles: HANDLERS, guard: mayHandle },
};

/** Who verified the family does not judge an objection to it; a word against a cadre is the township's (domain.md 6.6). */
function mayHandle(c: Case, actor: Actor): Refusal | null {
  const looked = new Set([
    ...c.verifiers.map((v) => v.personId),
    ...(c.verification?.signatures.flatMap((s) => answerFor(s.actor)) ?? []),
  ]);
  if (answerFor(actor).some((id) => looked.has(id))) return refuse('GUARD', 'VERIFIER_CANNOT_HANDLE');
  const open = openObjections(c);
  return open.some((o) => o.aboutCadre) && levelOfRole(actor.role) === 'VILLAGE'
    ? refuse('GUARD', 'TOWN_HANDLES_OBJECTION')
    : null;
}

/** Objections without an answer yet. */
export function openObjections(c: Case): Objection[] {
  return c.objections.filter((o) => o.answer === null);
}

export const objectionDeciders: Deciders<ObjectionCommand> = {
  fileObjection: (_c, { type: _, ...objection }) => [
    { type: 'ObjectionFiled', to: 'OBJECTION', data: objection },
  ],

  recordInvestigation: (c, { type: _, ...investigation }) =>
    unknown(c, investigation.objectionId) ?? [{ type: 'ObjectionInvestigated', data: investigation }],

  answerObjection(c, { type: _, ...answer }) {
    const held = unknown(c, answer.objectionId);
    if (held !== null) return held;
    const objection = c.objections.find((o) => o.id === answer.objectionId);
    const looksInto = answer.verdict !== 'WITHDRAWN' && answer.verdict !== 'PASSED_ON';
    if (looksInto && objection?.investigation === null)
      return refuse('INPUT', 'NOT_INVESTIGATED', {}, 'objectionId');
    if (answer.factsChanged && answer.verdict !== 'UPHELD' && answer.verdict !== 'PARTLY')
      return refuse('INPUT', 'FACTS_CHANGE_ONLY_WHEN_UPHELD', {}, 'factsChanged');
    const event = { type: 'ObjectionAnswered' as const, data: answer };
    // The last answer decides where the case goes on: anew when anything has changed, else for the remaining days.
    if (openObjections(c).length > 1) return [event];
    const changed = answer.factsChanged || factsChangedSincePosting(c);
    return [{ ...event, to: changed ? 'TRIAGE' : 'PUBLICITY' }];
  },
};

function unknown(c: Case, objectionId: string): Refusal | null {
  return openObjections(c).some((o) => o.id === objectionId)
    ? null
    : refuse('INPUT', 'UNKNOWN_OBJECTION', {}, 'objectionId');
}

function factsChangedSincePosting(c: Case): boolean {
  const postedAt = c.publicity?.postedAt ?? '';
  return c.objections.some((o) => o.filedAt >= postedAt && o.answer?.factsChanged);
}

export const objectionEvolvers: Evolvers<ObjectionEvent> = {
  ObjectionFiled: (c, { data: { objectionId, ...objection }, actor, at }) => ({
    ...c,
    objections: [
      ...c.objections,
      { id: objectionId, ...objection, filedAt: at, takenBy: actor, investigation: null, answer: null },
    ],
  }),
  ObjectionInvestigated: (c, { data, actor, at }) =>
    withObjection(c, data.objectionId, (o) => ({ ...o, investigation: { ...data, actor, at } })),
  ObjectionAnswered(c, event) {
    const { data, actor, at } = event;
    const answered = withObjection(c, data.objectionId, (o) => ({ ...o, answer: { ...data, actor, at } }));
    const { publicity } = c;
    if (publicity === null || event.to === undefined) return answered;
    if (event.to === 'TRIAGE')
      return { ...answered, publicity: null, pastPublicities: [...c.pastPublicities, publicity] };
    // The rest of the days and no more (domain.md 3.0): those after the day on which the objection was made.
    const { unit } = publicity;
    const stoppedOn = localDate(c.stateSince);
    const remaining = Math.max(0, between(stoppedOn, publicity.lastDay, unit));
    return { ...answered, publicity: { ...publicity, lastDay: add(localDate(at), remaining, unit) } };
  },
};

function withObjection(c: Case, id: string, change: (o: Objection) => Objection): Case {
  return { ...c, objections: c.objections.map((o) => (o.id === id ? change(o) : o)) };
}
