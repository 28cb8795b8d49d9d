import { isLocalDate } from '@shared/calendar';
import { MEASURE_CODES } from '@shared/casework/codes';
import { z } from '@shared/zod';
import { isHouseholdFact } from './facts';
import { factsOf, Rule } from './rule';
import { SOURCE_KEYS } from './sources';

export const POLICY_CATEGORIES = [
  'EDUCATION',
  'HEALTH',
  'INSURANCE',
  'HOUSING',
  'WATER',
  'JOBS',
  'FARMING',
  'FINANCE',
  'LAND',
  'NATURE',
  'SAFETY_NET',
  'DISABILITY',
  'CHILDREN',
  'ELDERLY',
  'PLANNED_FAMILY',
  'VETERANS',
  'EMERGENCY',
  'RELOCATION',
  'SOCIETY',
  'SERVICE',
] as const;
export type PolicyCategory = (typeof POLICY_CATEGORIES)[number];

export const FREQUENCIES = [
  'MONTHLY',
  'QUARTERLY',
  'SEMESTER',
  'YEARLY',
  'ONCE',
  'PROJECT',
  'PER_BILL',
  'DAILY',
  'SERVICE',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const AMOUNT_UNITS = [
  'PERSON_YEAR',
  'PERSON_SEMESTER',
  'PERSON_MONTH',
  'PERSON_DAY',
  'PERSON',
  'HOUSEHOLD',
  'HOUSEHOLD_YEAR',
  'MU_YEAR',
  'HEAD_OF_STOCK',
  'LOAN',
] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/**
 * How a family comes by it: departments compare by themselves, it applies itself, or the village does it for it
 * (domain.md 7 `applyWay`).
 */
export const APPLY_WAYS = ['AUTO', 'PERSON', 'VILLAGE'] as const;
export type ApplyWay = (typeof APPLY_WAYS)[number];

/** What becomes of it when the risk is gone (domain.md 3.6). UNAFFECTED: it never hung on the list. */
export const AFTER_ELIMINATION = ['CONTINUE_TO_TERM', 'STOP_NEXT_PERIOD', 'STOP', 'UNAFFECTED'] as const;
export type AfterElimination = (typeof AFTER_ELIMINATION)[number];

const Day = z.string().refine(isLocalDate);
const Words = z.string().trim().min(1).max(200);
const Fen = z.int().min(1).max(100_000_000_00);

/** One amount: from `fen` to `toFen` where there is a span; `label` says for whom, '' where it is one for all. */
const AmountLine = z
  .strictObject({ label: z.string().max(30), fen: Fen, toFen: Fen.nullable(), unit: z.enum(AMOUNT_UNITS) })
  .refine(({ fen, toFen }) => toFen === null || toFen > fen, { error: 'SPAN_UPSIDE_DOWN' });
export type AmountLine = z.infer<typeof AmountLine>;

/**
 * How much: lines in fen, a rule in words where it is a share, a service, or what only the county knows. An example
 * says where and when it was so; a county's own amount has none (domain.md 7).
 */
export const Amount = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('MONEY'),
    lines: z.array(AmountLine).min(1).max(8),
    example: z.strictObject({ place: Words, year: z.int().min(2000).max(2100) }).nullable(),
  }),
  z.strictObject({ kind: z.literal('WORDS'), words: Words }),
  z.strictObject({ kind: z.literal('SERVICE'), words: Words }),
  z.strictObject({ kind: z.literal('LOCAL') }),
]);
export type Amount = z.infer<typeof Amount>;

const fields = {
  name: Words,
  category: z.enum(POLICY_CATEGORIES),
  /** Whether it is for a person or for the family as one. */
  per: z.enum(['HOUSEHOLD', 'MEMBER']),
  /** Where it counts as a measure of help (domain.md 8.1). */
  measure: z.enum(MEASURE_CODES),
  who: Rule,
  amount: Amount,
  payer: Words,
  frequency: z.enum(FREQUENCIES),
  apply: z.enum(APPLY_WAYS),
  /** Where and how, in one plain sentence. */
  how: Words,
  papers: z.array(Words).max(8),
  basis: Words,
  /** From where the record is known: keys of `SOURCES`. */
  sources: z.array(z.enum(SOURCE_KEYS)).min(1).max(5),
  afterElimination: z.enum(AFTER_ELIMINATION),
  /** What it is, in one plain sentence. */
  summary: Words,
};

/** Stable for ever: payments, cards and measures name it. */
export const PolicyCode = z.string().regex(/^[A-Z]{3}-\d{2}$/);

const validity = { validFrom: Day, validTo: Day.nullable() };
const inOrder = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }) =>
  validTo === null || validTo >= validFrom;

/** A policy as it holds everywhere that nobody says otherwise (domain.md 7). */
export const PolicyRecord = z
  .strictObject({ code: PolicyCode, ...validity, ...fields })
  .refine(inOrder, { error: 'VALIDITY_UPSIDE_DOWN', path: ['validTo'] })
  .refine(({ per, who }) => per === 'MEMBER' || factsOf(who).every(isHouseholdFact), {
    error: 'MEMBER_FACT_OF_A_HOUSEHOLD',
    path: ['who'],
  })
  .refine(
    ({ who, afterElimination }) => factsOf(who).includes('monitored') === (afterElimination !== 'UNAFFECTED'),
    {
      error: 'ELIMINATION_CONTRADICTS_RULE',
      path: ['afterElimination'],
    },
  );
export type PolicyRecord = z.infer<typeof PolicyRecord>;

/** What a province, city or county says otherwise about a policy, for a time: only what it names changes. */
export const PolicyOverride = z
  .object({
    code: PolicyCode,
    /** Division code of 2, 4 or 6 digits. */
    region: z.string().regex(/^(\d{2}|\d{4}|\d{6})$/),
    ...validity,
    /** Not given in this region at all. */
    off: z.boolean().default(false),
    change: z
      .strictObject({
        who: fields.who,
        amount: fields.amount,
        payer: fields.payer,
        frequency: fields.frequency,
        apply: fields.apply,
        how: fields.how,
        papers: fields.papers,
        basis: fields.basis,
        sources: fields.sources,
        afterElimination: fields.afterElimination,
        summary: fields.summary,
      })
      .partial(),
  })
  .refine(inOrder, { error: 'VALIDITY_UPSIDE_DOWN', path: ['validTo'] });
export type PolicyOverride = z.infer<typeof PolicyOverride>;
