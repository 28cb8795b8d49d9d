import type { PolicyOverride } from '@shared/policies';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** What a family may be entitled to, what is asked of it, and what its county says otherwise (domain.md 7). */
let office: Office;
let caseId: string;

const COUNTY = '150521';
const VILLAGE = '150521100200';

beforeAll(async () => {
  office = await openOffice();
  ({ caseId } = await walk(office, 'announced'));
});
afterAll(() => office.close());

const ours = (person = 'tian-xiaoyu') => office.must(person, 'policies.ours', { caseId });
const reasonOf = (answer: { body: unknown }) => (answer.body as { error: { reason: string } }).error.reason;

describe('the policies of a place', () => {
  test('are for everybody, with an example’s place and year until the county says its own amount', async () => {
    const { policies } = await office.must('-', 'policies.list', { village: VILLAGE });
    expect(policies).toHaveLength(56);
    expect(policies.find(({ code }) => code === 'EDU-07')).toMatchObject({
      name: '雨露计划',
      amount: ['比如云南牟定 2022年：', '每人每学期 1,500 元', '您这里多少，以县里的通知为准。'],
      confirmed: false,
      afterwards: '难处解决后，下一期不再发。',
    });
  });
});

describe('a family', () => {
  test('reads what it may be entitled to with the reason, and is asked what is missing', async () => {
    const { maybe, questions, not } = await ours();
    expect(maybe.length).toBeGreaterThan(0);
    for (const { reasons } of maybe) expect(reasons.length).toBeGreaterThan(0);
    expect(not.length).toBeGreaterThan(0);
    const land = questions.find(({ fact }) => fact === 'growsGrain');
    expect(land).toMatchObject({
      member: null,
      question: '您家种玉米、大豆或稻谷吗？',
      policies: ['种粮补贴'],
    });

    await office.must('tian-xiaoyu', 'policies.answer', { caseId, fact: 'growsGrain', answer: 'YES' });
    const after = await ours();
    expect(after.questions.some(({ fact }) => fact === 'growsGrain')).toBe(false);
    expect(after.maybe.find(({ policy }) => policy.code === 'LAN-02')?.reasons).toEqual(['您家种粮食。']);

    // Another answer counts instead of the first; who does not know is not asked again.
    await office.must('tian-xiaoyu', 'policies.answer', { caseId, fact: 'growsGrain', answer: 'UNSURE' });
    const unsure = await ours();
    expect(unsure.questions.some(({ fact }) => fact === 'growsGrain')).toBe(false);
    expect(unsure.askOffice.map(({ code }) => code)).toContain('LAN-02');
  });

  test('asks the village to see to one with a tap, once at a time, and hears the answer', async () => {
    const [first] = (await ours()).maybe;
    if (first === undefined) throw new Error('Nothing to ask for');
    const asked = {
      caseId,
      kind: 'POLICY' as const,
      fact: first.policy.code,
      memberKey: first.member?.key ?? null,
    };
    const { request } = await office.must('tian-xiaoyu', 'households.request', asked);
    expect(request).toMatchObject({ policyName: first.policy.name, answer: null });
    expect(reasonOf(await office.ask('tian-xiaoyu', 'households.request', { input: asked }))).toBe(
      'ALREADY_REQUESTED',
    );
    expect((await ours()).maybe[0]?.askedUntil).toBe(request.dueOn);

    const { open } = await office.must('li-chunmei', 'households.requests', {});
    expect(open.map(({ policyName }) => policyName)).toContain(first.policy.name);
    await office.must('li-chunmei', 'households.answerRequest', {
      requestId: request.id,
      outcome: 'HELPED',
      text: '已经报到镇里',
    });
    const { requests } = await office.must('tian-xiaoyu', 'households.facts', { caseId });
    expect(requests[0]?.answer).toMatchObject({ outcome: 'HELPED', text: '已经报到镇里' });
  });

  test('asks for nothing that is no policy, and not about somebody who is not of it', async () => {
    const bad = [
      { kind: 'POLICY', fact: 'ZZZ-99' },
      { kind: 'POLICY', fact: 'HOUSE' },
      { kind: 'CORRECTION', fact: 'EDU-07', text: '不对' },
    ];
    for (const input of bad)
      expect(
        (await office.ask('tian-xiaoyu', 'households.request', { input: { caseId, ...input } })).status,
      ).toBe(422);
    for (const input of [
      { fact: 'chronicCard', memberKey: null, answer: 'YES' },
      { fact: 'chronicCard', memberKey: 'nobody', answer: 'YES' },
      { fact: 'growsGrain', memberKey: 'head', answer: 'YES' },
      // What only an office knows is not to be answered by the family.
      { fact: 'monitored', memberKey: null, answer: 'YES' },
    ])
      expect(
        (await office.ask('tian-xiaoyu', 'policies.answer', { input: { caseId, ...input } })).status,
      ).toBe(422);
  });

  test('keeps its answers to itself: nobody else’s family, no staff; sealed in the database', async () => {
    for (const operation of ['policies.ours', 'policies.answer'] as const) {
      const input = { caseId, ...(operation === 'policies.answer' && { fact: 'growsGrain', answer: 'NO' }) };
      expect((await office.ask('he-ming', operation, { input })).status).toBe(404);
      expect((await office.ask('li-chunmei', operation, { input })).status).toBe(403);
    }
    await office.must('tian-xiaoyu', 'policies.answer', { caseId, fact: 'suddenTrouble', answer: 'YES' });
    const rows = await office.database.look<{ sealed: Buffer }>('SELECT sealed FROM policy_answer');
    expect(rows.length).toBeGreaterThan(0);
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/YES|NO|UNSURE/);
  });
});

