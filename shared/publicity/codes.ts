/** Kinds of notice (domain.md 6.1). A new one is a name here and a file in kinds/: the compiler asks for the rest. */
export const NOTICE_KINDS = [
  'PROPOSED_INCLUSION',
  'RESULT_ANNOUNCEMENT',
  'PROPOSED_ELIMINATION',
  'ELIMINATION_RESULT',
  'PROPOSED_ROLLBACK',
  'ROLLBACK_RESULT',
  'MEASURES_LANDED',
  'SUBSIDY_PAYMENTS',
  'VILLAGE_NOTICE',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Kinds whose days a county may set beside their usual ones; those of the two publicities stand elsewhere in a profile. */
export const TIMED_NOTICES = [
  'RESULT_ANNOUNCEMENT',
  'ELIMINATION_RESULT',
  'MEASURES_LANDED',
  'SUBSIDY_PAYMENTS',
  'VILLAGE_NOTICE',
] as const satisfies readonly NoticeKind[];
export type TimedNotice = (typeof TIMED_NOTICES)[number];

/** Kinds whose rows are cases, the village's and the township's. */
export const VILLAGE_CASE_NOTICES = [
  'PROPOSED_INCLUSION',
  'PROPOSED_ELIMINATION',
  'PROPOSED_ROLLBACK',
  'MEASURES_LANDED',
] as const satisfies readonly NoticeKind[];
export const TOWN_CASE_NOTICES = [
  'RESULT_ANNOUNCEMENT',
  'ELIMINATION_RESULT',
  'ROLLBACK_RESULT',
] as const satisfies readonly NoticeKind[];
export const CASE_NOTICES = [...VILLAGE_CASE_NOTICES, ...TOWN_CASE_NOTICES] as const;
export type CaseNotice = (typeof CASE_NOTICES)[number];

/** Kinds on whose days a family's way off the register, or back, waits: objections are written down there. */
export const EXIT_PUBLICITIES = [
  'PROPOSED_ELIMINATION',
  'PROPOSED_ROLLBACK',
] as const satisfies readonly NoticeKind[];
export const isExitPublicity = (kind: NoticeKind): kind is (typeof EXIT_PUBLICITIES)[number] =>
  EXIT_PUBLICITIES.some((one) => one === kind);

/** Kinds that staff prepare as a draft: a list that was sent in, or words. */
export const DRAFT_NOTICES = ['SUBSIDY_PAYMENTS', 'VILLAGE_NOTICE'] as const satisfies readonly NoticeKind[];
export type DraftNotice = (typeof DRAFT_NOTICES)[number];

/** What a notice may say of a row, or leave out, as the county decides (domain.md 6.1, 可省). */
export const NOTICE_FIELDS = ['category', 'decidedOn', 'quantity', 'amountFen'] as const;
export type NoticeField = (typeof NOTICE_FIELDS)[number];

/** How a family comes off the list: its help has worked, or its trouble went by itself (domain.md 3.6). */
export const ELIMINATION_MODES = ['BY_SUPPORT', 'NATURAL'] as const;
export type EliminationMode = (typeof ELIMINATION_MODES)[number];

/**
 * A measure as neighbours may read it. What would tell of an illness, a disability or children at school (HEA, COM, EDU,
 * EDX of domain.md 8.1) goes under one name that tells none of it (domain.md 6.2).
 */
export const PUBLIC_MEASURES = [
  'INDUSTRY',
  'JOB',
  'FINANCE',
  'PUBLIC_POST',
  'HOUSING',
  'WATER',
  'LIVELIHOOD',
  'SOCIAL',
  'RELOCATION',
  'CONDITIONS',
] as const;
export type PublicMeasure = (typeof PUBLIC_MEASURES)[number];
