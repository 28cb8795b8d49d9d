import { DEMO_COUNTY, FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import type { OperationName } from '@shared/contract';
import { composeIdNumber } from '@shared/people';
import { fetched, sendIn } from '@tests/support/comparison';
import { walkOff } from '@tests/support/elimination';
import { VERIFICATION, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';
import { readable } from '@tests/support/readable';
import { read as readBook, utils, write } from 'xlsx';

let office: Office;
let family: { caseId: string };

beforeAll(async () => {
  office = await openOffice();
  family = await walk(office, 'announced');
});
afterAll(() => office.close());

const read = async (person: string, noticeId: string) =>
  (await office.must(person, 'notices.get', { noticeId })).notice;
const refused = async (person: string, operation: OperationName, input: object) => {
  const { status, body } = await office.ask(person, operation, { input });
  return [status, (body as { error?: { reason: string } }).error?.reason];
};
const version = async () =>
  (await office.must('li-chunmei', 'reviews.case', { caseId: family.caseId })).case.version;
const board = () => office.photo('li-chunmei');

test('measures that have landed: by category, as many people as staff say, never what tells of an illness', async () => {
  const kind = 'MEASURES_LANDED';
  const { caseId } = family;
  expect((await office.must('li-chunmei', 'notices.waiting', { kind })).villages).toEqual([]);
  expect(await refused('li-chunmei', 'notices.preview', { kind, caseIds: [caseId] })).toEqual([
    409,
    'NO_MEASURES',
  ]);
  for (const [measureCode, name] of [
    ['IND', '肉牛养殖奖补'],
    ['HEA', '大病救治'],
    ['COM', '残疾人两项补贴'],
  ] as const)
    await office.must('li-chunmei', 'reviews.recordMeasure', {
      ...{ caseId, version: await version(), measureCode, name, department: '农业农村局' },
      ...{ on: '2026-03-16', amountFen: 6000_00, detail: '因病' },
    });
  const { villages } = await office.must('li-chunmei', 'notices.waiting', { kind });
  expect(villages[0]?.cases.map(({ headName }) => headName)).toEqual(['田有福']);
  const served = { [`${caseId}/INDUSTRY`]: 2 };
  for (const person of ['wang-jianjun', 'he-min', 'wu-haiyan'])
    expect(
      await refused(person, 'notices.post', { kind, caseIds: [caseId], served, photoId: await board() }),
    ).toEqual([403, 'ROLE_MAY_NOT']);
  const photoId = await board();
  const { noticeId } = await office.must('li-chunmei', 'notices.post', {
    kind,
    caseIds: [caseId],
    served,
    photoId,
  });
  const shown = await read('he-ming', noticeId);
  expect(shown).toMatchObject({
    heading: '各家得到的帮扶',
    objections: 'PHONE',
    households: 1,
    people: 4,
    days: 5,
  });
  expect(shown.rows.map(({ cells }) => cells)).toEqual([
    ['田*福', '产业帮扶', '2 人', '2 组'],
    ['田*福', '民生保障', '4 人', '2 组'],
  ]);
  for (const person of ['-', 'he-ming', 'li-chunmei'])
    expect(readable(JSON.stringify(await read(person, noticeId)))).not.toMatch(
      /肉牛|大病|残疾|因病|6000|6,000|健康/,
    );
  expect(await read('-', noticeId)).toMatchObject({ audience: 'OPEN', rows: [], households: 1 });
  // The photo of the board lies with the notice: staff of the village may look at it.
  await office.must('zhou-zhengping', 'attachments.link', { attachmentId: photoId });
  expect((await refused('sun-xiuying', 'attachments.link', { attachmentId: photoId }))[0]).toBe(404);
  // Nobody objects to it in the mini-program: there is no case that would take it.
  expect(await refused('-', 'objections.file', { noticeId, row: 0, statement: '他家没有牛' })).toEqual([
    404,
    'NOT_FOUND',
  ]);
});

test('an elimination: put up when the appraisal has passed it, announced when the county has decided', async () => {
  const { caseId } = family;
  const proposed = { kind: 'PROPOSED_ELIMINATION' as const, caseIds: [caseId] };
  const result = { kind: 'ELIMINATION_RESULT' as const, caseIds: [caseId] };
  const waits = async (person: string, { kind }: { kind: typeof proposed.kind | typeof result.kind }) =>
    (await office.must(person, 'notices.waiting', { kind })).villages.flatMap(({ cases }) =>
      cases.map((one) => one.caseId),
    );
  const ask = { ...proposed, photoId: await board() };
  expect(await refused('li-chunmei', 'notices.post', ask)).toEqual([409, 'ELIM_WRONG_STEP']);
  expect(await refused('he-min', 'notices.announce', result)).toEqual([409, 'ELIM_WRONG_STEP']);
  expect(await waits('li-chunmei', proposed)).toEqual([]);
  await walkOff(office, [caseId], 'appraised');
  expect(await waits('li-chunmei', proposed)).toEqual([caseId]);
  expect(await refused('he-min', 'notices.post', ask)).toEqual([403, 'ROLE_MAY_NOT']);
  const { noticeId } = await walkOff(office, [caseId], 'posted', {}, ['posted']);
  const hangs = await read('he-ming', noticeId);
  expect(hangs).toMatchObject({ lastDay: '2026-10-19' });
  expect(hangs.rows[0]?.cells).toEqual(['田*福', '4 人', '帮扶消除', '2 组']);
  const again = { ...proposed, photoId: await board() };
  expect(await refused('li-chunmei', 'notices.post', again)).toEqual([409, 'PUBLICITY_ALREADY_POSTED']);
  // What is said against it is written down where its days wait for the answer.
  const said = { statement: '他家还难', objector: null, aboutCadre: false, channel: 'PHONE' as const };
  expect(await refused('li-chunmei', 'objections.note', { noticeId, row: 0, ...said })).toEqual([
    409,
    'OBJECTION_ELSEWHERE',
  ]);
  expect(await refused('he-min', 'notices.announce', result)).toEqual([409, 'ELIM_WRONG_STEP']);
  await walkOff(office, [caseId], 'decided', {}, ['closed', 'accepted', 'decided']);
  expect(await waits('he-min', result)).toEqual([caseId]);
  expect(await refused('li-chunmei', 'notices.announce', result)).toEqual([403, 'ROLE_MAY_NOT']);
  const announced = await office.must('he-min', 'notices.announce', result);
  expect(await read('he-ming', announced.noticeId)).toMatchObject({
    heading: '退出帮扶名单的家庭',
    issuer: '保康镇人民政府',
    firstDay: '2026-10-21',
  });
});

describe('a list of payments', () => {
  const target = `${DEMO_COUNTY}-${FIRST_VILLAGE}`;
  const ID = composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 101 });
  const CARD = '6222021234567890123';
  const sheet = (rows: unknown[][]) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '发放表');
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  };
  const head = ['序号', '姓名', '身份证号码', '组别', '补贴项目', '数量', '单位', '金额（元）', '银行账号'];
  const line = (name: string, group: string, item: string, amount: string | number, id = ID) => [
    ...['1', name, id, group, item, '3', '头', amount, CARD],
  ];
  let draftId: string;
  let noticeId: string;

  const draft = async () => (await office.must('li-chunmei', 'notices.draft', { draftId })).draft;

  test('is sent in by the village or its township for that village, and by nobody else', async () => {
    const start = (person: string, targetId = target) =>
      refused(person, 'imports.start', {
        kind: 'SUBSIDY_PAYMENTS',
        targetId,
        fileName: '发放表.xlsx',
        size: 10,
      });
    for (const person of ['sun-xiuying', 'wang-jianjun', 'wu-haiyan', 'ma-jun'])
      expect([person, await start(person)]).toEqual([person, [403, 'ROLE_MAY_NOT']]);
    expect((await start('li-chunmei', `${DEMO_COUNTY}-${SECOND_VILLAGE}`))[0]).toBe(403);
    expect((await start('li-chunmei', `${DEMO_COUNTY}-150522100200`))[0]).toBe(404);
    expect((await start('he-min'))[0]).toBe(200);
  });

  test('becomes a draft without its foreign columns, with a mend for each thing that may not stand there', async () => {
    const other = await walk(office, 'accepted', { idNo: null, headName: '白长河' });
    office.at('2026-03-04 10:00');
    const child = { key: 'child', name: '白小禾', relation: 'DAUGHTER', birthDate: '2014-05-01' } as const;
    const [first, ...rest] = VERIFICATION.members;
    await office.must('li-chunmei', 'reviews.recordVerification', {
      ...{ caseId: other.caseId, version: other.version, ...VERIFICATION },
      members: [{ ...first, name: '白长河', idNo: null }, ...rest.slice(0, 2), child],
    } as never);
    const rows = [
      head,
      line('田有福', '2组', '外出务工交通补助', 1500),
      line('田有福', '5组', '外出务工交通补助', '1,500.50'),
      line('白小禾', '2组', '外出务工交通补助', 300),
      line('贺老实 139****2201', '3组', '外出务工交通补助', 300),
      line('柳春生', '4组 因病住院', '外出务工交通补助', 300),
      line('韩老四', '4组', '残疾人两项补贴', 300),
      line('包铁柱', '4组', '外出务工交通补助', '三百'),
    ];
    const { job } = await sendIn(office, 'li-chunmei', target, sheet(rows), 'SUBSIDY_PAYMENTS');
    expect(job).toMatchObject({ state: 'DONE', rows: { total: 7, done: 7, good: 6 } });
    draftId = job.id;
    const { preview, kind } = await draft();
    expect(kind).toBe('SUBSIDY_PAYMENTS');
    expect(preview.findings.map(({ kind: of, where, text, mend }) => [of, where, text, mend])).toEqual([
      ['COLUMN', 'columns.0', '身份证号码', { act: 'DROP_COLUMN' }],
      ['COLUMN', 'columns.1', '银行账号', { act: 'DROP_COLUMN' }],
      ['LIST_AMOUNT_WRONG', 'unread.0', '8', { act: 'DROP_ROW' }],
      ['PHONE', 'entries.3.name', '139****2201', { act: 'CHANGE', to: '贺老实' }],
      ['CAUSE', 'entries.4.group', '因病', { act: 'CHANGE', to: '4组' }],
      ['HEALTH', 'entries.4.group', '住院', { act: 'CHANGE', to: '4组' }],
      ['DISABILITY', 'entries.5.item', '残疾', { act: 'CHANGE', to: '两项补贴' }],
      ['MINOR_NAME', 'entries.2.name', '白小禾', { act: 'DROP_ROW' }],
    ]);
    // What stood in the columns that should not be there is nowhere: not in the draft, not in the report, sealed or not.
    const kept = await office.database.look<{ sealed: Buffer; id: string; key_id: string }>(
      'SELECT id, key_id, sealed FROM notice_draft',
    );
    for (const { sealed, id, key_id: keyId } of kept) {
      const opened = office.adapters.keys.open({ keyId, bytes: sealed }, `notice_draft/${DEMO_COUNTY}/${id}`);
      expect(opened).not.toContain(ID);
      expect(opened).not.toContain(CARD);
    }
  });

  test('is not put up before all is mended, one tap each, as it was proposed', async () => {
    const before = await draft();
    expect(
      await refused('li-chunmei', 'notices.postDraft', {
        draftId,
        version: before.version,
        photoId: await board(),
      }),
    ).toEqual([409, 'NOTICE_HAS_FINDINGS']);
    for (const person of ['sun-xiuying', 'wu-haiyan', 'wang-jianjun', 'guo-minhua'])
      expect([person, await refused(person, 'notices.draft', { draftId })]).toEqual([
        person,
        [404, 'NOT_FOUND'],
      ]);
    const { draft: half } = await office.must('li-chunmei', 'notices.mend', {
      ...{ draftId, version: before.version, mends: ['entries.3.name'] },
    });
    expect(half.preview.findings).toHaveLength(7);
    expect(half.preview.rows[3]?.name).toBe('贺老实');
    expect(
      await refused('li-chunmei', 'notices.mend', { draftId, version: before.version, mends: [] }),
    ).toEqual([409, 'STALE_VERSION']);
    const mends = half.preview.findings.map(({ where }) => where);
    const { draft: clean } = await office.must('li-chunmei', 'notices.mend', {
      ...{ draftId, version: half.version, mends, subject: '2026年交通补助' },
    });
    expect(clean.preview.findings).toEqual([]);
    // No photo yet: the paper gets its code by being posted, and the photo is owed.
    const posted = await office.must('li-chunmei', 'notices.postDraft', { draftId, version: clean.version });
    noticeId = posted.noticeId;
    const shown = await read('he-ming', posted.noticeId);
    expect(shown).toMatchObject({
      title: '关于保西村2026年交通补助发放的公示',
      people: 5,
      totalFen: 3900_50,
      days: 7,
    });
    expect(shown.columns.map(({ title }) => title)).toEqual(['姓名', '小组', '项目', '数量', '金额（元）']);
    expect(shown.rows.map(({ cells }) => cells.join(' '))).toEqual([
      '田*福 2 组 外出务工交通补助 3 头 1,500',
      '田*福 5 组 外出务工交通补助 3 头 1,500.50',
      '贺*实 3 组 外出务工交通补助 3 头 300',
      '柳*生 4 组 外出务工交通补助 3 头 300',
      '韩*四 4 组 两项补贴 3 头 300',
    ]);
    expect(await read('-', posted.noticeId)).toMatchObject({ rows: [], totalFen: 3900_50, people: 5 });
    expect(await refused('li-chunmei', 'notices.draft', { draftId })).toEqual([404, 'NOT_FOUND']);
  });

  test('owes the photo of the board: the township reminds once a day, the village hands it in', async () => {
    const seen = async (person: string) =>
      (await office.must(person, 'notices.overview', {})).notices.find(({ id }) => id === noticeId);
    expect(await seen('he-min')).toMatchObject({
      ...{
        owes: ['START'],
        errand: 'START',
        startedAt: null,
        mended: 8,
        mayRemind: true,
        remindedToday: false,
      },
    });
    expect(await seen('li-chunmei')).toMatchObject({ mayRemind: false });
    expect(await refused('li-chunmei', 'notices.remind', { noticeId })).toEqual([403, 'ROLE_MAY_NOT']);
    expect(await refused('sun-xiuying', 'notices.remind', { noticeId })).toEqual([404, 'NOT_FOUND']);
    const { notice } = await office.must('he-min', 'notices.remind', { noticeId });
    expect(notice.remindedToday).toBe(true);
    expect(await refused('chen-li', 'notices.remind', { noticeId })).toEqual([409, 'NOTICE_REMINDED']);
    await office.tick();
    const { messages } = await office.must('li-chunmei', 'accounts.messages', {});
    expect(messages.filter(({ title }) => title === '上面催您：快去看保西村的公示栏')).toHaveLength(1);
    const written = await office.database.look<{ text: string }>(
      "SELECT detail AS text FROM audit WHERE what = 'NOTICE' AND case_id = $1",
      [noticeId],
    );
    expect(written.map(({ text }) => text)).toEqual(['REMINDED_START']);
    const { tasks } = await office.must('li-chunmei', 'tasks.board', {});
    expect(tasks.find((task) => task.noticeId === noticeId)).toMatchObject({ what: 'START', late: false });
    await office.must('li-chunmei', 'tasks.photographBoard', {
      ...{ noticeId, what: 'START', photoId: await board() },
    });
    expect(await seen('he-min')).toMatchObject({ owes: [], errand: null, startedAt: expect.any(String) });
    expect(await refused('he-min', 'notices.remind', { noticeId })).toEqual([409, 'NOTHING_TO_REMIND']);
  });

  test('takes objections by telephone: answered by who did not put it up, read by number, counted', async () => {
    const said = { noticeId, row: 2, statement: '他没有出去打工', channel: 'PHONE' as const };
    const objector = { name: '何明', phone: '13800004471' };
    expect((await refused('-', 'objections.note', said))[0]).toBe(401);
    expect(await refused('sun-xiuying', 'objections.note', said)).toEqual([404, 'NOT_FOUND']);
    expect(await refused('li-chunmei', 'objections.note', { ...said, row: 9 })).toEqual([404, 'NOT_FOUND']);
    const { objectionId, queryCode } = await office.must('li-chunmei', 'objections.note', {
      ...said,
      objector,
    });
    const seen = async (person: string) =>
      (await office.must(person, 'objections.noted', { noticeId })).objections[0];
    // Who put the list up reads what was said, and not by whom; who may answer reads both.
    expect(await seen('li-chunmei')).toMatchObject({
      ...{ name: '贺老实', statement: '他没有出去打工', anonymous: false, objector: null },
      whyNot: 'POSTER_CANNOT_HANDLE',
    });
    expect(await seen('he-min')).toMatchObject({ objector, whyNot: null, answer: null });
    const answer = {
      ...{ objectionId, verdict: 'UPHELD' as const, answer: '查过了，您说得对，这笔不发。' },
      kinshipDeclared: true as const,
    };
    expect(await refused('he-min', 'objections.settle', { ...answer, kinshipDeclared: undefined })).toEqual([
      422,
      'KINSHIP_NOT_DECLARED',
    ]);
    expect(await refused('li-chunmei', 'objections.settle', answer)).toEqual([409, 'POSTER_CANNOT_HANDLE']);
    const passed = { ...answer, verdict: 'PASSED_ON' as const };
    expect((await refused('he-min', 'objections.settle', passed))[0]).toBe(422);
    // Whoever is in it or kin does not answer: who says so, who has the objector's name, and of whose family it speaks.
    const kin = [409, 'KIN_MUST_STEP_BACK'];
    expect(await refused('sun-xiuying', 'objections.stepBack', { objectionId })).toEqual([404, 'NOT_FOUND']);
    expect((await seen('wang-jianjun'))?.whyNot).toBeNull();
    await office.must('wang-jianjun', 'objections.stepBack', { objectionId });
    expect(await refused('wang-jianjun', 'objections.settle', answer)).toEqual(kin);
    expect(await seen('wang-jianjun')).toMatchObject({ objector: null, whyNot: 'KIN_MUST_STEP_BACK' });
    const own = await office.must('li-chunmei', 'objections.note', {
      ...said,
      objector: { name: '何敏', phone: null },
    });
    expect(await refused('he-min', 'objections.settle', { ...answer, objectionId: own.objectionId })).toEqual(
      kin,
    );
    await office.must('zhou-zhengping', 'objections.settle', { ...answer, objectionId: own.objectionId });
    const number = { village: FIRST_VILLAGE, code: queryCode };
    expect(await office.must('-', 'objections.answer', number)).toMatchObject({
      stage: 'RECEIVED',
      answer: null,
    });
    await office.must('he-min', 'objections.settle', { ...answer, note: '打电话问了他儿子' });
    expect(await refused('he-min', 'objections.settle', answer)).toEqual([409, 'OBJECTION_ANSWERED']);
    const read = await office.must('-', 'objections.answer', number);
    expect(read).toMatchObject({ stage: 'ANSWERED', answer: { verdict: 'UPHELD', words: answer.answer } });
    expect(readable(JSON.stringify(read))).not.toMatch(/何明|4471|儿子|贺老实|何敏/);
    await office.must('-', 'objections.rate', { ...number, satisfied: 'YES' });
    expect(await refused('-', 'objections.rate', { ...number, satisfied: 'NO' })).toEqual([
      409,
      'OBJECTION_RATED',
    ]);
    // A word against a cadre is the township's; one to the whole notice names no row.
    const other = { ...said, row: null, aboutCadre: true };
    await office.must('li-chunmei', 'objections.note', other);
    const counted = (await office.must('he-min', 'notices.overview', {})).notices.find(
      ({ id }) => id === noticeId,
    );
    expect(counted).toMatchObject({ objected: 3, answered: 2 });
    const sealed = await office.database.look<{ text: string }>(
      'SELECT o::text AS text FROM notice_objection o',
    );
    for (const { text } of sealed) expect(readable(text)).not.toMatch(/何明|4471|打工|不发|儿子/);
  });

  test('stands in the table of the overview by counts, without a name; who takes it out is written down', async () => {
    const { url } = await office.must('he-min', 'notices.export', {});
    const book = readBook(fetched(office, url));
    const lines = utils.sheet_to_json<string[]>(Object.values(book.Sheets)[0] ?? {}, { header: 1 });
    const text = JSON.stringify(lines);
    expect(text).toContain('改 8 处后通过');
    expect(text).not.toMatch(/田有福|贺老实|柳春生/);
    expect((await refused('-', 'notices.export', {}))[0]).toBe(401);
    const taken = await office.database.look<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit WHERE what = 'EXPORT' AND detail LIKE 'notices %'",
    );
    expect(taken[0]?.n).toBe(1);
    office.at('2026-04-30 09:00');
    expect(await read('he-ming', noticeId)).toMatchObject({ ended: true, rows: [] });
  });

  test('was counted by kind, once each, for the county alone', async () => {
    const asked = { county: DEMO_COUNTY, from: '2026-01', to: '2026-12' };
    const { counts } = await office.must('wu-haiyan', 'notices.findings', asked);
    const of = Object.fromEntries(
      counts
        .filter(({ noticeKind }) => noticeKind === 'SUBSIDY_PAYMENTS')
        .map(({ kind, found, mended }) => [kind, `${found}/${mended}`]),
    );
    expect(of).toEqual({
      COLUMN: '2/2',
      LIST_AMOUNT_WRONG: '1/1',
      PHONE: '1/1',
      CAUSE: '1/1',
      HEALTH: '1/1',
      DISABILITY: '1/1',
      MINOR_NAME: '1/1',
    });
    // A township counts its own villages, and no others.
    const town = FIRST_VILLAGE.slice(0, 9);
    expect((await office.must('he-min', 'notices.findings', { ...asked, town })).counts).toEqual(counts);
    expect(await refused('he-min', 'notices.findings', { ...asked, town: `${DEMO_COUNTY}999` })).toEqual([
      403,
      'ROLE_MAY_NOT',
    ]);
    for (const person of ['li-chunmei', 'he-min', 'ma-jun'])
      expect(await refused(person, 'notices.findings', asked)).toEqual([403, 'ROLE_MAY_NOT']);
    const kept = await office.database.look<{ text: string }>('SELECT f::text AS text FROM notice_finding f');
    for (const { text } of kept) expect(readable(text)).not.toMatch(/白小禾|2201|住院|残疾/);
  });
});

