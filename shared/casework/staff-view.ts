import { CASE_WORKERS, type Caller, ROLES, type Role, rolesOn } from '@shared/access';
import type { Assessment, Prompt } from '@shared/assessment';
import { incomeWindow } from '@shared/assessment';
import { daysBetween, type Instant, type LocalDate, localDate } from '@shared/calendar';
import { maskId, maskPhone } from '@shared/people';
import type { Profile } from '@shared/procedure';
import { z } from '@shared/zod';
import { type AllowedAction, allowedActions } from './actions';
import { asksBank } from './areas/authorization';
import { undoSecondsLeft } from './areas/correction';
import { isAdult } from './areas/data-check';
import { helpPapersDueOn, helpWithoutPapers } from './areas/green-channel';
import { mayKnowObjector } from './areas/objection';
import { openReminder } from './areas/reminder';
import type { PreviousCase } from './areas/submission';
import type { Case, Objection } from './case';
import { CASE_STATES, CHANNELS, isClosed } from './codes';
import {
  assetFlags,
  type ComparisonStatement,
  comparisonStatement,
  type FlagWarning,
  flagWarnings,
  type RaisedFlag,
} from './comparison';
import { clockOf, dueOn, type Holder, holderOf, planOf, stepOf } from './deadlines';
import { type Escalation, escalations } from './escalations';
import type { RecordedEvent } from './events';
import { familyReads, PLAIN_STEPS } from './household-view';
import type { MemberInput } from './inputs';
import { proposalOf, type TriageProposal } from './proposal';
import { isReturned } from './queues';

/** A nested record whose own module checks it; described in the OpenAPI document as an object. */
const record = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

/** One line of a staff queue: what the `cases` row holds, nothing sensitive. */
export const QueueRow = z.object({
  id: z.string(),
  caseNo: z.string(),
  headName: z.string(),
  group: z.string(),
  village: z.string(),
  memberCount: z.number().nullable(),
  state: z.enum(CASE_STATES),
  channel: z.enum(CHANNELS),
  holder: z.enum(['HOUSEHOLD', 'VILLAGE', 'TOWN', 'COUNTY', 'NOBODY']),
  dueOn: z.string().nullable(),
  capDueOn: z.string(),
  paused: z.boolean(),
  withdrawalAsked: z.boolean(),
  /** The family asked why nothing happens, and waits for an answer. */
  reminded: z.boolean(),
  /** Sent back by the township or the county, and not there again yet. */
  returned: z.boolean(),
  /** What the queue says under the name, e.g. one signature missing. */
  waitingFor: z.enum([
    'NOTHING',
    'VERIFIERS',
    'VERIFICATION_RECORD',
    'SECOND_SIGNATURE',
    'DATA_REQUEST',
    'DATA_ANSWERS',
    'BOARD_PHOTO',
    'PUBLICITY_END',
    'DUPLICATE',
    'SECOND_RETURN',
    'REVIEWERS',
    'REVIEW_VISITS',
    'REVIEW_ANSWER',
    'HEARING',
    'FALSE_STATEMENT',
  ]),
});
export type QueueRow = z.infer<typeof QueueRow>;

/** The queue's line for a case, folded again with each event. Its dates do not move with the time of day. */
export function queueRow(c: Case, profile: Profile, now: Instant): QueueRow {
  const clock = clockOf(c, profile, now);
  return {
    id: c.id,
    caseNo: c.caseNo,
    headName: c.headName,
    group: c.group,
    village: c.village,
    memberCount: c.memberCount,
    state: c.state,
    channel: c.channel,
    holder: holderOf(c),
    dueOn: dueOn(c, profile, now),
    capDueOn: clock.capDueOn,
    paused: clock.paused,
    withdrawalAsked: c.withdrawal !== null && c.withdrawal.confirmedAt === null,
    reminded: openReminder(c) !== null,
    returned: isReturned(c),
    waitingFor: waitingFor(c),
  };
}

