import {
  type Actor,
  answerFor,
  type Caller,
  type Role,
  rolesOn,
  sameHand,
  standingsOn,
} from '@shared/access';
import { addDays, addMonths, type Instant, type LocalDate, localDate } from '@shared/calendar';
import { mayRead, type Refusal } from '@shared/casework';
import { meetingRefused, passes, votersOf, votesRefused } from '@shared/casework/meeting';
import { refuse } from '@shared/casework/refusal';
import type { Profile } from '@shared/procedure';
import { hasLeft } from '@shared/register';
import type { z } from '@shared/zod';
import { type Checked, checklist, type EliminationFacts, isReady, unmet } from './checklist';
import type { ExitStep } from './codes';
import type { ExitEvent } from './events';
import type { Exit, Round } from './exit';
import type {
  AgreeInput,
  ExitAppraisalInput,
  LeaveInput,
  ObjectionAnswer,
  ObjectionHeard,
  OfficeInput,
  ProposeInput,
  ReasonInput,
  RollBackInput,
  SignInput,
  SuggestInput,
  VerifyInput,
} from './inputs';

type Of<T extends string, I extends z.ZodType = z.ZodObject> = { type: T } & z.infer<I>;

/** Acts on a family's way off the register, in the order of domain.md 3.6. */
export type ExitCommand =
  | Of<'suggest', typeof SuggestInput>
  | Of<'propose', typeof ProposeInput>
  | Of<'suggestRollBack', typeof SuggestInput>
  | Of<'proposeRollBack', typeof RollBackInput>
  | Of<'agree', typeof AgreeInput>
  | Of<'verify', typeof VerifyInput>
  | { type: 'giveBackVisit'; personId: string; name: string }
  | Of<'signVerification', typeof SignInput>
  | Of<'appraise', typeof ExitAppraisalInput>
  | { type: 'post'; noticeId: string; firstDay: LocalDate; lastDay: LocalDate }
  | { type: 'correctPublicity'; noticeId: string; lastDay: LocalDate }
  | ({ type: 'hearObjection'; id: string } & ObjectionHeard)
  | ({ type: 'answerObjection' } & ObjectionAnswer)
  | { type: 'closePublicity' }
  | Of<'townReview', typeof OfficeInput>
  | Of<'countyDecide', typeof OfficeInput>
  | { type: 'mark'; noticeId: string }
  | Of<'withdraw', typeof ReasonInput>
  | Of<'leave', typeof LeaveInput>;
export type ExitAct = ExitCommand['type'];

export interface ExitContext {
  caller: Caller;
  now: Instant;
  /** In force today. */
  profile: Profile;
  /** Without the research, which a command brings along. */
  facts: Omit<EliminationFacts, 'research' | 'mode' | 'today'>;
}

interface Rule {
  roles: readonly Role[];
  /** Where the round must stand; null where none may run. */
  steps: readonly ExitStep[] | null;
  guard?(e: Exit, actor: Actor, context: Pick<ExitContext, 'now'>): Refusal | null;
}

const VILLAGE = ['VILLAGE', 'TASKFORCE'] as const satisfies readonly Role[];
const TOWN = ['TOWN_CLERK', 'TOWN_LEADER'] as const satisfies readonly Role[];

/** Who may say that something should be looked at. It begins nothing. */
const SUGGESTING = ['HELPER', 'GRID', ...VILLAGE, ...TOWN] as const satisfies readonly Role[];

