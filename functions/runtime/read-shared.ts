import type { Operation } from '@shared/contract';
import type { Cache } from '@shared/contract/operation';
import type { Adapters } from './context';
import type { Answer } from './error-body';
import { Failure } from './failure';
import { ANONYMOUS, type Identity } from './identify';
import type { Call, PipelineOptions } from './pipeline';
import { useCases } from './registry';
import { type Kept, keptOf, type SharedAnswers } from './shared-answers';
import { countAgainstCeiling, inTransaction, knowCaller, readInput, tooManyCalls } from './steps';
import type { UseCase } from './use-case';

type SharedCase = Extract<UseCase, { kind: 'SHARED' }>;

/** What the steps of one pipeline share. */
export interface Inside {
  adapters: Adapters;
  options: PipelineOptions;
  answers: SharedAnswers;
}

/** A question that many ask, its input checked. */
export interface Reading {
  operation: Operation & { cache: Cache };
  /** Of everybody or of strangers alone, with the key of what they are given. */
  audience: SharedCase['audience'];
  key: string;
}

const MS = 1000;
const STRANGER = { caller: ANONYMOUS, session: null };

/** The question in an input, null when memory never answers it or the input does not fit. */
export function readingOf(operation: Operation | undefined, input: unknown): Reading | null {
  if (operation?.cache === undefined) return null;
  const useCase = useCases[operation.name as keyof typeof useCases] as UseCase;
  const parsed = operation.input.safeParse(input ?? {});
  if (useCase.kind !== 'SHARED' || !parsed.success) return null;
  const { cache } = operation;
  const key = `${operation.name} ${JSON.stringify(parsed.data)}`;
  return { operation: { ...operation, cache }, audience: useCase.audience, key };
}

const keyFor = ({ key }: Pick<Reading, 'key'>, audience: string) => `${audience} ${key}`;

/**
 * Answers from memory: counts the caller there, and gives the kept answer of the caller's audience, a refusal when that
 * was one call too many, or null when the database has to say who calls or what there is to read.
 */
export function recall(
  { adapters, options, answers }: Inside,
  reading: Reading,
  { identity, address }: Pick<Call, 'identity' | 'address'>,
): Answer | Failure | null {
  if (identity.kind === 'system') return null;
  const now = adapters.clock.ms();
  const who = nameOf(adapters, identity);
  const audience =
    reading.audience === 'OPEN' || who === null ? 'OPEN' : answers.audienceOf(`${who} ${reading.key}`, now);
  if (audience === undefined) return null;
  const kept = answers.find(keyFor(reading, audience), now);
  if (kept === undefined) return null;
  const { name, cache } = reading.operation;
  const { limit, seconds } = cache.rate;
  const over = answers.count(
    `${name} ${who ?? `@${address ?? 'unknown'}`}`,
    { limit: limit * (options.rateFactor ?? 1), seconds },
    Math.floor(performance.now() / MS),
  );
  return over === null ? answerOf(adapters, kept, identity, now) : tooManyCalls(over);
}

/** A signed-in caller's name in memory: a keyed hash, so that nothing there opens a door. null for a stranger. */
function nameOf({ keys }: Adapters, identity: Identity): string | null {
  if (identity.kind === 'session') return keys.tokenHash(identity.token).toString('base64url');
  if (identity.kind === 'openid') return keys.tokenHash(`openid ${identity.openid}`).toString('base64url');
  return null;
}

function answerOf(
  { local }: Adapters,
  { body, bytes, etag, until }: Kept,
  identity: Identity,
  now: number,
): Answer {
  const left = Math.max(0, Math.floor((until - now) / MS));
  // A clock that is moved jumps: nobody outside can count on its seconds.
  const maxAge = identity.kind !== 'anonymous' ? null : local?.clock.moved ? 0 : left;
  return { status: 200, body, shared: { etag, bytes, maxAge } };
}

/**
 * Reads what many are given. Strangers who ask for the same at once wait for one reading; a signed-in caller is looked
 * up, once in a while, and then given what the audience is given, or an answer of the own.
 */
export async function readShared(
  inside: Inside,
  useCase: SharedCase,
  call: Call,
  traceId: string,
  tell: (personId: string) => void,
): Promise<Answer> {
  const { adapters, options, answers } = inside;
  const { input } = readInput(useCase.operation, call);
  const reading = readingOf(useCase.operation, input);
  if (reading === null) throw new Error('A shared reading without a cache');
  const known = recall(inside, reading, call);
  if (known instanceof Failure) throw known;
  if (known !== null) return known;
  const said = { input, requestId: null, traceId };
  const started = adapters.clock.ms();
  const who = nameOf(adapters, call.identity);
  if (useCase.audience === 'OPEN' || who === null) {
    const kept = await fly(inside, useCase, reading, 'OPEN', said, call);
    return answerOf(adapters, kept, call.identity, started);
  }
  const { audience: of, operation } = useCase;
  const identified = await knowCaller(adapters, options, operation, call, tell);
  const found = await inTransaction(adapters, operation, identified, said, async (ctx) => {
    const audience = await of(ctx, input);
    return { audience, own: audience === null ? (await useCase.run(ctx, input, null)).answer : undefined };
  });
  if (found.audience === null) return { status: 200, body: found.own };
  // Only what opens more is remembered: whoever scans the code of the board sees the list at once.
  if (found.audience !== 'OPEN')
    answers.remember(
      `${who} ${reading.key}`,
      found.audience,
      started,
      started + reading.operation.cache.seconds * MS,
    );
  const kept =
    answers.find(keyFor(reading, found.audience), started) ??
    (await fly(inside, useCase, reading, found.audience, said, null));
  return answerOf(adapters, kept, call.identity, started);
}

/** Joins the reading that is on its way, or begins one. Who begins it as a stranger is counted in the database. */
async function fly(
  inside: Inside,
  useCase: SharedCase,
  reading: Reading,
  audience: string,
  said: { input: unknown; requestId: null; traceId: string },
  counted: Call | null,
): Promise<Kept> {
  const { adapters, answers } = inside;
  const key = keyFor(reading, audience);
  const { operation } = useCase;
  for (;;) {
    const flight = answers.inFlight(key);
    if (flight === undefined)
      return answers.read(key, useCase.tables, async () => {
        if (counted !== null) await countStranger(inside, operation, counted);
        const since = adapters.clock.ms();
        const { answer, until } = await inTransaction(adapters, operation, STRANGER, said, (ctx) =>
          useCase.run(ctx, said.input, audience),
        );
        const end = since + reading.operation.cache.seconds * MS;
        return keptOf(answer, since, Math.min(end, Date.parse(until)));
      });
    try {
      return await flight;
    } catch (error) {
      // That was the ceiling of whoever began it, not of who waited.
      if (!(error instanceof Failure && error.code === 'rate_limited')) throw error;
    }
  }
}

/** In a transaction of its own: whatever is asked for in vain is counted too. */
async function countStranger({ adapters, options }: Inside, operation: Operation, call: Call): Promise<void> {
  const over = await adapters.database.transaction({ region: null, person: null }, (db) =>
    countAgainstCeiling(adapters, options, operation, STRANGER, call, db),
  );
  if (over !== null) throw tooManyCalls(over);
}