function waitingFor(c: Case): QueueRow['waitingFor'] {
  if (c.falseStatement !== null && !isClosed(c.state))
    return c.falseStatement.hearing === null ? 'HEARING' : 'FALSE_STATEMENT';
  if (c.secondReturn !== null) return 'SECOND_RETURN';
  switch (c.state) {
    case 'SUBMITTED':
      return c.duplicateOf === null ? 'NOTHING' : 'DUPLICATE';
    case 'REVIEW':
      if ((c.review?.verifiers.length ?? 0) < 2) return 'REVIEWERS';
      return (c.review?.findings.length ?? 0) < 2 ? 'REVIEW_VISITS' : 'REVIEW_ANSWER';
    case 'VERIFYING':
      if (c.verifiers.length < 2) return 'VERIFIERS';
      if (c.verification === null) return 'VERIFICATION_RECORD';
      return c.verification.signatures.length === 0 ? 'NOTHING' : 'SECOND_SIGNATURE';
    case 'DATA_CHECK':
      return c.dataCheck === null ? 'DATA_REQUEST' : 'DATA_ANSWERS';
    case 'PUBLICITY':
      return c.publicity === null ? 'BOARD_PHOTO' : 'PUBLICITY_END';
    default:
      return 'NOTHING';
  }
}

export interface HistoryLine {
  seq: number;
  type: RecordedEvent['type'];
  at: Instant;
  actorName: string;
  actorRole: Role;
  /** In whose stead; absent when in the own name. */
  onBehalfOf?: string;
  from: string;
  to: string;
  /** What the actor wrote; internal, never shown to the public or the family. */
  opinion: string;
  /** Whoever signed said that the family is no kin (domain.md 1.1). */
  unrelated?: true;
}

const MemberView = z.object({
  key: z.string(),
  name: z.string(),
  relation: z.string(),
  idNoMasked: z.string().nullable(),
  birthDate: z.string().nullable(),
  away: z.boolean(),
  adult: z.boolean(),
  authorized: z.boolean(),
  /** What stands under the signature; null when it was given without a text of ours. */
  consent: z
    .object({ on: z.string(), textVersion: z.string(), bank: z.boolean().nullable(), digest: z.string() })
    .nullable(),
});