/** Who may do what where (domain.md 1.4, 3.6). A forced way past the checklist is no act of anybody. */
export const EXIT_ACTS: Record<ExitAct, Rule> = {
  suggest: { roles: SUGGESTING, steps: null, guard: onTheList },
  propose: { roles: VILLAGE, steps: null, guard: onTheList },
  suggestRollBack: { roles: SUGGESTING, steps: null, guard: marked },
  proposeRollBack: { roles: VILLAGE, steps: null, guard: marked },
  // Again when somebody who was sent is not there any more.
  agree: { roles: VILLAGE, steps: ['PROPOSED', 'VERIFY'], guard: lacksVerifiers },
  giveBackVisit: { roles: ['SYSTEM'], steps: ['VERIFY'] },
  verify: { roles: VILLAGE, steps: ['VERIFY'], guard: isVerifier },
  signVerification: { roles: VILLAGE, steps: ['VERIFY'], guard: signsOnce },
  appraise: { roles: VILLAGE, steps: ['APPRAISAL'], guard: alone('VILLAGE') },
  post: { roles: ['VILLAGE'], steps: ['PUBLICITY'], guard: notPosted },
  correctPublicity: { roles: ['VILLAGE'], steps: ['PUBLICITY'], guard: stillHangs },
  hearObjection: { roles: ['GRID', ...VILLAGE, ...TOWN, 'COUNTY_CLERK'], steps: ['PUBLICITY'], guard: hangs },
  answerObjection: { roles: [...VILLAGE, ...TOWN], steps: ['PUBLICITY'], guard: didNotVerify },
  closePublicity: { roles: ['SYSTEM'], steps: ['PUBLICITY'], guard: isOver },
  townReview: { roles: ['TOWN_LEADER'], steps: ['TOWN'], guard: alone('TOWN') },
  countyDecide: { roles: ['COUNTY_LEADER'], steps: ['COUNTY'], guard: alone('COUNTY') },
  mark: { roles: TOWN, steps: ['MARK'] },
  withdraw: { roles: VILLAGE, steps: ['PROPOSED', 'VERIFY', 'APPRAISAL', 'PUBLICITY', 'TOWN'] },
  leave: { roles: ['TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK'], steps: null, guard: isThere },
};
const ACT_NAMES = Object.keys(EXIT_ACTS) as ExitAct[];

/** Relatives of the family do none of these (domain.md 1.1). */
const JUDGING: ReadonlySet<ExitAct> = new Set<ExitAct>([
  'propose',
  'proposeRollBack',
  'agree',
  'verify',
  'signVerification',
  'appraise',
  'answerObjection',
  'townReview',
  'countyDecide',
]);

type Permit = { ok: true; actor: Actor } | { ok: false; refusal: Refusal };

/** The lock before every act, as for cases: HIDDEN, ROLE, STATE, GUARD, in this order. */
export function permitExit(e: Exit, caller: Caller, act: ExitAct, context: Pick<ExitContext, 'now'>): Permit {
  const rule = EXIT_ACTS[act];
  const standings = standingsOn(e.standing, caller);
  const fit = rule.roles.flatMap((role) => standings.filter((one) => one.role === role));
  const own = fit.find(({ onBehalfOf }) => onBehalfOf === undefined);
  const candidates = own === undefined ? fit : [own];
  if (candidates.length === 0) {
    const known = mayRead(e.standing, caller) || rolesOn(e.standing, caller).length > 0;
    return { ok: false, refusal: known ? refuse('ROLE', 'ROLE_MAY_NOT') : refuse('HIDDEN', 'NOT_FOUND') };
  }
  const elsewhere = outOfStep(e, rule);
  if (elsewhere !== null) return { ok: false, refusal: elsewhere };
  let held: Refusal | null = null;
  for (const standing of candidates) {
    const actor: Actor = { personId: caller.personId, name: caller.name, ...standing };
    const kin =
      JUDGING.has(act) && e.standing.kin.some(({ personId }) => answerFor(actor).includes(personId))
        ? refuse('GUARD', 'KIN_MUST_STEP_BACK')
        : null;
    const refusal = kin ?? rule.guard?.(e, actor, context) ?? null;
    if (refusal === null) return { ok: true, actor };
    held ??= refusal;
  }
  return { ok: false, refusal: held ?? refuse('ROLE', 'ROLE_MAY_NOT') };
}

function outOfStep({ round, status }: Exit, { steps }: Rule): Refusal | null {
  const at = round?.step ?? status;
  const fits = steps === null ? round === null : round !== null && steps.includes(round.step);
  return fits ? null : refuse('STATE', 'ELIM_WRONG_STEP', { step: at });
}

