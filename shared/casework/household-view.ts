import { levelOfRole } from '@shared/access';
import type { Instant, LocalDate } from '@shared/calendar';
import { daysBetween, localDate } from '@shared/calendar';
import { maskId, maskPhone } from '@shared/people';
import type { Profile, StepKey } from '@shared/procedure';
import { z } from '@shared/zod';
import { asksBank } from './areas/authorization';
import { isAdult } from './areas/data-check';
import { proxyOf } from './areas/handover';
import { rateUntil } from './areas/rating';
import { reviewUntil } from './areas/review';
import type { Case } from './case';
import {
  CASE_STATES,
  type CaseState,
  HEAD_KEY,
  isClosed,
  NEEDS,
  NOT_ACCEPTED_REASONS,
  REJECTION_REASONS,
  RETURN_TARGETS,
  REVIEW_OUTCOMES,
  RISK_TYPES,
  SUPPLEMENT_HELPERS,
  SUPPLEMENT_KINDS,
  SUPPLEMENT_PAPERS,
} from './codes';
import { clockOf, dueOn, holderOf, planOf } from './deadlines';
import type { MemberInput } from './inputs';
import { openSupplementItems, reopenUntil, workingState } from './supplements';

/** The eight steps that family and clerk call by the same names (ux.md 6). */
export const PLAIN_STEPS = [
  'SUBMITTED',
  'ACCEPTED',
  'VERIFYING',
  'DATA_CHECK',
  'APPRAISAL',
  'PUBLICITY',
  'REVIEW',
  'RESULT',
] as const;
export type PlainStep = (typeof PLAIN_STEPS)[number];

const STATE_TO_PLAIN: Partial<Record<CaseState, PlainStep>> = {
  SUBMITTED: 'ACCEPTED',
  ACCEPTED: 'VERIFYING',
  VERIFYING: 'VERIFYING',
  DATA_CHECK: 'DATA_CHECK',
  TRIAGE: 'APPRAISAL',
  PROPOSE_REJECT: 'APPRAISAL',
  APPRAISAL: 'APPRAISAL',
  PUBLICITY: 'PUBLICITY',
  OBJECTION: 'PUBLICITY',
  REVIEW: 'RESULT',
  TOWN_REVIEW: 'REVIEW',
  COUNTY_DECISION: 'REVIEW',
  ANNOUNCED: 'RESULT',
};

const PLAN_STEP: Record<PlainStep, StepKey | 'result' | null> = {
  SUBMITTED: null,
  ACCEPTED: 'accept',
  VERIFYING: 'verify',
  DATA_CHECK: 'dataCheck',
  APPRAISAL: 'appraisal',
  PUBLICITY: 'publicity',
  REVIEW: 'county',
  RESULT: 'result',
};

const Contact = z.object({ office: z.string(), name: z.string(), phone: z.string() });
export type Contact = z.infer<typeof Contact>;

