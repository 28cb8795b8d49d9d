import { type Actor, answerFor, type Caller, type Role } from '@shared/access';
import { type Instant, type LocalDate, localDate } from '@shared/calendar';
import { type Refusal, refuse } from '@shared/casework/refusal';
import type { z } from '@shared/zod';
import { type MeasureState, UNDER_WAY } from './codes';
import type { ConfirmInput, SignPlanInput, StepInput } from './inputs';
import type { Measure, MeasureEvent } from './measure';

/** What somebody wants to do to a measure that is there. */
export type MeasureCommand =
  | StepInput
  | ({ do: 'agree' } & z.infer<typeof SignPlanInput>)
  | ({ do: 'confirm' } & z.infer<typeof ConfirmInput>);
export type MeasureAct = MeasureCommand['do'];

/** Who somebody is to a family's help. */
export interface HelpStanding {
  caller: Caller;
  /** By party, office in the region, assignment (HELPER) or department that answers for this measure (DEPT). */
  roles: readonly Role[];
  /** Declared a relative of the family, or standing in for one who is. */
  isKin: boolean;
  /** Whether the family has an own account here: then it confirms itself. */
  familyHasAccount: boolean;
  now: Instant;
}

interface Rule {
  states: readonly MeasureState[];
  roles: readonly Role[];
}

/** Who goes to a family and writes down for it. */
export const ON_THE_SPOT = ['HELPER', 'VILLAGE', 'TASKFORCE'] as const satisfies readonly Role[];
const OFFICES = [
  ...ON_THE_SPOT,
  'TOWN_CLERK',
  'TOWN_LEADER',
  'COUNTY_CLERK',
] as const satisfies readonly Role[];
/** Who says yes for a family without a phone, with a paper to show: domain.md 3.4, last row. */
const FOR_THE_FAMILY = ['PROXY', 'GRID', ...ON_THE_SPOT] as const satisfies readonly Role[];

/** Who may do what in which state (domain.md 1.4, 3.4). Screens draw from it, `decideMeasure` enforces it. */
export const MEASURE_ACTIONS: Readonly<Record<MeasureAct, Rule>> = {
  agree: { states: ['PLANNED'], roles: ['HOUSEHOLD', ...FOR_THE_FAMILY] },
  begin: { states: ['CONFIRMED'], roles: [...OFFICES, 'DEPT'] },
  land: { states: ['CONFIRMED', 'IN_PROGRESS'], roles: [...OFFICES, 'DEPT'] },
  confirm: { states: ['LANDED'], roles: ['HOUSEHOLD', ...FOR_THE_FAMILY] },
  judge: { states: ['LANDED'], roles: OFFICES },
  close: { states: ['EFFECTIVE'], roles: OFFICES },
  cancel: { states: UNDER_WAY, roles: OFFICES },
  notNeeded: { states: ['PLANNED', 'CONFIRMED'], roles: ['HOUSEHOLD', ...OFFICES] },
  change: { states: UNDER_WAY, roles: OFFICES },
};
export const MEASURE_ACTS = Object.keys(MEASURE_ACTIONS) as MeasureAct[];

/** Whether somebody of these roles may plan and record for a family at all. */
export const MAY_PLAN: readonly Role[] = OFFICES;

export type MeasurePermit = { ok: true; actor: Actor } | { ok: false; refusal: Refusal };

/** The lock before every command: refusals come in the order ROLE, STATE, GUARD. */
export function permitMeasure(m: Measure, standing: HelpStanding, act: MeasureAct): MeasurePermit {
  const rule = MEASURE_ACTIONS[act];
  const role = rule.roles.find((one) => standing.roles.includes(one));
  const no = (refusal: Refusal): MeasurePermit => ({ ok: false, refusal });
  if (role === undefined) return no(refuse('ROLE', 'ROLE_MAY_NOT'));
  if (!rule.states.includes(m.state)) return no(refuse('STATE', 'MEASURE_WRONG_STATE', { state: m.state }));
  if (role !== 'HOUSEHOLD' && standing.isKin) return no(refuse('GUARD', 'KIN_MUST_STEP_BACK'));
  const { personId, name } = standing.caller;
  const actor: Actor = { personId, name, role };
  const held = guard(m, standing, act, actor);
  return held === null ? { ok: true, actor } : no(held);
}