/** What a clerk sees of a case. ID numbers and phones are masked; revealing one is an operation of its own. */
export const StaffCaseView = z.object({
  id: z.string(),
  caseNo: z.string(),
  version: z.number(),
  /** China date of the answer: the phone's own calendar may be wrong, and the local stack's clock can be moved. */
  today: z.string(),
  state: z.enum(CASE_STATES),
  village: z.string(),
  group: z.string(),
  headName: z.string(),
  memberCount: z.number().nullable(),
  channel: z.enum(CHANNELS),
  roles: z.array(z.enum(ROLES)),
  holder: z.custom<Holder>((v) => typeof v === 'string'),
  dueOn: z.string().nullable(),
  overdueDays: z.number(),
  /** How long this step may take by the case's own rules; null when nothing is due. */
  stepLimit: z.object({ limit: z.number(), unit: z.enum(['NATURAL', 'WORKING']) }).nullable(),
  clock: z.object({
    cluedOn: z.string(),
    capDueOn: z.string(),
    grossDays: z.number(),
    netDays: z.number(),
    pausedDays: z.number(),
    paused: z.boolean(),
    severity: z.enum(['NORMAL', 'AMBER', 'RED']),
    capDays: z.number(),
    unit: z.enum(['NATURAL', 'WORKING']),
  }),
  profile: z.object({
    code: z.string(),
    version: z.number(),
    name: z.string(),
    lineFen: z.number(),
    quorum: z.number(),
    minSigners: z.number(),
    publicityDays: z.number(),
    /** Whether bank deposits are a question of their own (ux.md 13.2). */
    asksBank: z.boolean(),
    /** For figures and prompts that follow what a cadre types, by the rules of this case's profile. */
    netReference: record<Profile['netReference']>(),
    triggers: record<Profile['triggers']>(),
  }),
  incomeWindow: z.object({ from: z.string(), to: z.string() }),
  report: z.object({
    idNoMasked: z.string().nullable(),
    phoneMasked: z.string().nullable(),
    reporter: z.object({
      relation: z.string(),
      name: z.string(),
      reason: z.string(),
      readBack: z.boolean().optional(),
    }),
    phrases: z.array(z.string()),
    text: z.string(),
    voiceId: z.string().nullable(),
    riskTypes: z.array(z.string()),
    needs: z.array(z.string()),
    photoIds: z.array(z.string()),
  }),
  members: z.array(MemberView),
  verifiers: z.array(z.object({ personId: z.string(), name: z.string(), office: z.string() })),
  verification: record<{
    record: NonNullable<Case['verification']>['record'];
    assessment: Assessment;
    prompts: Prompt[];
    signatures: { name: string; at: Instant; opinion: string }[];
    completed: boolean;
  }>().nullable(),
  /** Answers are there for the county and for those who verify; others read the statement. */
  dataCheck: record<NonNullable<Case['dataCheck']>>().nullable(),
  flags: z.array(record<RaisedFlag>()),
  /** What whoever writes an opinion should know of the flags; it holds nobody up. */
  flagWarnings: z.array(z.custom<FlagWarning>((v) => typeof v === 'string')),
  comparison: record<ComparisonStatement>().nullable(),
  triage: record<NonNullable<Case['triage']>>().nullable(),
  appraisal: record<NonNullable<Case['appraisal']>>().nullable(),
  publicity: record<NonNullable<Case['publicity']>>().nullable(),
  decision: record<NonNullable<Case['decision']>>().nullable(),
  rejection: record<NonNullable<Case['rejection']>>().nullable(),
  supplements: z.array(record<Case['supplements'][number]>()),
  withdrawal: record<NonNullable<Case['withdrawal']>>().nullable(),
  measures: z.array(record<MeasureView>()),
  consentsWithdrawn: z.array(record<Case['consentsWithdrawn'][number]>()),
  reminders: z.array(record<Case['reminders'][number]>()),
  rating: record<NonNullable<Case['rating']>>().nullable(),
  greenChannel: record<NonNullable<Case['greenChannel']>>().nullable(),
  secondReturn: record<NonNullable<Case['secondReturn']>>().nullable(),
  returns: z.array(record<Case['returns'][number]>()),
  siteChecks: z.array(record<Case['siteChecks'][number]>()),
  objections: z.array(record<ObjectionView>()),
  delivery: record<NonNullable<Case['delivery']>>().nullable(),
  review: record<NonNullable<Case['review']>>().nullable(),
  notAccepted: record<NonNullable<Case['notAccepted']>>().nullable(),
  /** Another open case of the same ID number: this one is to be merged into it. */
  duplicate: z.boolean(),
  /** Its id: whoever may read that case too can lay both reports side by side. */
  duplicateOf: z.string().nullable(),
  merged: record<NonNullable<Case['merged']>>().nullable(),
  takenIn: z.array(record<Case['takenIn'][number]>()),
  transfers: z.array(record<Case['transfers'][number]>()),
  assists: z.array(record<Case['assists'][number]>()),
  kin: z.array(record<Case['kin'][number]>()),
  falseStatement: record<NonNullable<Case['falseStatement']>>().nullable(),
  falseStatementsDecided: z.array(record<Case['falseStatementsDecided'][number]>()),
  removal: record<NonNullable<Case['removal']>>().nullable(),
  /** The family's last case that is over, with the people that were in it: to confirm, not to type again. */
  previous: record<PreviousView>().nullable(),
  /** History of the case in the county that sent it here. */
  carried: z.array(record<Case['carried'][number]>()),
  /** What the figures and the visit suggest, each with its reason; a person decides. */
  proposal: record<TriageProposal>().nullable(),
  /** Target date of this step and those to come. */
  targets: z.array(record<ReturnType<typeof planOf>[number]>()),
  /** The step in hand as the family reads it, and by when; null when nothing is due of the offices. */
  familyReads: z.object({ step: z.enum(PLAIN_STEPS), dueOn: z.string() }).nullable(),
  /** What is getting late, and who must be told. */
  escalations: z.array(record<Escalation>()),
  history: z.array(record<HistoryLine>()),
  actions: z.array(record<AllowedAction>()),
  /** Seconds in which this reader may still take back the own decision; 0 when there is none. */
  undoSeconds: z.number(),
});
export type StaffCaseView = z.infer<typeof StaffCaseView>;

/** An objection as staff read it: never with who made it, which is revealed one by one (`reviews.reveal`). */
export type ObjectionView = Omit<Objection, 'objector' | 'takenBy' | 'byPersonId'> & {
  anonymous: boolean;
  /** The answer comes into the objector's own inbox. */
  inbox: boolean;
  /** This reader handles it: may hear the voice, see the photos, and ask for the name with a reason. */
  handles: boolean;
};

/** A voice and a handwriting are known in a village: they go with the name (domain.md 3.3, 6.6). */
function objectionView(c: Case, caller: Caller, o: Objection): ObjectionView {
  const { takenBy: _, byPersonId, objector, voiceId, photoIds, ...shown } = o;
  const handles = mayKnowObjector(c, caller, o);
  return {
    ...shown,
    voiceId: handles ? voiceId : null,
    photoIds: handles ? photoIds : [],
    anonymous: objector === null,
    inbox: byPersonId !== null,
    handles,
  };
}

