import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const titles = async (person: string) =>
  (await office.must(person, 'accounts.messages', {})).messages.map(({ title }) =>
    title.replace(/（.*）/, ''),
  );
const tasks = async (person: string) => (await office.must(person, 'tasks.list', {})).tasks;
const digests = async (person: string) => (await titles(person)).filter((title) => /晚了|到期/.test(title));

describe('a family without an account', () => {
  const proxied = {
    idNo: null,
    headName: '沈阿婆',
    phone: null,
    reporter: { relation: 'NEIGHBOUR' as const, name: '田晓雨', reason: '没有手机' },
  };

  test('whose letter of refusal was brought is not visited again to be told', async () => {
    const { caseId } = await walk(office, 'compared', { ...proxied, reporter: { ...proxied.reporter } });
    office.at('2026-03-06 09:00');
    const at = async () => (await office.must('li-chunmei', 'reviews.case', { caseId })).case.version;
    await office.must('li-chunmei', 'reviews.triage', {
      ...{ caseId, version: await at(), proposal: 'NOT_INCLUDE', reasonCode: 'R01', opinion: '收入在线上' },
    });
    await office.must('chen-li', 'reviews.confirmRejection', {
      caseId,
      version: await at(),
      opinion: '同意',
    });
    office.at('2026-03-06 09:05');
    await office.tick();
    expect(await tasks('zhao-dayong')).toMatchObject([{ kind: 'TELL', caseId }]);
    await office.must('li-chunmei', 'reviews.deliverRefusal', {
      ...{ caseId, version: await at(), how: 'VISIT', on: '2026-03-06', receivedBy: '沈阿婆' },
    });
    await office.tick();
    expect(await tasks('zhao-dayong')).toEqual([]);
    const done = await office.database.look("SELECT how, done_by FROM task WHERE kind = 'TELL'");
    expect(done).toEqual([{ how: 'PAPER', done_by: 'demo-li-chunmei' }]);
  });

  test('is told at the door: one errand, to which news is added, done by one person with what was on the screen', async () => {
    await walk(office, 'submitted', proxied);
    await office.tick();
    await office.tick();
    const [first, ...more] = await tasks('zhao-dayong');
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      kind: 'TELL',
      headName: '沈阿婆',
      dueOn: '2026-03-05',
      late: false,
      items: [expect.stringMatching(/^申报交给村里了。/)],
    });
    expect(await titles('zhao-dayong')).toEqual(['请去沈阿婆家说一声']);
    // The proxy hears of it too.
    expect(await titles('tian-xiaoyu')).toEqual(['申报交给村里了']);

    const { caseId, version } = await office
      .must('li-chunmei', 'reviews.queue', {})
      .then(
        async ({ rows }) =>
          (await office.must('li-chunmei', 'reviews.case', { caseId: rows[0]?.id ?? '' })).case,
      )
      .then((c) => ({ caseId: c.id, version: c.version }));
    const { colleagues } = await office.must('li-chunmei', 'reviews.colleagues', { caseId });
    await office.must('li-chunmei', 'reviews.accept', {
      caseId,
      version,
      verifiers: colleagues.slice(0, 2) as never,
    });
    await office.tick();
    const [grown] = await tasks('zhao-dayong');
    expect(grown).toMatchObject({
      id: first?.id,
      items: [expect.any(String), expect.stringMatching(/^村里收下了/)],
    });

    const taskId = first?.id ?? '';
    const finish = (person: string, items: number) =>
      office.ask(person, 'tasks.done', { input: { taskId, items, how: 'VISIT' } });
    expect(await finish('zhao-dayong', 1)).toMatchObject({
      status: 409,
      body: { error: { reason: 'TASK_GREW' } },
    });
    expect((await finish('sun-xiuying', 2)).status).toBe(404);
    expect((await finish('chen-li', 2)).status).toBe(404);
    expect((await finish('he-ming', 2)).status).toBe(403);
    // Nobody at home: it stays to be done, and the tries are counted.
    const tried = { taskId, items: 2, how: 'NOBODY_HOME' } as const;
    for (const day of ['2026-03-03', '2026-03-04']) {
      office.at(`${day} 10:00`);
      await office.must('zhao-dayong', 'tasks.done', tried);
    }
    expect(await tasks('zhao-dayong')).toMatchObject([{ id: taskId, tries: 2, triedOn: '2026-03-04' }]);
    const both = await Promise.all([finish('zhao-dayong', 2), finish('li-chunmei', 2)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await tasks('zhao-dayong')).toEqual([]);
  });

  test('of another village nobody sees the errand; late, it goes to the village once', async () => {
    await walk(office, 'submitted', proxied);
    await office.tick();
    expect(await tasks('sun-xiuying')).toEqual([]);
    expect(await tasks('gao-zhiyuan')).toEqual([]);
    office.at('2026-03-05 09:00');
    await office.tick();
    expect(await titles('li-chunmei')).not.toContain('还没有人去沈阿婆家');
    office.at('2026-03-06 09:00');
    await Promise.all([office.tick(), office.tick()]);
    await office.tick();
    expect((await titles('li-chunmei')).filter((title) => title === '还没有人去沈阿婆家')).toHaveLength(1);
    expect(await tasks('zhao-dayong')).toMatchObject([{ late: true }]);
  });
});