describe("a village's own words", () => {
  test('go up after the scan, are read by everybody, and come down when their days are over', async () => {
    office.at('2026-05-06 09:00');
    const words = { village: FIRST_VILLAGE, title: '修水管', text: '田小明家因病停水\n有事打 13800005678' };
    expect(await refused('sun-xiuying', 'notices.saveDraft', words)).toEqual([403, 'ROLE_MAY_NOT']);
    const { draft: first } = await office.must('li-chunmei', 'notices.saveDraft', words);
    expect(first.preview.findings).toMatchObject([
      { kind: 'CAUSE', where: 'text.0', mend: { act: 'CHANGE', to: '田小明家停水' } },
      { kind: 'PHONE', where: 'text.1', mend: { act: 'CHANGE', to: '有事打' } },
    ]);
    const { draft: second } = await office.must('li-chunmei', 'notices.saveDraft', {
      ...{ ...words, text: '5月8日上午修水管。\n\n家里先存点水。' },
      draft: { id: first.id, version: first.version },
    });
    expect(second.preview.findings).toEqual([]);
    expect((await office.must('he-min', 'notices.drafts', {})).drafts).toMatchObject([
      { id: first.id, kind: 'VILLAGE_NOTICE', villageName: '保西村', subject: '修水管' },
    ]);
    expect((await office.must('sun-xiuying', 'notices.drafts', {})).drafts).toEqual([]);
    const { noticeId } = await office.must('li-chunmei', 'notices.postDraft', {
      ...{ draftId: second.id, version: second.version },
    });
    expect(await read('-', noticeId)).toMatchObject({
      title: '修水管',
      paragraphs: ['5月8日上午修水管。', '家里先存点水。'],
      households: 0,
      objections: 'NONE',
      ended: false,
      daysLeft: 15,
    });
    office.at('2026-05-21 00:00');
    expect(await read('-', noticeId)).toMatchObject({ ended: true, paragraphs: [] });
  });

  test('that nobody wants any more are thrown away', async () => {
    const { draft } = await office.must('he-min', 'notices.saveDraft', {
      ...{ village: FIRST_VILLAGE, title: '开会', text: '明天开会。' },
    });
    await office.must('he-min', 'notices.dropDraft', { draftId: draft.id });
    expect(await refused('he-min', 'notices.draft', { draftId: draft.id })).toEqual([404, 'NOT_FOUND']);
  });
});