/** A measure, with the day by which the papers of a help that came first must be there. */
export type MeasureView = Case['measures'][number] & { papersDueOn: LocalDate | null };

function measuresView(c: Case, profile: Profile): MeasureView[] {
  const missing = helpWithoutPapers(c);
  return c.measures.map((measure, index) => ({
    ...measure,
    papersDueOn: missing.includes(index) ? helpPapersDueOn(measure.on, profile) : null,
  }));
}

export type PreviousView = Omit<PreviousCase, 'members'> & {
  members: (Omit<MemberInput, 'idNo'> & { idNoMasked: string | null })[];
};

function previousView(previous: PreviousCase | null): PreviousView | null {
  if (previous === null) return null;
  const members = previous.members.map(({ idNo, ...member }) => ({
    ...member,
    idNoMasked: idNo === null ? null : maskId(idNo),
  }));
  return { ...previous, members };
}

/** Roles that may read money and departments' answers (domain.md 1.1: the grid sees no bank data). */
const MAY_SEE_FIGURES: readonly Role[] = CASE_WORKERS;

function limitOf({ state }: Case, { steps }: Profile): StaffCaseView['stepLimit'] {
  const step = stepOf(state);
  if (step === null || !(step in steps)) return null;
  const { limit, unit } = steps[step as keyof Profile['steps']];
  return { limit, unit };
}

/** Exemptions and flags are the county's own to see (scenarios F08), beside those who explain them in the village. */
export function staffView(
  c: Case,
  history: readonly RecordedEvent[],
  caller: Caller,
  profile: Profile,
  now: Instant,
): StaffCaseView {
  const roles = rolesOn(c, caller);
  const figures = roles.some((role) => MAY_SEE_FIGURES.includes(role));
  const due = dueOn(c, profile, now);
  const today = localDate(now);
  return {
    id: c.id,
    caseNo: c.caseNo,
    version: c.version,
    today,
    state: c.state,
    village: c.village,
    group: c.group,
    headName: c.headName,
    memberCount: c.memberCount,
    channel: c.channel,
    roles,
    holder: holderOf(c),
    dueOn: due,
    stepLimit: limitOf(c, profile),
    overdueDays: due !== null && due < today ? daysBetween(due, today) : 0,
    clock: { ...clockOf(c, profile, now), capDays: profile.clock.capDays, unit: profile.clock.unit },
    profile: {
      code: profile.code,
      version: profile.version,
      name: profile.name,
      lineFen: profile.line.perCapitaFen,
      quorum: profile.appraisal.quorum,
      minSigners: profile.verification.minSigners,
      publicityDays: profile.publicity.days,
      asksBank: asksBank(profile),
      netReference: profile.netReference,
      triggers: profile.triggers,
    },
    incomeWindow: incomeWindow(localDate(c.cluedAt)),
    report: {
      idNoMasked: c.report.idNo === null ? null : maskId(c.report.idNo),
      phoneMasked: c.report.phone === null ? null : maskPhone(c.report.phone),
      reporter: c.report.reporter,
      phrases: c.report.difficulty.phrases,
      text: c.report.difficulty.text,
      voiceId: c.report.difficulty.voiceId,
      riskTypes: c.report.riskTypes,
      needs: c.report.needs,
      photoIds: c.report.photoIds,
    },
    members: c.members.map((member) => memberView(member, c, now)),
    verifiers: c.verifiers,
    verification: figures && c.verification !== null ? verificationView(c.verification) : null,
    ...comparisonView(c, caller, roles, profile),
    triage: figures ? c.triage : null,
    appraisal: c.appraisal,
    publicity: c.publicity,
    decision: c.decision,
    rejection: figures ? rejectionView(c, caller) : null,
    supplements: c.supplements,
    withdrawal: c.withdrawal,
    measures: measuresView(c, profile),
    consentsWithdrawn: c.consentsWithdrawn,
    reminders: c.reminders,
    rating: c.rating,
    greenChannel: c.greenChannel,
    secondReturn: c.secondReturn,
    returns: c.returns,
    siteChecks: c.siteChecks,
    objections: c.objections.map((o) => objectionView(c, caller, o)),
    delivery: c.delivery,
    review: c.review,
    notAccepted: c.notAccepted,
    duplicate: c.duplicateOf !== null,
    duplicateOf: c.duplicateOf,
    merged: c.merged,
    takenIn: c.takenIn,
    transfers: c.transfers,
    assists: c.assists,
    kin: c.kin,
    falseStatement: figures ? c.falseStatement : null,
    falseStatementsDecided: figures ? c.falseStatementsDecided : [],
    removal: c.removal,
    previous: figures ? previousView(c.previous) : null,
    carried: c.carried,
    proposal: figures ? proposalOf(c, now) : null,
    targets: planOf(c, profile, now),
    familyReads: familyReads(c, profile, now),
    escalations: escalations(c, profile, now),
    history: history.map(historyLine),
    actions: allowedActions(c, caller, { profile, now }),
    undoSeconds: undoSecondsLeft(c, caller, now),
  };
}

