import type { Actor, Caller } from '@shared/access';
import { assess, incomeWindow, prompts, type TriggerFacts } from '@shared/assessment';
import { add, addDays, type Instant, localDate } from '@shared/calendar';
import { ageOn, checkIdNumber } from '@shared/people';
import { type Profile, publicityWindow } from '@shared/procedure';
import { permit } from './actions';
import type { Case } from './case';
import { type CaseState, FAMILY_RELATIONS, HEAD_KEY, type RejectionReason } from './codes';
import type { Command } from './commands';
import type { CaseEvent, NonInclusionDossier } from './events';
import type { MemberInput } from './inputs';
import { knownMember } from './members';
import { type Refusal, refuse } from './refusal';
import { isProvided, openSupplementItems, workingState } from './supplements';

export interface DecideContext {
  caller: Caller;
  now: Instant;
  profile: Profile;
}

export type Decision = { ok: true; actor: Actor; events: CaseEvent[] } | { ok: false; refusal: Refusal };

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
type Outcome = CaseEvent[] | Refusal;

/** ID number (or card) under which a person is queried; a person of unknown age counts as adult. */
const ADULT_AGE = 18;
/** domain.md 3.3: a dossier is looked at again after three months. */
const REVISIT_DAYS = 90;

/**
 * The heart of the procedure: takes a case (null for `submit`), a command, who asks, when and under which profile;
 * gives the events that happened and the role in which they were done, or a refusal. Pure: same arguments, same answer.
 * `allowedActions` and `decide` share one lock (`permit`), so that they cannot disagree.
 */
export function decide(c: Case | null, command: Command, context: DecideContext): Decision {
  if (command.type === 'submit')
    return c === null ? submit(command, context) : refused(refuse('STATE', 'WRONG_STATE'));
  if (c === null) return refused(refuse('HIDDEN', 'NOT_FOUND'));
  const permitted = permit(c, context.caller, command.type, context);
  if (!permitted.ok) return refused(permitted.refusal);
  const outcome = perform(c, command, permitted.actor, context);
  return Array.isArray(outcome) ? { ok: true, actor: permitted.actor, events: outcome } : refused(outcome);
}

function refused(refusal: Refusal): Decision {
  return { ok: false, refusal };
}

/** Anybody may report; staff report as the proxy of the family, and are never its handlers afterwards. */
function submit(command: CommandOf<'submit'>, { caller }: DecideContext): Decision {
  if (caller.kind !== 'PERSON') return refused(refuse('ROLE', 'ROLE_MAY_NOT'));
  // Without the other case's number: whoever types somebody's ID number need not be of that family.
  if (command.openCaseNo !== null) return refused(refuse('GUARD', 'DUPLICATE_OPEN_CASE', {}, 'idNo'));
  const { report, caseId, caseNo, profile, cluedAt } = command;
  const as = FAMILY_RELATIONS.includes(report.reporter.relation) ? 'HOUSEHOLD' : 'PROXY';
  return {
    ok: true,
    actor: { personId: caller.personId, name: caller.name, role: as },
    events: [
      {
        type: 'ReportSubmitted',
        to: 'SUBMITTED',
        data: { caseId, caseNo, profile, report, cluedAt, party: { personId: caller.personId, as } },
      },
    ],
  };
}

