import { type Journey, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** One meeting over many families: all or none, once, by nobody from elsewhere, and never changed. */
let office: Office;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const PRESENT = [
  ...[...'甲乙丙丁戊己庚辛壬'].map((name) => ({ name: `村民${name}`, role: 'VILLAGER' as const })),
  { name: '王建军', role: 'TASKFORCE' as const },
  { name: '周正平', role: 'COMMITTEE' as const },
];

const MEETING = {
  metAt: '2026-03-06T17:00:00+08:00',
  place: '村委会会议室',
  convenor: '周正平',
  attendees: PRESENT,
  minutes: '大家讨论了三户。',
};

type Vote = { recusals?: { name: string; relation: string }[]; yes: number; no?: number };

const vote = ({ caseId, version }: Journey, { recusals = [], yes, no = 0 }: Vote) => ({
  caseId,
  version,
  recusals,
  yes,
  no,
  abstain: 0,
});

async function threeFamilies(): Promise<[Journey, Journey, Journey]> {
  const walked = async (headName: string) => walk(office, 'triaged', { idNo: null, headName });
  const three: [Journey, Journey, Journey] = [
    await walked('田一'),
    await walked('田二'),
    await walked('田三'),
  ];
  office.at('2026-03-06 18:30');
  return three;
}

const caseOf = async ({ caseId }: Journey) =>
  (await office.must('li-chunmei', 'reviews.case', { caseId })).case;

test('three families, one relative who declared it and stands back, one who is not agreed to; then one notice', async () => {
  const [first, second, third] = await threeFamilies();
  const kin = await office.must('wang-jianjun', 'reviews.declareKinship', {
    caseId: second.caseId,
    version: second.version,
    relation: '表弟',
  });
  second.version = kin.case.version;

  const { villages } = await office.must('li-chunmei', 'meetings.waiting', {});
  const families = villages.flatMap(({ cases }) => cases);
  expect(families.map(({ headName, off }) => [headName, off])).toEqual(
    expect.arrayContaining([
      ['田一', null],
      ['田二', null],
      ['田三', null],
    ]),
  );
  const proposed = families.find(({ headName }) => headName === '田二');
  expect(proposed?.relatives).toContainEqual({ name: '王建军', relation: '表弟' });
  expect(proposed?.comparison.join('')).toContain('2 个部门');
  // Who is kin cannot record that family, and reads why.
  const seen = await office.must('wang-jianjun', 'meetings.waiting', {});
  expect(
    seen.villages.flatMap(({ cases }) => cases).find(({ headName }) => headName === '田二')?.off,
  ).toBeTruthy();

  const cases = [vote(first, { yes: 11 }), vote(second, { yes: 11 }), vote(third, { yes: 4, no: 7 })];
  const kinVotes = await office.ask('li-chunmei', 'meetings.record', { input: { ...MEETING, cases } });
  expect(kinVotes).toMatchObject({
    status: 422,
    body: { error: { reason: 'KIN_NOT_RECUSED', issues: [{ field: 'cases.1.recusals' }] } },
  });

  const recusals = [{ name: '王建军', relation: '表弟' }];
  const right = [cases[0], vote(second, { recusals, yes: 9, no: 1 }), cases[2]];
  const photoId = await office.photo('li-chunmei');
  const input = { ...MEETING, photoIds: [photoId], cases: right };
  const once = { input, requestId: 'one-meeting-1' };
  const held = await office.ask('li-chunmei', 'meetings.record', once);
  expect(held).toMatchObject({
    status: 200,
    body: { results: [{ passed: true }, { passed: true }, { passed: false }] },
  });
  // The second arrival of the same call is the same meeting.
  expect(await office.ask('li-chunmei', 'meetings.record', once)).toEqual(held);
  const { meetingId } = held.body as { meetingId: string };
  const { meetings } = await office.must('li-chunmei', 'meetings.list', {});
  expect(meetings).toMatchObject([{ id: meetingId, families: 3, passed: 2 }]);

  expect(await caseOf(first)).toMatchObject({
    state: 'PUBLICITY',
    appraisal: { meetingId, photoIds: [photoId] },
  });
  expect(await caseOf(second)).toMatchObject({
    state: 'PUBLICITY',
    appraisal: { meetingId, recusals, yes: 9 },
  });
  expect(await caseOf(third)).toMatchObject({
    state: 'PROPOSE_REJECT',
    appraisal: { meetingId, passed: false },
  });

  const { meeting } = await office.must('chen-li', 'meetings.get', { meetingId });
  expect(meeting).toMatchObject({ place: '村委会会议室', recordedBy: '李春梅', minutes: '大家讨论了三户。' });
  expect(meeting.results.map(({ headName, yes, no }) => [headName, yes, no])).toEqual([
    ['田一', 11, 0],
    ['田二', 9, 1],
    ['田三', 4, 7],
  ]);
  // A neighbour village, a grid member and a family know of no such meeting.
  for (const [person, status] of [
    ['sun-xiuying', 404],
    ['zhao-dayong', 404],
    ['tian-xiaoyu', 403],
  ] as const)
    for (const operation of ['meetings.get', 'meetings.paper'] as const) {
      const answer = await office.ask(person, operation, { input: { meetingId } });
      expect([person, operation, answer.status]).toEqual([person, operation, status]);
    }
  expect((await office.must('sun-xiuying', 'meetings.list', {})).meetings).toEqual([]);

  const { file } = await office.must('li-chunmei', 'meetings.paper', { meetingId });
  expect(file.name).toBe('民主评议会议记录');

  const waiting = await office.must('li-chunmei', 'notices.waiting', { kind: 'PROPOSED_INCLUSION' });
  const ready = waiting.villages
    .flatMap((village) => village.cases)
    .filter((one) => one.meetingId === meetingId);
  expect(ready.map(({ headName }) => headName).sort()).toEqual(['田一', '田二']);
  const board = await office.photo('li-chunmei');
  const caseIds = ready.map(({ caseId }) => caseId);
  const { noticeId } = await office.must('li-chunmei', 'notices.post', { caseIds, photoId: board });
  expect((await office.must('li-chunmei', 'notices.get', { noticeId })).notice.rows).toHaveLength(2);
});

test('a family that changed meanwhile is named, nobody moves, and the rest goes without it', async () => {
  const [first, second, third] = await threeFamilies();
  await office.must('li-chunmei', 'meetings.record', { ...MEETING, cases: [vote(second, { yes: 11 })] });
  const all = [first, second, third].map((family) => vote(family, { yes: 11 }));
  const refused = await office.ask('li-chunmei', 'meetings.record', { input: { ...MEETING, cases: all } });
  expect(refused).toMatchObject({
    status: 409,
    body: {
      error: {
        reason: 'MEETING_CASE_CHANGED',
        message: '田二家的事变了。先去掉，别的可以交。',
        issues: [{ field: 'cases.1', reason: 'STALE_VERSION' }],
      },
    },
  });
  expect((await caseOf(first)).state).toBe('APPRAISAL');
  const rest = [first, third].map((family) => vote(family, { yes: 11 }));
  await office.must('li-chunmei', 'meetings.record', { ...MEETING, cases: rest });
  expect((await caseOf(third)).state).toBe('PUBLICITY');
});

test('two who write down the same families at once: one meeting stands, whole', async () => {
  const families = await threeFamilies();
  const cases = families.map((family) => vote(family, { yes: 11 }));
  const answers = await Promise.all([
    office.ask('li-chunmei', 'meetings.record', { input: { ...MEETING, cases } }),
    office.ask('wang-jianjun', 'meetings.record', { input: { ...MEETING, cases: [...cases].reverse() } }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await office.database.look('SELECT cases, passed FROM appraisal_meeting')).toEqual([
    { cases: 3, passed: 3 },
  ]);
  const events = await office.database.look(
    "SELECT case_id, count(*)::int AS n FROM case_event WHERE type = 'AppraisalRecorded' GROUP BY case_id",
  );
  expect(events.map(({ n }) => n)).toEqual([1, 1, 1]);
});

test('minutes are sealed at rest, and the application cannot change a meeting', async () => {
  const [first] = await threeFamilies();
  await office.must('li-chunmei', 'meetings.record', { ...MEETING, cases: [vote(first, { yes: 11 })] });
  const [row] = await office.database.look('SELECT m.*, m.sealed::text AS hex FROM appraisal_meeting m');
  expect(JSON.stringify(row)).not.toMatch(/田一|村委会会议室/);
  const rights = await office.database.look(
    "SELECT has_table_privilege('shouwang_app', t, 'UPDATE') AS changes, has_table_privilege('shouwang_app', t, 'DELETE') AS deletes FROM unnest(ARRAY['appraisal_meeting', 'appraisal_meeting_case']) t",
  );
  expect(rights).toEqual([
    { changes: false, deletes: false },
    { changes: false, deletes: false },
  ]);
});