/** What the family itself sees of its case. Dates are China dates; codes are turned into sentences by shared/messages. */
export const HouseholdCaseView = z.object({
  id: z.string(),
  caseNo: z.string(),
  version: z.number(),
  village: z.string(),
  group: z.string(),
  headName: z.string(),
  memberCount: z.number().nullable(),
  state: z.enum(CASE_STATES),
  cluedOn: z.string(),
  daysUsed: z.number(),
  netDays: z.number(),
  paused: z.boolean(),
  dueOn: z.string().nullable(),
  overdueDays: z.number(),
  resultDueOn: z.string(),
  holder: z.object({
    level: z.enum(['HOUSEHOLD', 'VILLAGE', 'TOWN', 'COUNTY', 'NOBODY']),
    contact: Contact.nullable(),
  }),
  steps: z.array(
    z.object({
      key: z.enum(PLAIN_STEPS),
      status: z.enum(['DONE', 'NOW', 'LATE', 'TODO']),
      /** Day it was done, or by which it must be done. */
      on: z.string().nullable(),
      who: z.array(z.string()),
    }),
  ),
  /** Who comes to the house, each with the office that sends them. */
  visitors: z.array(z.object({ name: z.string(), office: z.string() })),
  missing: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(SUPPLEMENT_KINDS),
      what: z.string(),
      why: z.string(),
      memberKey: z.string().nullable(),
      helpAsked: z.boolean(),
      /** Which paper it is, for its drawing; who can help with it. */
      paper: z.enum(SUPPLEMENT_PAPERS).nullable(),
      helper: z.enum(SUPPLEMENT_HELPERS).nullable(),
    }),
  ),
  supplementDueOn: z.string().nullable(),
  unsigned: z.array(z.object({ memberKey: z.string(), name: z.string(), away: z.boolean() })),
  /** Every adult of the family with what she agreed to, while that can still be done or taken back. */
  adults: z.array(
    z.object({
      memberKey: z.string(),
      name: z.string(),
      away: z.boolean(),
      signed: z
        .object({
          on: z.string(),
          method: z.string(),
          /** Null where the bank is not a question of its own. */
          bank: z.boolean().nullable(),
          /** Signed on another phone, by a link: only taken back there. */
          elsewhere: z.boolean(),
          /** Whether the text that was signed can be shown. */
          text: z.boolean(),
        })
        .nullable(),
    }),
  ),
  /** Whether bank deposits are a question of their own (ux.md 13.2). */
  asksBank: z.boolean(),
  /** The last reminder of the family, and what came of it. */
  reminder: z
    .object({
      on: z.string(),
      answerBy: z.string(),
      answer: z.object({ on: z.string(), name: z.string(), note: z.string() }).nullable(),
    })
    .nullable(),
  rating: z.object({ stars: z.number(), words: z.string() }).nullable(),
  /** Last day on which the family may say how it was served; null while the case is open. */
  rateUntil: z.string().nullable(),
  publicity: z
    .object({
      noticeId: z.string(),
      firstDay: z.string(),
      lastDay: z.string(),
      daysLeft: z.number(),
      days: z.number(),
    })
    .nullable(),
  result: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('NONE') }),
    z.object({ kind: z.literal('INCLUDED'), on: z.string() }),
    z.object({ kind: z.literal('WITHDRAWN'), on: z.string() }),
    z.object({ kind: z.literal('MERGED'), on: z.string() }),
    z.object({ kind: z.literal('TRANSFERRED'), on: z.string() }),
    z.object({
      kind: z.literal('NOT_ACCEPTED'),
      on: z.string(),
      notAcceptedReason: z.enum(NOT_ACCEPTED_REASONS),
    }),
    /** Papers did not come; until that day the case can be taken up again. */
    z.object({ kind: z.literal('EXPIRED'), on: z.string(), reopenUntil: z.string() }),
    z.object({ kind: z.literal('REMOVED'), on: z.string() }),
    z.object({
      kind: z.literal('REJECTED'),
      on: z.string(),
      reasonCode: z.enum(REJECTION_REASONS),
      lineFen: z.number().nullable(),
      netPerCapitaFen: z.number().nullable(),
      referencePerCapitaFen: z.number().nullable(),
      /** When the village comes to look again, where the law asks for it (domain.md 3.3). */
      revisitOn: z.string().nullable(),
    }),
  ]),
  report: z.object({
    submittedAt: z.string(),
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
    hasVoice: z.boolean(),
    riskTypes: z.array(z.enum(RISK_TYPES)),
    needs: z.array(z.enum(NEEDS)),
    photoCount: z.number(),
  }),
  /** Number of the case that is over and that this one began from; null when it began with an empty form. */
  begunFrom: z.string().nullable(),
  /** A case that somebody else reported: whether the family took it over, and said that it is so. */
  handover: z.object({ takenOn: z.string().nullable(), confirmedOn: z.string().nullable() }).nullable(),
  withdrawal: z.enum(['NONE', 'ASKED', 'CONFIRMED']),
  mayWithdraw: z.boolean(),
  /** Names of the actions that this caller may take now (shared/casework/actions). */
  allowed: z.array(z.string()),
  /** The letter of a refusal: by when it must be there, and when it came. */
  refusalLetter: z.object({ dueOn: z.string(), deliveredOn: z.string().nullable() }).nullable(),
  /** 复核: whether it may be asked for and until when, or how it stands. Until null: the days have not begun. */
  review: z.object({
    mayAsk: z.boolean(),
    askUntil: z.string().nullable(),
    askedOn: z.string().nullable(),
    answerDueOn: z.string().nullable(),
    outcome: z.enum(REVIEW_OUTCOMES).nullable(),
    /** In how many days the township answers. */
    answerWithin: z.object({ limit: z.number(), unit: z.enum(['NATURAL', 'WORKING']) }),
    /** Who looks again. */
    reviewers: z.array(z.string()),
  }),
  /** Somebody objected; by when it is looked into. Never who, nor what. */
  objection: z.object({ answerDueOn: z.string().nullable() }).nullable(),
  /** Days for the papers were given once more. */
  moreTimeGiven: z.boolean(),
  /** It went to the place that is in charge: from when on, and the village's code. */
  transfer: z.object({ on: z.string(), village: z.string() }).nullable(),
  /** Sent back and not yet past that step again. By whom, when, and which step is done once more; no opinion. */
  returned: z
    .object({ on: z.string(), by: z.enum(['TOWN', 'COUNTY']), step: z.enum(RETURN_TARGETS) })
    .nullable(),
  /** Help first, papers after: since when, and what has come. Null: the usual order. */
  greenChannel: z
    .object({
      on: z.string(),
      help: z.array(z.object({ name: z.string(), on: z.string(), amountFen: z.number().nullable() })),
    })
    .nullable(),
  /** Something said by the family is being checked: since when, and when the family was heard. Never by whom. */
  hearing: z
    .object({
      since: z.string(),
      heardOn: z.string().nullable(),
      /** What the family said to it by itself. */
      ownWords: z.array(
        z.object({ on: z.string(), text: z.string(), hasVoice: z.boolean(), photoCount: z.number() }),
      ),
      /** When the county decided that it was false; what was cleared up is no longer shown. */
      decidedOn: z.string().nullable(),
    })
    .nullable(),
});
export type HouseholdCaseView = z.infer<typeof HouseholdCaseView>;