function perform(
  c: Case,
  command: Exclude<Command, { type: 'submit' }>,
  actor: Actor,
  context: DecideContext,
): Outcome {
  switch (command.type) {
    case 'accept':
      return accept(c, command);
    case 'assignVerifiers':
      return (
        verifiersRefused(c, command.verifiers) ?? [
          { type: 'VerifiersAssigned', data: { verifiers: command.verifiers } },
        ]
      );
    case 'recordAuthorization':
      return recordAuthorization(c, command);
    case 'recordVerification':
      return recordVerification(c, command, context);
    case 'signVerification':
      return signVerification(c, command, actor, context.profile);
    case 'requestDataCheck':
      return requestDataCheck(c, command, context.now);
    case 'answerDataCheck':
      return answerDataCheck(c, command);
    case 'requestSupplement':
      return requestSupplement(c, command);
    case 'provideSupplement':
      return provideSupplement(c, command);
    case 'triage':
      return triage(command);
    case 'confirmRejection':
      return [reject(c, c.triage?.reasonCode ?? 'R10', command.opinion, context)];
    case 'overturnRejection':
      return [{ type: 'RejectionOverturned', to: 'APPRAISAL', data: { opinion: command.opinion } }];
    case 'recordAppraisal':
      return recordAppraisal(c, command, context);
    case 'postPublicity': {
      const window = publicityWindow(context.now, context.profile);
      return [
        {
          type: 'PublicityPosted',
          data: { noticeId: command.noticeId, photoId: command.photoId, ...window },
        },
      ];
    }
    case 'photographBoard':
      return [{ type: 'BoardPhotographed', data: { photoId: command.photoId } }];
    case 'closePublicity':
      return [{ type: 'PublicityEnded', to: 'TOWN_REVIEW', data: {} }];
    case 'townReview':
      return [{ type: 'TownReviewed', to: 'COUNTY_DECISION', data: { opinion: command.opinion } }];
    case 'countyDecide':
      return countyDecide(c, command, context);
    case 'announce':
      return announce(c, command);
    case 'requestWithdrawal':
      return [{ type: 'WithdrawalRequested', data: { reason: command.reason } }];
    case 'confirmWithdrawal':
      return command.voluntary
        ? [{ type: 'CaseWithdrawn', to: 'WITHDRAWN', data: { by: command.by, note: command.note } }]
        : [{ type: 'WithdrawalDeclined', data: { note: command.note } }];
    case 'recordMeasure': {
      const { type: _, ...measure } = command;
      return measure.on > localDate(context.now)
        ? refuse('INPUT', 'MEASURE_IN_FUTURE', {}, 'on')
        : [{ type: 'MeasureRecorded', data: measure }];
    }
    default:
      return unreachable(command);
  }
}

function accept(c: Case, command: CommandOf<'accept'>): Outcome {
  return (
    verifiersRefused(c, command.verifiers) ?? [
      { type: 'CaseAccepted', to: 'ACCEPTED', data: {} },
      { type: 'VerifiersAssigned', to: 'VERIFYING', data: { verifiers: command.verifiers } },
    ]
  );
}

/** Two different people verify, and nobody who is a party to the case (domain.md 1.1). */
function verifiersRefused(c: Case, verifiers: readonly { personId: string }[]): Refusal | null {
  const ids = new Set(verifiers.map((v) => v.personId));
  if (ids.size !== verifiers.length) return refuse('INPUT', 'VERIFIERS_MUST_DIFFER', {}, 'verifiers');
  return c.parties.some((p) => ids.has(p.personId))
    ? refuse('INPUT', 'PARTY_CANNOT_VERIFY', {}, 'verifiers')
    : null;
}

function recordAuthorization(c: Case, command: CommandOf<'recordAuthorization'>): Outcome {
  const { memberKey, method, signatureId } = command;
  const known = memberKey === HEAD_KEY || c.members.some((m) => m.key === memberKey);
  if (!known) return refuse('INPUT', 'UNKNOWN_MEMBER', {}, 'memberKey');
  if (c.authorizations[memberKey]) return refuse('INPUT', 'ALREADY_AUTHORIZED', {}, 'memberKey');
  const events: CaseEvent[] = [{ type: 'AuthorizationSigned', data: { memberKey, method, signatureId } }];
  // A signature that was asked back for is thereby given: nobody has to hand it in twice.
  const asked = openSupplementItems(c).find((i) => i.kind === 'SIGNATURE' && i.memberKey === memberKey);
  if (c.state !== 'SUPPLEMENT' || asked === undefined) return events;
  const answers = [
    {
      key: asked.key,
      attachmentIds: signatureId === null ? [] : [signatureId],
      text: '',
      askForHelp: false,
    },
  ];
  return [...events, ...supplementEvents(c, answers)];
}

