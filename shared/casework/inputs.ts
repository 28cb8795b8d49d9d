/**
 * What each command carries, as zod schemas: the contract takes them as operation inputs, `decide` takes their types.
 * Bounds are here, so that no door can forget one.
 */
import { IncomeSheet } from '@shared/assessment';
import { isLocalDate } from '@shared/calendar';
import { checkIdNumber, checkName, checkPhone } from '@shared/people';
import { z } from '@shared/zod';
import {
  ASSET_FLAGS,
  ATTENDEE_ROLES,
  CHANNELS,
  DEPARTMENTS,
  HOUSEHOLD_KINDS,
  HOUSEHOLD_TYPES,
  MEASURE_CODES,
  MEMBER_RELATIONS,
  NEEDS,
  PHRASES,
  type Phrase,
  REJECTION_REASONS,
  REPORTER_RELATIONS,
  RISK_TYPES,
  SUPPLEMENT_KINDS,
  VERIFY_MODES,
} from './codes';

/** Text that a person wrote: trimmed, without control characters, of bounded length. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'TOO_LONG' })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), {
      error: 'CONTROL_CHARS',
    });

export const requiredWords = (max: number) =>
  words(max).refine((text) => text.length > 0, { error: 'REQUIRED' });

export const Id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.:-]+$/);

export const LocalDateField = z.string().refine(isLocalDate, { error: 'BAD_DATE' });

export const PersonName = z
  .string()
  .trim()
  .superRefine((text, ctx) => {
    const checked = checkName(text);
    if (!checked.ok) ctx.addIssue({ code: 'custom', message: `NAME_${checked.reason}` });
  });

export const IdNumber = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const checked = checkIdNumber(text);
    if (checked.ok) return checked.id;
    ctx.addIssue({ code: 'custom', message: `ID_${checked.reason}`, params: { digits: checked.digits } });
    return z.NEVER;
  });

export const Phone = z
  .string()
  .max(30)
  .transform((text, ctx) => {
    const checked = checkPhone(text);
    if (checked.ok) return checked.phone;
    ctx.addIssue({ code: 'custom', message: `PHONE_${checked.reason}`, params: { digits: checked.digits } });
    return z.NEVER;
  });

export const VillageCode = z.string().regex(/^\d{12}$/, { error: 'BAD_VILLAGE' });

const phraseKeys = Object.keys(PHRASES) as [Phrase, ...Phrase[]];

/** The household's six inputs and what may come with them, domain.md 4.1. */
export const ReportInput = z
  .object({
    village: VillageCode,
    group: words(20).default(''),
    headName: PersonName,
    /** Absent when the card is not at hand: staff fill it at the visit (ux.md 02-b2). */
    idNo: IdNumber.nullable(),
    /** null is the answer 「没有电话」. */
    phone: Phone.nullable(),
    reporter: z.object({
      relation: z.enum(REPORTER_RELATIONS),
      name: words(30).default(''),
      reason: words(200).default(''),
    }),
    difficulty: z.object({
      phrases: z.array(z.enum(phraseKeys)).max(10).default([]),
      text: words(1000).default(''),
      voiceId: Id.nullable().default(null),
    }),
    riskTypes: z.array(z.enum(RISK_TYPES)).min(1, { error: 'REQUIRED' }).max(3, { error: 'TOO_MANY' }),
    needs: z.array(z.enum(NEEDS)).max(19).default([]),
    memberCount: z.number().int().min(1).max(20).nullable().default(null),
    photoIds: z.array(Id).max(9, { error: 'TOO_MANY' }).default([]),
    channel: z.enum(CHANNELS).default('SELF_MINIAPP'),
  })
  .superRefine((report, ctx) => {
    const { phrases, text, voiceId } = report.difficulty;
    if (phrases.length === 0 && text === '' && voiceId === null)
      ctx.addIssue({ code: 'custom', message: 'REQUIRED', path: ['difficulty'] });
    if (report.reporter.relation !== 'SELF') {
      if (report.reporter.name === '')
        ctx.addIssue({ code: 'custom', message: 'REQUIRED', path: ['reporter', 'name'] });
      if (report.reporter.reason === '')
        ctx.addIssue({ code: 'custom', message: 'REQUIRED', path: ['reporter', 'reason'] });
    }
  });
export type ReportInput = z.infer<typeof ReportInput>;

export const StaffRef = z.object({ personId: Id, name: requiredWords(30), office: words(30).default('') });
export type StaffRef = z.infer<typeof StaffRef>;

export const AcceptInput = z.object({
  verifiers: z.array(StaffRef).min(2, { error: 'TWO_VERIFIERS' }).max(4),
});

export const MemberInput = z.object({
  key: Id,
  name: PersonName,
  relation: z.enum(MEMBER_RELATIONS),
  birthDate: LocalDateField.nullable().default(null),
  idNo: IdNumber.nullable().default(null),
  /** Away for work or school: signs by a link on the own phone. */
  away: z.boolean().default(false),
});
export type MemberInput = z.infer<typeof MemberInput>;

