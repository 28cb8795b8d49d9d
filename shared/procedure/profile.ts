import { LOCAL_RIGID_CODES } from '@shared/assessment/codes';
import { isLocalDate } from '@shared/calendar';
import { ASSET_FLAGS } from '@shared/casework/codes';
import { NOTICE_FIELDS, TIMED_NOTICES } from '@shared/publicity/codes';
import { z } from '@shared/zod';

/** The steps from the clue to the county's decision: the cap runs over these, and each has a day in the budget. */
export const BUDGET_STEPS = [
  'accept',
  'verify',
  'dataCheck',
  'triage',
  'appraisal',
  'publicity',
  'town',
  'county',
] as const;
export type BudgetStep = (typeof BUDGET_STEPS)[number];

/**
 * Steps of a case that have a limit of their own (domain.md 3.0 to 3.3, 3.9). Not steps but limits: time to ask for a
 * review, to take an expired case up again, in which the same facts need not be looked at again, and for the papers of
 * help that came first (green channel). Those of the way off the register (3.6) are named `elim…`.
 */
export const STEP_KEYS = [
  ...BUDGET_STEPS,
  'announce',
  'enrol',
  'supplement',
  'objection',
  'propose_reject',
  'refusalNotice',
  'review',
  'reviewFiling',
  'reopen',
  'transfer',
  'assist',
  'sameFacts',
  'helpPapers',
  'elimVerify',
  'elimAppraisal',
  'elimTown',
  'elimCounty',
  'elimMark',
] as const;
export type StepKey = (typeof STEP_KEYS)[number];

const DayUnit = z.enum(['NATURAL', 'WORKING']);
const Words = z.string().trim().min(1).max(100);
const Fen = z.int().min(0).max(1_000_000_00);
const Days = z.int().min(0).max(366);
const Percent = z.number().min(0).max(100);
const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const Limit = z.strictObject({ limit: Days, unit: DayUnit });
export type Limit = z.infer<typeof Limit>;

/**
 * The procedure as data: the days, thresholds, names and publicity rules of one region from one date on (domain.md
 * 2.6 and 11). A case keeps the code and version of the profile that it started with. Money in fen. A key that comes
 * later gets its value in `profiles.ts`; published versions without it are filled in from there (`fill-in.ts`). An
 * optional key is one that says something by its absence.
 */
