import type { ChildProcess } from 'node:child_process';

/** What set-up, tear-down and the tests must agree on. Set-up is loaded without path aliases: it imports this alone. */

/** Connection strings of the run's server, each to the migrated database that all others are copied from. */
export interface TestServer {
  admin: string;
  owner: string;
  app: string;
}

/** The environment variable in which set-up leaves them for the test files, which run in other processes. */
export const TEST_SERVER = 'SHOUWANG_TEST_SERVER';

/** Set-up and tear-down are separate files that jest loads separately: only the process itself is common ground. */
const KEEPER = Symbol.for('shouwang.test-server');

type Keeper = { [KEEPER]?: ChildProcess };

export function keepServer(child: ChildProcess): void {
  (process as Keeper)[KEEPER] = child;
}

/** The server's process, once: the second caller gets undefined. */
export function takeServer(): ChildProcess | undefined {
  const child = (process as Keeper)[KEEPER];
  delete (process as Keeper)[KEEPER];
  return child;
}
