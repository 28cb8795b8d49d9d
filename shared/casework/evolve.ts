import { levelOfRole } from '@shared/access';
import { localDate } from '@shared/calendar';
import type { StepKey } from '@shared/procedure';
import type { Case } from './case';
import { type CaseState, HEAD_KEY, isClosed } from './codes';
import type { RecordedEvent } from './events';
import type { MemberInput } from './inputs';
import { knownMember, samePerson } from './members';

/** Steps whose clock starts when a state is entered; verification and comparison start together (domain.md 3.1). */
const STEPS_ENTERED: Partial<Record<CaseState, readonly StepKey[]>> = {
  SUBMITTED: ['accept'],
  ACCEPTED: ['verify', 'dataCheck'],
  TRIAGE: ['triage'],
  PROPOSE_REJECT: ['propose_reject'],
  APPRAISAL: ['appraisal'],
  PUBLICITY: ['publicity'],
  COUNTY_DECISION: ['county'],
  ANNOUNCED: ['announce'],
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
  return enterState(signed(next, event), before.state, event);
}

/** Folds a whole history, oldest first. */
export function fold(events: readonly RecordedEvent[]): Case | null {
  return events.reduce<Case | null>(evolve, null);
}

function opened(event: RecordedEvent & { type: 'ReportSubmitted' }): Case {
  const { report, party, caseId, caseNo, profile, cluedAt } = event.data;
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
    parties: [party],
    acceptedBy: null,
    verifiers: [],
    members: [],
    authorizations: {},
    verification: null,
    dataCheck: null,
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
    pauses: [],
    steps: { accept: localDate(event.at) },
    signers: [],
  };
}

function apply(c: Case, event: RecordedEvent): Case {
  const by = { actor: event.actor, at: event.at };
  switch (event.type) {
    case 'ReportSubmitted':
      throw new Error('a case is submitted once');
    case 'CaseAccepted':
      return { ...c, acceptedBy: by };
    case 'VerifiersAssigned':
      return { ...c, verifiers: event.data.verifiers };
    case 'AuthorizationSigned': {
      const { memberKey, method, signatureId } = event.data;
      return {
        ...c,
        authorizations: { ...c.authorizations, [memberKey]: { method, signatureId, at: event.at } },
      };
    }
    case 'VerificationRecorded': {
      const { record, members, assessment, prompts } = event.data;
      // A changed record is a new text: earlier signatures stood under the old one.
      return {
        ...c,
        group: record.group,
        headName: members.find((m) => m.key === HEAD_KEY)?.name ?? c.headName,
        authorizations: stillSigned(c, members),
        members,
        memberCount: members.length,
        verification: {
          record,
          assessment,
          prompts,
          recordedAt: event.at,
          signatures: [],
          completedAt: null,
        },
      };
    }
    case 'VerificationSigned':
      return withVerification(c, (v) => ({
        ...v,
        signatures: [...v.signatures, { ...by, ...event.data }],
      }));
    case 'VerificationCompleted':
      return withVerification(c, (v) => ({ ...v, completedAt: event.at }));
    case 'DataCheckRequested':
      return { ...c, dataCheck: { ...event.data, requestedAt: event.at, answers: [], completedAt: null } };
    case 'DataCheckAnswered':
      return c.dataCheck === null
        ? c
        : {
            ...c,
            dataCheck: { ...c.dataCheck, answers: mergeAnswers(c.dataCheck.answers, event.data.answers) },
          };
    case 'DataCheckCompleted':
      return c.dataCheck === null ? c : { ...c, dataCheck: { ...c.dataCheck, completedAt: event.at } };
    case 'TriageCompleted':
      return { ...c, triage: { ...event.data, ...by } };
    case 'RejectionOverturned':
      return c;
    case 'AppraisalRecorded':
      return { ...c, appraisal: { ...event.data, ...by } };
    case 'PublicityPosted': {
      const { photoId, ...window } = event.data;
      return {
        ...c,
        publicity: { ...window, postedAt: event.at, startPhotoId: photoId, endPhotoId: null, endedAt: null },
      };
    }
    case 'BoardPhotographed':
      return c.publicity === null
        ? c
        : { ...c, publicity: { ...c.publicity, endPhotoId: event.data.photoId } };
    case 'PublicityEnded':
      return c.publicity === null
        ? c
        : {
            ...c,
            publicity: { ...c.publicity, endedAt: event.at },
            // The review is counted from the last day of publicity, not from the minute the timer saw it end.
            steps: { ...c.steps, town: c.publicity.lastDay },
          };
    case 'TownReviewed':
      return { ...c, townReview: { ...by, ...event.data } };
    case 'InclusionDecided':
      return { ...c, decision: { ...by, ...event.data }, decidedAt: event.at };
    case 'AnnouncementPosted':
      return { ...c, announcement: { ...by, ...event.data } };
    case 'HouseholdIncluded':
      return { ...c, closedAt: event.at };
    case 'CaseRejected':
      return { ...c, rejection: { ...by, ...event.data }, decidedAt: event.at, closedAt: event.at };
    case 'SupplementRequested': {
      const { items, resumeTo } = event.data;
      return {
        ...c,
        supplements: [
          ...c.supplements,
          { items, resumeTo, requestedAt: event.at, provided: {}, completedAt: null },
        ],
        steps: { ...c.steps, supplement: localDate(event.at) },
      };
    }
    case 'SupplementProvided':
      return withLastSupplement(c, (round) => ({
        ...round,
        provided: {
          ...round.provided,
          ...Object.fromEntries(
            event.data.answers.map(({ key, ...answer }) => [key, { ...answer, at: event.at }]),
          ),
        },
      }));
    case 'SupplementCompleted':
      return withLastSupplement(c, (round) => ({ ...round, completedAt: event.at }));
    case 'WithdrawalRequested':
      return { ...c, withdrawal: { reason: event.data.reason, requestedAt: event.at, confirmedAt: null } };
    case 'WithdrawalDeclined':
      return { ...c, withdrawal: null };
    case 'CaseWithdrawn':
      return {
        ...c,
        closedAt: event.at,
        withdrawal: c.withdrawal === null ? null : { ...c.withdrawal, confirmedAt: event.at },
      };
    case 'MeasureRecorded':
      return { ...c, measures: [...c.measures, { ...event.data, at: event.at }] };
    default:
      return unreachable(event);
  }
}

