import { answerFor, levelOfRole } from '@shared/access';
import { localDate } from '@shared/calendar';
import type { StepKey } from '@shared/procedure';
import { appraisalEvolvers } from './areas/appraisal';
import { assetFlagEvolvers } from './areas/asset-flags';
import { authorizationEvolvers } from './areas/authorization';
import { conductEvolvers } from './areas/conduct';
import { correctionEvolvers, undoableAfter } from './areas/correction';
import { dataCheckEvolvers } from './areas/data-check';
import { decisionEvolvers } from './areas/decision';
import { greenChannelEvolvers } from './areas/green-channel';
import { handoverEvolvers } from './areas/handover';
import { intakeEvolvers } from './areas/intake';
import { measureEvolvers } from './areas/measures';
import { objectionEvolvers } from './areas/objection';
import { publicityEvolvers } from './areas/publicity';
import { ratingEvolvers } from './areas/rating';
import { rejectionEvolvers } from './areas/rejection';
import { reminderEvolvers } from './areas/reminder';
import { reviewEvolvers } from './areas/review';
import { submissionEvolvers } from './areas/submission';
import { supplementEvolvers } from './areas/supplement';
import { triageEvolvers } from './areas/triage';
import { verificationEvolvers } from './areas/verification';
import { withdrawalEvolvers } from './areas/withdrawal';
import type { Case } from './case';
import type { CaseState } from './codes';
import type { CaseEvent, RecordedEvent } from './events';
import type { Evolvers } from './rules';

/**
 * Steps whose clock starts when a state is entered; verification and comparison start together (domain.md 3.1), and anew
 * when a case comes back to be looked at again.
 */
const STEPS_ENTERED: Partial<Record<CaseState, readonly StepKey[]>> = {
  SUBMITTED: ['accept'],
  ACCEPTED: ['verify', 'dataCheck'],
  VERIFYING: ['verify', 'dataCheck'],
  TRIAGE: ['triage'],
  PROPOSE_REJECT: ['propose_reject'],
  APPRAISAL: ['appraisal'],
  PUBLICITY: ['publicity'],
  COUNTY_DECISION: ['county'],
  ANNOUNCED: ['announce'],
  OBJECTION: ['objection'],
  REVIEW: ['review'],
};

/** Staff acts that count as signing at an office level (domain.md 1.4). Answers of departments and photographs do not. */
const SIGNING: ReadonlySet<RecordedEvent['type']> = new Set([
  'VerificationSigned',
  'TriageCompleted',
  'AppraisalRecorded',
  'TownReviewed',
  'RejectionOverturned',
  'InclusionDecided',
  'CaseRejected',
  'CaseReturned',
  'ReviewAnswered',
]);

/**
 * Folds one recorded event into the case. Takes the case so far (null before the first event) and the next event;
 * gives the new case and never changes its arguments.
 * @throws Error when the first event is not ReportSubmitted: a broken history, never a user's mistake.
 */
export function evolve(before: Case | null, event: RecordedEvent): Case {
  if (before === null) {
    if (event.type !== 'ReportSubmitted') throw new Error(`history begins with ${event.type}`);
    return opened(event);
  }
  const next: Case = { ...apply(before, event), version: event.seq };
  // The state before is not entered anew: its step goes on from the day on which it began.
  if (event.type === 'DecisionUndone') return next;
  const undoable = undoableAfter(before, event);
  return enterState(signed(declared({ ...next, undoable }, event), event), before.state, event);
}

/** Folds a whole history, oldest first. */
export function fold(events: readonly RecordedEvent[]): Case | null {
  return events.reduce<Case | null>(evolve, null);
}

