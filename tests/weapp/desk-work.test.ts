import { walk } from '@tests/support/f01';
import { signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/** What the desk does, in the mini-program itself: claim, undo, search, filters, a batch after looking, the glance, clues. */

const there = phoneForTests({ village: true });
const QUEUE = 'packages/review/pages/queue';
const CASE = 'packages/review/pages/case';
const TOGETHER = 'packages/review/pages/together';
const GLANCE = 'packages/glance/pages/glance';
const CLUES = 'packages/clues/pages/clues';
const FAMILIES = ['田有福', '贺老实', '欧阳阿古达木苏荣'];

const ids: Record<string, string> = {};
const state = async (headName: string) =>
  (await there().village.office.must('chen-li', 'reviews.case', { caseId: ids[headName] ?? '' })).case.state;

beforeAll(async () => {
  const { phone, village } = there();
  for (const [index, headName] of FAMILIES.entries())
    ids[headName] = (
      await walk(village.office, 'closed', { headName, ...(index > 0 && { idNo: null }) })
    ).caseId;
  ids.杨桂兰 = (await walk(village.office, 'announced', { headName: '杨桂兰', idNo: null })).caseId;
  village.office.at('2026-03-16 09:00');
  await village.office.settled();
  await signIn(phone, village, 'chen-li');
});

test('a leader finds a case, takes it in hand, agrees, and takes that back in time', async () => {
  const { phone } = there();
  await phone.open(QUEUE);
  await phone.sees('待办 3 件');
  await phone.tap('找人');
  await phone.write('找一件', '贺老');
  await phone.tap('找');
  await phone.sees('要写全');
  await phone.write('找一件', '贺老实');
  await phone.tap('找');
  await phone.sees('找到 1 件');
  await phone.open(`${CASE}?caseId=${ids.贺老实}`);
  await phone.tap('领到我手上');
  await phone.sees('放回去');
  await phone.tap('同意，报县里');
  await phone.sees('同意，报县里审定？');
  await phone.tap('我和这家不是亲戚');
  await phone.tap('同意，报县里');
  await phone.on(CASE);
  await phone.sees('秒内可以撤回');
  expect(await state('贺老实')).toBe('COUNTY_DECISION');
  await phone.tap('撤回');
  await phone.sees('放回去');
  expect(await state('贺老实')).toBe('TOWN_REVIEW');
});

test('a queue is narrowed, kept under a name, and opened again by it', async () => {
  const { phone } = there();
  await phone.open(QUEUE, 'reLaunch');
  await phone.tap('筛选');
  await phone.tap('镇级审核');
  await phone.sees('3 件');
  await phone.write('存起来，下次一点就有', '要审的');
  await phone.tap('存起来');
  await phone.sees('要审的 3');
  await phone.tap('都不选');
  await phone.tap('收起');
  await phone.tap('要审的 3');
  await phone.sees('删掉这个存的');
  await phone.tap('清掉');
});

test('a batch: only what was opened can be agreed to, and each case has its own result', async () => {
  const { phone, village } = there();
  await phone.open(QUEUE, 'reLaunch');
  await phone.sees('要审核 3 件，看过 1 件');
  await phone.tap('看过的一起同意');
  await phone.on(TOGETHER);
  await phone.sees('还有 2 件没打开看过');
  await phone.sees('同意 1 件，报县里');
  await phone.tap('打开田有福家');
  await phone.on(CASE);
  await phone.sees('领到我手上');
  await phone.open(TOGETHER, 'reLaunch');
  await phone.sees('还有 1 件没打开看过');
  await phone.sees('同意 2 件，报县里');
  // Somebody else is faster: that one is named, the other is done.
  const { case: seen } = await village.office.must('chen-li', 'reviews.case', { caseId: ids.贺老实 ?? '' });
  await village.office.must('he-min', 'reviews.declareKinship', {
    caseId: seen.id,
    version: seen.version,
    relation: '表弟',
  });
  await phone.tap('我和这几家都不是亲戚');
  await phone.tap('同意 2 件，报县里');
  await phone.sees('办好 1 件，1 件没办成');
  await phone.sees('秒内可以撤回');
  await phone.picture('desk-batch');
  expect([await state('田有福'), await state('贺老实')]).toEqual(['COUNTY_DECISION', 'TOWN_REVIEW']);
});

test('the office at a glance: a sentence, what needs care, and a number that opens its list', async () => {
  const { phone } = there();
  await phone.open(GLANCE, 'reLaunch');
  await phone.sees('保康镇办得怎么样');
  await phone.sees('现在在办');
  await phone.sees('要管的');
  await phone.picture('glance');
  await phone.tap('这个季度');
  await phone.sees('1月1日到3月16日');
  await phone.tap('收到 4 件');
  await phone.on('packages/glance/pages/cases');
  await phone.sees('杨桂兰');
});

test('a cadre reports a clue in three taps and answers it', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'li-chunmei');
  await phone.open(CLUES);
  await phone.sees('没有要答复的线索');
  await phone.tap('报一条线索');
  await phone.tap('杨桂兰');
  await phone.tap('出了事故');
  await phone.tap('报上去');
  await phone.sees('报上去了');
  await phone.tap('我看过了，现在答复');
  await phone.tap('没有风险');
  await phone.write('为什么没有风险', '去看过了，人没事，车也修好了');
  await phone.picture('clue-answer');
  await phone.tap('答复');
  await phone.sees('怎么答复的');
  const { clues } = await village.office.must('li-chunmei', 'clues.list', { state: 'ANSWERED' });
  expect(clues.map(({ name, answered }) => [name, answered?.how])).toEqual([['杨桂兰', 'NO_RISK']]);
});
