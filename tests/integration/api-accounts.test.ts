import { FIRST_VILLAGE, seedDemo } from '@functions/runtime/demo';
import { createPipeline } from '@functions/runtime/pipeline';
import { REPORT, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const signIn = (token: string, requestId?: string) =>
  office.ask('-', 'accounts.signIn', { input: { token }, ...(requestId !== undefined && { requestId }) });

test('who is calling: roles with the names of their regions, and the village of the front page', async () => {
  expect(await office.must('-', 'accounts.me', {})).toEqual({
    personId: '',
    name: '',
    signedIn: false,
    grants: [],
    village: null,
  });
  expect(await office.must('chen-li', 'accounts.me', {})).toEqual({
    personId: 'demo-chen-li',
    name: '陈立',
    signedIn: true,
    grants: [{ role: 'TOWN_LEADER', region: '150521100', regionName: '保康镇' }],
    village: null,
  });
  expect(await office.must('he-ming', 'accounts.me', {})).toMatchObject({
    village: { code: FIRST_VILLAGE, bound: true },
  });
});

test('a case in a village binds to it and puts it on the front page', async () => {
  await office.must('shen-wen', 'applications.submit', { ...REPORT, idNo: null });
  expect((await office.must('shen-wen', 'accounts.me', {})).village).toEqual({
    code: FIRST_VILLAGE,
    bound: true,
  });
});

test('a demo link works as often as it is clicked; an ordinary one once; a wrong or late one never', async () => {
  const { keys } = office.adapters;
  const token = keys.demoToken('demo-he-ming');
  expect((await signIn(token)).status).toBe(200);
  expect((await signIn(token)).status).toBe(200);

  const insert =
    "INSERT INTO signin_link (token_hash, person_id, expires_at) VALUES ($1, 'demo-he-ming', $2)";
  await office.database.look(insert, [keys.tokenHash('once-only'), '2999-01-01']);
  await office.database.look(insert, [keys.tokenHash('too-late'), '2020-01-01']);
  expect((await signIn('once-only')).status).toBe(200);
  for (const wrong of ['once-only', 'too-late', 'nonsense', ''])
    expect(await signIn(wrong)).toMatchObject({ status: 403, body: { error: { reason: 'LINK_INVALID' } } });
});

test('a link clicked twice by the same tap gives the same session; a stranger with the same request id gets none', async () => {
  const { keys } = office.adapters;
  await office.database.look(
    "INSERT INTO signin_link (token_hash, person_id, expires_at) VALUES ($1, 'demo-he-ming', '2999-01-01')",
    [keys.tokenHash('one-tap')],
  );
  const first = await signIn('one-tap', 'same-tap-1');
  expect(first.status).toBe(200);
  expect(await signIn('one-tap', 'same-tap-1')).toEqual(first);
  expect((await signIn('other-secret', 'same-tap-1')).status).toBe(403);
});

test('neither a session nor a link can be read out of the database', async () => {
  const { body } = await signIn(office.adapters.keys.demoToken('demo-he-ming'));
  const { session } = body as { session: string };
  const rows = await office.database.look<{ text: string }>(
    'SELECT token_hash::text AS text FROM session UNION ALL SELECT token_hash::text FROM signin_link',
  );
  const all = rows.map((row) => row.text).join(' ');
  for (const secret of [session, office.adapters.keys.demoToken('demo-he-ming')]) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

test('the demo is made once, however often it is asked for, with a link for each', async () => {
  const count = () =>
    office.database.look(
      'SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM office) AS offices',
    );
  const before = await count();
  const people = await seedDemo(office.adapters);
  expect(await count()).toEqual(before);
  expect(people).toHaveLength(17);
  expect(people[0]).toMatchObject({
    name: '田晓雨',
    link: expect.stringMatching(/^http:\/\/test\/#\/.*\?token=[\w-]{43}$/),
  });
  expect(await office.must('-', 'local.people', {})).toEqual({ people });
});

describe('ceilings', () => {
  test('one call too many is refused with the seconds to wait, for that person and that operation alone', async () => {
    const strict = createPipeline(office.adapters, { profile: 'local' });
    const ask = async (person: string, operation: string) =>
      strict.invoke({
        operation,
        input: { kind: 'OTHER', contentType: 'image/png', size: 9 },
        requestId: `r-${Math.random()}`,
        identity: await office.identity(person),
      });
    const statuses = [];
    for (let call = 0; call < 62; call += 1)
      statuses.push((await ask('zhao-dayong', 'attachments.start')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    const { status, body } = await ask('zhao-dayong', 'attachments.start');
    expect(status).toBe(429);
    const { error } = body as { error: { reason: string; message: string; retryAfter: number } };
    expect(error.reason).toBe('TOO_MANY_CALLS');
    expect(error.message).toMatch(/点得太快了/);
    expect(error.retryAfter).toBeGreaterThan(0);
    expect(error.retryAfter).toBeLessThanOrEqual(3600);
    expect((await ask('zhao-dayong', 'accounts.me')).status).toBe(200);
    expect((await ask('he-ming', 'attachments.start')).status).toBe(200);
    // The window is over: it begins anew.
    await office.database.look("UPDATE rate_counter SET window_end = 0 WHERE key LIKE 'attachments.start %'");
    expect((await ask('zhao-dayong', 'attachments.start')).status).toBe(200);
  });

  test('strangers are counted by the address that the platform tells', async () => {
    const strict = createPipeline(office.adapters, { profile: 'local' });
    const ask = (address: string) =>
      strict.invoke({
        operation: 'accounts.signIn',
        input: { token: 'guess' },
        requestId: `guess-${Math.random()}`,
        identity: { kind: 'anonymous' },
        address,
      });
    const statuses = [];
    for (let call = 0; call < 21; call += 1) statuses.push((await ask('198.51.100.7')).status);
    expect(statuses.slice(0, 20).every((status) => status === 403)).toBe(true);
    expect(statuses[20]).toBe(429);
    expect((await ask('198.51.100.8')).status).toBe(403);
  });
});

test('an ID number is revealed to township and county only, with a reason, and that is written down', async () => {
  const { caseId } = await walk(office, 'submitted');
  const reveal = (person: string, input: object) =>
    office.ask(person, 'reviews.reveal', { input: { caseId, field: 'ID', reason: '核对身份', ...input } });
  expect((await reveal('li-chunmei', {})).status).toBe(403);
  expect((await reveal('li-chunmei', { field: 'PHONE' })).status).toBe(200);
  expect((await reveal('sun-xiuying', {})).status).toBe(404);
  expect((await reveal('he-min', { reason: ' ' })).status).toBe(422);
  expect((await reveal('he-min', { memberKey: 'nobody' })).status).toBe(404);
  const { body } = await reveal('he-min', {});
  expect(body).toEqual({ value: REPORT.idNo });
  const written = await office.database.look<{
    person_id: string;
    detail: string;
    why: Buffer;
    key_id: string;
  }>("SELECT person_id, detail, why, key_id FROM audit WHERE case_id = $1 AND what = 'REVEAL' ORDER BY id", [
    caseId,
  ]);
  expect(written.map(({ person_id, detail }) => [person_id, detail])).toEqual([
    ['demo-li-chunmei', 'PHONE'],
    ['demo-he-min', 'ID'],
  ]);
  const [, last] = written;
  const place = `audit/150521/${caseId}`;
  expect(last && office.adapters.keys.open({ keyId: last.key_id, bytes: last.why }, place)).toBe('核对身份');
});

test('each consent lets one more message through: counted once, for its person, and for no foreign template', async () => {
  const template = office.adapters.push.templates[0]?.id ?? '';
  const left = async (person: string) => (await office.must(person, 'accounts.messages', {})).credits;
  const answer = (accepted: boolean, requestId: string, name = template) =>
    office.ask('tian-xiaoyu', 'accounts.subscribed', {
      input: { results: [{ template: name, accepted }] },
      requestId,
    });
  expect(await left('tian-xiaoyu')).toEqual([{ template, left: 0 }]);
  expect((await answer(true, 'request-1')).body).toEqual({ credits: [{ template, left: 1 }] });
  // The answer was lost, the phone says it again.
  expect((await answer(true, 'request-1')).body).toEqual({ credits: [{ template, left: 1 }] });
  await answer(false, 'request-2');
  await answer(true, 'request-3', 'somebody-elses');
  expect(await left('tian-xiaoyu')).toEqual([{ template, left: 1 }]);
  await Promise.all(['request-4', 'request-5', 'request-6'].map((id) => answer(true, id)));
  expect(await left('tian-xiaoyu')).toEqual([{ template, left: 4 }]);
  expect(await left('he-ming')).toEqual([{ template, left: 0 }]);
  await office.database.look('UPDATE subscription_credit SET remaining = 99');
  await answer(true, 'request-7');
  expect(await left('tian-xiaoyu')).toEqual([{ template, left: 99 }]);
});

test('a half-filled report is kept for its person, and gone when it has become a case', async () => {
  const draft = {
    formVersion: 1,
    step: 'phone',
    answers: { headName: '贺明', memberCount: 3 },
    changedAt: 0,
  };
  await office.must('he-ming', 'applications.saveDraft', { ...draft, step: 'who' });
  const { savedAt } = await office.must('he-ming', 'applications.saveDraft', draft);
  expect(await office.must('he-ming', 'applications.draft', {})).toEqual({ draft, savedAt });
  expect(await office.must('tian-xiaoyu', 'applications.draft', {})).toEqual({ draft: null, savedAt: null });
  await office.must('he-ming', 'applications.submit', { ...REPORT, idNo: null, headName: '贺明' });
  expect((await office.must('he-ming', 'applications.draft', {})).draft).toBeNull();
});

test('of two phones with the same half-filled report the later word counts, whichever arrives last', async () => {
  const said = (headName: string, changedAt: number) => ({
    formVersion: 2,
    step: 'head',
    answers: { headName },
    changedAt,
  });
  const now = Date.now();
  const save = (headName: string, changedAt: number) =>
    office.must('zhao-dayong', 'applications.saveDraft', said(headName, changedAt));
  expect(await save('赵大勇', now)).toMatchObject({ kept: true, personId: 'demo-zhao-dayong' });
  expect(await save('赵勇', now - 1000)).toMatchObject({ kept: false });
  expect((await office.must('zhao-dayong', 'applications.draft', {})).draft).toEqual(said('赵大勇', now));
  // A phone whose clock runs a year ahead does not shut out all others for a year.
  await save('赵大', now + 365 * 86_400_000);
  const { draft } = await office.must('zhao-dayong', 'applications.draft', {});
  expect(draft?.answers).toEqual({ headName: '赵大' });
  expect(draft?.changedAt).toBeLessThan(now + 600_000);
});

test('regions: the counties served, their parts, villages by name, and whom to call', async () => {
  const { regions } = await office.must('-', 'regions.children', { code: 'root' });
  expect(regions.map(({ name }) => name)).toEqual(['科尔沁左翼中旗']);
  const towns = await office.must('-', 'regions.children', { code: '150521000000' });
  expect(towns.regions).toContainEqual({
    code: '150521100000',
    name: '保康镇',
    level: 'TOWN',
    parent: '150521000000',
  });
  const { villages } = await office.must('-', 'regions.search', { text: '保西' });
  expect(villages[0]).toMatchObject({ code: FIRST_VILLAGE, name: '保西村', townName: '保康镇' });
  expect((await office.must('-', 'regions.search', { text: '%' })).villages).toEqual([]);
  expect(await office.must('-', 'regions.village', { code: FIRST_VILLAGE })).toMatchObject({
    name: '保西村',
    townName: '保康镇',
    countyName: '科尔沁左翼中旗',
    village: { office: '保西村村民委员会', name: '李春梅', phone: '0990-5210001' },
    hotline: '12317',
  });
  expect((await office.ask('-', 'regions.village', { input: { code: '150521100000' } })).status).toBe(404);
});