function opened(event: RecordedEvent & { type: 'ReportSubmitted' }): Case {
  const { report, party, caseId, caseNo, profile, cluedAt, duplicateOf, previous, carried } = event.data;
  return {
    id: caseId,
    caseNo,
    version: event.seq,
    state: 'SUBMITTED',
    stateSince: event.at,
    profile,
    channel: report.channel,
    village: report.village,
    group: report.group,
    headName: report.headName,
    memberCount: report.memberCount,
    cluedAt,
    decidedAt: null,
    closedAt: null,
    report,
    parties: party === null ? [] : [party],
    handover: null,
    acceptedBy: null,
    verifiers: [],
    members: [],
    authorizations: {},
    consentsWithdrawn: [],
    verification: null,
    dataCheck: null,
    flagNotes: {},
    triage: null,
    appraisal: null,
    publicity: null,
    townReview: null,
    decision: null,
    announcement: null,
    rejection: null,
    supplements: [],
    withdrawal: null,
    measures: [],
    reminders: [],
    rating: null,
    greenChannel: null,
    secondReturn: null,
    returns: [],
    siteChecks: [],
    objections: [],
    delivery: null,
    review: null,
    duplicateOf,
    previous,
    carried,
    merged: null,
    takenIn: [],
    transfers: [],
    notAccepted: null,
    assists: [],
    kin: [],
    unrelated: [],
    falseStatement: null,
    falseStatementsDecided: [],
    removal: null,
    pastPublicities: [],
    pauses: [],
    steps: { accept: localDate(event.at) },
    signers: [],
    undoable: null,
  };
}

/** One fold an event; an area of the procedure brings its own. */
const EVOLVERS: Evolvers<Exclude<CaseEvent, { type: 'ReportSubmitted' }>> = {
  ...submissionEvolvers,
  ...verificationEvolvers,
  ...authorizationEvolvers,
  ...dataCheckEvolvers,
  ...assetFlagEvolvers,
  ...supplementEvolvers,
  ...triageEvolvers,
  ...appraisalEvolvers,
  ...publicityEvolvers,
  ...decisionEvolvers,
  ...rejectionEvolvers,
  ...correctionEvolvers,
  ...withdrawalEvolvers,
  ...handoverEvolvers,
  ...measureEvolvers,
  ...reminderEvolvers,
  ...ratingEvolvers,
  ...conductEvolvers,
  ...greenChannelEvolvers,
  ...intakeEvolvers,
  ...objectionEvolvers,
  ...reviewEvolvers,
};

function apply(c: Case, event: RecordedEvent): Case {
  if (event.type === 'ReportSubmitted') throw new Error('a case is submitted once');
  const evolver = EVOLVERS[event.type] as (c: Case, event: RecordedEvent) => Case;
  return evolver(c, event);
}

function enterState(c: Case, from: CaseState, event: RecordedEvent): Case {
  const to = event.to ?? from;
  if (to === from) return c;
  const on = localDate(event.at);
  // Back from the family, from an inquiry, from an office that was asked to give it back: the step goes on, it does not begin anew.
  const resuming =
    event.type === 'DecisionRecalled' ||
    (from === 'SUPPLEMENT' && to === c.supplements.at(-1)?.resumeTo) ||
    (from === 'OBJECTION' && to === 'PUBLICITY');
  const started = resuming
    ? {}
    : Object.fromEntries((STEPS_ENTERED[to] ?? []).map((step) => [step, on] as const));
  return {
    ...c,
    state: to,
    stateSince: event.at,
    steps: { ...c.steps, ...started },
    pauses: pausesAfter(c, from, to, event.at),
  };
}

/**
 * What stops the clock while it lasts (profile.clock.pauseOn decides what counts): papers of the family, the inquiry of
 * an objection, a second round of publicity. A case that lapses keeps its pause open: it may be taken up again.
 */
function pausesAfter(c: Case, from: CaseState, to: CaseState, at: string): Case['pauses'] {
  if (to === 'EXPIRED' || from === 'EXPIRED') return c.pauses;
  const closed = c.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
  const kind = to === 'SUPPLEMENT' || to === 'OBJECTION' ? to : rerunsIn(c, to) ? 'RERUN' : null;
  return kind === null ? closed : [...closed, { kind, from: at, to: null }];
}

function rerunsIn(c: Case, to: CaseState): boolean {
  return to === 'PUBLICITY' && c.pastPublicities.length > 0;
}

/** Each one once, by the first word: it is of the person, not of the act. */
function declared(c: Case, { kinshipDeclared, actor, at }: RecordedEvent): Case {
  if (kinshipDeclared !== true || c.unrelated.some(({ personId }) => personId === actor.personId)) return c;
  const { personId, name } = actor;
  return { ...c, unrelated: [...c.unrelated, { personId, name, at }] };
}

function signed(c: Case, event: RecordedEvent): Case {
  if (!SIGNING.has(event.type)) return c;
  const level = levelOfRole(event.actor.role);
  if (level === 'NONE' || level === 'HOUSEHOLD') return c;
  const signers = answerFor(event.actor).map((personId) => ({ personId, level }));
  return { ...c, signers: [...c.signers, ...signers] };
}