/** What the visit found beside money, domain.md 4.6 and the facts that triggers need (2.4). */
export const FindingsInput = z.object({
  householdKind: z.enum(HOUSEHOLD_KINDS).default('ORDINARY'),
  houseGrade: z.enum(['A', 'B', 'C', 'D', 'UNKNOWN']).default('UNKNOWN'),
  houseIsOnly: z.boolean().default(true),
  housingProblem: z.boolean().default(false),
  schoolProblem: z.boolean().default(false),
  waterProblem: z.boolean().default(false),
  waterCutDays: z.number().int().min(0).max(3660).default(0),
  anyoneUninsured: z.boolean().default(false),
  bigIllness: z.boolean().default(false),
  severeDisability: z.boolean().default(false),
  suddenAccident: z.boolean().default(false),
  newDibaoOrTekun: z.boolean().default(false),
  noLabour: z.boolean().default(false),
  note: words(1000).default(''),
});
export type FindingsInput = z.infer<typeof FindingsInput>;

export const VerificationInput = z.object({
  visitedOn: LocalDateField,
  mode: z.enum(VERIFY_MODES),
  group: requiredWords(20),
  members: z.array(MemberInput).min(1).max(20),
  sheet: IncomeSheet,
  findings: FindingsInput,
  photoIds: z.array(Id).max(30).default([]),
});
export type VerificationInput = z.infer<typeof VerificationInput>;

export const SignVerificationInput = z.object({
  opinion: requiredWords(300),
  signatureId: Id.nullable().default(null),
});

export const AuthorizationInput = z.object({
  memberKey: Id,
  method: z.enum(['SCREEN', 'PAPER', 'FINGERPRINT']),
  signatureId: Id.nullable().default(null),
});

export const DataRequestInput = z.object({
  memberKeys: z.array(Id).min(1).max(20),
  departments: z.array(z.enum(DEPARTMENTS)).min(1).max(DEPARTMENTS.length),
});

export const DataAnswer = z.object({
  department: z.enum(DEPARTMENTS),
  result: z.enum(['CLEAR', 'FLAGGED', 'UNAVAILABLE']),
  flags: z.array(z.enum(ASSET_FLAGS)).max(10).default([]),
  note: words(500).default(''),
});
export type DataAnswer = z.infer<typeof DataAnswer>;

export const DataAnswersInput = z.object({ answers: z.array(DataAnswer).min(1).max(DEPARTMENTS.length) });

export const TriageInput = z.object({
  proposal: z.enum(['INCLUDE', 'NOT_INCLUDE']),
  householdType: z.enum(HOUSEHOLD_TYPES).nullable().default(null),
  risks: z.array(z.enum(RISK_TYPES)).max(5).default([]),
  needs: z.array(z.enum(NEEDS)).max(19).default([]),
  reasonCode: z.enum(REJECTION_REASONS).nullable().default(null),
  opinion: requiredWords(1000),
});
export type TriageInput = z.infer<typeof TriageInput>;

export const OpinionInput = z.object({ opinion: requiredWords(1000) });

export const AppraisalInput = z.object({
  metAt: z.iso.datetime({ offset: true }),
  place: requiredWords(60),
  convenor: PersonName,
  attendees: z
    .array(z.object({ name: PersonName, role: z.enum(ATTENDEE_ROLES) }))
    .min(1)
    .max(200),
  recusals: z
    .array(z.object({ name: PersonName, relation: requiredWords(30) }))
    .max(50)
    .default([]),
  yes: z.number().int().min(0).max(500),
  no: z.number().int().min(0).max(500),
  abstain: z.number().int().min(0).max(500),
  minutes: words(2000).default(''),
  photoIds: z.array(Id).max(9).default([]),
});
export type AppraisalInput = z.infer<typeof AppraisalInput>;

export const BoardPhotoInput = z.object({ photoId: Id });

export const CountyDecisionInput = z.object({
  decision: z.enum(['INCLUDE', 'NOT_INCLUDE']),
  householdType: z.enum(HOUSEHOLD_TYPES).nullable().default(null),
  risks: z.array(z.enum(RISK_TYPES)).max(5).default([]),
  reasonCode: z.enum(REJECTION_REASONS).nullable().default(null),
  opinion: requiredWords(1000),
});
export type CountyDecisionInput = z.infer<typeof CountyDecisionInput>;

export const SupplementItem = z.object({
  key: Id,
  kind: z.enum(SUPPLEMENT_KINDS),
  /** What is missing, in the household's words: 「儿子田志强的签名」. */
  what: requiredWords(60),
  why: requiredWords(120),
  memberKey: Id.nullable().default(null),
});
export type SupplementItem = z.infer<typeof SupplementItem>;

export const SupplementRequestInput = z.object({
  items: z.array(SupplementItem).min(1).max(10),
  /** Needed when an item was asked for, or visible, the first time (domain.md 3.2). */
  supervisorReason: words(300).default(''),
});

export const SupplementAnswerInput = z.object({
  answers: z
    .array(
      z.object({
        key: Id,
        attachmentIds: z.array(Id).max(9).default([]),
        text: words(500).default(''),
        /** 「请村干部来帮我办」 */
        askForHelp: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(10),
});

export const WithdrawalInput = z.object({ reason: words(300).default('') });

export const ConfirmWithdrawalInput = z.object({
  /** How the cadre made sure that it is the family's own wish. */
  by: z.enum(['VISIT', 'PHONE']),
  voluntary: z.boolean(),
  note: words(300).default(''),
});

export const MeasureInput = z.object({
  measureCode: z.enum(MEASURE_CODES),
  name: requiredWords(60),
  department: requiredWords(60),
  on: LocalDateField,
  amountFen: z.number().int().min(0).max(100_000_000_00).nullable().default(null),
  detail: words(200).default(''),
});
export type MeasureInput = z.infer<typeof MeasureInput>;