const MAY_SEE_FLAGS: readonly Role[] = ['COUNTY_CLERK', 'COUNTY_LEADER'];

/** What a department found is for the county, and for the two who have to explain it (scenarios F08). */
export function maySeeFlags(c: Case, caller: Caller): boolean {
  const roles = rolesOn(c, caller);
  const verifies = c.verifiers.some(({ personId }) => personId === caller.personId);
  return roles.some((role) => MAY_SEE_FLAGS.includes(role) || (verifies && MAY_SEE_FIGURES.includes(role)));
}

function rejectionView(c: Case, caller: Caller): Case['rejection'] {
  const { rejection } = c;
  if (rejection === null || rejection.dossier === null || maySeeFlags(c, caller)) return rejection;
  return { ...rejection, dossier: { ...rejection.dossier, answers: [] } };
}

function comparisonView(
  c: Case,
  caller: Caller,
  roles: readonly Role[],
  profile: Profile,
): Pick<StaffCaseView, 'dataCheck' | 'flags' | 'flagWarnings' | 'comparison'> {
  const check = c.dataCheck;
  if (check === null || !roles.some((role) => MAY_SEE_FIGURES.includes(role)))
    return { dataCheck: null, flags: [], flagWarnings: [], comparison: null };
  const flags = assetFlags(c, profile);
  const disputed = check.disputes.some(({ closedAt }) => closedAt === null);
  const seen = maySeeFlags(c, caller);
  return {
    dataCheck: seen ? check : { ...check, answers: [], disputes: [] },
    flags: seen ? flags : [],
    flagWarnings: flagWarnings(flags, disputed),
    comparison: comparisonStatement(c, profile),
  };
}

function memberView(member: MemberInput, c: Case, now: Instant) {
  return {
    key: member.key,
    name: member.name,
    relation: member.relation,
    idNoMasked: member.idNo === null ? null : maskId(member.idNo),
    birthDate: member.birthDate,
    away: member.away,
    adult: isAdult(member, now),
    authorized: c.authorizations[member.key] !== undefined,
    consent: consentView(c, member.key),
  };
}

function consentView(c: Case, key: string): StaffCaseView['members'][number]['consent'] {
  const signed = c.authorizations[key];
  if (!signed?.consent) return null;
  const { textVersion, bank, digest } = signed.consent;
  return { on: localDate(signed.at), textVersion, bank, digest };
}

function verificationView(v: NonNullable<Case['verification']>) {
  const masked = v.record.members.map((m) => ({ ...m, idNo: m.idNo === null ? null : maskId(m.idNo) }));
  const { contact } = v.record;
  return {
    record: {
      ...v.record,
      members: masked,
      ...(contact !== undefined && {
        contact: { ...contact, phone: contact.phone === null ? null : maskPhone(contact.phone) },
      }),
    },
    assessment: v.assessment,
    prompts: v.prompts,
    signatures: v.signatures.map((s) => ({ name: s.actor.name, at: s.at, opinion: s.opinion })),
    completed: v.completedAt !== null,
  };
}

function historyLine(event: RecordedEvent): HistoryLine {
  const written = 'opinion' in event.data ? event.data.opinion : '';
  return {
    seq: event.seq,
    type: event.type,
    at: event.at,
    actorName: event.actor.name,
    actorRole: event.actor.role,
    ...(event.actor.onBehalfOf !== undefined && { onBehalfOf: event.actor.onBehalfOf.name }),
    from: event.from,
    to: event.after,
    opinion: typeof written === 'string' ? written : '',
    ...(event.kinshipDeclared && { unrelated: true }),
  };
}
