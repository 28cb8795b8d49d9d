import { randomUUID } from 'node:crypto';
import { isStaff } from '@shared/access';
import { localDate } from '@shared/calendar';
import { findOperation, type Operation, type OperationName } from '@shared/contract';
import { failureOf } from '../adapters/log';
import type { Adapters, Ctx } from './context';
import { type Answer, errorAnswer } from './error-body';
import { Failure, VersionMoved } from './failure';
import { once, requesterOf } from './idempotency';
import { type Identified, type Identity, identify } from './identify';
import { countCall } from './identify.sql';
import { parseInput, requireShallow } from './parse-input';
import { useCases } from './registry';
import { scopesOf } from './scopes';
import type { UseCase } from './use-case';

export type { Answer } from './error-body';
export type { Identity } from './identify';

/** One call as a door hands it over. */
export interface Call {
  operation: string;
  input: unknown;
  /** Of a command, made by the client: the second arrival of one gets the first answer. */
  requestId?: string | undefined;
  identity: Identity;
  trace?: string | undefined;
  /** Where a stranger calls from; ceilings before sign-in are by address. */
  address?: string | undefined;
}

export interface PipelineOptions {
  profile: 'local' | 'cloud';
  /** Ceilings are multiplied by this: on a local stack one address plays many people. */
  rateFactor?: number;
}

export interface Pipeline {
  /** Runs one operation and answers, always: it never throws. */
  invoke(call: Call): Promise<Answer>;
}

/** Bytes of JSON that an input may have. */
export const MAX_INPUT_BYTES = 100 * 1024;

const MAX_ATTEMPTS = 3;
const REQUEST_ID = /^[\w.:-]{8,64}$/;

/** Codes of PostgreSQL for "somebody else was there": unique, serialization, deadlock. */
const RACES = new Set(['23505', '40001', '40P01']);

/**
 * The one way in. Each step is taken here once, in this order, so that no use case can forget one: find the operation,
 * identify the caller, may this class of caller call it, ceiling, size, input, once per request id, transaction in the
 * caller's scope, use case, commit, answer.
 */
export function createPipeline(adapters: Adapters, options: PipelineOptions): Pipeline {
  return {
    async invoke(call) {
      const traceId = call.trace ?? randomUUID();
      const started = performance.now();
      let personId: string | undefined;
      const done = (answer: Answer, reason?: string) => {
        const entry = {
          trace: traceId,
          operation: findOperation(call.operation)?.name ?? 'unknown',
          status: answer.status,
          ms: Math.round(performance.now() - started),
          ...(reason !== undefined && { reason }),
          ...(personId !== undefined && { personId }),
        };
        return { answer, entry };
      };
      try {
        const body = await run(adapters, options, call, traceId, (id) => {
          personId = id;
        });
        const { answer, entry } = done({ status: 200, body });
        adapters.log.info(entry);
        return answer;
      } catch (error) {
        const failure = error instanceof Failure ? error : new Failure('internal', 'INTERNAL');
        const { answer, entry } = done(errorAnswer(failure, traceId), failure.reason);
        if (failure === error) adapters.log.info(entry);
        else adapters.log.error({ ...entry, failure: failureOf(error) });
        return answer;
      }
    },
  };
}

