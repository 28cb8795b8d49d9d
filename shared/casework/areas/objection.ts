import { type Actor, answerFor, type Caller, levelOfRole, standingsOn } from '@shared/access';
import { add, between, localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case, Objection } from '../case';
import { CASE_STATES } from '../codes';
import { VILLAGE_STAFF } from '../guards';
import type {
  HandUpInput,
  InvestigationInput,
  ObjectionAnswerInput,
  ObjectionInput,
  ObjectionRatingInput,
  ObjectorToldInput,
} from '../inputs';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

/** Objections to what the village has put up (domain.md 3.3, 3.1 row 10). The clock of this case alone stands still. */
export type ObjectionCommand =
  | ({ type: 'fileObjection' } & Filing)
  | ({ type: 'handUpObjection' } & z.infer<typeof HandUpInput>)
  | ({ type: 'recordInvestigation' } & z.infer<typeof InvestigationInput>)
  | ({ type: 'answerObjection' } & z.infer<typeof ObjectionAnswerInput>)
  | ({ type: 'tellObjector' } & z.infer<typeof ObjectorToldInput>)
  | ({ type: 'rateObjection'; objectionId: string } & z.infer<typeof ObjectionRatingInput>);

/** `byPersonId`: account of an objector who was signed in; nobody reads it, the answer is sent there. */
type Filing = { objectionId: string; byPersonId?: string | null } & Said;
/** What came before voices and photos has neither. */
type Said = Omit<ObjectionInput, 'voiceId' | 'photoIds'> &
  Partial<Pick<ObjectionInput, 'voiceId' | 'photoIds'>>;

export type ObjectionEvent =
  | { type: 'ObjectionFiled'; data: Filing }
  | { type: 'ObjectionHandedUp'; data: z.infer<typeof HandUpInput> }
  | { type: 'ObjectionInvestigated'; data: z.infer<typeof InvestigationInput> }
  | { type: 'ObjectionAnswered'; data: z.infer<typeof ObjectionAnswerInput> }
  | { type: 'ObjectorTold'; data: z.infer<typeof ObjectorToldInput> }
  | { type: 'ObjectionRated'; data: { objectionId: string } & z.infer<typeof ObjectionRatingInput> };

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
  // By who may not handle it too: this is how one steps back, and how a village in which everybody looked finds a handler.
  handUpObjection: {
    states: ['OBJECTION'],
    roles: VILLAGE_STAFF,
    guard: (c) => (openObjections(c).every(isTownsToHandle) ? refuse('GUARD', 'TOWN_HAS_OBJECTION') : null),
  },
  // The case may have gone on, or be over.
  tellObjector: {
    states: CASE_STATES,
    roles: HANDLERS,
    guard: (c, actor) =>
      objectorsToTell(c).length === 0
        ? refuse('GUARD', 'NOBODY_TO_TELL')
        : standsApart(c, actor, objectorsToTell(c)),
  },
  rateObjection: {
    states: CASE_STATES,
    roles: ['SYSTEM'],
    guard: (c) =>
      c.objections.some(({ answer, rating }) => answer !== null && rating === null)
        ? null
        : refuse('GUARD', 'OBJECTION_RATED'),
  },
};

/** Of the township: a village cadre is concerned, or the village stepped back. */
export const isTownsToHandle = ({ aboutCadre, handedUp }: Objection): boolean =>
  aboutCadre || handedUp !== null;

/** Answered objections whose maker left a name and has no inbox here: somebody rings or goes there. */
export const objectorsToTell = (c: Case): Objection[] =>
  c.objections.filter(
    ({ objector, byPersonId, answer, told }) =>
      objector !== null && byPersonId === null && answer !== null && told === null,
  );

/**
 * Who verified the family or led the appraisal does not judge an objection to it; a word against a cadre is the
 * township's (domain.md 6.6). Relatives stand back from every judgement (`actions.ts`).
 */
function mayHandle(c: Case, actor: Actor): Refusal | null {
  return standsApart(c, actor, openObjections(c));
}

