import { openDatabase } from '@functions/adapters/postgres/scoped';
import { statement } from '@functions/adapters/postgres/statement';
import { DEMO_COUNTY } from '@functions/runtime/demo';
import { type ProfileValue, withProfileValue } from '@shared/messages/profile-fields';
import { DEMO_2026, type Profile } from '@shared/procedure';
import { REPORT, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

const CLERK = 'wu-haiyan';
const LEADER = 'gao-zhiyuan';
const county = DEMO_COUNTY;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  // A second leader, so that the first may propose and two may publish at once.
  await office.database.look(
    `INSERT INTO person_grant (county, person_id, role, region, from_day)
     VALUES ('150521', 'demo-zhou-zhengping', 'COUNTY_LEADER', '150521', '2026-01-01')`,
  );
});
afterEach(() => office.close());

const written = (changes: Record<string, ProfileValue>): Profile =>
  Object.entries(changes).reduce((doc, [path, value]) => withProfileValue(doc, path, value), DEMO_2026);

const LONGER_VISIT = { 'steps.verify.limit': 5, 'budget.verify': 5 };

const proposal = (changes: Record<string, ProfileValue> = LONGER_VISIT, more: object = {}) => ({
  county,
  code: 'DEMO-2026',
  baseVersion: 1,
  fromDay: '2026-03-04',
  profile: written(changes) as unknown as Record<string, unknown>,
  note: '山里路远',
  ...more,
});

const propose = async (person = CLERK, said = proposal()) =>
  (await office.must(person, 'profiles.propose', said)).proposal;

const list = (person = CLERK) => office.must(person, 'profiles.list', { county });

const ask = async (person: string, operation: Parameters<Office['ask']>[1], input: object) => {
  const { status, body } = await office.ask(person, operation, { input });
  return { status, ...(body as { error?: { reason: string; issues?: object[] } }).error };
};

test('one proposes, another publishes; new cases start with it from its day on and running ones keep theirs', async () => {
  const running = await walk(office, 'accepted', { idNo: null, headName: '田一' });
  const made = await propose();
  expect(made).toMatchObject({ version: 2, baseVersion: 1, state: 'OPEN', publish: 'NOT_YOURS' });
  expect(made.proposedBy.name).toBe('吴海燕');
  // Nothing is in force yet, and the one who is to publish sees what changes.
  expect((await list()).versions).toMatchObject([{ version: 1, stands: 'NOW', openCases: 1 }]);
  const shown = await office.must(LEADER, 'profiles.proposal', { proposalId: made.id });
  expect(shown.proposal.publish).toBe('YES');
  expect([shown.before.steps.verify.limit, shown.after.steps.verify.limit]).toEqual([3, 5]);

  const { version } = await office.must(LEADER, 'profiles.publish', { proposalId: made.id });
  expect(version).toMatchObject({
    version: 2,
    stands: 'COMING',
    fromDay: '2026-03-04',
    note: '山里路远',
    proposedBy: { name: '吴海燕' },
    publishedBy: { name: '高志远' },
  });
  const profileOf = async (caseId: string) => {
    const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
    return [c.profile.version, c.dueOn];
  };
  office.at('2026-03-03 23:59');
  const { case: last } = await office.must('tian-xiaoyu', 'applications.submit', {
    ...REPORT,
    idNo: null,
    headName: '田二',
  });
  office.at('2026-03-04 00:00');
  const { case: first } = await office.must('tian-xiaoyu', 'applications.submit', {
    ...REPORT,
    idNo: null,
    headName: '田三',
  });
  const later = { verifiers: verifiers() };
  for (const { id } of [last, first])
    await office.must('li-chunmei', 'reviews.accept', { caseId: id, version: 1, ...later });
  // Day 3 from 2 and 3 March under the first version, day 5 from 4 March under the second.
  expect(await profileOf(running.caseId)).toEqual([1, '2026-03-05']);
  expect(await profileOf(last.id)).toEqual([1, '2026-03-06']);
  expect(await profileOf(first.id)).toEqual([2, '2026-03-09']);
  const { versions, proposal: waiting, base } = await list();
  expect(waiting).toBeNull();
  expect(base).toEqual({ code: 'DEMO-2026', version: 2 });
  expect(versions).toMatchObject([
    { version: 2, stands: 'NOW', openCases: 1 },
    { version: 1, stands: 'PAST', openCases: 2, proposedBy: null },
  ]);
  const audited = await office.database.look<{ detail: string; person_id: string }>(
    "SELECT detail, person_id FROM audit WHERE what = 'PROFILE' ORDER BY id",
  );
  expect(audited).toEqual([
    { detail: 'PROPOSED DEMO-2026 2', person_id: 'demo-wu-haiyan' },
    { detail: 'PUBLISHED DEMO-2026 2', person_id: 'demo-gao-zhiyuan' },
  ]);
});

