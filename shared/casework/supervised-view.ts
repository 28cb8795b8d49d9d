import { ROLES } from '@shared/access';
import { daysBetween, type Instant, localDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import { z } from '@shared/zod';
import type { Case } from './case';
import { CASE_STATES, CHANNELS, HOUSEHOLD_TYPES, REJECTION_REASONS, RISK_TYPES } from './codes';
import { clockOf, dueOn, type Holder, holderOf } from './deadlines';
import { type Escalation, escalations } from './escalations';
import type { CaseEventType, RecordedEvent } from './events';
import { familyAlias, type Pseudonyms, pseudonymsOf } from './pseudonyms';

const record = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
const code = <T extends string>() => z.custom<T>((value) => typeof value === 'string');

/** What supervisors ask a list of: all that is open, what is late, what is over, and some picked by lot. */
export const SUPERVISED_TABS = ['OPEN', 'OVERDUE', 'CLOSED', 'SAMPLE'] as const;
export type SupervisedTab = (typeof SUPERVISED_TABS)[number];

/** One line of a supervisor's list: no name, no group. */
export const SupervisedRow = z.object({
  id: z.string(),
  caseNo: z.string(),
  alias: z.string(),
  village: z.string(),
  villageName: z.string(),
  memberCount: z.number().nullable(),
  state: z.enum(CASE_STATES),
  holder: code<Holder>(),
  dueOn: z.string().nullable(),
  paused: z.boolean(),
});
export type SupervisedRow = z.infer<typeof SupervisedRow>;

/** Something that was said or judged, as free words without names. */
const Judgement = z.object({ by: z.string(), at: z.string(), words: z.string() });

/**
 * A case as a supervisor reads it (domain.md 1.1): a type of its own, built from a list of what may be read, never a
 * staff's view with fields taken out. Whose case it is stays behind pseudonyms until one person is revealed.
 */
export const SupervisedCase = z.object({
  id: z.string(),
  caseNo: z.string(),
  alias: z.string(),
  today: z.string(),
  state: z.enum(CASE_STATES),
  channel: z.enum(CHANNELS),
  village: z.string(),
  memberCount: z.number().nullable(),
  profile: z.object({ code: z.string(), version: z.number(), name: z.string(), lineFen: z.number() }),
  holder: code<Holder>(),
  dueOn: z.string().nullable(),
  overdueDays: z.number(),
  clock: z.object({
    cluedOn: z.string(),
    capDueOn: z.string(),
    grossDays: z.number(),
    netDays: z.number(),
    pausedDays: z.number(),
  }),
  escalations: z.array(record<Escalation>()),
  people: z.array(
    z.object({ key: z.string(), alias: z.string(), kind: z.enum(['FAMILY', 'REPORTER', 'STAFF']) }),
  ),
  /** Per head and year, in fen; null before the visit is written down. */
  figures: z
    .object({ netPerCapitaFen: z.number(), referencePerCapitaFen: z.number(), signatures: z.number() })
    .nullable(),
  departments: z.object({ asked: z.number(), answers: z.number(), flags: z.number() }).nullable(),
  triage: Judgement.extend({ proposal: z.enum(['INCLUDE', 'NOT_INCLUDE']) }).nullable(),
  appraisal: z
    .object({
      at: z.string(),
      attendees: z.number(),
      recusals: z.number(),
      yes: z.number(),
      no: z.number(),
      abstain: z.number(),
      passed: z.boolean(),
    })
    .nullable(),
  publicity: z
    .object({ firstDay: z.string(), lastDay: z.string(), days: z.number(), boardPhotographed: z.boolean() })
    .nullable(),
  townReview: Judgement.nullable(),
  decision: Judgement.extend({
    householdType: z.enum(HOUSEHOLD_TYPES),
    risks: z.array(z.enum(RISK_TYPES)),
  }).nullable(),
  rejection: Judgement.extend({ reasonCode: z.enum(REJECTION_REASONS), dossier: z.boolean() }).nullable(),
  objections: z.array(
    z.object({
      filedOn: z.string(),
      named: z.boolean(),
      aboutCadre: z.boolean(),
      statement: z.string(),
      investigation: z.string().nullable(),
      answer: z.string().nullable(),
      factsChanged: z.boolean().nullable(),
    }),
  ),
  measures: z.array(
    z.object({ on: z.string(), name: z.string(), department: z.string(), amountFen: z.number().nullable() }),
  ),
  /** How many of the staff said that they are kin and stepped back. */
  kin: z.number(),
  supplements: z.number(),
  history: z.array(
    z.object({
      seq: z.number(),
      type: code<CaseEventType>(),
      at: z.string(),
      by: z.string(),
      role: z.enum(ROLES),
      words: z.string(),
      /** Whoever signed said that the family is no kin. */
      unrelated: z.boolean(),
    }),
  ),
});
export type SupervisedCase = z.infer<typeof SupervisedCase>;

/** Takes a case with its history, the profile it runs by and the time; gives what a supervisor may read of it. */
export function supervisedView(
  c: Case,
  history: readonly RecordedEvent[],
  profile: Profile,
  now: Instant,
): SupervisedCase {
  const names = pseudonymsOf(c, history);
  const due = dueOn(c, profile, now);
  const today = localDate(now);
  const { cluedOn, capDueOn, grossDays, netDays, pausedDays } = clockOf(c, profile, now);
  return {
    id: c.id,
    caseNo: c.caseNo,
    alias: familyAlias(c.caseNo),
    today,
    state: c.state,
    channel: c.channel,
    village: c.village,
    memberCount: c.memberCount,
    profile: {
      code: profile.code,
      version: profile.version,
      name: profile.name,
      lineFen: profile.line.perCapitaFen,
    },
    holder: holderOf(c),
    dueOn: due,
    overdueDays: due !== null && due < today ? daysBetween(due, today) : 0,
    clock: { cluedOn, capDueOn, grossDays, netDays, pausedDays },
    escalations: escalations(c, profile, now),
    people: [...names.people],
    figures: figuresOf(c),
    departments: departmentsOf(c),
    ...judgementsOf(c, names),
    objections: c.objections.map((one) => ({
      filedOn: localDate(one.filedAt),
      named: one.objector !== null,
      aboutCadre: one.aboutCadre,
      statement: names.words(one.statement),
      investigation: one.investigation === null ? null : names.words(one.investigation.record),
      answer: one.answer === null ? null : names.words(one.answer.answer),
      factsChanged: one.answer?.factsChanged ?? null,
    })),
    measures: c.measures.map(({ on, name, department, amountFen }) => ({
      on,
      name: names.words(name),
      department: names.words(department),
      amountFen,
    })),
    kin: c.kin.length,
    supplements: c.supplements.length,
    history: history.map(({ seq, type, at, actor, data, kinshipDeclared }) => ({
      seq,
      type,
      at,
      by: names.actor(actor),
      role: actor.role,
      words: 'opinion' in data && typeof data.opinion === 'string' ? names.words(data.opinion) : '',
      unrelated: kinshipDeclared === true,
    })),
  };
}

function figuresOf({ verification }: Case): SupervisedCase['figures'] {
  if (verification === null) return null;
  const { netPerCapitaFen, referencePerCapitaFen } = verification.assessment;
  return { netPerCapitaFen, referencePerCapitaFen, signatures: verification.signatures.length };
}

function departmentsOf({ dataCheck }: Case): SupervisedCase['departments'] {
  if (dataCheck === null) return null;
  const flags = dataCheck.answers.reduce((sum, answer) => sum + answer.flags.length, 0);
  return { asked: dataCheck.departments.length, answers: dataCheck.answers.length, flags };
}

type Judged = Pick<
  SupervisedCase,
  'triage' | 'appraisal' | 'publicity' | 'townReview' | 'decision' | 'rejection'
>;

function judgementsOf(c: Case, names: Pseudonyms): Judged {
  const said = ({ actor, at, opinion }: NonNullable<Case['townReview']>) => ({
    by: names.actor(actor),
    at,
    words: names.words(opinion),
  });
  const { triage, appraisal, publicity, townReview, decision, rejection } = c;
  return {
    triage: triage && { ...said(triage), proposal: triage.proposal },
    appraisal: appraisal && {
      at: appraisal.metAt,
      attendees: appraisal.attendees.length,
      recusals: appraisal.recusals.length,
      yes: appraisal.yes,
      no: appraisal.no,
      abstain: appraisal.abstain,
      passed: appraisal.passed,
    },
    publicity: publicity && {
      firstDay: publicity.firstDay,
      lastDay: publicity.lastDay,
      days: publicity.days,
      boardPhotographed: publicity.endPhotoId !== null,
    },
    townReview: townReview && said(townReview),
    decision: decision && {
      ...said(decision),
      householdType: decision.householdType,
      risks: [...decision.risks],
    },
    rejection: rejection && {
      ...said(rejection),
      reasonCode: rejection.reasonCode,
      dossier: rejection.dossier !== null,
    },
  };
}