function standsApart(c: Case, actor: Actor, objections: readonly Objection[]): Refusal | null {
  const looked = new Set([
    ...c.verifiers.map((v) => v.personId),
    ...(c.verification?.signatures.flatMap((s) => answerFor(s.actor)) ?? []),
  ]);
  if (answerFor(actor).some((id) => looked.has(id))) return refuse('GUARD', 'VERIFIER_CANNOT_HANDLE');
  // The minutes know who led the meeting by name alone.
  if (actor.name === c.appraisal?.convenor) return refuse('GUARD', 'CHAIR_CANNOT_HANDLE');
  return objections.some(isTownsToHandle) && levelOfRole(actor.role) === 'VILLAGE'
    ? refuse('GUARD', 'TOWN_HANDLES_OBJECTION')
    : null;
}

/**
 * Whether somebody may learn who objected: whoever may handle it, and nobody else; not the family, not who looked at it
 * first, not a relative (domain.md 3.3, 6.6).
 */
export function mayKnowObjector(c: Case, caller: Caller, objection: Objection): boolean {
  return standingsOn(c, caller).some((standing) => {
    const actor: Actor = { personId: caller.personId, name: caller.name, ...standing };
    return (
      HANDLERS.some((role) => role === standing.role) &&
      !c.kin.some(({ personId }) => answerFor(actor).includes(personId)) &&
      standsApart(c, actor, [objection]) === null
    );
  });
}

/** Objections without an answer yet. */
export function openObjections(c: Case): Objection[] {
  return c.objections.filter((o) => o.answer === null);
}

export const objectionDeciders: Deciders<ObjectionCommand> = {
  fileObjection: (_c, { type: _, ...objection }) =>
    objection.statement === '' && !objection.voiceId && (objection.photoIds ?? []).length === 0
      ? refuse('INPUT', 'OBJECTION_SAYS_NOTHING', {}, 'statement')
      : [{ type: 'ObjectionFiled', to: 'OBJECTION', data: objection }],

  handUpObjection: (c, { type: _, ...up }) =>
    openObjections(c).some((o) => o.id === up.objectionId && !isTownsToHandle(o))
      ? [{ type: 'ObjectionHandedUp', data: up }]
      : refuse('INPUT', 'UNKNOWN_OBJECTION', {}, 'objectionId'),

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
    if (answer.verdict === 'PASSED_ON' && !answer.passedTo)
      return refuse('INPUT', 'PASSED_TO_NEEDED', {}, 'passedTo');
    const event = { type: 'ObjectionAnswered' as const, data: answer };
    // The last answer decides where the case goes on: anew when anything has changed, else for the remaining days.
    if (openObjections(c).length > 1) return [event];
    const changed = answer.factsChanged || factsChangedSincePosting(c);
    return [{ ...event, to: changed ? 'TRIAGE' : 'PUBLICITY' }];
  },

  tellObjector: (c, { type: _, ...told }) =>
    objectorsToTell(c).some((o) => o.id === told.objectionId)
      ? [{ type: 'ObjectorTold', data: told }]
      : refuse('INPUT', 'UNKNOWN_OBJECTION', {}, 'objectionId'),

  rateObjection(c, { type: _, ...rating }) {
    const answered = c.objections.find((o) => o.id === rating.objectionId && o.answer !== null);
    if (answered === undefined) return refuse('INPUT', 'UNKNOWN_OBJECTION', {}, 'objectionId');
    if (answered.rating !== null) return refuse('INPUT', 'OBJECTION_RATED', {}, 'objectionId');
    return [{ type: 'ObjectionRated', data: rating }];
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
      {
        id: objectionId,
        voiceId: null,
        photoIds: [],
        byPersonId: null,
        ...objection,
        filedAt: at,
        takenBy: actor,
        handedUp: null,
        investigation: null,
        answer: null,
        told: null,
        rating: null,
      },
    ],
  }),
  ObjectionHandedUp: (c, { data, actor, at }) =>
    withObjection(c, data.objectionId, (o) => ({ ...o, handedUp: { ...data, actor, at } })),
  ObjectorTold: (c, { data, actor, at }) =>
    withObjection(c, data.objectionId, (o) => ({ ...o, told: { ...data, actor, at } })),
  ObjectionRated: (c, { data: { objectionId, satisfied }, at }) =>
    withObjection(c, objectionId, (o) => ({ ...o, rating: { satisfied, at } })),
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