/** Offices of the case's village, township and county: who may be called about it. */
export interface Offices {
  village: Contact;
  town: Contact;
  county: Contact;
}

/**
 * The family's own view: where it stands, who holds it, by when, what is missing. Takes the case, its profile, the
 * offices to call, what this caller may do with it now, and the time. Never contains an internal note or a staff opinion.
 */
export function householdView(
  c: Case,
  profile: Profile,
  offices: Offices,
  allowed: readonly string[],
  now: Instant,
): HouseholdCaseView {
  const clock = clockOf(c, profile, now);
  const today = localDate(now);
  const due = dueOn(c, profile, now);
  const level = holderOf(c);
  const late = due !== null && due < today ? daysBetween(due, today) : 0;
  return {
    id: c.id,
    caseNo: c.caseNo,
    version: c.version,
    village: c.village,
    group: c.group,
    headName: c.headName,
    memberCount: c.memberCount,
    state: c.state,
    cluedOn: clock.cluedOn,
    daysUsed: clock.grossDays,
    netDays: clock.netDays,
    paused: clock.paused,
    dueOn: due,
    overdueDays: late,
    resultDueOn: clock.capDueOn,
    holder: {
      level,
      contact:
        level === 'VILLAGE' || level === 'HOUSEHOLD' ? villageContact(c, offices) : officeOf(level, offices),
    },
    // While papers are awaited it is not the office that is late.
    steps: plainSteps(c, profile, late > 0 && c.state !== 'SUPPLEMENT', now),
    visitors: c.verifiers.map(({ name, office }) => ({ name, office })),
    missing: missingItems(c),
    supplementDueOn: c.state === 'SUPPLEMENT' ? due : null,
    unsigned: unsignedAdults(c, now),
    adults: adultsOf(c, now).map((m) => ({
      memberKey: m.key,
      name: m.name,
      away: m.away,
      signed: signedView(c, m.key, asksBank(profile)),
    })),
    asksBank: asksBank(profile),
    reminder: reminderView(c),
    rating: c.rating === null ? null : { stars: c.rating.stars, words: c.rating.words },
    rateUntil: rateUntil(c),
    publicity: publicityOf(c, today),
    result: resultOf(c, profile),
    report: {
      submittedAt: c.cluedAt,
      idNoMasked: c.report.idNo === null ? null : maskId(c.report.idNo),
      phoneMasked: c.report.phone === null ? null : maskPhone(c.report.phone),
      reporter: c.report.reporter,
      phrases: c.report.difficulty.phrases,
      text: c.report.difficulty.text,
      hasVoice: c.report.difficulty.voiceId !== null,
      riskTypes: c.report.riskTypes,
      needs: c.report.needs,
      photoCount: c.report.photoIds.length,
    },
    begunFrom: c.previous?.kept === undefined ? null : c.previous.caseNo,
    handover: handoverOf(c),
    withdrawal: c.withdrawal === null ? 'NONE' : c.withdrawal.confirmedAt === null ? 'ASKED' : 'CONFIRMED',
    mayWithdraw: allowed.includes('requestWithdrawal'),
    allowed: [...allowed],
    refusalLetter: refusalLetterOf(c),
    review: reviewOf(c, profile, today, due),
    objection: c.state === 'OBJECTION' ? { answerDueOn: due } : null,
    moreTimeGiven: c.state === 'SUPPLEMENT' && c.supplements.at(-1)?.extendedAt != null,
    transfer: transferOf(c),
    returned: returnedOf(c),
    greenChannel: greenChannelOf(c),
    hearing: hearingOf(c),
  };
}

