import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { type Journey, walk } from '@tests/support/f01';
import { loadCamera } from './journeys/photo';
import { signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/**
 * A notice in the mini-program itself, by those who have to do with it: the village reads it and cannot pass it on,
 * somebody objects, it goes by itself when its days are over, and the township announces what came of it.
 */

const there = phoneForTests({ village: true });
const NOTICE = 'packages/notices/pages/notice';
const HUNG = 'packages/publicity/pages/hung';

let noticeId: string;
let decided: string;
let objected: Journey;

beforeAll(async () => {
  const { village } = there();
  decided = (await walk(village.office, 'decided', { headName: '施永安', idNo: null })).caseId;
  objected = await walk(village.office, 'posted', { headName: '柳春生', idNo: null });
  ({ noticeId } = await walk(village.office, 'posted'));
  village.office.at('2026-03-11 09:00');
  await village.office.settled();
});

/** What code that is evaluated inside the app sees. */
declare const wx: { getStorageInfoSync(): { keys: string[] }; getStorageSync(key: string): unknown };
declare function getCurrentPages(): Record<string, unknown>[];

/** What WeChat may give away of the page on top: without these its menu offers neither friends nor moments. */
const sharing = () =>
  there().phone.app.evaluate(() =>
    ['onShareAppMessage', 'onShareTimeline', 'onAddToFavorites'].filter(
      (name) => typeof getCurrentPages().slice(-1)[0]?.[name] === 'function',
    ),
  );

/** Everything that lies on the phone, and everything that its open pages hold. */
const keptOnPhone = () =>
  there().phone.app.evaluate(() =>
    JSON.stringify([
      wx.getStorageInfoSync().keys.map((key) => [key, wx.getStorageSync(key)]),
      getCurrentPages().map(({ data, route, options }) => [data, route, options]),
    ]),
  ) as Promise<string>;

test('somebody of the village reads it; no page of a notice can be passed on', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'he-ming');
  await phone.open(`${NOTICE}?notice=${noticeId}`);
  await phone.sees('田*福');
  await phone.picture('notice');
  const open = ['past', 'check', 'object', 'answer', 'row'].map(
    (page) => `packages/notices/pages/${page}?notice=${noticeId}&v=${FIRST_VILLAGE}&row=0`,
  );
  for (const route of [`${NOTICE}?notice=${noticeId}`, ...open]) {
    await phone.open(route, 'reLaunch');
    expect([route, await sharing()]).toEqual([route, []]);
  }
  await phone.open('pages/home/index', 'reLaunch');
  expect(await sharing()).toEqual([]);
});

test('somebody objects without a name, and reads the public words by the number that was given', async () => {
  const { phone, village } = there();
  await phone.open(`${NOTICE}?notice=${objected.noticeId}`);
  await phone.tap('我有意见');
  await phone.on('packages/notices/pages/object');
  await phone.tap('柳*生');
  await phone.tap('不该列进来');
  await phone.write('说说情况', '他家去年买了一台车');
  await phone.picture('object');
  await phone.tap('下一步');
  await phone.sees('不留名字');
  await phone.picture('object-name');
  await phone.tap('交意见');
  await phone.sees('意见交上去了');
  await phone.picture('object-number');
  const [number = ''] = /\d{4} \d{4}/.exec(await phone.words()) ?? [];
  const { caseId } = objected;
  const act = async (operation: 'recordInvestigation' | 'answerObjection', said: object) => {
    const { case: c } = await village.office.must('zhou-zhengping', 'reviews.case', { caseId });
    const objectionId = c.objections[0]?.id;
    const input = { caseId, version: c.version, objectionId, ...said };
    await village.office.must('zhou-zhengping', `reviews.${operation}`, input as never);
  };
  await act('recordInvestigation', { record: '车是他弟弟的，问过车管所' });
  const answer = '查过了，不是他家的车';
  await act('answerObjection', { verdict: 'NOT_UPHELD', answer, factsChanged: false });
  await phone.open(`packages/notices/pages/answer?v=${FIRST_VILLAGE}`, 'reLaunch');
  await phone.write('查询号', number);
  await phone.tap('看答复');
  await phone.sees(answer);
  expect(await phone.words()).not.toContain('车管所');
  await phone.picture('object-answer');
});

test('when its days are over the names are gone from the page, the phone and all below, within half a minute', async () => {
  const { phone, host, village } = there();
  await signIn(phone, village, 'he-ming');
  await phone.open(`${NOTICE}?notice=${noticeId}`);
  await phone.sees('田*福');
  expect(await keptOnPhone()).toContain('田*福');
  village.office.at('2026-03-12 00:00');
  await village.office.settled();
  // On DevTools the half minute is waited for.
  await host?.repeatNow();
  await phone.sees('这份公示已经结束，名单撤下了');
  await phone.picture('notice-ended');
  expect(await keptOnPhone()).not.toMatch(/田.福/);
  await phone.open('pages/home/index', 'reLaunch');
  expect(await keptOnPhone()).not.toMatch(/田.福/);
});

test('the township picks what was decided, sees the sheet and its scan, announces, and its village photographs the board', async () => {
  const { phone, village } = there();
  village.office.at('2026-03-16 09:00');
  await village.office.settled();
  await signIn(phone, village, 'he-min');
  await phone.open('packages/publicity/pages/publicity');
  await phone.sees('等公告');
  await phone.picture('announce-list');
  await phone.tap('保西村 1 户');
  await phone.on('packages/publicity/pages/announce');
  await phone.sees('公告是这个样子');
  await phone.sees('施永安');
  await phone.sees('只看到“1 户 4 人”');
  await phone.picture('announce-sheet');
  await phone.tap('公告');
  await phone.on(HUNG);
  await phone.sees('公告了，这几户列入了');
  await phone.picture('announce-hung');
  const { case: c } = await village.office.must('chen-li', 'reviews.case', { caseId: decided });
  expect(c.state).toBe('INCLUDED');
  const { running } = await village.office.must('-', 'notices.list', { village: FIRST_VILLAGE });
  const announced = running.find(({ kind }) => kind === 'RESULT_ANNOUNCEMENT')?.id ?? '';

  // The timers ask the village for the photo of its board.
  village.office.at('2026-03-16 09:30');
  await village.office.settled();
  await signIn(phone, village, 'li-chunmei');
  await phone.open(`${HUNG}?notice=${announced}`);
  await loadCamera(phone);
  await phone.tap('拍照，公示栏');
  await phone.sees('已拍 1 张');
  await phone.picture('announce-photo');
  await phone.tap('交照片');
  await phone.until(async () => {
    const { tasks } = await village.office.must('li-chunmei', 'tasks.board', {});
    return !tasks.some(({ noticeId: of, what }) => of === announced && what === 'START');
  });
});