function guard(m: Measure, standing: HelpStanding, act: MeasureAct, actor: Actor): Refusal | null {
  if (act === 'judge' && m.receipt === null) return refuse('GUARD', 'MEASURE_NOT_CONFIRMED');
  if (act === 'confirm' && m.receipt !== null) return refuse('GUARD', 'ALREADY_CONFIRMED');
  if ((act === 'agree' || act === 'confirm') && actor.role !== 'HOUSEHOLD') {
    if (act === 'confirm' && standing.familyHasAccount) return refuse('GUARD', 'FAMILY_CONFIRMS_ITSELF');
    // Who says that it was given does not also say that it came.
    const giver = m.landing?.actor;
    if (act === 'confirm' && giver !== undefined && answerFor(giver).includes(actor.personId))
      return refuse('GUARD', 'SAME_HAND_CONFIRMS');
  }
  return null;
}

export type MeasureDecision =
  | { ok: true; actor: Actor; events: MeasureEvent[] }
  | { ok: false; refusal: Refusal };

/** Takes a measure and what somebody wants; gives what happened, or why not. */
export function decideMeasure(m: Measure, command: MeasureCommand, standing: HelpStanding): MeasureDecision {
  const permitted = permitMeasure(m, standing, command.do);
  if (!permitted.ok) return permitted;
  const decided = follow(m, command, permitted.actor, localDate(standing.now));
  return 'type' in decided
    ? { ok: true, actor: permitted.actor, events: [decided] }
    : { ok: false, refusal: decided };
}

function follow(m: Measure, command: MeasureCommand, actor: Actor, today: LocalDate): MeasureEvent | Refusal {
  switch (command.do) {
    case 'agree': {
      const { how, attachmentId } = command;
      return paperMissing(actor, attachmentId) ?? { type: 'Agreed', data: { how } };
    }
    case 'confirm': {
      const { received, how, attachmentId, text } = command;
      if (!received)
        return text === ''
          ? refuse('INPUT', 'SAY_WHAT_IS_MISSING', {}, 'text')
          : { type: 'NotReceived', data: { text } };
      return paperMissing(actor, attachmentId) ?? { type: 'Received', data: { how, attachmentId } };
    }
    case 'begin':
      return { type: 'Begun', data: { note: command.note } };
    case 'land': {
      const { do: _, ...landing } = command;
      return landingRefused(landing, today) ?? { type: 'Landed', data: landing };
    }
    case 'judge':
      return { type: 'Judged', data: { words: command.words } };
    case 'close':
      return { type: 'Closed', data: { words: command.words } };
    case 'cancel':
      return { type: 'Cancelled', data: { reason: command.reason } };
    case 'notNeeded':
      return { type: 'Declined', data: { reason: command.reason } };
    case 'change': {
      const { do: _, ...data } = command;
      return data.dueOn < today && data.dueOn !== m.dueOn
        ? refuse('INPUT', 'DUE_IN_PAST', {}, 'dueOn')
        : { type: 'Changed', data };
    }
  }
}

/** Somebody who says yes for a family shows the paper or the photo of it. */
function paperMissing(actor: Actor, attachmentId: string | null): Refusal | null {
  return actor.role !== 'HOUSEHOLD' && attachmentId === null
    ? refuse('INPUT', 'CONFIRM_NEEDS_PAPER', {}, 'attachmentId')
    : null;
}

/** What reached a family has a day that has come, and something to show for it: a paper, or words that name it. */
export function landingRefused(
  landing: { on: LocalDate; note: string; attachmentIds: readonly string[] },
  today: LocalDate,
): Refusal | null {
  if (landing.on > today) return refuse('INPUT', 'MEASURE_IN_FUTURE', {}, 'on');
  return landing.attachmentIds.length === 0 && landing.note === ''
    ? refuse('INPUT', 'LANDING_EVIDENCE', {}, 'note')
    : null;
}

/** A plan names no day that is over. */
export function planRefused(measures: readonly { dueOn: LocalDate }[], today: LocalDate): Refusal | null {
  const index = measures.findIndex(({ dueOn }) => dueOn < today);
  return index < 0 ? null : refuse('INPUT', 'DUE_IN_PAST', {}, `measures.${index}.dueOn`);
}