/** What the screens draw: the acts that are on for this caller now. */
export function allowedExitActs(e: Exit, caller: Caller, context: Pick<ExitContext, 'now'>): ExitAct[] {
  return ACT_NAMES.filter((act) => permitExit(e, caller, act, context).ok);
}

export type ExitDecision = { ok: true; actor: Actor; events: ExitEvent[] } | { ok: false; refusal: Refusal };

/** What follows from an act. Pure: the same arguments give the same answer. */
export function decideExit(e: Exit, command: ExitCommand, context: ExitContext): ExitDecision {
  const permitted = permitExit(e, context.caller, command.type, context);
  if (!permitted.ok) return permitted;
  const decider = DECIDERS[command.type] as Decider;
  const outcome = decider(e, command, permitted.actor, context);
  return Array.isArray(outcome)
    ? { ok: true, actor: permitted.actor, events: outcome }
    : { ok: false, refusal: outcome };
}

type Outcome = ExitEvent[] | Refusal;
type Decider = (e: Exit, command: ExitCommand, actor: Actor, context: ExitContext) => Outcome;

const DECIDERS: {
  [T in ExitAct]: (
    e: Exit,
    command: Extract<ExitCommand, { type: T }>,
    actor: Actor,
    context: ExitContext,
  ) => Outcome;
} = {
  suggest: (_e, { note }) => [{ type: 'Suggested', data: { note } }],

  /** The system's check: what stands in the way is named, kept and acted on; nobody can go past it. */
  propose(e, { research, reason }, _actor, context) {
    const wrong = visitRefused(e, research.visitedOn, context.now);
    if (wrong !== null) return wrong;
    const { mode } = research;
    const checked = checkedOn(research, context);
    return isReady(checked)
      ? [{ type: 'Proposed', data: { mode, research, checked, reason } }]
      : [{ type: 'ProposalRefused', data: { mode, research, checked } }];
  },

  suggestRollBack: (_e, { note }) => [{ type: 'RollBackSuggested', data: { note } }],

  proposeRollBack: (_e, { reason }) => [{ type: 'RollBackProposed', data: { reason } }],

  agree(e, { verifiers }) {
    const ids = verifiers.map(({ personId }) => personId);
    if (new Set(ids).size < ids.length) return refuse('INPUT', 'VERIFIERS_MUST_DIFFER', {}, 'verifiers');
    const outside = [...e.standing.parties, ...e.standing.kin].some(({ personId }) => ids.includes(personId));
    return outside
      ? refuse('INPUT', 'PARTY_CANNOT_VERIFY', {}, 'verifiers')
      : [{ type: 'ProposalAgreed', data: { verifiers } }];
  },

  giveBackVisit: (e, { personId, name }) =>
    owesLook(e, personId)
      ? [{ type: 'VisitGivenBack', data: { personId, name } }]
      : refuse('INPUT', 'NOT_A_VERIFIER', { names: '' }, 'personId'),

  verify(e, { research, family }, _actor, context) {
    const wrong = visitRefused(e, research.visitedOn, context.now);
    if (wrong !== null) return wrong;
    const { round } = e;
    const checked = checkedOn(research, context);
    const verified: ExitEvent = { type: 'Verified', data: { research, checked, family } };
    // What was found at the door counts; a mark that is taken back is taken back because something does not hold.
    return round?.kind === 'ROLLBACK' || isReady(checked)
      ? [verified]
      : [verified, ended('NOT_MET', '', unmet(checked))];
  },

  signVerification({ round }, { opinion, signatureId }, _actor, { profile }) {
    const complete = (round?.signatures.length ?? 0) + 1 >= profile.verification.minSigners;
    return [{ type: 'VerificationSigned', data: { opinion, signatureId, complete } }];
  },

  appraise(e, { type: _, ...meeting }, _actor, { now, profile }) {
    const metAt = new Date(meeting.metAt).toISOString();
    if (metAt > now || localDate(metAt) < localDate(e.round?.proposed.at ?? now))
      return refuse('INPUT', 'MEETING_TIME_OUT_OF_RANGE', {}, 'metAt');
    const refused =
      meetingRefused(meeting.attendees, profile) ?? votesRefused(meeting.attendees, meeting, e.standing.kin);
    if (refused !== null) return refused;
    const passed = passes(meeting.yes, votersOf(meeting.attendees, meeting.recusals));
    const appraised: ExitEvent = { type: 'Appraised', data: { ...meeting, metAt, passed } };
    return passed ? [appraised] : [appraised, ended('NOT_PASSED')];
  },

  post: (_e, { type: _, ...notice }) => [{ type: 'Posted', data: notice }],

  /** A corrected sheet in the old one's place (domain.md 3.3): what is open of it stays open. */
  correctPublicity: (_e, { type: _, ...notice }) => [{ type: 'PublicityCorrected', data: notice }],

  hearObjection: (_e, { type: _, ...heard }) => [{ type: 'ObjectionHeard', data: heard }],

  answerObjection({ round }, { type: _, ...answer }, actor) {
    const asked = round?.objections.find(({ id }) => id === answer.objectionId);
    if (asked === undefined || asked.answer !== null)
      return refuse('INPUT', 'UNKNOWN_OBJECTION', {}, 'objectionId');
    // Who objected is known by the name alone: whoever has it does not judge the own word, nor who lends the role.
    if (
      [actor.name, actor.onBehalfOf?.name].some((name) => name !== undefined && asked.objector.includes(name))
    )
      return refuse('GUARD', 'KIN_MUST_STEP_BACK');
    const answered: ExitEvent = { type: 'ObjectionAnswered', data: answer };
    return answer.verdict === 'UPHELD' ? [answered, ended('UPHELD', answer.answer)] : [answered];
  },

  closePublicity: () => [{ type: 'PublicityEnded', data: {} }],

  townReview: (_e, { agrees, opinion }) =>
    agrees ? [{ type: 'TownAccepted', data: { opinion } }] : [ended('RETURNED', opinion)],

  countyDecide: (_e, { agrees, opinion }) =>
    agrees ? [{ type: 'CountyDecided', data: { opinion } }] : [ended('NOT_AGREED', opinion)],

  /** With its announcement the mark is set, or taken back: the family is where it was, since the day on which it was. */
  mark({ round }, { noticeId }, _actor, { now, profile }) {
    if (round?.kind === 'ROLLBACK') return [{ type: 'RolledBack', data: { reason: round.reason, noticeId } }];
    const observeUntil = addMonths(localDate(now), profile.elimination.observeMonths);
    return [{ type: 'Marked', data: { mode: round?.mode ?? 'BY_SUPPORT', noticeId, observeUntil } }];
  },

  withdraw: (_e, { reason }) => [ended('WITHDRAWN', reason)],

  leave(_e, { type: _, ...left }, _actor, { now }) {
    return left.on > localDate(now)
      ? refuse('INPUT', 'DATE_OUT_OF_RANGE', {}, 'on')
      : [{ type: 'Left', data: left }];
  },
};