export const Profile = z.strictObject({
  code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,39}$/),
  version: z.int().min(1),
  name: Words,
  effectiveFrom: z.string().refine(isLocalDate),
  /** 12-digit code of the region whose villages use it. */
  regionCode: z.string().regex(/^\d{12}$/),
  year: z.int().min(2000).max(2100),
  names: z.strictObject({ object: Words, authority: Words, plan: Words, hotline: Words }),
  /** Monitoring line (监测范围): net income per head and year. */
  line: z.strictObject({
    perCapitaFen: Fen.min(1_00),
    basis: z.enum(['absolute', 'dibaoMultiple']),
    multiple: z.number().min(0.1).max(10).optional(),
    source: Words,
  }),
  incomeWindow: z.strictObject({
    identify: z.literal('LAST_12_FULL_MONTHS'),
    annual: z.string().regex(/^\d{2}-\d{2}\.\.\d{2}-\d{2}$/),
  }),
  /** How the reference figure is made from the net income (domain.md 4.5 and 5.1). */
  netReference: z.strictObject({
    enabled: z.boolean(),
    addClaims: z.boolean(),
    countOutOfCatalogueMedical: z.boolean(),
    countEducationAid: z.boolean(),
    /** Rigid items that count here and not everywhere. */
    localRigid: z.array(z.enum(LOCAL_RIGID_CODES)),
    /** Student living cost counts up to this much a row; 0 leaves it out. */
    studentLivingCapFen: Fen,
  }),
  triggers: z.strictObject({
    medicalSelfPaidFen: Fen,
    incomeDropPct: Percent,
    waterCutDays: Days,
    fourGroups: z.boolean(),
  }),
  assetFlags: z.array(
    z.strictObject({
      code: z.enum(ASSET_FLAGS),
      level: z.enum(['HARD', 'SOFT']),
      exemptions: z.array(Words),
    }),
  ),
  /** The cap from the first clue to the county's decision; `warnAt` is the share of it that turns a case amber. */
  clock: z.strictObject({
    capDays: Days.min(1),
    unit: DayUnit,
    pauseOn: z.array(z.enum(['SUPPLEMENT', 'OBJECTION', 'DISPUTED_CHECK'])),
    warnAt: z.number().min(0.01).max(0.99),
    /** From when the cap runs in the green channel: from the day of the first help unless the county says CLUE. */
    greenFrom: z.enum(['CLUE', 'HELP']),
  }),
  steps: z.record(z.enum(STEP_KEYS), Limit),
  /** Target day of each step, counted from the clue in `clock.unit` (domain.md 3.1, day budget). */
  budget: z.record(z.enum(BUDGET_STEPS), Days),
  publicity: z.strictObject({
    /** National floor: at least 5 days (domain.md 0, fact 1). */
    days: Days.min(5),
    unit: DayUnit,
    once: z.boolean(),
    place: z.array(z.enum(['VILLAGE_BOARD', 'MINIAPP_VILLAGE'])).min(1),
    riskLabel: z.enum(['OMIT', 'GENERAL']),
    nameOnline: z.enum(['MASK', 'FULL']),
  }),
  /** What notices print of a row beside what they must, and the days of those that are no publicity (domain.md 6.1). */
  notices: z
    .strictObject({
      fields: z.array(z.enum(NOTICE_FIELDS)).optional(),
      days: z
        .partialRecord(
          z.enum(TIMED_NOTICES),
          z.strictObject({ limit: Days.min(1).optional(), unit: DayUnit.optional() }),
        )
        .optional(),
    })
    .optional(),
  /** A meeting counts with `quorum` people present; more yes than half of the voters passes. */
  appraisal: z.strictObject({
    quorum: z.int().min(3).max(200),
    oddOnly: z.boolean(),
    minVillagerShare: z.number().min(0).max(1).optional(),
  }),
  /** What a family reads of the staff: names beside roles and offices, or those alone (the default, ux.md 13.4). */
  family: z.strictObject({ lookerNames: z.boolean() }),
  verification: z.strictObject({ minSigners: z.int().min(2).max(10) }),
  support: z.strictObject({
    helperDays: Days,
    /** Families that one person looks after at most (domain.md 8.2). */
    helperCap: z.int().min(1).max(50),
    planDays: Days,
    firstMeasureDays: Days,
    developmentalMonths: z.int().min(0).max(36),
  }),
  elimination: z.strictObject({
    minMonths: z.int().min(0).max(36),
    minLandedMeasures: z.int().min(0).max(20),
    publicityDays: Days.min(5),
    blockNoLabour: z.boolean(),
    observeMonths: z.int().min(0).max(36),
  }),
  visits: z.strictObject({ monthly: z.int().min(0).max(31), quarterlyLedger: z.boolean() }),
  /** Last day of the year on which the national system takes entries, `MM-DD`. */
  freeze: MonthDay,
  targets: z.strictObject({ incomeGrowthPct: Percent, insuredAllPct: Percent, insuredKeyPct: Percent }),
  jointCivilAffairs: z.boolean(),
  /** A request list of more people than this needs a second person's word (domain.md 6.7). */
  comparison: z.strictObject({ approvalAbove: z.int().min(0).max(2000) }),
  /** Natural days in which a village answers a clue, and in which the same warning of a person is nothing new (3.5). */
  clues: z.strictObject({ answerDays: Days, againDays: Days }),
  /** Natural days in which a family that says that money did not come is answered (7.1; ux.md 4, sw-money). */
  tickets: z.strictObject({ answerDays: Days }),
  /** Bank deposits: a yes or no of their own, or a condition of the whole consent (ux.md 13.2). */
  bankConsent: z.enum(['SEPARATE', 'CONDITION']),
  /** Whether a photo of the ID card may be read by WeChat's service; not when absent (ux.md 13.6). */
  idPhotos: z.boolean().optional(),
});
export type Profile = z.infer<typeof Profile>;
