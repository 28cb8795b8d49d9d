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
  /** Open now and past their day; by the office, or the family, that holds them. */
  'OVERDUE',
  /** Left a step in the period; by state. */
  'STEP',
] as const;
export type GlanceCount = (typeof GLANCE_COUNTS)[number];

/** Days that may be looked at, today included. */
export const GLANCE_DAYS = [7, 30, 90] as const;