function checkedOn(
  research: z.infer<typeof ProposeInput>['research'],
  { facts, now, profile }: ExitContext,
): Checked[] {
  const labour = facts.labour;
  return checklist({ ...facts, labour, research, mode: research.mode, today: localDate(now) }, profile);
}

const ended = (
  how: Exclude<NonNullable<Round['ended']>['how'], 'DONE'>,
  reason = '',
  checked: Checked[] = [],
): ExitEvent => ({ type: 'ProposalEnded', data: { how, reason, checked } });

/** A visit of long ago says nothing of today. */
const VISIT_DAYS = 60;

function visitRefused(e: Exit, on: LocalDate, now: Instant): Refusal | null {
  const today = localDate(now);
  const since = addDays(today, -VISIT_DAYS);
  return on > today || on < since || on < e.identifiedOn
    ? refuse('INPUT', 'VISIT_DATE_OUT_OF_RANGE', {}, 'research.visitedOn')
    : null;
}

function onTheList({ status }: Exit): Refusal | null {
  return status === 'ACTIVE' ? null : refuse('STATE', 'ELIM_WRONG_STEP', { step: status });
}

function isThere({ status }: Exit): Refusal | null {
  return hasLeft(status) ? refuse('STATE', 'ELIM_WRONG_STEP', { step: status }) : null;
}