function handoverOf(c: Case): HouseholdCaseView['handover'] {
  const dayOf = (at: Instant | null) => (at === null ? null : localDate(at));
  if (c.handover !== null)
    return { takenOn: localDate(c.handover.takenAt), confirmedOn: dayOf(c.handover.confirmedAt) };
  return proxyOf(c) === undefined ? null : { takenOn: null, confirmedOn: null };
}

function transferOf(c: Case): HouseholdCaseView['transfer'] {
  const last = c.transfers.at(-1);
  // Once the new village has accepted, it is a case like any other.
  if (last === undefined || c.acceptedBy !== null) return null;
  return { on: localDate(last.at), village: last.toVillage };
}

/** A case is past its return when the step that it went back to is behind it again. */
function returnedOf(c: Case): HouseholdCaseView['returned'] {
  const last = c.returns.at(-1);
  if (last === undefined) return null;
  const again = RETURNED_TO[last.returnTo];
  if (!again.includes(workingState(c))) return null;
  const by = levelOfRole(last.actor.role) === 'COUNTY' ? 'COUNTY' : 'TOWN';
  return { on: localDate(last.at), by, step: last.returnTo };
}

const RETURNED_TO: Record<(typeof RETURN_TARGETS)[number], readonly CaseState[]> = {
  VERIFYING: ['VERIFYING', 'DATA_CHECK', 'TRIAGE', 'APPRAISAL'],
  TRIAGE: ['TRIAGE', 'APPRAISAL'],
  APPRAISAL: ['APPRAISAL'],
};

function greenChannelOf(c: Case): HouseholdCaseView['greenChannel'] {
  if (c.greenChannel === null) return null;
  const help = c.measures.filter((m) => m.emergency === true);
  return {
    on: localDate(c.greenChannel.at),
    help: help.map(({ name, on, amountFen }) => ({ name, on, amountFen })),
  };
}

function hearingOf(c: Case): HouseholdCaseView['hearing'] {
  const confirmed = c.falseStatementsDecided.at(-1);
  const found = c.falseStatement ?? (confirmed?.decision.confirmed && c.closedAt !== null ? confirmed : null);
  if (found === null) return null;
  const { at, hearing, ownWords } = found;
  return {
    since: localDate(at),
    heardOn: hearing === null ? null : localDate(hearing.at),
    ownWords: ownWords.map((own) => ({
      on: localDate(own.at),
      text: own.text,
      hasVoice: own.voiceId !== null,
      photoCount: own.photoIds.length,
    })),
    decidedOn: c.falseStatement === null && confirmed !== undefined ? localDate(confirmed.decision.at) : null,
  };
}

/** The village's own handler is named before the office: people ask for a person. */
function villageContact(c: Case, offices: Offices): Contact {
  const first = c.verifiers[0];
  return first === undefined ? offices.village : { ...offices.village, name: first.name };
}

function officeOf(level: ReturnType<typeof holderOf>, offices: Offices): Contact | null {
  if (level === 'TOWN') return offices.town;
  return level === 'COUNTY' ? offices.county : null;
}

