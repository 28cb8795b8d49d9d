import type { Caller } from '@shared/access';
import type { Instant, LocalDate } from '@shared/calendar';
import type { Clock } from '../adapters/clock';
import type { Push } from '../adapters/cloudbase/push';
import type { Keys } from '../adapters/keys';
import type { Log } from '../adapters/log';
import type { Printer } from '../adapters/pdf/printer';
import type { Database, Db } from '../adapters/postgres/scoped';
import type { ObjectStore } from '../adapters/storage/object-store';
import type { Wechat } from '../adapters/wechat';

/** The clock of the local stack, which an operation may move. */
export interface MovableClock extends Clock {
  /** Runs on from that instant; null returns to real time. The move outlives the process. */
  move(to: Instant | null): Promise<void>;
  readonly moved: boolean;
}

/** What the local stack alone has. */
export interface Local {
  clock: MovableClock;
  /** In front of the links that sign in. */
  baseUrl: string;
  runTimers(traceId: string): Promise<void>;
}

/** Everything outside of the process, chosen once by the deployment (deployment.ts, local.ts). */
export interface Adapters {
  database: Database;
  keys: Keys;
  objects: ObjectStore;
  push: Push;
  /** Makes PDFs of sheets. */
  printer: Printer;
  clock: Clock;
  log: Log;
  /** Address of the H5 site, without a slash at its end; '' when a deployment has none. */
  site: string;
  /** Absent where no mini-program stands behind the deployment. */
  wechat?: Wechat | undefined;
  /** Of the local stack alone. */
  local?: Local | undefined;
}

/** What a use case gets: who asks, when, and the database inside the scope of the caller. */
export interface Ctx {
  caller: Caller;
  /** Regions of the grants with which the caller may read cases; none inside another. */
  scopes: readonly string[];
  /** Hash of the session by which the caller signed in, if by one. */
  session: Buffer | null;
  now: Instant;
  /** China day of `now`. */
  today: LocalDate;
  operation: string;
  traceId: string;
  requestId: string | null;
  db: Db;
  keys: Keys;
  objects: ObjectStore;
  push: Push;
  printer: Printer;
  /** Address of the H5 site, in front of what a printed code opens; '' where none was told. */
  site: string;
  clock: Clock;
  wechat: Wechat | undefined;
  local: Local | undefined;
  /** Member of a case under whose name the caller may sign, by a link that was checked in this very call. */
  signing?: string;
}