const verifiers = () => [
  { personId: 'demo-li-chunmei', name: '李春梅', office: '保西村' },
  { personId: 'demo-wang-jianjun', name: '王建军', office: '驻村工作队' },
];

test('nobody publishes the own proposal, no clerk publishes, and no other office sees or does anything', async () => {
  const own = await propose(LEADER);
  expect(own.publish).toBe('OWN');
  expect(await ask(LEADER, 'profiles.publish', { proposalId: own.id })).toMatchObject({
    status: 403,
    reason: 'PROFILE_OWN',
  });
  expect(await ask(CLERK, 'profiles.publish', { proposalId: own.id })).toMatchObject({ status: 403 });
  expect(await ask(CLERK, 'profiles.discard', { proposalId: own.id })).toMatchObject({ status: 403 });
  for (const person of ['li-chunmei', 'chen-li']) {
    expect(await ask(person, 'profiles.list', { county })).toMatchObject({ status: 403 });
    expect(await ask(person, 'profiles.propose', proposal())).toMatchObject({ status: 403 });
    expect(await ask(person, 'profiles.preview', proposal())).toMatchObject({ status: 403 });
    expect(await ask(person, 'profiles.proposal', { proposalId: own.id })).toMatchObject({ status: 404 });
    expect(await ask(person, 'profiles.publish', { proposalId: own.id })).toMatchObject({ status: 404 });
  }
  // The leader of another county.
  await office.database.look(
    `INSERT INTO person_grant (county, person_id, role, region, from_day)
     VALUES ('150522', 'demo-sun-xiuying', 'COUNTY_LEADER', '150522', '2026-01-01')`,
  );
  const foreign = 'sun-xiuying';
  expect(await ask(foreign, 'profiles.list', { county })).toMatchObject({ status: 403 });
  expect(await ask(foreign, 'profiles.propose', proposal())).toMatchObject({ status: 403 });
  for (const operation of ['profiles.proposal', 'profiles.publish', 'profiles.discard'] as const)
    expect(await ask(foreign, operation, { proposalId: own.id })).toMatchObject({ status: 404 });
  expect((await list()).versions).toHaveLength(1);
});

test('the database itself lets no version in that a second person did not publish word for word', async () => {
  const { id } = await propose();
  const pool = openDatabase({ url: office.database.appUrl });
  const insert = statement(
    'test.insert',
    `INSERT INTO profile (county, code, version, doc, effective_from, proposal)
     SELECT county, code, version, doc, from_day, id FROM profile_proposal WHERE id = $1`,
  );
  const close = statement(
    'test.close',
    `UPDATE profile_proposal SET state = 'PUBLISHED', closed_by = $2, closed_at = now() WHERE id = $1`,
  );
  const forge = (person: string, region: string, first: boolean) =>
    pool.transaction({ region, person }, async (db) => {
      if (first) await db.write(close, [id, person]);
      return db.write(insert, [id]);
    });
  try {
    await expect(forge('demo-gao-zhiyuan', county, false)).rejects.toThrow(/row-level security/);
    await expect(forge('demo-wu-haiyan', county, true)).rejects.toThrow(/check constraint/);
    expect(await forge('demo-gao-zhiyuan', '150521100', true)).toBe(0);
    const change = statement('test.change', "UPDATE profile SET doc = '{}' WHERE county = $1");
    await expect(
      pool.transaction({ region: county, person: 'demo-gao-zhiyuan' }, (db) => db.write(change, [county])),
    ).rejects.toThrow(/permission denied/);
  } finally {
    await pool.close();
  }
});