describe('a county', () => {
  const own = (yuan: number, more: Partial<PolicyOverride> = {}) => ({
    code: 'EDU-07',
    region: COUNTY,
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    change: {
      amount: {
        kind: 'MONEY' as const,
        lines: [{ label: '', fen: yuan * 100, toFen: null, unit: 'PERSON_SEMESTER' as const }],
        example: null,
      },
    },
    ...more,
  });

  test('confirms an amount by two people, for a year', async () => {
    const { overrideId } = await office.must('wu-haiyan', 'policies.propose', own(1600));
    // Proposed is not in force.
    const before = await office.must('-', 'policies.list', { village: VILLAGE });
    expect(before.policies.find(({ code }) => code === 'EDU-07')?.confirmed).toBe(false);
    expect((await office.ask('wu-haiyan', 'policies.publish', { input: { overrideId } })).status).toBe(403);
    await office.must('gao-zhiyuan', 'policies.publish', { overrideId });
    const after = await office.must('-', 'policies.list', { village: VILLAGE });
    expect(after.policies.find(({ code }) => code === 'EDU-07')).toMatchObject({
      amount: ['每人每学期 1,600 元'],
      confirmed: true,
    });
    expect(reasonOf(await office.ask('gao-zhiyuan', 'policies.publish', { input: { overrideId } }))).toBe(
      'PROFILE_CLOSED',
    );
    expect(reasonOf(await office.ask('wu-haiyan', 'policies.propose', { input: own(1700) }))).toBe(
      'POLICY_OVERLAP',
    );
    const { overrides, faults } = await office.must('wu-haiyan', 'policies.county', { county: COUNTY });
    expect(overrides).toMatchObject([{ state: 'PUBLISHED', name: '雨露计划', mayPublish: false }]);
    expect(faults).toEqual([]);
  });

  test('is not spoken for by others: a township, another county, a family', async () => {
    for (const person of ['chen-li', 'tian-xiaoyu'])
      expect(
        (
          await office.ask(person, 'policies.propose', {
            input: own(9, { validFrom: '2027-01-01', validTo: null }),
          })
        ).status,
      ).toBe(403);
    const other = own(9, { region: '150522', validFrom: '2027-01-01', validTo: null });
    expect((await office.ask('wu-haiyan', 'policies.propose', { input: other })).status).toBe(403);
    expect((await office.ask('wu-haiyan', 'policies.county', { input: { county: '150522' } })).status).toBe(
      403,
    );
  });

  test('hears at once what contradicts', async () => {
    const faults: [Partial<PolicyOverride>, string][] = [
      [{ validFrom: '2025-01-01', validTo: '2025-12-31' }, 'POLICY_EXPIRED'],
      [
        { validFrom: '2027-01-01', validTo: null, change: { afterElimination: 'UNAFFECTED' } },
        'POLICY_INVALID',
      ],
      [{ code: 'ZZZ-99' }, 'POLICY_UNKNOWN_CODE'],
    ];
    for (const [more, reason] of faults)
      expect(reasonOf(await office.ask('wu-haiyan', 'policies.propose', { input: own(9, more) }))).toBe(
        reason,
      );
  });
});