function enterState(c: Case, from: CaseState, event: RecordedEvent): Case {
  const to = event.to ?? from;
  if (to === from) return c;
  const on = localDate(event.at);
  const resuming = from === 'SUPPLEMENT';
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

/** SUPPLEMENT stops the clock (profile.clock.pauseOn decides whether the pause counts); leaving it starts it again. */
function pausesAfter(c: Case, from: CaseState, to: CaseState, at: string): Case['pauses'] {
  if (to === 'SUPPLEMENT') return [...c.pauses, { from: at, to: null }];
  if (from === 'SUPPLEMENT' || isClosed(to))
    return c.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
  return c.pauses;
}

function signed(c: Case, event: RecordedEvent): Case {
  if (!SIGNING.has(event.type)) return c;
  const level = levelOfRole(event.actor.role);
  if (level === 'NONE' || level === 'HOUSEHOLD') return c;
  return { ...c, signers: [...c.signers, { personId: event.actor.personId, level }] };
}

function withVerification(
  c: Case,
  change: (v: NonNullable<Case['verification']>) => NonNullable<Case['verification']>,
): Case {
  return c.verification === null ? c : { ...c, verification: change(c.verification) };
}

function withLastSupplement(
  c: Case,
  change: (round: Case['supplements'][number]) => Case['supplements'][number],
): Case {
  return {
    ...c,
    supplements: c.supplements.map((round, i) => (i === c.supplements.length - 1 ? change(round) : round)),
  };
}

/** A signature belongs to a person, not to a line of the form: it goes when another person is written there (I2). */
function stillSigned(c: Case, members: readonly MemberInput[]): Case['authorizations'] {
  const kept = Object.entries(c.authorizations).filter(([key]) => {
    const before = knownMember(c, key);
    const now = members.find((member) => member.key === key);
    return before !== undefined && now !== undefined && samePerson(before, now);
  });
  return Object.fromEntries(kept);
}

type Answers = NonNullable<Case['dataCheck']>['answers'];

/** A department's newer answer replaces its older one. */
function mergeAnswers(old: Answers, fresh: Answers): Answers {
  const renewed = new Set(fresh.map((a) => a.department));
  return [...old.filter((a) => !renewed.has(a.department)), ...fresh];
}

function unreachable(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}
