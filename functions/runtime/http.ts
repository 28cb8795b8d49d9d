import { randomUUID } from 'node:crypto';
import { OPERATIONS, type Operation } from '@shared/contract';
import { methodOf } from '@shared/contract/operation';
import { Hono } from 'hono';
import { type Answer, errorAnswer, type Shared } from './error-body';
import { Failure } from './failure';
import type { Identity, Pipeline } from './pipeline';
import { MAX_INPUT_BYTES } from './steps';

export interface HttpOptions {
  /**
   * Where a request comes from, for the ceilings of strangers, as the platform around us says (Hono's `env`). Never
   * taken from a header that the caller writes.
   */
  addressOf?(env: unknown): string | undefined;
}

/** Paths of the contract stand below this. */
export const API = '/api';

export const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * The HTTP door: every operation of the contract under /api by its own method and path, but for the timers', which no
 * client reaches. Who calls is said by the session in `authorization` and by nothing else; the input names nobody.
 */
export function createHttpDoor(pipeline: Pick<Pipeline, 'invoke'>, options: HttpOptions = {}): Hono {
  const app = new Hono();
  for (const operation of OPERATIONS) {
    if (operation.callers === 'SYSTEM') continue;
    app.on(methodOf(operation), API + operation.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      const trace = randomUUID();
      try {
        const said = await readInput(operation, c.req.raw);
        const answer = await pipeline.invoke({
          operation: operation.name,
          input: { ...said, ...c.req.param() },
          requestId: c.req.header('x-request-id'),
          identity: identityOf(c.req.header('authorization')),
          trace,
          address: options.addressOf?.(c.env),
        });
        return respond(answer, trace, c.req.header('if-none-match'));
      } catch (error) {
        if (error instanceof Failure) return respond(errorAnswer(error, trace), trace);
        throw error;
      }
    });
  }
  app.notFound(() => {
    const trace = randomUUID();
    return respond(errorAnswer(new Failure('not_found', 'NO_SUCH_OPERATION'), trace), trace);
  });
  return app;
}

export function identityOf(authorization: string | undefined): Identity {
  const token = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? '')?.[1];
  return token === undefined ? { kind: 'anonymous' } : { kind: 'session', token };
}

function respond({ status, body, shared }: Answer, trace: string, held?: string): Response {
  if (shared !== undefined) {
    const headers = { ...HEADERS, ...sharedHeaders(shared), 'x-trace-id': trace };
    return isHeld(shared, held)
      ? new Response(null, { status: 304, headers })
      : new Response(new Uint8Array(shared.bytes), { status, headers });
  }
  const wait = (body as { error?: { retryAfter?: number } } | null)?.error?.retryAfter;
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...HEADERS, 'x-trace-id': trace, ...(wait !== undefined && { 'retry-after': String(wait) }) },
  });
}

/**
 * What caches outside are told: how long an answer for strangers lasts, and nothing may be held of one that was made for
 * who signed in. Between the two stands `Vary`.
 */
export function sharedHeaders({ etag, maxAge }: Shared) {
  return {
    'cache-control': maxAge === null ? 'private, no-store' : `public, max-age=${maxAge}, must-revalidate`,
    etag,
    vary: 'authorization',
  };
}

/** Whether the caller holds the very answer (RFC 9110, 13.1.2: compared weakly, `*` is any). */
export function isHeld({ etag }: Shared, held: string | undefined): boolean {
  if (held === undefined) return false;
  return held === '*' || held.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

async function readInput(operation: Operation, request: Request): Promise<Record<string, unknown>> {
  if (operation.kind === 'query') return Object.fromEntries(new URL(request.url).searchParams);
  const text = await readBody(request);
  if (text === '') return {};
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Failure('bad_input', 'BODY_NOT_JSON');
  return body as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('bad_input', 'BODY_NOT_JSON');
  }
}

/** Reads no more than the largest input: whoever sends gigabytes is cut off, not stored. */
async function readBody(request: Request): Promise<string> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > MAX_INPUT_BYTES) throw new Failure('too_large', 'BODY_TOO_LARGE');
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) break;
    size += value.length;
    if (size > MAX_INPUT_BYTES) {
      await reader?.cancel();
      throw new Failure('too_large', 'BODY_TOO_LARGE');
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
