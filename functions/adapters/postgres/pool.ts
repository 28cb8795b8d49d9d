import { Pool, types } from 'pg';

export interface PoolOptions {
  url: string;
  /** Connections at most: few in a function of which a cloud runs many. */
  max?: number;
  /** Certificate authority in PEM, for a server that is not on this machine; its certificate is always checked. */
  ca?: string | undefined;
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** Days stay `YYYY-MM-DD`, moments become ISO-8601 in UTC, counters become numbers. */
function parserOf(oid: number): (text: string) => unknown {
  if (oid === DATE) return (text) => text;
  if (oid === INT8) return Number;
  if (oid === TIMESTAMPTZ) return (text) => new Date(text).toISOString();
  return types.getTypeParser(oid, 'text');
}

/** The connections of one process. Used by `scoped.ts` alone: a raw connection would know no scope. */
export function openPool({ url, max = 10, ca }: PoolOptions): Pool {
  const local = LOOPBACK.has(new URL(url).hostname);
  const pool = new Pool({
    connectionString: url,
    ...(!local && { ssl: { rejectUnauthorized: true, ...(ca !== undefined && { ca }) } }),
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'shouwang',
    types: { getTypeParser: ((oid: number) => parserOf(oid)) as typeof types.getTypeParser },
  });
  // A connection that dies while idle is replaced by the next one; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
