import { isStaff } from '@shared/access';
import { localDate } from '@shared/calendar';
import type { Operation } from '@shared/contract';
import type { Db } from '../adapters/postgres/scoped';
import type { Adapters, Ctx } from './context';
import { Failure } from './failure';
import { requesterOf } from './idempotency';
import { type Identified, identify } from './identify';
import { countCall } from './identify.sql';
import { parseInput, requireKeepable, requireShallow } from './parse-input';
import type { Call, PipelineOptions } from './pipeline';
import { scopesOf } from './scopes';

/** Bytes of JSON that an input may have. */
export const MAX_INPUT_BYTES = 100 * 1024;

const REQUEST_ID = /^[\w.:-]{8,64}$/;

/** Finds the caller, counts the call, and sees whether this class of caller may call it. */
export async function knowCaller(
  adapters: Adapters,
  options: PipelineOptions,
  operation: Operation,
  call: Call,
  tell: (personId: string) => void,
): Promise<Identified> {
  const { over, ...identified } = await adapters.database.transaction(
    { region: null, person: null },
    async (db) => {
      const found = await identify(adapters, db, call.identity);
      if (found.caller.kind === 'PERSON') tell(found.caller.personId);
      return { ...found, over: await countAgainstCeiling(adapters, options, operation, found, call, db) };
    },
  );
  requireClass(operation, identified);
  if (over !== null) throw tooManyCalls(over);
  return identified;
}

export function tooManyCalls(seconds: number): Failure {
  return new Failure('rate_limited', 'TOO_MANY_CALLS', { params: { seconds }, retryAfter: seconds });
}

function requireClass(operation: Operation, { caller }: Identified): void {
  const { callers } = operation;
  if ((callers === 'PERSON' || callers === 'STAFF') && caller.kind === 'ANONYMOUS')
    throw new Failure('unauthenticated', 'SIGN_IN_FIRST');
  if (callers === 'STAFF' && !isStaff(caller)) throw new Failure('forbidden', 'STAFF_ONLY');
}

/** Counts the call in its window; gives the seconds to wait when that was one too many. */
export async function countAgainstCeiling(
  { clock }: Adapters,
  { rateFactor = 1 }: PipelineOptions,
  { name, rate }: Operation,
  { caller }: Identified,
  { address }: Pick<Call, 'address'>,
  db: Db,
): Promise<number | null> {
  if (caller.kind === 'SYSTEM') return null;
  const who = caller.kind === 'PERSON' ? caller.personId : `@${address ?? 'unknown'}`;
  const second = Math.floor(Date.parse(clock.wall()) / 1000);
  const counted = await db.first(countCall, [`${name} ${who}`, second + rate.seconds, second]);
  if (counted === undefined || counted.count <= rate.limit * rateFactor) return null;
  return Math.max(1, counted.window_end - second);
}

/** The checked input and, of a command, the request id. @throws Failure bad_input, too_large */
export function readInput(operation: Operation, call: Call): { input: unknown; requestId: string | null } {
  requireShallow(call.input);
  requireSize(call.input);
  const input = parseInput(operation.input, call.input ?? {});
  requireKeepable(input);
  const isOnce = operation.kind === 'command' && operation.callers !== 'SYSTEM';
  return { input, requestId: isOnce ? requireRequestId(call.requestId) : null };
}

function requireSize(input: unknown): void {
  const text = JSON.stringify(input ?? {});
  if (Buffer.byteLength(text) > MAX_INPUT_BYTES) throw new Failure('too_large', 'BODY_TOO_LARGE');
}

function requireRequestId(requestId: string | undefined): string {
  if (requestId !== undefined && REQUEST_ID.test(requestId)) return requestId;
  throw new Failure('bad_input', 'REQUEST_ID_MISSING');
}

/** Runs work in one transaction, inside the scope of its caller. */
export function inTransaction<T>(
  adapters: Adapters,
  operation: Operation,
  { caller, session }: Identified,
  { input, requestId, traceId }: { input: unknown; requestId: string | null; traceId: string },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const scopes = scopesOf(caller);
  const scope = { region: scopes[0] ?? null, person: requesterOf(caller, input) };
  return adapters.database.transaction(scope, (db) => {
    const now = adapters.clock.now();
    return work({
      caller,
      scopes,
      session,
      now,
      today: localDate(now),
      operation: operation.name,
      traceId,
      requestId,
      db,
      keys: adapters.keys,
      objects: adapters.objects,
      push: adapters.push,
      printer: adapters.printer,
      site: adapters.site,
      clock: adapters.clock,
      wechat: adapters.wechat,
      local: adapters.local,
    });
  });
}