function recordVerification(
  c: Case,
  command: CommandOf<'recordVerification'>,
  { now, profile }: DecideContext,
): Outcome {
  const { type: _, ...typed } = command;
  const record = { ...typed, members: typed.members.map((member) => withKnownIdNo(c, member)) };
  const today = localDate(now);
  if (record.visitedOn > today || record.visitedOn < localDate(c.cluedAt))
    return refuse('INPUT', 'VISIT_DATE_OUT_OF_RANGE', {}, 'visitedOn');
  const keys = new Set(record.members.map((m) => m.key));
  if (keys.size !== record.members.length) return refuse('INPUT', 'MEMBER_KEYS_REPEAT', {}, 'members');
  const heads = record.members.filter((m) => m.relation === 'HEAD');
  if (heads.length !== 1 || heads[0]?.key !== HEAD_KEY) return refuse('INPUT', 'HEAD_MISSING', {}, 'members');
  if (record.sheet.members > record.members.length)
    return refuse(
      'INPUT',
      'SHEET_MEMBERS_DIFFER',
      { sheet: record.sheet.members, members: record.members.length },
      'sheet.members',
    );
  const window = incomeWindow(localDate(c.cluedAt));
  if (record.sheet.window.from !== window.from || record.sheet.window.to !== window.to)
    return refuse('INPUT', 'SHEET_WINDOW_WRONG', { ...window }, 'sheet.window');
  const assessment = assess(record.sheet, profile);
  const facts: TriggerFacts = { ...record.findings, risks: c.report.riskTypes, sheet: record.sheet };
  return [
    {
      type: 'VerificationRecorded',
      data: {
        record,
        members: record.members,
        assessment,
        prompts: prompts(facts, assessment, profile),
      },
    },
  ];
}

/**
 * Staff see ID numbers masked and cannot type back what they do not see: a number left out stays as it was known,
 * but never passes to another name under the same key.
 */
function withKnownIdNo(c: Case, member: MemberInput): MemberInput {
  const before = knownMember(c, member.key);
  return member.idNo === null && before?.name === member.name ? { ...member, idNo: before.idNo } : member;
}

function signVerification(
  c: Case,
  command: CommandOf<'signVerification'>,
  actor: Actor,
  profile: Profile,
): Outcome {
  const signature: CaseEvent = {
    type: 'VerificationSigned',
    data: { opinion: command.opinion, signatureId: command.signatureId },
  };
  const signers = new Set(c.verification?.signatures.map((s) => s.actor.personId));
  signers.add(actor.personId);
  if (signers.size < profile.verification.minSigners) return [signature];
  const next: CaseState = c.dataCheck?.completedAt ? 'TRIAGE' : 'DATA_CHECK';
  return [signature, { type: 'VerificationCompleted', to: next, data: {} }];
}

/** I2: no comparison without a valid authorisation covering each person to be queried; minors are not queried. */
function requestDataCheck(c: Case, command: CommandOf<'requestDataCheck'>, now: Instant): Outcome {
  const asked = command.memberKeys.map((key) => c.members.find((m) => m.key === key));
  if (asked.some((m) => m === undefined)) return refuse('INPUT', 'UNKNOWN_MEMBER', {}, 'memberKeys');
  const members = asked.filter((m) => m !== undefined);
  const minor = members.find((m) => !isAdult(m, now));
  if (minor) return refuse('INPUT', 'MINOR_CANNOT_BE_QUERIED', { name: minor.name }, 'memberKeys');
  const unsigned = members.filter((m) => c.authorizations[m.key] === undefined);
  if (unsigned.length > 0)
    return refuse(
      'INPUT',
      'AUTHORIZATION_MISSING',
      { names: unsigned.map((m) => m.name).join('、') },
      'memberKeys',
    );
  const { memberKeys, departments } = command;
  return [
    {
      type: 'DataCheckRequested',
      data: { memberKeys: [...new Set(memberKeys)], departments: [...new Set(departments)] },
    },
  ];
}

/**
 * Takes a member and the time. The ID number tells the birth date before a typed one does (domain.md 4.3.1); a person
 * whose birth date is unknown counts as an adult, so a signature is asked for.
 */
export function isAdult(member: MemberInput, now: Instant): boolean {
  const birthDate = birthDateOf(member.idNo) ?? member.birthDate;
  return birthDate === null || ageOn(birthDate, localDate(now)) >= ADULT_AGE;
}

function birthDateOf(idNo: string | null): string | null {
  const checked = idNo === null ? null : checkIdNumber(idNo);
  return checked?.ok ? checked.birthDate : null;
}

