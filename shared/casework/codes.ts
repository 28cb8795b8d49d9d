/** Code lists of the procedure. Labels that people read are in shared/messages. */

import type { FindingsInput } from './inputs';

/** Every state of domain.md 3.1 / 3.10; RECTIFIED_REMOVED (清退) is where a false statement of an included family ends. */
export const CASE_STATES = [
  'DRAFT',
  'SUBMITTED',
  'MERGED',
  'TRANSFERRED',
  'NOT_ACCEPTED',
  'ACCEPTED',
  'SUPPLEMENT',
  'VERIFYING',
  'DATA_CHECK',
  'TRIAGE',
  'PROPOSE_REJECT',
  'APPRAISAL',
  'PUBLICITY',
  'OBJECTION',
  'TOWN_REVIEW',
  'COUNTY_DECISION',
  'ANNOUNCED',
  'INCLUDED',
  'REJECTED',
  'REVIEW',
  'WITHDRAWN',
  'EXPIRED',
  'RECTIFIED_REMOVED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** States in which nobody has anything left to do for the identification itself. */
export const CLOSED_STATES = [
  'MERGED',
  'TRANSFERRED',
  'NOT_ACCEPTED',
  'INCLUDED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
  'RECTIFIED_REMOVED',
] as const satisfies readonly CaseState[];

export function isClosed(state: CaseState): boolean {
  return (CLOSED_STATES as readonly CaseState[]).includes(state);
}

/** Ends after which a family reports anew, with what it told before (再次纳入, domain.md 3.7). */
const AGAIN_AFTER: readonly CaseState[] = [
  'NOT_ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
  'RECTIFIED_REMOVED',
];
export const mayReportAgain = (state: CaseState): boolean => AGAIN_AFTER.includes(state);

/** What a family told before and may leave as it was. */
export const AGAIN_FACTS = [
  'PLACE',
  'REPORTER',
  'HEAD',
  'PHONE',
  'DIFFICULTY',
  'TROUBLES',
  'PEOPLE',
  'NEEDS',
] as const;
export type AgainFact = (typeof AGAIN_FACTS)[number];

/** How the clue reached us, domain.md 3.1. */
export const CHANNELS = [
  'SELF_MINIAPP',
  'SELF_PAPER',
  'SELF_ORAL',
  'SELF_12317',
  'SELF_NATAPP',
  'CADRE',
  'CENTRAL_CHECK',
  'DEPT_ALERT',
  'MEDIA_PETITION',
  'LINKED',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** domain.md 4.7 */
export const RISK_TYPES = [
  'ILLNESS',
  'SCHOOLING',
  'DISABILITY',
  'DISASTER',
  'ACCIDENT',
  'INDUSTRY_FAIL',
  'JOB_UNSTABLE',
  'NO_LABOUR',
  'HOUSING',
  'WATER',
  'OTHER',
] as const;
export type RiskType = (typeof RISK_TYPES)[number];

/** domain.md 4.8 */
export const NEEDS = [
  'MEDICAL_COST',
  'INSURANCE',
  'SCHOOL_COST',
  'HOUSE_REPAIR',
  'WATER',
  'JOB',
  'PUBLIC_POST',
  'TRAINING',
  'CAPITAL',
  'SEEDS',
  'SALES',
  'DIBAO',
  'EMERGENCY_AID',
  'DISABILITY_AID',
  'ELDER_CARE',
  'DISASTER_RECOVERY',
  'LEGAL',
  'COUNSELLING',
  'OTHER',
] as const;
export type Need = (typeof NEEDS)[number];

/** domain.md 4.1 `reporterRelation` */
export const REPORTER_RELATIONS = [
  'SELF',
  'SPOUSE',
  'CHILD',
  'PARENT',
  'RELATIVE',
  'NEIGHBOUR',
  'GROUP_LEADER',
  'GRID',
  'CADRE',
  'OTHER',
] as const;
export type ReporterRelation = (typeof REPORTER_RELATIONS)[number];

/** Relations that belong to the family itself: such a reporter follows the case as the household, not as a proxy. */
export const FAMILY_RELATIONS: readonly ReporterRelation[] = ['SELF', 'SPOUSE', 'CHILD', 'PARENT'];

/** Tap phrases of page 02-c; each already says one kind of trouble (ux.md 02-d). */
export const PHRASES = {
  BIG_ILLNESS: 'ILLNESS',
  LONG_MEDICINE: 'ILLNESS',
  SCHOOL_HARD: 'SCHOOLING',
  DISABLED_MEMBER: 'DISABILITY',
  DISASTER: 'DISASTER',
  ACCIDENT: 'ACCIDENT',
  NO_WORK: 'JOB_UNSTABLE',
  FARM_LOSS: 'INDUSTRY_FAIL',
  UNSAFE_HOUSE: 'HOUSING',
  WATER_HARD: 'WATER',
} as const satisfies Record<string, RiskType>;
export type Phrase = keyof typeof PHRASES;

/** domain.md 2.2 */
export const HOUSEHOLD_TYPES = ['UNSTABLE', 'MARGINAL', 'SUDDEN'] as const;
export type HouseholdType = (typeof HOUSEHOLD_TYPES)[number];

/** domain.md 4.2 `householdKind`, as far as identification needs it. */
export const HOUSEHOLD_KINDS = ['ORDINARY', 'LIFTED', 'MONITORED'] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

/** Relation to the head of household, domain.md 4.3 (GB/T 4761 family). */
export const MEMBER_RELATIONS = [
  'HEAD',
  'SPOUSE',
  'SON',
  'DAUGHTER',
  'DAUGHTER_IN_LAW',
  'SON_IN_LAW',
  'GRANDCHILD',
  'FATHER',
  'MOTHER',
  'PARENT_IN_LAW',
  'GRANDPARENT',
  'SIBLING',
  'OTHER',
] as const;
export type MemberRelation = (typeof MEMBER_RELATIONS)[number];

/** Key of the head among the members: known from the report on, before anybody else is recorded. */
export const HEAD_KEY = 'head';

/** domain.md 4.11 `verify.mode` */
export const VERIFY_MODES = ['HOME_VISIT', 'VIDEO', 'PHONE', 'OFFICE'] as const;
export type VerifyMode = (typeof VERIFY_MODES)[number];

/** domain.md 4.3 `health`: none of them is a healthy person. */
export const HEALTH = ['CHRONIC', 'SERIOUS', 'DISABLED'] as const;
export type Health = (typeof HEALTH)[number];

/** domain.md 4.3 `labour` */
export const LABOUR = ['NORMAL', 'SKILLED', 'WEAK', 'LOST', 'NONE'] as const;
export type Labour = (typeof LABOUR)[number];

/** domain.md 4.3 `school`, by stage: whose grade it is, the education department knows. */
export const SCHOOL = [
  'NOT',
  'PRESCHOOL',
  'PRIMARY',
  'JUNIOR',
  'SENIOR',
  'VOCATIONAL',
  'COLLEGE',
  'SUSPENDED',
  'DROPPED',
] as const;
export type School = (typeof SCHOOL)[number];

/** Three guarantees and water, domain.md 4.6, each with the finding that says that something is wrong. */
export const GUARANTEES = {
  HOUSING: 'housingProblem',
  WATER: 'waterProblem',
  SCHOOL: 'schoolProblem',
  INSURANCE: 'anyoneUninsured',
} as const;
export type Guarantee = keyof typeof GUARANTEES;
export const GUARANTEE_KEYS = Object.keys(GUARANTEES) as Guarantee[];

/** domain.md 4.2 `house.ownership` */
export const HOUSE_OWNERSHIP = ['OWN', 'RENTED', 'BORROWED', 'PUBLIC', 'RESETTLED'] as const;
export type HouseOwnership = (typeof HOUSE_OWNERSHIP)[number];

/** domain.md 4.2 `water` */
export const WATER_SOURCES = ['TAP', 'WELL', 'OTHER'] as const;
export type WaterSource = (typeof WATER_SOURCES)[number];
export const WATER_ASPECTS = ['quantity', 'quality', 'convenience', 'reliability'] as const;
export type WaterAspect = (typeof WATER_ASPECTS)[number];
export const WATER_MARKS = ['GOOD', 'FAIR', 'BAD'] as const;
export type WaterMark = (typeof WATER_MARKS)[number];

/** Departments that answer a comparison, domain.md 1.1 `DEPT_*`. */
export const DEPARTMENTS = [
  'POLICE',
  'REAL_ESTATE',
  'MARKET',
  'TAX',
  'HUMAN_RESOURCES',
  'MEDICAL_INSURANCE',
  'HOUSING_FUND',
  'CIVIL_AFFAIRS',
  'DISABLED_FEDERATION',
  'EDUCATION',
  'BANK',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** Asset and status flags, domain.md 2.5: a flag asks for an explanation, it never decides. */
export const ASSET_FLAGS = [
  'URBAN_HOUSE',
  'CAR',
  'MACHINE',
  'BUSINESS',
  'PAYROLL',
  'FUND',
  'BIG_INSURANCE',
  'ABSENT',
  'SUPPORTER_CAPABLE',
  'FALSE_STATEMENT',
] as const;
export type AssetFlag = (typeof ASSET_FLAGS)[number];

/** Why a household is not included, domain.md 3.3. */
export const REJECTION_REASONS = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R07',
  'R08',
  'R09',
  'R10',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** Who sits in the appraisal meeting, domain.md 1.2. */
export const ATTENDEE_ROLES = ['COMMITTEE', 'TASKFORCE', 'PARTY_MEMBER', 'VILLAGER', 'GROUP_LEADER'] as const;
export type AttendeeRole = (typeof ATTENDEE_ROLES)[number];

/** domain.md 8.1 */
export const MEASURE_CODES = [
  'IND',
  'JOB',
  'FIN',
  'PUB',
  'HOU',
  'WAT',
  'HEA',
  'EDU',
  'EDX',
  'COM',
  'SOC',
  'MOV',
  'LIV',
  'INF',
] as const;
export type MeasureCode = (typeof MEASURE_CODES)[number];

/** domain.md 4.11 `attachmentKind`, with VOICE and SIGNATURE for what the phone itself makes. */
export const ATTACHMENT_KINDS = [
  'ID',
  'HUKOU',
  'AUTH_FORM',
  'DIAGNOSIS',
  'BILL',
  'SCHOOL',
  'DISABILITY',
  'HOUSE',
  'WATER',
  'DISASTER',
  'INCOME',
  'MEETING',
  'BOARD_PHOTO',
  'NOTICE',
  'VOICE',
  'SIGNATURE',
  'OTHER',
] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** What a clerk may ask back for, ux.md 05 and 9: typed items, never one free-text note. */
export const SUPPLEMENT_KINDS = ['SIGNATURE', 'READABLE_PAPER', 'MISSING_PAPER', 'FACT'] as const;
export type SupplementKind = (typeof SUPPLEMENT_KINDS)[number];

/** Who can help the family with an item (domain.md 3.2). */
export const SUPPLEMENT_HELPERS = ['FAMILY', 'VILLAGE', 'GRID', 'HOSPITAL', 'SCHOOL', 'DEPARTMENT'] as const;
export type SupplementHelper = (typeof SUPPLEMENT_HELPERS)[number];

/** Papers that a department holds: not demanded of the family once it has answered (domain.md 3.2). */
export const PAPER_HELD_BY = {
  DEPOSIT: 'BANK',
  VEHICLE: 'POLICE',
  PROPERTY: 'REAL_ESTATE',
  BUSINESS: 'MARKET',
  INSURANCE: 'MEDICAL_INSURANCE',
  ENROLMENT: 'EDUCATION',
  DISABILITY: 'DISABLED_FEDERATION',
  DIBAO: 'CIVIL_AFFAIRS',
} as const satisfies Record<string, Department>;

/** What kind of paper is asked back for; those that no department holds come last. */
export const SUPPLEMENT_PAPERS = [
  ...(Object.keys(PAPER_HELD_BY) as (keyof typeof PAPER_HELD_BY)[]),
  'AUTHORIZATION',
  'BILL',
  'DIAGNOSIS',
  'HOUSE_PHOTO',
  'INCOME_PROOF',
  'OTHER',
] as const;
export type SupplementPaper = (typeof SUPPLEMENT_PAPERS)[number];

/** How somebody reached a person: by a visit, a call, on the phone's screen, by letter. */
export const DELIVERY_WAYS = ['VISIT', 'PHONE', 'MINIAPP', 'LETTER'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

/** Where a case may be sent back to, domain.md 3.1 rows 4, 6 and 8. */
export const RETURN_TARGETS = ['VERIFYING', 'TRIAGE', 'APPRAISAL'] as const satisfies readonly CaseState[];
export type ReturnTarget = (typeof RETURN_TARGETS)[number];

/** How a review ends: the refusal stands, other people verify again, or it goes to the appraisal (domain.md 3.3). */
export const REVIEW_OUTCOMES = ['UPHOLD', 'REVERIFY', 'INCLUDE'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** What an objection is about, as its page asks. Somebody who is missing from the list is a report, not an objection. */
export const OBJECTION_ABOUTS = ['NOT_DESERVING', 'WRONG_FACTS', 'UNFAIR'] as const;
export type ObjectionAbout = (typeof OBJECTION_ABOUTS)[number];

/** How the answer reached an objector who has no inbox here. */
export const OBJECTOR_TOLD_WAYS = ['PHONE', 'VISIT', 'LETTER'] as const;
export type ObjectorToldWay = (typeof OBJECTOR_TOLD_WAYS)[number];

/** What an objector says of the answer, once. */
export const SATISFACTIONS = ['YES', 'PARTLY', 'NO'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** How an objection ends, domain.md 3.3 and 6.6. */
export const OBJECTION_VERDICTS = ['UPHELD', 'PARTLY', 'NOT_UPHELD', 'WITHDRAWN', 'PASSED_ON'] as const;
export type ObjectionVerdict = (typeof OBJECTION_VERDICTS)[number];

/** How an objection came, domain.md 6.6: HOTLINE is 12317, CITIZEN_LINE 12345. */
export const OBJECTION_CHANNELS = [
  'MINIAPP',
  'BOX',
  'PHONE',
  'LETTER',
  'VISIT',
  'HOTLINE',
  'CITIZEN_LINE',
  'PETITION',
  'DISCIPLINE',
] as const;
export type ObjectionChannel = (typeof OBJECTION_CHANNELS)[number];

/** The only reasons for which a report is not taken on, domain.md 3.1 row 1c. */
export const NOT_ACCEPTED_REASONS = ['OUT_OF_SCOPE', 'TEST_DATA', 'SAME_FACTS'] as const;
export type NotAcceptedReason = (typeof NOT_ACCEPTED_REASONS)[number];

/** What a unit leader sees counted (domain.md 9.1, A1 to A3). Each is a list of cases as well. */
export const GLANCE_COUNTS = [
  /** Reported in the period. */
  'CAME_IN',
  /** Ended in the period, whichever way. */
  'WENT_OUT',
  /** Refused or decided by the county in the period, for the first time. */
  'DECIDED',
  /** Of those, by the cap's day. */
  'ON_TIME',
  /** Open now. */
  'OPEN',
  /** Open now and past their day; by the office, or the family, that holds them, and by who has them in hand. */
  'OVERDUE',
  /** Open now and due today or tomorrow. */
  'DUE_SOON',
  /** Left a step in the period; by state. */
  'STEP',
] as const;
export type GlanceCount = (typeof GLANCE_COUNTS)[number];

/** Periods that may be looked at, up to today: so many days, this month, this quarter, or from one day to another. */
export const GLANCE_SPANS = ['D7', 'D30', 'D90', 'MONTH', 'QUARTER', 'OWN'] as const;
export type GlanceSpan = (typeof GLANCE_SPANS)[number];

/** Of a late case: nobody has it in hand. */
export const IN_NO_HAND = '-';

/**
 * Acts by which somebody signs about a family: each carries the word of whoever signs that the family is no kin (domain.md
 * 1.1, 回避: `kinshipDeclared` at each decision).
 */
export const KINSHIP_ACTS = [
  'notAccept',
  'signVerification',
  'triage',
  'confirmRejection',
  'overturnRejection',
  'recordAppraisal',
  'townReview',
  'townReturn',
  'townReject',
  'countyDecide',
  'countyReturn',
  'recordReviewFinding',
  'answerReview',
  'decideFalseStatement',
] as const;
export type KinshipAct = (typeof KINSHIP_ACTS)[number];

export const declaresKinship = (act: string): act is KinshipAct =>
  (KINSHIP_ACTS as readonly string[]).includes(act);

/** A visit that found nothing out of the ordinary: what a form starts from. */
export const NO_FINDINGS: FindingsInput = {
  householdKind: 'ORDINARY',
  houseGrade: 'UNKNOWN',
  houseIsOnly: true,
  housingProblem: false,
  schoolProblem: false,
  waterProblem: false,
  waterCutDays: 0,
  anyoneUninsured: false,
  bigIllness: false,
  severeDisability: false,
  suddenAccident: false,
  newDibaoOrTekun: false,
  noLabour: false,
  note: '',
};
