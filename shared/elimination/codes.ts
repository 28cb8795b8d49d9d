/** Code lists of the way off the register. Labels that people read are in shared/messages. */

/**
 * What must hold before a risk may be marked as gone (domain.md 3.6, 1 to 7). The last two are no preconditions of the
 * dossier by number: a family with labour that lives on safety nets alone (一兜了之, 8.1), and how much of the income is
 * transfers, which is shown and never decides.
 */
export const PRECONDITIONS = [
  'SIX_MONTHS',
  'MEASURE_LANDED',
  'INCOME_ABOVE_LINE',
  'INCOME_STABLE',
  'RIGID_SOLVED',
  'GUARANTEES',
  'RISKS_GONE',
  'NO_NEW_RISK',
  'LABOUR',
  'NOT_ONLY_SAFETY_NET',
  'TRANSFER_SHARE',
] as const;
export type Precondition = (typeof PRECONDITIONS)[number];

/** WARN is read by everybody who decides and stops nobody; UNKNOWN stops: what nobody looked at is not so. */
export const VERDICTS = ['MET', 'FAILED', 'UNKNOWN', 'WARN'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a reader finds what a verdict rests on. */
export const EVIDENCE = ['REGISTER', 'MEASURES', 'RESEARCH', 'PROFILE', 'MEMBERS'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Steps E1 to E7 of domain.md 3.6; those of a mark that is taken back are the very same. */
export const EXIT_STEPS = ['PROPOSED', 'VERIFY', 'APPRAISAL', 'PUBLICITY', 'TOWN', 'COUNTY', 'MARK'] as const;
export type ExitStep = (typeof EXIT_STEPS)[number];

export const EXIT_KINDS = ['ELIMINATION', 'ROLLBACK'] as const;
export type ExitKind = (typeof EXIT_KINDS)[number];

/** How a proposal ended. NOT_MET: what was found at the visit does not fit; UPHELD: an objection was right. */
export const EXIT_ENDS = [
  'DONE',
  'NOT_MET',
  'NOT_PASSED',
  'UPHELD',
  'RETURNED',
  'NOT_AGREED',
  'WITHDRAWN',
] as const;
export type ExitEnd = (typeof EXIT_ENDS)[number];

/** Income per head that may come from transfers before it is said, in percent of net income. */
export const TRANSFER_SHARE_PCT = 50;