function answerDataCheck(c: Case, command: CommandOf<'answerDataCheck'>): Outcome {
  const asked = c.dataCheck?.departments ?? [];
  const stranger = command.answers.find((a) => !asked.includes(a.department));
  if (stranger)
    return refuse('INPUT', 'DEPARTMENT_NOT_ASKED', { department: stranger.department }, 'answers');
  const answered = new Set([...(c.dataCheck?.answers ?? []), ...command.answers].map((a) => a.department));
  const events: CaseEvent[] = [{ type: 'DataCheckAnswered', data: { answers: command.answers } }];
  if (!asked.every((department) => answered.has(department))) return events;
  const completed: CaseEvent = { type: 'DataCheckCompleted', data: {} };
  return [...events, c.state === 'DATA_CHECK' ? { ...completed, to: 'TRIAGE' } : completed];
}

function requestSupplement(c: Case, command: CommandOf<'requestSupplement'>): Outcome {
  const keys = new Set(command.items.map((i) => i.key));
  if (keys.size !== command.items.length) return refuse('INPUT', 'SUPPLEMENT_ITEM_KEYS_REPEAT', {}, 'items');
  // One-time notification (domain.md 3.2): what was visible the first time is not asked for later without a reason.
  if (c.supplements.length > 0 && command.supervisorReason === '')
    return refuse('INPUT', 'SECOND_RETURN_NEEDS_REASON', {}, 'supervisorReason');
  return [
    {
      type: 'SupplementRequested',
      to: 'SUPPLEMENT',
      data: { items: command.items, resumeTo: c.state, supervisorReason: command.supervisorReason },
    },
  ];
}

type SupplementAnswers = CommandOf<'provideSupplement'>['answers'];

function provideSupplement(c: Case, command: CommandOf<'provideSupplement'>): Outcome {
  const open = new Set(openSupplementItems(c).map((i) => i.key));
  const stranger = command.answers.find((a) => !open.has(a.key));
  if (stranger) return refuse('INPUT', 'UNKNOWN_SUPPLEMENT_ITEM', {}, 'answers');
  const empty = command.answers.find((a) => a.text === '' && a.attachmentIds.length === 0 && !a.askForHelp);
  if (empty) return refuse('INPUT', 'EMPTY_SUPPLEMENT_ANSWER', {}, 'answers');
  return supplementEvents(c, command.answers);
}

function supplementEvents(c: Case, answers: SupplementAnswers): CaseEvent[] {
  const given = new Map(answers.map((a) => [a.key, a]));
  const stillOpen = openSupplementItems(c).filter((item) => !isProvided(given.get(item.key)));
  const provided: CaseEvent = { type: 'SupplementProvided', data: { answers } };
  return stillOpen.length > 0
    ? [provided]
    : [provided, { type: 'SupplementCompleted', to: workingState(c), data: {} }];
}

function triage(command: CommandOf<'triage'>): Outcome {
  const { type: _, ...proposal } = command;
  if (proposal.proposal === 'INCLUDE') {
    if (proposal.householdType === null || proposal.risks.length === 0)
      return refuse(
        'INPUT',
        'TYPE_AND_RISKS_NEEDED',
        {},
        proposal.householdType === null ? 'householdType' : 'risks',
      );
    return [{ type: 'TriageCompleted', to: 'APPRAISAL', data: { ...proposal, reasonCode: null } }];
  }
  if (proposal.reasonCode === null) return refuse('INPUT', 'REASON_NEEDED', {}, 'reasonCode');
  return [{ type: 'TriageCompleted', to: 'PROPOSE_REJECT', data: proposal }];
}

