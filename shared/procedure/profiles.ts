import type { Limit, Profile } from './profile';

const natural = (limit: number): Limit => ({ limit, unit: 'NATURAL' });
const working = (limit: number): Limit => ({ limit, unit: 'WORKING' });

/** Limits beside the straight way, the same in all three: domain.md 3.1 (1b, 17), 3.3, 3.6, 3.9; green channel 3.0. */
const LATER_LIMITS = {
  review: working(10),
  reviewFiling: working(10),
  reopen: natural(30),
  transfer: natural(2),
  assist: natural(3),
  sameFacts: natural(90),
  helpPapers: working(20),
  elimVerify: natural(5),
  elimAppraisal: natural(3),
  elimTown: natural(3),
  elimCounty: natural(3),
  elimMark: natural(2),
};

/** The invented county of domain.md 11: 15 natural days, the most common reading of the national practice. */
export const DEMO_2026: Profile = {
  code: 'DEMO-2026',
  version: 1,
  name: '示例县 2026',
  effectiveFrom: '2026-01-01',
  regionCode: '990101000000',
  year: 2026,
  names: {
    object: '防止返贫致贫对象',
    authority: '示例县农业农村局',
    plan: '示例县 2026 年防止返贫动态监测工作方案',
    hotline: '12317',
  },
  line: { perCapitaFen: 8_700_00, basis: 'absolute', source: '县级文件' },
  incomeWindow: { identify: 'LAST_12_FULL_MONTHS', annual: '10-01..09-30' },
  netReference: {
    enabled: true,
    addClaims: true,
    countOutOfCatalogueMedical: false,
    countEducationAid: true,
    localRigid: [],
    studentLivingCapFen: 0,
  },
  triggers: { medicalSelfPaidFen: 10_000_00, incomeDropPct: 30, waterCutDays: 30, fourGroups: true },
  assetFlags: [
    {
      code: 'URBAN_HOUSE',
      level: 'SOFT',
      exemptions: ['RESETTLEMENT', 'DISASTER_REBUILDING', 'INHERITED_SHARE', 'CHILDS_NAME_ONLY'],
    },
    {
      code: 'CAR',
      level: 'SOFT',
      exemptions: ['DISABILITY_SCOOTER', 'LIVELIHOOD_TOOL', 'NOMINAL_OWNER', 'LOW_VALUE'],
    },
    { code: 'MACHINE', level: 'SOFT', exemptions: ['LIVELIHOOD_TOOL', 'CO_OWNED', 'LOAN_FINANCED'] },
    { code: 'BUSINESS', level: 'SOFT', exemptions: ['COOP_MEMBER', 'DORMANT', 'NO_EMPLOYEES'] },
    { code: 'PAYROLL', level: 'SOFT', exemptions: ['PUBLIC_POST'] },
    { code: 'FUND', level: 'SOFT', exemptions: ['FOR_TREATMENT'] },
    { code: 'BIG_INSURANCE', level: 'SOFT', exemptions: ['CLAIM_USED_FOR_CARE'] },
    { code: 'ABSENT', level: 'SOFT', exemptions: ['REMOTE_VERIFICATION'] },
    { code: 'SUPPORTER_CAPABLE', level: 'SOFT', exemptions: ['REFUSAL_RECORDED'] },
    { code: 'FALSE_STATEMENT', level: 'SOFT', exemptions: [] },
  ],
  clock: {
    capDays: 15,
    unit: 'NATURAL',
    pauseOn: ['SUPPLEMENT', 'OBJECTION', 'DISPUTED_CHECK'],
    warnAt: 0.7,
    greenFrom: 'HELP',
  },
  steps: {
    accept: natural(1),
    verify: natural(3),
    dataCheck: natural(5),
    triage: natural(1),
    appraisal: natural(2),
    publicity: natural(5),
    town: natural(2),
    county: natural(3),
    announce: natural(2),
    enrol: natural(2),
    supplement: natural(5),
    objection: natural(5),
    propose_reject: natural(2),
    refusalNotice: working(3),
    ...LATER_LIMITS,
  },
  budget: {
    accept: 1,
    verify: 3,
    dataCheck: 5,
    triage: 6,
    appraisal: 6,
    publicity: 11,
    town: 13,
    county: 14,
  },
  publicity: {
    days: 5,
    unit: 'NATURAL',
    once: true,
    place: ['VILLAGE_BOARD', 'MINIAPP_VILLAGE'],
    riskLabel: 'OMIT',
    nameOnline: 'MASK',
  },
  appraisal: { quorum: 9, oddOnly: false },
  verification: { minSigners: 2 },
  support: { helperDays: 5, helperCap: 5, planDays: 10, firstMeasureDays: 30, developmentalMonths: 6 },
  elimination: {
    minMonths: 6,
    minLandedMeasures: 1,
    publicityDays: 5,
    blockNoLabour: true,
    observeMonths: 6,
  },
  visits: { monthly: 1, quarterlyLedger: true },
  freeze: '12-05',
  targets: { incomeGrowthPct: 10, insuredAllPct: 95, insuredKeyPct: 100 },
  jointCivilAffairs: false,
  family: { lookerNames: false },
  // Most townships' cases of a week stay below it.
  comparison: { approvalAbove: 100 },
  // A day to take it up and two to go there, as for a report (domain.md 3.1, day budget).
  clues: { answerDays: 3, againDays: 90 },
  tickets: { answerDays: 10 },
  bankConsent: 'SEPARATE',
  idPhotos: true,
};

