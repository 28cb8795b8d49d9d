import type { PoolClient } from 'pg';
import { openPool, type PoolOptions } from './pool';
import { type Statement, statement } from './statement';

/** For whom a transaction works. Row-level security in the database reads both (infra/database/migrations/0001). */
export interface Scope {
  /** Leading digits of a division code; null sees no region. */
  region: string | null;
  /** The person whose own rows are seen; 'system' for the timers, null for nobody. */
  person: string | null;
}

/** What a use case may do with the database: run statements, inside the scope that its transaction was given. */
export interface Db {
  rows<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
  /** The first row, or undefined. */
  first<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined>;
  /** How many rows were written. */
  write(statement: Statement<unknown>, values?: readonly unknown[]): Promise<number>;
  /** Works in a savepoint: null where a unique index says that something is there already. Nothing of it was written then, and the transaction goes on. */
  unlessThere<T>(work: () => Promise<T>): Promise<T | null>;
  /** Works in another region for a while, then returns to the own one. Each use says why it may. */
  within<T>(region: string, work: () => Promise<T>): Promise<T>;
  /** Works as another person for a while: who signs in becomes that person. */
  as<T>(person: string, work: () => Promise<T>): Promise<T>;
  /** Goes to another region for the rest of the transaction: the next of those that the caller serves. */
  enter(region: string): Promise<void>;
}

export interface Database {
  /** Runs work in one transaction of that scope: committed when it returns, rolled back when it throws. */
  transaction<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  /** Hears after each commit what this process wrote to: `UPDATE notice`, `INSERT session`. */
  onWritten(listener: (writes: ReadonlySet<string>) => void): void;
  close(): Promise<void>;
}

const NOTHING = 'none';

/** PostgreSQL's word for what a unique index refuses. */
const UNIQUE_VIOLATION = '23505';
const savepoint = statement('scope.savepoint', 'SAVEPOINT attempt');
const keep = statement('scope.keep', 'RELEASE SAVEPOINT attempt');
const undo = statement('scope.undo', 'ROLLBACK TO SAVEPOINT attempt');

const setScope = statement(
  'scope.set',
  "SELECT set_config('app.region', $1, true), set_config('app.person', $2, true)",
);

/** Written into the text of a statement, so nothing but what a scope can be passes. */
function literal(value: string | null, pattern: RegExp): string {
  if (value === null) return NOTHING;
  if (!pattern.test(value)) throw new Error('Not a scope');
  return value;
}

const regionOf = (region: string | null) => literal(region, /^\d{2,12}$/);
const personOf = (person: string | null) => literal(person, /^[A-Za-z0-9-]{1,64}$/);

/**
 * The only place that takes connections. A scope is set for its transaction only (`set_config(…, true)`), in the same
 * round trip as BEGIN; COMMIT and ROLLBACK both undo it, whatever the work did or forgot, so the next user of the
 * connection begins with nothing.
 */
export function openDatabase(options: PoolOptions): Database {
  const pool = openPool(options);
  const listeners: ((writes: ReadonlySet<string>) => void)[] = [];
  return {
    onWritten: (listener) => void listeners.push(listener),
    async transaction(scope, work) {
      const begin = `BEGIN; SELECT set_config('app.region', '${regionOf(scope.region)}', true), set_config('app.person', '${personOf(scope.person)}', true)`;
      const client = await pool.connect();
      let broken: Error | undefined;
      const writes = new Set<string>();
      try {
        await client.query(begin);
        const result = await work(
          dbOn(client, { region: regionOf(scope.region), person: personOf(scope.person) }, writes),
        );
        const { command } = await client.query('COMMIT');
        // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, not with an error.
        if (command !== 'COMMIT') throw new Error('The transaction had failed before its end');
        if (writes.size > 0) for (const listener of listeners) listener(writes);
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((fault: Error) => {
          broken = fault;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function dbOn(client: PoolClient, from: { region: string; person: string }, written: Set<string>): Db {
  let scope = from;
  const run = <Row>({ name, text, writes = [] }: Statement<Row>, values: readonly unknown[] = []) => {
    for (const one of writes) written.add(one);
    return client.query({ name, text, values: [...values] });
  };
  const move = async (to: typeof scope) => {
    if (to.region === scope.region && to.person === scope.person) return;
    await run(setScope, [to.region, to.person]);
    scope = to;
  };
  const visit = async <T>(to: typeof scope, work: () => Promise<T>) => {
    const home = scope;
    await move(to);
    try {
      return await work();
    } finally {
      // After a failed statement nothing runs until ROLLBACK, which takes the scope back as well.
      await move(home).catch(() => undefined);
    }
  };
  return {
    rows: async <Row>(sql: Statement<Row>, values?: readonly unknown[]) =>
      (await run(sql, values)).rows as Row[],
    first: async <Row>(sql: Statement<Row>, values?: readonly unknown[]) =>
      (await run(sql, values)).rows[0] as Row | undefined,
    write: async (sql, values) => (await run(sql, values)).rowCount ?? 0,
    async unlessThere(work) {
      const home = scope;
      await run(savepoint);
      try {
        const result = await work();
        await run(keep);
        return result;
      } catch (error) {
        if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
        await run(undo);
        // The savepoint takes the database's scope back as well.
        scope = home;
        return null;
      }
    },
    within: (to, work) => visit({ ...scope, region: regionOf(to) }, work),
    as: (to, work) => visit({ ...scope, person: personOf(to) }, work),
    enter: (to) => move({ ...scope, region: regionOf(to) }),
  };
}