/** Quorum, recusal and the sum of votes, domain.md 1.2; more yes than half of those who voted passes. */
function recordAppraisal(
  c: Case,
  command: CommandOf<'recordAppraisal'>,
  { now, profile }: DecideContext,
): Outcome {
  const { type: _, ...minutes } = command;
  const metAt = new Date(minutes.metAt).toISOString();
  if (metAt > now || localDate(metAt) < localDate(c.cluedAt))
    return refuse('INPUT', 'MEETING_TIME_OUT_OF_RANGE', {}, 'metAt');
  const present = new Set(minutes.attendees.map((a) => `${a.name}/${a.role}`));
  if (present.size !== minutes.attendees.length) return refuse('INPUT', 'ATTENDEE_REPEATS', {}, 'attendees');
  const held = meetingRefused(minutes.attendees, profile);
  if (held !== null) return held;
  const absent = minutes.recusals.find((r) => !minutes.attendees.some((a) => a.name === r.name));
  if (absent) return refuse('INPUT', 'RECUSED_NOT_PRESENT', { name: absent.name }, 'recusals');
  const voters = minutes.attendees.length - new Set(minutes.recusals.map((r) => r.name)).size;
  const votes = minutes.yes + minutes.no + minutes.abstain;
  if (votes !== voters) return refuse('INPUT', 'VOTES_DO_NOT_ADD_UP', { votes, voters }, 'yes');
  const passed = minutes.yes * 2 > voters;
  return [
    {
      type: 'AppraisalRecorded',
      to: passed ? 'PUBLICITY' : 'PROPOSE_REJECT',
      data: { ...minutes, metAt, passed },
    },
  ];
}

/** Enough people, an odd number where the county wants one, enough villagers among them (domain.md 1.2). */
function meetingRefused(
  attendees: CommandOf<'recordAppraisal'>['attendees'],
  { appraisal }: Profile,
): Refusal | null {
  const have = attendees.length;
  if (have < appraisal.quorum)
    return refuse('INPUT', 'QUORUM', { need: appraisal.quorum, have }, 'attendees');
  if (appraisal.oddOnly && have % 2 === 0) return refuse('INPUT', 'ATTENDEES_ODD', { have }, 'attendees');
  const villagers = attendees.filter((a) => a.role === 'VILLAGER').length;
  const need = Math.ceil((appraisal.minVillagerShare ?? 0) * have);
  return villagers < need ? refuse('INPUT', 'TOO_FEW_VILLAGERS', { need, villagers }, 'attendees') : null;
}

function countyDecide(c: Case, command: CommandOf<'countyDecide'>, context: DecideContext): Outcome {
  if (command.decision === 'NOT_INCLUDE')
    return command.reasonCode === null
      ? refuse('INPUT', 'REASON_NEEDED', {}, 'reasonCode')
      : [reject(c, command.reasonCode, command.opinion, context)];
  const { householdType, risks, opinion } = command;
  if (householdType === null || risks.length === 0)
    return refuse('INPUT', 'TYPE_AND_RISKS_NEEDED', {}, householdType === null ? 'householdType' : 'risks');
  return [{ type: 'InclusionDecided', to: 'ANNOUNCED', data: { householdType, risks, opinion } }];
}

function announce(c: Case, command: CommandOf<'announce'>): Outcome {
  if (c.decision === null) return refuse('STATE', 'WRONG_STATE', { state: c.state });
  const { householdType, risks } = c.decision;
  return [
    { type: 'AnnouncementPosted', data: { noticeId: command.noticeId } },
    // I5: type and risks are frozen here; later changes are events of the monitored household.
    { type: 'HouseholdIncluded', to: 'INCLUDED', data: { householdType, risks } },
  ];
}

/** A refusal owns a dossier whenever a mandatory prompt fired, so that the case cannot close without it (domain.md 3.3). */
function reject(c: Case, reasonCode: RejectionReason, opinion: string, context: DecideContext): CaseEvent {
  const today = localDate(context.now);
  return {
    type: 'CaseRejected',
    to: 'REJECTED',
    data: {
      reasonCode,
      opinion,
      noticeDueOn: add(
        today,
        context.profile.steps.refusalNotice.limit,
        context.profile.steps.refusalNotice.unit,
      ),
      dossier: dossier(c, reasonCode, opinion, addDays(today, REVISIT_DAYS)),
    },
  };
}

function dossier(
  c: Case,
  reasonCode: RejectionReason,
  reason: string,
  revisitOn: string,
): NonInclusionDossier | null {
  const mandatory = c.verification?.prompts.filter((p) => p.mandatoryDossier) ?? [];
  if (c.verification === null || mandatory.length === 0) return null;
  return {
    prompts: mandatory,
    assessment: c.verification.assessment,
    findings: c.verification.record.findings,
    answers: c.dataCheck?.answers ?? [],
    reasonCode,
    reason,
    revisitOn,
  };
}

function unreachable(command: never): never {
  throw new Error(`unknown command ${JSON.stringify(command)}`);
}