/**
 * Offices count in working days, the village in natural ones: publicity and a family's time for papers are written as
 * 「天」 everywhere (domain.md 3.0).
 */
const officeSteps: Omit<Profile['steps'], 'verify'> = {
  accept: working(1),
  dataCheck: working(5),
  triage: working(1),
  appraisal: working(2),
  publicity: natural(5),
  town: working(2),
  county: working(3),
  announce: working(2),
  enrol: working(2),
  supplement: natural(5),
  objection: working(5),
  propose_reject: working(2),
  refusalNotice: working(3),
  ...LATER_LIMITS,
};

/**
 * Gansu 2023 (一键报贫): 15 working days, verification within 5. Thresholds as in the demo, so that the same family
 * gets the same decision on other dates.
 */
export const GANSU2023: Profile = {
  ...DEMO_2026,
  code: 'GANSU2023',
  name: '甘肃 2023（15 个工作日）',
  effectiveFrom: '2023-01-01',
  year: 2023,
  clock: { ...DEMO_2026.clock, capDays: 15, unit: 'WORKING' },
  steps: { ...officeSteps, verify: working(5) },
  budget: {
    accept: 1,
    verify: 5,
    dataCheck: 5,
    triage: 6,
    appraisal: 7,
    publicity: 12,
    town: 13,
    county: 14,
  },
};

/** Anhui 2022 (一码申报): 20 working days, verification within 2. Thresholds as in the demo. */
export const ANHUI2022: Profile = {
  ...DEMO_2026,
  code: 'ANHUI2022',
  name: '安徽 2022（20 个工作日）',
  effectiveFrom: '2022-01-01',
  year: 2022,
  clock: { ...DEMO_2026.clock, capDays: 20, unit: 'WORKING' },
  steps: { ...officeSteps, verify: working(2) },
  budget: {
    accept: 1,
    verify: 2,
    dataCheck: 5,
    triage: 6,
    appraisal: 8,
    publicity: 13,
    town: 15,
    county: 18,
  },
};

/** The profiles that come with the code, by code. */
export const PROFILES: Record<string, Profile> = {
  [DEMO_2026.code]: DEMO_2026,
  [GANSU2023.code]: GANSU2023,
  [ANHUI2022.code]: ANHUI2022,
};