/** The step that the family reads as the one in hand, and by when: staff read the same words (domain.md 3.0). */
export function familyReads(
  c: Case,
  profile: Profile,
  now: Instant,
): { step: PlainStep; dueOn: LocalDate } | null {
  const step = plainSteps(c, profile, false, now).find(({ status }) => status === 'NOW');
  return step === undefined || step.on === null || isClosed(c.state) || c.state === 'SUPPLEMENT'
    ? null
    : { step: step.key, dueOn: step.on };
}

function plainSteps(c: Case, profile: Profile, late: boolean, now: Instant): HouseholdCaseView['steps'] {
  const plan = new Map(planOf(c, profile, now).map((entry) => [entry.step, entry.dueOn] as const));
  const current = STATE_TO_PLAIN[workingState(c)] ?? null;
  const done = doneOn(c);
  return PLAIN_STEPS.map((key) => {
    const doneDay = done[key];
    if (doneDay !== undefined && !comesAgain(key, current))
      return { key, status: 'DONE', on: doneDay, who: whoDid(c, key) };
    const target = PLAN_STEP[key];
    const due = key === current ? dueOn(c, profile, now) : null;
    // A review has a date of its own, beside the plan.
    const on =
      c.state === 'REVIEW' && key === current ? due : target === null ? null : (plan.get(target) ?? due);
    if (key !== current) return { key, status: 'TODO', on, who: [] };
    return { key, status: late ? 'LATE' : 'NOW', on, who: whoDoes(c, key) };
  });
}

/** A case that was sent back has its later steps before it again; the comparison runs beside the visit. */
function comesAgain(key: PlainStep, current: PlainStep | null): boolean {
  if (current === null || key === 'DATA_CHECK') return false;
  return PLAIN_STEPS.indexOf(key) >= PLAIN_STEPS.indexOf(current);
}

function doneOn(c: Case): Partial<Record<PlainStep, LocalDate>> {
  const dayOf = (at: Instant | null | undefined) => (at ? localDate(at) : undefined);
  return {
    SUBMITTED: dayOf(c.cluedAt),
    ACCEPTED: dayOf(c.acceptedBy?.at),
    VERIFYING: dayOf(c.verification?.completedAt),
    DATA_CHECK: dayOf(c.dataCheck?.completedAt),
    APPRAISAL: c.appraisal?.passed ? dayOf(c.appraisal.at) : undefined,
    PUBLICITY: c.publicity?.endedAt ? c.publicity.lastDay : undefined,
    REVIEW: dayOf(c.decision?.at),
    RESULT: dayOf(c.closedAt),
  };
}

function whoDid(c: Case, key: PlainStep): string[] {
  switch (key) {
    case 'SUBMITTED':
      return [c.report.reporter.relation === 'SELF' ? c.headName : c.report.reporter.name];
    case 'ACCEPTED':
      return c.acceptedBy === null ? [] : [c.acceptedBy.actor.name];
    case 'VERIFYING':
      return c.verification?.signatures.map((s) => s.actor.name) ?? [];
    default:
      return [];
  }
}

function whoDoes(c: Case, key: PlainStep): string[] {
  return key === 'VERIFYING' ? c.verifiers.map((v) => v.name) : [];
}

function missingItems(c: Case): HouseholdCaseView['missing'] {
  if (c.state !== 'SUPPLEMENT') return [];
  const provided = c.supplements.at(-1)?.provided;
  return openSupplementItems(c).map(({ key, kind, what, why, memberKey, paper, helper }) => ({
    key,
    kind,
    what,
    why,
    memberKey,
    paper: paper ?? null,
    helper: helper ?? null,
    helpAsked: provided?.[key]?.askForHelp ?? false,
  }));
}

/** Adults whose signature is still missing once the members are known; before that, the head alone. */
function unsignedAdults(c: Case, now: Instant): HouseholdCaseView['unsigned'] {
  const open: readonly CaseState[] = ['ACCEPTED', 'VERIFYING', 'DATA_CHECK', 'SUPPLEMENT'];
  if (!open.includes(c.state)) return [];
  return adultsOf(c, now)
    .filter((m) => c.authorizations[m.key] === undefined)
    .map((m) => ({ memberKey: m.key, name: m.name, away: m.away }));
}

