import { randomUUID } from 'node:crypto';
import { findOperation, type Operation, type OperationName } from '@shared/contract';
import { failureOf, type LogEntry } from '../adapters/log';
import type { Adapters } from './context';
import { type Answer, errorAnswer } from './error-body';
import { Failure, VersionMoved } from './failure';
import { once } from './idempotency';
import type { Identity } from './identify';
import { type Inside, type Reading, readingOf, readShared, recall } from './read-shared';
import { useCases } from './registry';
import { SharedAnswers } from './shared-answers';
import { inTransaction, knowCaller, readInput } from './steps';
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
  /** A question that memory may answer, null when it is none or its input does not fit. A door may keep it. */
  reading(operation: string, input: unknown): Reading | null;
  /** Answers from memory, counted against the ceiling there; null when the database has to be asked. */
  recall(reading: Reading, from: Pick<Call, 'identity' | 'trace' | 'address'>): Answer | null;
}

const MAX_ATTEMPTS = 3;

/** Codes of PostgreSQL for "somebody else was there": unique, serialization, deadlock. */
const RACES = new Set(['23505', '40001', '40P01']);

/**
 * The one way in. Each step is taken here once, in this order, so that no use case can forget one: find the operation,
 * identify the caller, may this class of caller call it, ceiling, size, input, once per request id, transaction in the
 * caller's scope, use case, commit, answer.
 */
export function createPipeline(adapters: Adapters, options: PipelineOptions): Pipeline {
  const answers = new SharedAnswers();
  adapters.database.onWritten((writes) => answers.forget(writes));
  const inside = { adapters, options, answers };
  const log = (entry: LogEntry) =>
    entry.failure === undefined ? adapters.log.info(entry) : adapters.log.error(entry);

  return {
    async invoke(call) {
      const traceId = call.trace ?? randomUUID();
      const started = performance.now();
      let personId: string | undefined;
      const done = (answer: Answer, more: Pick<LogEntry, 'reason' | 'failure'> = {}) => {
        log({
          trace: traceId,
          operation: findOperation(call.operation)?.name ?? 'unknown',
          status: answer.status,
          ms: Math.round(performance.now() - started),
          ...more,
          ...(personId !== undefined && { personId }),
        });
        return answer;
      };
      try {
        return done(
          await run(inside, call, traceId, (id) => {
            personId = id;
          }),
        );
      } catch (error) {
        if (error instanceof Failure) return done(errorAnswer(error, traceId), { reason: error.reason });
        const failure = new Failure('internal', 'INTERNAL');
        return done(errorAnswer(failure, traceId), { reason: failure.reason, failure: failureOf(error) });
      }
    },
    reading: (operation, input) => readingOf(findOperation(operation), input),
    recall(reading, call) {
      const found = recall(inside, reading, call);
      if (found === null) return null;
      const trace = call.trace ?? randomUUID();
      const answer = found instanceof Failure ? errorAnswer(found, trace) : found;
      const reason = found instanceof Failure ? found.reason : 'KEPT';
      log({ trace, operation: reading.operation.name, status: answer.status, ms: 0, reason });
      return answer;
    },
  };
}

async function run(
  inside: Inside,
  call: Call,
  traceId: string,
  tell: (personId: string) => void,
): Promise<Answer> {
  const { adapters, options } = inside;
  const operation = findOperation(call.operation);
  if (operation === undefined || !isServed(operation, options, call.identity))
    throw new Failure('not_found', 'NO_SUCH_OPERATION');
  const useCase: UseCase = useCases[operation.name as OperationName];
  if (useCase.kind === 'SHARED') return readShared(inside, useCase, call, traceId, tell);
  const identified = await knowCaller(adapters, options, operation, call, tell);
  const { input, requestId } = readInput(operation, call);
  const body = await (useCase.kind === 'TASK'
    ? useCase.run(adapters, input, traceId, identified.caller)
    : again(() =>
        inTransaction(adapters, operation, identified, { input, requestId, traceId }, (ctx) => {
          const work = () => useCase.run(ctx, input);
          return requestId === null ? work() : once(ctx, input, work);
        }),
      ));
  return { status: 200, body };
}

/** Operations that this deployment does not have, or this door does not reach, do not exist. */
function isServed(operation: Operation, { profile }: PipelineOptions, identity: Identity): boolean {
  if (operation.callers === 'LOCAL') return profile === 'local';
  return (operation.callers === 'SYSTEM') === (identity.kind === 'system');
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
