import type { z } from '@shared/zod';
import type { ErrorCode } from './errors';
import { type OperationName, routeOf } from './routes';

/** Who may call an operation at all; what the caller may do to a given case is decided by the case's own actions table. */
export type CallerClass = 'ANYONE' | 'PERSON' | 'STAFF' | 'LOCAL' | 'SYSTEM';

/** A ceiling per caller (or per address before sign-in): `limit` calls in `seconds`. */
export interface Rate {
  limit: number;
  seconds: number;
}

/**
 * A reading whose answer is the same for all readers of one audience: an instance keeps it in memory, and HTTP caches may
 * keep it too where it is a stranger's.
 */
export interface Cache {
  /** Longest way from the database to the last reader, wherever copies lie: what is taken down is gone after it. */
  seconds: number;
  /** Ceiling per caller for answers from memory, counted there; `rate` stays the ceiling of what asks the database. */
  rate: Rate;
}

/**
 * One operation, declared once. Routes, typed client, CloudBase dispatch, OpenAPI and contract tests are derived from
 * it. A `command` carries a request id and is idempotent; a `query` changes nothing. `{name}` in the path is taken from
 * the input's field of that name; a query's other fields travel in the query string, a command's in the body.
 */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  name: string;
  kind: 'query' | 'command';
  path: string;
  /** One English sentence for the OpenAPI document. */
  summary: string;
  callers: CallerClass;
  input: I;
  output: O;
  errors: readonly ErrorCode[];
  rate: Rate;
  cache?: Cache;
}

export type InputOf<Op> = Op extends Operation<infer I, z.ZodType> ? z.input<I> : never;
export type ParsedInputOf<Op> = Op extends Operation<infer I, z.ZodType> ? z.output<I> : never;
export type OutputOf<Op> = Op extends Operation<z.ZodType, infer O> ? z.output<O> : never;

type Declared<I extends z.ZodType, O extends z.ZodType> = Pick<
  Operation<I, O>,
  'summary' | 'callers' | 'input' | 'output'
> & {
  errors?: readonly ErrorCode[];
  rate?: Rate;
  cache?: Cache;
};

const QUERY_RATE: Rate = { limit: 240, seconds: 60 };
const COMMAND_RATE: Rate = { limit: 60, seconds: 60 };
const EVERYWHERE: readonly ErrorCode[] = ['bad_input', 'rate_limited', 'too_large', 'internal'];

/** Declares an operation of the route table; its method says whether it reads (query) or changes (command). */
export function operation<N extends OperationName, I extends z.ZodType, O extends z.ZodType>(
  name: N,
  declared: Declared<I, O>,
): Operation<I, O> & { name: N } {
  const { method, path } = routeOf(name);
  const kind = method === 'GET' ? 'query' : 'command';
  return {
    rate: kind === 'query' ? QUERY_RATE : COMMAND_RATE,
    ...declared,
    name,
    kind,
    path,
    errors: errorsOf(declared),
  };
}

function errorsOf(declared: { callers: CallerClass; errors?: readonly ErrorCode[] }): readonly ErrorCode[] {
  const signIn: readonly ErrorCode[] = declared.callers === 'ANYONE' ? [] : ['unauthenticated', 'forbidden'];
  return [...new Set([...EVERYWHERE, ...signIn, ...(declared.errors ?? [])])];
}

/** HTTP method of an operation. */
export function methodOf(operation: Pick<Operation, 'kind'>): 'GET' | 'POST' {
  return operation.kind === 'query' ? 'GET' : 'POST';
}
