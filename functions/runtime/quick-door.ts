import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { OPERATIONS } from '@shared/contract';
import { pathFields } from '@shared/contract/routes';
import type { Answer } from './error-body';
import { API, HEADERS, type HttpOptions, identityOf, isHeld, sharedHeaders } from './http';
import type { Pipeline } from './pipeline';
import type { Reading } from './read-shared';

/** Answers a request at once, or gives false and has not touched it. */
export type QuickDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Addresses whose question is known already; more than that are strangers' inventions. */
const MAX_KNOWN = 5_000;

/** The same for each answer of the door. */
const ALWAYS = Object.entries(HEADERS)
  .filter(([name]) => name !== 'cache-control')
  .flat();

/** Readings that memory may answer, by the form of their address. */
const FORMS = OPERATIONS.filter(({ cache }) => cache !== undefined).map(({ name, path }) => ({
  name,
  fields: pathFields(path),
  form: new RegExp(`^${API}${path.replace(/\{\w+\}/g, '([^/]+)')}$`),
}));

/**
 * The way of a whole village's readers at once: before the HTTP door, on node:http itself, with bytes that were made
 * before. What it does not know, or may not answer, goes the common way; it answers nothing else than that door would.
 */
export function createQuickDoor(pipeline: Pipeline, { addressOf }: HttpOptions = {}): QuickDoor {
  const known = new Map<string, Reading>();

  function readingAt(url: string): Reading | null {
    const found = known.get(url);
    if (found !== undefined) return found;
    const reading = questionAt(url, pipeline);
    if (reading === null) return null;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(url, reading);
    return reading;
  }

  return (request, response) => {
    if (request.method !== 'GET') return false;
    const reading = readingAt(request.url ?? '');
    if (reading === null) return false;
    const trace = randomUUID();
    const { authorization, 'if-none-match': held } = request.headers;
    const answer = pipeline.recall(reading, {
      identity: identityOf(authorization),
      trace,
      address: addressOf?.({ incoming: request }),
    });
    if (answer === null) return false;
    send(response, answer, trace, held);
    return true;
  };
}

function send(
  response: ServerResponse,
  { status, body, shared }: Answer,
  trace: string,
  held?: string,
): void {
  if (shared === undefined) {
    const { retryAfter } = (body as { error: { retryAfter?: number } }).error;
    const wait = retryAfter === undefined ? [] : ['retry-after', String(retryAfter)];
    const lines = [...ALWAYS, 'cache-control', HEADERS['cache-control'], 'x-trace-id', trace, ...wait];
    response.writeHead(status, lines).end(JSON.stringify(body));
    return;
  }
  const lines = ALWAYS.slice();
  const headers = sharedHeaders(shared);
  lines.push('cache-control', headers['cache-control'], 'etag', headers.etag, 'vary', headers.vary);
  lines.push('x-trace-id', trace);
  if (isHeld(shared, held)) {
    response.writeHead(304, lines).end();
    return;
  }
  lines.push('content-length', String(shared.bytes.length));
  response.writeHead(status, lines).end(shared.bytes);
}

function questionAt(url: string, pipeline: Pipeline): Reading | null {
  const cut = url.indexOf('?');
  const path = cut < 0 ? url : url.slice(0, cut);
  for (const { name, fields, form } of FORMS) {
    const found = form.exec(path);
    if (found === null) continue;
    try {
      const said = cut < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(cut)));
      const inPath = fields.map((field, index) => [field, decodeURIComponent(found[index + 1] ?? '')]);
      return pipeline.reading(name, { ...said, ...Object.fromEntries(inPath) });
    } catch {
      // An address that cannot be decoded: the common door says so.
      return null;
    }
  }
  return null;
}