test('of two who publish at once one does, and the same tap twice publishes once', async () => {
  const { id: proposalId } = await propose();
  const both = await Promise.all(
    [LEADER, 'zhou-zhengping'].map((person) => ask(person, 'profiles.publish', { proposalId })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.reason).toBe('PROFILE_CLOSED');
  expect((await list()).versions.map(({ version }) => version)).toEqual([2, 1]);

  const next = await propose(
    CLERK,
    proposal({ 'publicity.nameOnline': 'FULL' }, { baseVersion: 2, fromDay: '2026-03-05' }),
  );
  const tap = { input: { proposalId: next.id }, requestId: 'publish-once' };
  const taps = await Promise.all([
    office.ask(LEADER, 'profiles.publish', tap),
    office.ask(LEADER, 'profiles.publish', tap),
  ]);
  expect(taps.map(({ status }) => status)).toEqual([200, 200]);
  expect((await list()).versions).toHaveLength(3);
});

test('of two who propose at once one waits; a change replaces the proposal, and what was replaced cannot be published', async () => {
  const both = await Promise.all(
    [CLERK, LEADER].map((person) => ask(person, 'profiles.propose', proposal())),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.reason).toBe('PROFILE_WAITING');
  const first = (await list()).proposal?.id ?? '';
  const second = await propose(
    CLERK,
    proposal({ 'publicity.days': 6, 'budget.publicity': 12 }, { replaces: first }),
  );
  expect((await list()).proposal?.id).toBe(second.id);
  expect(await ask('zhou-zhengping', 'profiles.publish', { proposalId: first })).toMatchObject({
    status: 409,
    reason: 'PROFILE_CLOSED',
  });
  const { proposal: gone } = await office.must(CLERK, 'profiles.discard', { proposalId: second.id });
  expect(gone.state).toBe('DISCARDED');
  expect((await list()).proposal).toBeNull();
});

test('a change to a version that is no longer the newest is refused, also when it waited', async () => {
  await office.must(LEADER, 'profiles.publish', { proposalId: (await propose()).id });
  expect(await ask(CLERK, 'profiles.propose', proposal({ 'publicity.nameOnline': 'FULL' }))).toMatchObject({
    status: 409,
    reason: 'PROFILE_MOVED',
  });
});

test('the day is today or later and after the version before; a proposal that waited too long is not published', async () => {
  for (const [fromDay, status, reason] of [
    ['2026-03-01', 422, 'PROFILE_DAY_PAST'],
    ['2026-02-30', 422, 'BAD_DATE'],
  ] as const)
    expect(await ask(CLERK, 'profiles.propose', proposal(LONGER_VISIT, { fromDay }))).toMatchObject({
      status,
      reason,
    });
  const { id } = await propose(CLERK, proposal(LONGER_VISIT, { fromDay: '2026-03-02' }));
  office.at('2026-03-03 00:00');
  expect(await ask(LEADER, 'profiles.publish', { proposalId: id })).toMatchObject({
    reason: 'PROFILE_DAY_PAST',
  });
  const again = await propose(CLERK, proposal(LONGER_VISIT, { fromDay: '2026-06-01', replaces: id }));
  await office.must(LEADER, 'profiles.publish', { proposalId: again.id });
  const more = proposal({ 'publicity.nameOnline': 'FULL' }, { baseVersion: 2, fromDay: '2026-05-01' });
  expect(await ask(CLERK, 'profiles.propose', more)).toMatchObject({ reason: 'PROFILE_DAY_EARLY' });
});

test('what is faulty is told field by field, and an unchanged form is no proposal', async () => {
  const faulty = await ask(CLERK, 'profiles.propose', proposal({ 'publicity.days': 3, 'names.plan': '' }));
  expect(faulty).toMatchObject({
    status: 422,
    reason: 'PROFILE_FAULTY',
    issues: [
      { field: 'profile.publicity.days', message: '公示：要填 5 到 366 的整数。' },
      { field: 'profile.names.plan', message: '工作方案：不能空着。' },
    ],
  });
  expect(await ask(CLERK, 'profiles.preview', proposal({ 'clock.capDays': 0 }))).toMatchObject({
    status: 422,
  });
  expect(await ask(CLERK, 'profiles.propose', proposal({}))).toMatchObject({ reason: 'PROFILE_UNCHANGED' });
  // What makes it a version is not the writer's.
  const sly = { ...written(LONGER_VISIT), code: 'OTHER', version: 9, regionCode: '110000000000' };
  const { id } = await propose(CLERK, proposal({}, { profile: sly }));
  const { after } = await office.must(CLERK, 'profiles.proposal', { proposalId: id });
  expect(after).toMatchObject({ code: 'DEMO-2026', version: 2, regionCode: DEMO_2026.regionCode });
});

test('a preview plays the stories that ship and the own ones, and says what it does to open cases: nothing', async () => {
  const { caseId } = await walk(office, 'announced');
  const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
  await walk(office, 'submitted', { idNo: null, headName: '田二' });
  const { story } = await office.must(CLERK, 'profiles.keepStory', {
    county,
    caseNo: `${c.caseNo.slice(0, 4)} ${c.caseNo.slice(4)}`,
    title: '去年办过的一户',
  });
  const kept = await office.database.look<{ doc: object }>('SELECT doc FROM profile_story');
  expect(JSON.stringify(kept)).not.toMatch(/田|李|王|保西|990101|1990000|心|中风/);
  const { profile } = proposal({ 'triggers.medicalSelfPaidFen': 40_000_00 });
  const { stories, openCases } = await office.must(LEADER, 'profiles.preview', { county, profile });
  expect(stories[0]).toEqual({
    key: story.id,
    title: '去年办过的一户',
    own: true,
    changes: ['提示“自付看病花费大”不再出现'],
    stops: false,
  });
  expect(stories.filter(({ own }) => !own).map(({ key, changes }) => [key, changes.length])).toEqual([
    ['F01', 1],
    ['F02', 0],
    ['F04', 2],
    ['F05', 0],
    ['F08', 0],
  ]);
  expect(openCases).toEqual([{ code: 'DEMO-2026', version: 1, count: 1 }]);
  expect(await ask(CLERK, 'profiles.keepStory', { county, caseNo: '26039999', title: '没有' })).toMatchObject(
    {
      status: 404,
    },
  );
  await office.must(CLERK, 'profiles.dropStory', { storyId: story.id });
  expect((await office.must(LEADER, 'profiles.preview', { county, profile })).stories).toHaveLength(5);
});

test('a version of before later code is filled in wherever it is read, says so, and stays as it was published', async () => {
  await office.database.look(
    `UPDATE profile SET doc = (doc #- '{steps,helpPapers}') - 'clues' WHERE code = 'DEMO-2026'`,
  );
  const { caseId } = await walk(office, 'accepted');
  const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
  expect(c.profile).toMatchObject({ code: 'DEMO-2026', version: 1 });
  const { profile, filled } = await office.must(CLERK, 'profiles.get', {
    county,
    code: 'DEMO-2026',
    version: 1,
  });
  const places = ['clues.answerDays', 'clues.againDays', 'steps.helpPapers.limit', 'steps.helpPapers.unit'];
  expect(profile).toEqual(DEMO_2026);
  expect([...filled].sort()).toEqual([...places].sort());
  // What a county hands in is whole: nothing is filled in behind its back.
  const { clues: _, ...silent } = written(LONGER_VISIT);
  expect(await ask(CLERK, 'profiles.propose', proposal({}, { profile: silent }))).toMatchObject({
    status: 422,
    issues: [{ field: 'profile.clues.answerDays' }, { field: 'profile.clues.againDays' }],
  });
  const { id } = await propose();
  const shown = await office.must(LEADER, 'profiles.proposal', { proposalId: id });
  expect([...shown.filled].sort()).toEqual([...places].sort());
  await office.must(LEADER, 'profiles.publish', { proposalId: id });
  const next = await office.must(CLERK, 'profiles.get', { county, code: 'DEMO-2026', version: 2 });
  expect(next.filled).toEqual([]);
  const kept = await office.database.look<{ clues: boolean; papers: boolean }>(
    `SELECT doc ? 'clues' AS clues, doc->'steps' ? 'helpPapers' AS papers FROM profile
      WHERE code = 'DEMO-2026' ORDER BY version`,
  );
  expect(kept).toEqual([
    { clues: false, papers: false },
    { clues: true, papers: true },
  ]);
});

test('a case that is still running is no story', async () => {
  const { caseId } = await walk(office, 'compared');
  const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
  expect(await ask(CLERK, 'profiles.keepStory', { county, caseNo: c.caseNo, title: '没办完' })).toMatchObject(
    { status: 409, reason: 'STORY_NOT_CLOSED' },
  );
});