/** Adults of the family as far as it is known: before the visit, the head alone. */
function adultsOf(c: Case, now: Instant): MemberInput[] {
  const head: MemberInput = {
    key: HEAD_KEY,
    name: c.headName,
    relation: 'HEAD',
    birthDate: null,
    idNo: null,
    away: false,
  };
  const members = c.members.length > 0 ? c.members : [head];
  return members.filter((m) => isAdult(m, now));
}

function signedView(
  c: Case,
  memberKey: string,
  apart: boolean,
): HouseholdCaseView['adults'][number]['signed'] {
  const signed = c.authorizations[memberKey];
  if (signed === undefined) return null;
  return {
    on: localDate(signed.at),
    method: signed.method,
    bank: apart ? (signed.consent?.bank ?? false) : null,
    elsewhere: signed.by.role === 'SIGNER',
    text: signed.consent !== null,
  };
}

function reminderView(c: Case): HouseholdCaseView['reminder'] {
  const last = c.reminders.at(-1);
  if (last === undefined || c.closedAt !== null) return null;
  const { answer } = last;
  return {
    on: localDate(last.at),
    answerBy: last.answerBy,
    answer: answer === null ? null : { on: localDate(answer.at), name: answer.actor.name, note: answer.note },
  };
}

function publicityOf(c: Case, today: LocalDate): HouseholdCaseView['publicity'] {
  if (c.publicity === null) return null;
  const { noticeId, firstDay, lastDay, days } = c.publicity;
  const from = today < firstDay ? firstDay : today;
  const daysLeft = c.publicity.endedAt === null ? Math.max(0, daysBetween(from, lastDay) + 1) : 0;
  return { noticeId, firstDay, lastDay, days, daysLeft };
}

function refusalLetterOf(c: Case): HouseholdCaseView['refusalLetter'] {
  const refused = c.rejection ?? c.notAccepted;
  if (refused === null || c.closedAt === null) return null;
  return { dueOn: refused.noticeDueOn, deliveredOn: c.delivery?.on ?? null };
}

function reviewOf(
  c: Case,
  profile: Profile,
  today: LocalDate,
  due: LocalDate | null,
): HouseholdCaseView['review'] {
  const askUntil = reviewUntil(c, profile);
  const refused = c.state === 'REJECTED' || c.state === 'NOT_ACCEPTED';
  return {
    mayAsk: refused && c.review === null && (askUntil === null || today <= askUntil),
    askUntil: refused && c.review === null ? askUntil : null,
    askedOn: c.review === null ? null : localDate(c.review.requestedAt),
    answerDueOn: c.state === 'REVIEW' ? due : null,
    outcome: c.review?.answer?.outcome ?? null,
    answerWithin: profile.steps.review,
    reviewers: c.state === 'REVIEW' ? (c.review?.verifiers ?? []).map(({ name }) => name) : [],
  };
}

function resultOf(c: Case, profile: Profile): HouseholdCaseView['result'] {
  if (c.closedAt === null) return { kind: 'NONE' };
  const on = localDate(c.closedAt);
  if (c.state === 'INCLUDED') return { kind: 'INCLUDED', on };
  if (c.state === 'MERGED' || c.state === 'TRANSFERRED') return { kind: c.state, on };
  if (c.state === 'RECTIFIED_REMOVED') return { kind: 'REMOVED', on };
  if (c.state === 'EXPIRED') return { kind: 'EXPIRED', on, reopenUntil: reopenUntil(c, profile) ?? on };
  if (c.notAccepted !== null)
    return { kind: 'NOT_ACCEPTED', on, notAcceptedReason: c.notAccepted.reasonCode };
  if (c.rejection === null) return { kind: 'WITHDRAWN', on };
  const figures = c.verification?.assessment;
  return {
    kind: 'REJECTED',
    on,
    reasonCode: c.rejection.reasonCode,
    lineFen: figures?.parameters.lineFen ?? null,
    netPerCapitaFen: figures?.netPerCapitaFen ?? null,
    referencePerCapitaFen: figures?.referencePerCapitaFen ?? null,
    revisitOn: c.rejection.dossier?.revisitOn ?? null,
  };
}