test('papers: reminded on the first and third day, visited on the fourth, once each; the case stays as it was', async () => {
  const { caseId, version } = await walk(office, 'accepted');
  await office.must('li-chunmei', 'reviews.requestSupplement', {
    caseId,
    version,
    items: [{ key: 'bill', kind: 'MISSING_PAPER', what: '单子', why: '没有拍' }],
  });
  const before = await office.database.look('SELECT version, state FROM case_row');
  const reminders = async () =>
    (await titles('tian-xiaoyu')).filter((title) => title.startsWith('材料还没')).length;
  const seen: [string, number, number][] = [];
  for (const day of ['02 20:00', '03 07:59', '03 08:00', '03 18:00', '04 09:00', '05 09:00', '06 09:00']) {
    office.at(`2026-03-${day}`);
    await Promise.all([office.tick(), office.tick()]);
    await office.tick();
    seen.push([day, await reminders(), (await tasks('zhao-dayong')).length]);
  }
  expect(seen).toEqual([
    ['02 20:00', 0, 0],
    ['03 07:59', 0, 0],
    ['03 08:00', 1, 0],
    ['03 18:00', 1, 0],
    ['04 09:00', 1, 0],
    ['05 09:00', 2, 0],
    ['06 09:00', 2, 1],
  ]);
  expect(await office.database.look('SELECT version, state FROM case_row')).toEqual(before);
});

test('dates: one digest a day; the desk first, the township when it is late, the county when the cap is', async () => {
  await walk(office, 'accepted');
  await walk(office, 'accepted', { idNo: null, headName: '田二' });
  office.at('2026-03-02 18:00');
  await office.tick();
  expect(await digests('wang-jianjun')).toEqual([]);
  // Three days to verify: the third is amber, the fourth red.
  office.at('2026-03-05 09:00');
  await Promise.all([office.tick(), office.tick()]);
  expect(await digests('wang-jianjun')).toEqual(['2 件快到期']);
  expect(await digests('chen-li')).toEqual([]);
  // A run that was cut short after it had noted both, before it told anybody: the next tells of both.
  await office.database.look("DELETE FROM warning_given WHERE key LIKE 'day:%'");
  await office.database.look("DELETE FROM message WHERE title LIKE '%快到期%'");
  await office.tick();
  expect(await digests('wang-jianjun')).toEqual(['2 件快到期']);
  office.at('2026-03-06 09:00');
  await office.tick();
  await office.tick();
  expect(await digests('wang-jianjun')).toEqual(['2 件晚了', '2 件快到期']);
  expect(await digests('chen-li')).toEqual(['2 件晚了']);
  expect(await digests('gao-zhiyuan')).toEqual([]);
  office.at('2026-03-19 09:00');
  await office.tick();
  expect(await digests('gao-zhiyuan')).toEqual(['2 件晚了']);
  // Others of the county, and who is a party, hear nothing.
  expect(await digests('sun-xiuying')).toEqual([]);
  expect(await digests('tian-xiaoyu')).toEqual([]);
});
