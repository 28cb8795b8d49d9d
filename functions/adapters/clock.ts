import type { Instant } from '@shared/calendar';

/** Time from outside. The procedure's clock can be moved on a local stack; the wall clock never is. */
export interface Clock {
  /** What time the procedure believes it is: dates of events, deadlines, days of publicity. */
  now(): Instant;
  /** The same in milliseconds since 1970, for what is looked at with every request. */
  ms(): number;
  /** Real time, for what protects the machine: sessions, links, ceilings, leases. */
  wall(): Instant;
}

/** The clock of every deployment but the local one. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  ms: () => Date.now(),
  wall: () => new Date().toISOString(),
};