function marked({ status }: Exit): Refusal | null {
  return status === 'ELIMINATED' ? null : refuse('STATE', 'ELIM_WRONG_STEP', { step: status });
}

function lacksVerifiers(e: Exit, actor: Actor): Refusal | null {
  return e.round?.step === 'VERIFY' && e.round.verifiers.length >= 2
    ? refuse('STATE', 'ELIM_WRONG_STEP', { step: e.round.step })
    : anotherThanProposed(e, actor);
}

/** Whether a person was sent to look at the family and has not signed what was found. */
export function owesLook({ round }: Exit, personId: string): boolean {
  return (
    round?.step === 'VERIFY' &&
    round.verifiers.some((one) => one.personId === personId) &&
    !round.signatures.some(({ actor }) => actor.personId === personId)
  );
}

/** Village and task force propose together: the second word is another person's. */
function anotherThanProposed({ round }: Exit, actor: Actor): Refusal | null {
  return round !== null && sameHand(round.proposed.actor, actor)
    ? refuse('GUARD', 'ELIM_SECOND_PERSON')
    : null;
}

function isVerifier({ round }: Exit, { personId }: Actor): Refusal | null {
  const names = round?.verifiers.map(({ name }) => name).join('、') ?? '';
  return round?.verifiers.some((one) => one.personId === personId)
    ? null
    : refuse('GUARD', 'NOT_A_VERIFIER', { names });
}

function signsOnce(e: Exit, actor: Actor): Refusal | null {
  if (e.round?.verified == null) return refuse('GUARD', 'VERIFICATION_NOT_RECORDED');
  if (e.round.signatures.some((one) => sameHand(one.actor, actor))) return refuse('GUARD', 'ALREADY_SIGNED');
  return isVerifier(e, actor);
}

const NEXT_TO = { VILLAGE: ['TOWN'], TOWN: ['VILLAGE', 'COUNTY'], COUNTY: ['TOWN'] } as const;

function alone(level: keyof typeof NEXT_TO) {
  return ({ round }: Exit, actor: Actor): Refusal | null =>
    round?.signers.some(
      (one) => answerFor(actor).includes(one.personId) && NEXT_TO[level].some((next) => next === one.level),
    )
      ? refuse('GUARD', 'SAME_PERSON_TWO_LEVELS')
      : null;
}

function notPosted({ round }: Exit): Refusal | null {
  return round?.publicity == null ? null : refuse('GUARD', 'PUBLICITY_ALREADY_POSTED');
}

function stillHangs({ round }: Exit, _actor: Actor, { now }: Pick<ExitContext, 'now'>): Refusal | null {
  if (round?.publicity == null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
  return localDate(now) > round.publicity.lastDay ? refuse('GUARD', 'PUBLICITY_OVER') : null;
}

function hangs({ round }: Exit, _actor: Actor, { now }: Pick<ExitContext, 'now'>): Refusal | null {
  if (round?.publicity == null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
  return localDate(now) > round.publicity.lastDay ? refuse('GUARD', 'OBJECTION_TOO_LATE') : null;
}

/** Whoever looked does not judge what is said of the look. */
function didNotVerify({ round }: Exit, actor: Actor): Refusal | null {
  return round?.verifiers.some(({ personId }) => answerFor(actor).includes(personId))
    ? refuse('GUARD', 'VERIFIER_CANNOT_HANDLE')
    : null;
}

/** The days are over, and no objection waits for its answer. */
function isOver({ round }: Exit, _actor: Actor, { now }: Pick<ExitContext, 'now'>): Refusal | null {
  if (round?.publicity == null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
  if (round.objections.some(({ answer }) => answer === null)) return refuse('GUARD', 'ELIM_OBJECTION_OPEN');
  const { lastDay } = round.publicity;
  return localDate(now) > lastDay ? null : refuse('GUARD', 'PUBLICITY_NOT_OVER', { lastDay });
}