async function run(
  adapters: Adapters,
  options: PipelineOptions,
  call: Call,
  traceId: string,
  tell: (personId: string) => void,
): Promise<unknown> {
  const operation = findOperation(call.operation);
  if (operation === undefined || !isServed(operation, options, call.identity))
    throw new Failure('not_found', 'NO_SUCH_OPERATION');
  const identified = await adapters.database.transaction({ region: null, person: null }, async (db) => {
    const found = await identify(adapters, db, call.identity);
    if (found.caller.kind === 'PERSON') tell(found.caller.personId);
    const over = await countAgainstCeiling(adapters, options, operation, found, call, db);
    return { ...found, over };
  });
  requireClass(operation, identified);
  if (identified.over !== null)
    throw new Failure('rate_limited', 'TOO_MANY_CALLS', {
      params: { seconds: identified.over },
      retryAfter: identified.over,
    });
  requireShallow(call.input);
  requireSize(call.input);
  const input = parseInput(operation.input, call.input ?? {});
  const useCase: UseCase = useCases[operation.name as OperationName];
  const isOnce = operation.kind === 'command' && operation.callers !== 'SYSTEM';
  const requestId = isOnce ? requireRequestId(call.requestId) : null;
  if (useCase.kind === 'TASK') return useCase.run(adapters, input, traceId);
  return again(() => inTransaction(adapters, useCase, identified, { input, requestId, traceId }));
}

/** Operations that this deployment does not have, or this door does not reach, do not exist. */
function isServed(operation: Operation, { profile }: PipelineOptions, identity: Identity): boolean {
  if (operation.callers === 'LOCAL') return profile === 'local';
  return (operation.callers === 'SYSTEM') === (identity.kind === 'system');
}

function requireClass(operation: Operation, { caller }: Identified): void {
  const { callers } = operation;
  if ((callers === 'PERSON' || callers === 'STAFF') && caller.kind === 'ANONYMOUS')
    throw new Failure('unauthenticated', 'SIGN_IN_FIRST');
  if (callers === 'STAFF' && !isStaff(caller)) throw new Failure('forbidden', 'STAFF_ONLY');
}

/** Counts the call in its window; gives the seconds to wait when that was one too many. */
async function countAgainstCeiling(
  { clock }: Adapters,
  { rateFactor = 1 }: PipelineOptions,
  { name, rate }: Operation,
  { caller }: Identified,
  { address }: Call,
  db: Parameters<typeof identify>[1],
): Promise<number | null> {
  if (caller.kind === 'SYSTEM') return null;
  const who = caller.kind === 'PERSON' ? caller.personId : `@${address ?? 'unknown'}`;
  const second = Math.floor(Date.parse(clock.wall()) / 1000);
  const counted = await db.first(countCall, [`${name} ${who}`, second + rate.seconds, second]);
  if (counted === undefined || counted.count <= rate.limit * rateFactor) return null;
  return Math.max(1, counted.window_end - second);
}

function requireSize(input: unknown): void {
  const text = JSON.stringify(input ?? {});
  if (Buffer.byteLength(text) > MAX_INPUT_BYTES) throw new Failure('too_large', 'BODY_TOO_LARGE');
}

function requireRequestId(requestId: string | undefined): string {
  if (requestId !== undefined && REQUEST_ID.test(requestId)) return requestId;
  throw new Failure('bad_input', 'REQUEST_ID_MISSING');
}

async function inTransaction(
  adapters: Adapters,
  useCase: UseCase & { kind: 'TRANSACTION' },
  { caller, session }: Identified,
  { input, requestId, traceId }: { input: unknown; requestId: string | null; traceId: string },
): Promise<unknown> {
  const scopes = scopesOf(caller);
  const scope = { region: scopes[0] ?? null, person: requesterOf(caller, input) };
  return adapters.database.transaction(scope, (db) => {
    const now = adapters.clock.now();
    const ctx: Ctx = {
      caller,
      scopes,
      session,
      now,
      today: localDate(now),
      operation: useCase.operation.name,
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
    };
    const work = () => useCase.run(ctx, input);
    return requestId === null ? work() : once(ctx, input, work);
  });
}

/**
 * Who lost a race decides again on what stands there now. A staff command then finds its version gone and is refused
 * with the present state; a family's command, which names none, is simply done after the other.
 */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isRace(error)) throw error;
      if (attempt === MAX_ATTEMPTS) throw new Failure('conflict', 'TRY_AGAIN');
    }
  }
}

function isRace(error: unknown): boolean {
  if (error instanceof VersionMoved) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && RACES.has(code);
}
