import { OPERATIONS, type Operation } from '@shared/contract';
import { type Journey, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';
import fc from 'fast-check';

/** Whatever a client sends, the answer is a refusal in Chinese, never a fault of ours and never a silent success. */

let office: Office;
let journey: Journey;

beforeAll(async () => {
  office = await openOffice({ rateFactor: 100_000 });
  journey = await walk(office, 'accepted');
});
afterAll(() => office.close());

const EVIL = [
  '\u0000',
  '\ud800',
  "'; DROP TABLE case_row; --",
  '../../etc/passwd',
  '%',
  '150521-0123456789abcdef0123456789abcdef',
  `150521-${'0'.repeat(57)}`,
  '999999-ffffffffffffffffffffffffffffffff',
  '<script>',
  '\u202e田',
  '9'.repeat(400),
  '2026-02-30',
  '__proto__',
];

const value = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...EVIL) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 70 }) },
    { weight: 1, arbitrary: fc.constantFrom(null, -1, 0, 1e308, Number.MAX_SAFE_INTEGER, true, [], {}, '') },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...EVIL), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown> },
  );

/** Some of an operation's fields, each with anything in it; the case is now and then one that is there. */
function inputOf({ input }: Operation): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.keys('shape' in input ? (input.shape as object) : {});
  const some = fc.record(Object.fromEntries(fields.map((field) => [field, value()])), { requiredKeys: [] });
  return fc
    .tuple(some, fc.boolean())
    .map(([said, real]) =>
      real && fields.includes('caseId')
        ? { ...said, caseId: journey.caseId, version: journey.version }
        : said,
    );
}

/** All but the timers, which no client reaches, and the sign-out, after which nobody would be left to try the rest. */
const TRIED = OPERATIONS.filter(({ name, callers }) => callers !== 'SYSTEM' && name !== 'accounts.signOut');

test.each(TRIED)('$name: no nonsense breaks it', async (operation) => {
  await fc.assert(
    fc.asyncProperty(
      inputOf(operation),
      fc.constantFrom('tian-xiaoyu', 'li-chunmei', 'wu-haiyan'),
      async (input, person) => {
        const { status, body } = await office.ask(person, operation.name as never, { input });
        expect([status === 500, JSON.stringify(input), status === 500 ? office.logged.at(-1) : '']).toEqual([
          false,
          JSON.stringify(input),
          '',
        ]);
        if (status !== 200)
          expect((body as { error: { message: string } }).error.message).toMatch(/[\u4e00-\u9fff]/);
      },
    ),
    { numRuns: 15 },
  );
});

test.each([
  ['nested fifty thousand times', () => JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))],
  ['nested in objects', () => JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)],
])('an input that is %s is refused', async (_name, make) => {
  const answer = await office.ask('tian-xiaoyu', 'applications.saveDraft', {
    input: { formVersion: 1, step: 'a', answers: { deep: make() } },
  });
  expect(answer).toMatchObject({ status: 422, body: { error: { reason: 'INVALID' } } });
});

test.each(['short', 'x'.repeat(65), 'with space', "quote'1234", '', '换行换行换行换行'])(
  'a request id that is none is refused: %j',
  async (requestId) => {
    const answer = await office.ask('tian-xiaoyu', 'applications.saveDraft', {
      input: { formVersion: 1, step: 'a', answers: {} },
      requestId,
    });
    expect(answer).toMatchObject({ status: 422, body: { error: { reason: 'REQUEST_ID_MISSING' } } });
  },
);

test('an operation that is none is a 404, also by the names that every object has', async () => {
  for (const operation of [
    '',
    'nothing',
    'constructor',
    '__proto__',
    'toString',
    'accounts',
    'accounts.me ',
  ]) {
    const { status } = await office.ask('tian-xiaoyu', operation as never);
    expect([operation, status]).toEqual([operation, 404]);
  }
});
