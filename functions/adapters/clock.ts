import type { Instant } from '@shared/calendar';

/** Time from outside. The procedure's clock can be moved on a local stack; the wall clock never is. */
export interface Clock {
  /** What time the procedure believes it is: dates of events, deadlines, days of publicity. */
  now(): Instant;
  /** Real time, for what protects the machine: sessions, links, ceilings, leases. */
  wall(): Instant;
}

/** The clock of every deployment but the local one. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  wall: () => new Date().toISOString(),
};
