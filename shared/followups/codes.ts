/** Code lists of the follow-up of monitored households (domain.md 3.5, 3.8, 4.3). Labels are in shared/messages. */

/** How somebody stands in the family: of it, away for a time, of it no more. */
export const STANDINGS_IN_FAMILY = ['MEMBER', 'SUSPENDED', 'CLOSED'] as const;
export type StandingInFamily = (typeof STANDINGS_IN_FAMILY)[number];

/** People coming and going, domain.md 3.8: 自然增加, 自然减少, 分户/并户, 整户. */
export const MEMBER_CHANGES = [
  'BIRTH',
  'MARRIAGE_IN',
  'RETURN',
  'DEATH',
  'MARRIAGE_OUT',
  'SCHOOL_MOVE',
  'PRISON',
  'MISSING',
  'ARMY',
  'SPLIT',
  'MERGE',
  'MOVED_AWAY',
  'EXTINCT',
] as const;
export type MemberChange = (typeof MEMBER_CHANGES)[number];

/** TOLD by the family waits for a cadre, TOWN and COUNTY for their word; TAKEN_BACK was written down by mistake. */
export const CHANGE_STATES = ['TOLD', 'TOWN', 'COUNTY', 'DONE', 'REFUSED', 'TAKEN_BACK'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** Who has to agree before a change counts: the county to splits and merges (3.8), the township to the end of a whole family. */
export const CHANGE_LEVELS = ['NONE', 'TOWN', 'COUNTY'] as const;
export type ChangeLevel = (typeof CHANGE_LEVELS)[number];

/** What shows a change. */
export const CHANGE_EVIDENCE = [
  'BIRTH_CERTIFICATE',
  'HUKOU_BOOK',
  'MARRIAGE_CERTIFICATE',
  'DIVORCE_CERTIFICATE',
  'DEATH_CERTIFICATE',
  'DEREGISTRATION',
  'NEIGHBOUR_CONFIRMED',
  'SCHOOL_RECORD',
  'COURT_RECORD',
  'POLICE_RECORD',
  'ARMY_NOTICE',
  'HUKOU_TRANSFER',
  'LIVING_CHECKED',
  'RETURN_SEEN',
] as const;
export type ChangeEvidence = (typeof CHANGE_EVIDENCE)[number];

/** 「家里有变化」: what a family says of itself; a cadre makes of it a change of members or a follow-up. */
export const TOLD_CHANGES = [
  'BORN',
  'DIED',
  'MARRIED',
  'BACK',
  'LEFT',
  'LOST_WORK',
  'ILL',
  'HOUSE',
  'OTHER',
] as const;
export type ToldChange = (typeof TOLD_CHANGES)[number];

/** domain.md 3.5: by month (a visit), by quarter (季度监测台账), by event. */
export const CADENCES = ['MONTH', 'QUARTER', 'EVENT'] as const;
export type Cadence = (typeof CADENCES)[number];

/** What a follow-up by event is about (3.5). */
export const FOLLOW_UP_EVENTS = [
  'ILLNESS',
  'DISASTER',
  'JOB_LOSS',
  'BIRTH_DEATH',
  'SCHOOL',
  'OTHER',
] as const;
export type FollowUpEvent = (typeof FOLLOW_UP_EVENTS)[number];

/** Result codes of domain.md 3.5. */
export const FOLLOW_UP_RESULTS = [
  'STABLE',
  'IMPROVING',
  'NEW_RISK',
  'RELAPSE',
  'UNREACHABLE',
  'READY_TO_ELIMINATE',
] as const;
export type FollowUpResult = (typeof FOLLOW_UP_RESULTS)[number];

/** How the family says that it is, beside the quarter before. */
export const FEELINGS = ['BETTER', 'SAME', 'WORSE'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** Work of the family in a quarter (务工就业变化). */
export const WORK_CHANGES = ['NONE', 'FOUND', 'CHANGED', 'LOST'] as const;
export type WorkChange = (typeof WORK_CHANGES)[number];

/** Who has a quarterly sheet now: the village, then the township (helper → village → township). */
export const QUARTER_STATES = ['VILLAGE', 'TOWN', 'DONE', 'RETURNED'] as const;
export type QuarterState = (typeof QUARTER_STATES)[number];

/** What a follow-up or a change leaves to be done. */
export const FOLLOW_TASKS = [
  'REPLAN',
  'RELAPSE',
  'FIND_FAMILY',
  'GUARANTEE',
  'STOP_PAYMENTS',
  'RESUME_PAYMENTS',
  'REASSESS_LABOUR',
  'PAPERS_OF_CHANGE',
] as const;
export type FollowTaskKind = (typeof FOLLOW_TASKS)[number];

/** What a cadre is told before a change is written down; nothing is stopped by it. */
export const CHANGE_WARNINGS = [
  'STOP_PERSONAL_PAYMENTS',
  'DOUBLE_PAY',
  'LAST_LABOUR_GONE',
  'STAYS_DEPENDANT',
  'OLD_PEOPLE_ALONE',
  'NO_LABOUR_ALONE',
  'HEAD_GONE',
] as const;
export type ChangeWarning = (typeof CHANGE_WARNINGS)[number];

/** Lists of the staff's page. */
export const FOLLOW_UP_LISTS = ['ALL', 'VISIT', 'QUARTER', 'LATE', 'TASKS', 'TOLD', 'CONFIRM'] as const;
export type FollowUpList = (typeof FOLLOW_UP_LISTS)[number];
