import { createHttpDoor } from '@functions/runtime/http';
import type { Answer, Call, Pipeline } from '@functions/runtime/pipeline';
import { useCases } from '@functions/runtime/registry';
import { findOperation, OPERATIONS } from '@shared/contract';
import { allRoutes } from '@shared/contract/routes';
import { REASONS, sentence } from '@shared/messages';

/** Doors and pipeline against the contract table, without a database: every entry is walked. */

const calls: Call[] = [];
const answer: Answer = { status: 200, body: { ok: true } };
const pipeline: Pick<Pipeline, 'invoke'> = {
  async invoke(call) {
    calls.push(call);
    return answer;
  },
};
const door = createHttpDoor(pipeline);

const reached = OPERATIONS.filter(({ callers }) => callers !== 'SYSTEM');

const addressOf = (path: string) =>
  `/api${path.replace(/\{(\w+)\}/g, (_, field: string) => `150521-${field}`)}`;

beforeEach(() => {
  calls.length = 0;
});

test('the table and the routes name the same operations', () => {
  expect(OPERATIONS.map(({ name }) => name).sort()).toEqual(Object.keys(allRoutes()).sort());
});

test.each(OPERATIONS.map(({ name }) => name))('%s has its use case, under its own name', (name) => {
  expect(useCases[name as keyof typeof useCases]?.operation).toBe(findOperation(name));
});

test.each(reached)(
  '$name is reached at its method and path, with what was said',
  async ({ name, kind, path }) => {
    const said = { text: '田', caseId: 'forged', unknown: 'x' };
    const response =
      kind === 'query'
        ? await door.request(`${addressOf(path)}?text=${encodeURIComponent('田')}&caseId=forged&unknown=x`)
        : await door.request(addressOf(path), {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-request-id': 'request-1' },
            body: JSON.stringify(said),
          });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
    const fields = Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => [field, `150521-${field}`]),
    );
    expect(calls).toHaveLength(1);
    // What stands in the path counts, whatever the body says.
    expect(calls[0]).toMatchObject({
      operation: name,
      input: { ...said, ...fields },
      identity: { kind: 'anonymous' },
    });
    expect(calls[0]?.requestId).toBe(kind === 'command' ? 'request-1' : undefined);
  },
);

test.each(reached)(
  '$name: the other method at its path is another operation, or none',
  async ({ kind, path }) => {
    const address = addressOf(path);
    const form = (template: string) => new RegExp(`^/api${template.replace(/\{\w+\}/g, '[^/]+')}$`);
    const twin = reached.find((other) => other.kind !== kind && form(other.path).test(address));
    const response = await door.request(address, { method: kind === 'query' ? 'POST' : 'GET' });
    expect(response.status).toBe(twin ? 200 : 404);
    expect(calls.map(({ operation }) => operation)).toEqual(twin ? [twin.name] : []);
  },
);

test.each(OPERATIONS)('$name leaves fields out that it does not know', ({ input }) => {
  const plain = input.safeParse({});
  const more = input.safeParse({ unknown: 1, __proto__: { polluted: true }, constructor: 'x' });
  expect(more.success).toBe(plain.success);
  if (more.success) expect(more.data).toEqual(plain.data);
  else
    expect(more.error.issues.map((issue) => issue.path.join('.')).sort()).toEqual(
      plain.error?.issues.map((issue) => issue.path.join('.')).sort(),
    );
});

test.each(OPERATIONS)('$name takes no input that is none, and throws at none', ({ input }) => {
  for (const nonsense of [null, 7, 'text', true, []]) expect(input.safeParse(nonsense).success).toBe(false);
});

test('every reason has a Chinese sentence of at most 60 characters that ends as one', () => {
  for (const reason of REASONS) {
    const text = sentence(reason, { digits: 17, seconds: 5, lastDay: '2026-03-11', caseNo: '260302176' });
    expect([reason, /[\u4e00-\u9fff].*[。？]$/.test(text), text.length <= 60]).toEqual([reason, true, true]);
  }
});

describe('the door itself', () => {
  test('what it does not know is a 404 in JSON, in Chinese', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/', '/api/__proto__']) {
      const response = await door.request(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({
        error: {
          code: 'not_found',
          reason: 'NO_SUCH_OPERATION',
          message: expect.stringMatching(/没有这个功能/),
        },
      });
    }
    expect(calls).toEqual([]);
  });

  test.each([
    ['no JSON', '{bad', 422, 'BODY_NOT_JSON'],
    ['a list', '[1]', 422, 'BODY_NOT_JSON'],
    ['a word', '"x"', 422, 'BODY_NOT_JSON'],
    ['null', 'null', 422, 'BODY_NOT_JSON'],
    ['101 KB', JSON.stringify({ text: 'x'.repeat(101 * 1024) }), 413, 'BODY_TOO_LARGE'],
  ])('a body of %s never reaches the pipeline', async (_name, body, status, reason) => {
    const response = await door.request('/api/applications', { method: 'POST', body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { reason } });
    expect(calls).toEqual([]);
  });

  test('a body without end is cut off at the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(120));
      },
    });
    const response = await door.request('/api/applications', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as never);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(300_000);
  });

  test('answers are never kept, sniffed, framed or told to the next site', async () => {
    const { headers } = await door.request('/api/me');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'content-type': 'application/json; charset=utf-8',
      'x-trace-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('whoever must wait is told how long in the header too', async () => {
    const full: Pick<Pipeline, 'invoke'> = {
      invoke: async () => ({ status: 429, body: { error: { code: 'rate_limited', retryAfter: 7 } } }),
    };
    const { headers } = await createHttpDoor(full).request('/api/me');
    expect(headers.get('retry-after')).toBe('7');
  });

  test('the address is what the platform says, never a header', async () => {
    const addressed = createHttpDoor(pipeline, { addressOf: (env) => (env as { source?: string }).source });
    await addressed.request(
      '/api/me',
      { headers: { 'x-forwarded-for': '203.0.113.9' } },
      { source: '198.51.100.1' },
    );
    expect(calls[0]?.address).toBe('198.51.100.1');
  });
});
