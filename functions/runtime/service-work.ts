import type { Instant } from '@shared/calendar';

/** Work of the outbox: an office hears that somebody does not serve there any more. */
export interface ServiceWork {
  personId: string;
  at: Instant;
  /** Digits of the place that was served. */
  region: string;
  /** Cases that were in hand in the county and wait again. */
  returned: number;
  /** Families here for whose visit somebody else must be named. */
  visits: number;
  /** Families here that have no helper now. */
  families: number;
  /** Errands here that nobody runs now. */
  errands: number;
}
