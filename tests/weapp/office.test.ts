import { composeIdNumber } from '@shared/people';
import { HEAD_ID, REPORT, walk } from '@tests/support/f01';
import { setAside } from '@tests/support/set-aside';
import { signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/** What staff do beside their cases, in the mini-program itself: look with a reason, supervise, settle, take leave, tell. */

const there = phoneForTests({ village: true });
const CASE = 'packages/review/pages/case';
const COUNTY = '150521';

const families: Record<'田有福' | '沈阿婆' | '柳春生', string> = { 田有福: '', 沈阿婆: '', 柳春生: '' };

beforeAll(async () => {
  const { office } = there().village;
  families.柳春生 = (await walk(office, 'submitted', { headName: '柳春生', idNo: null })).caseId;
  const idNo = composeIdNumber({ area: '990101', birthDate: '1946-05-12', sequence: 3 });
  const reporter = { relation: 'NEIGHBOUR' as const, name: '贺明', reason: '没有手机', readBack: true };
  const made = await office.must('he-ming', 'applications.submit', {
    ...{ ...REPORT, headName: '沈阿婆', idNo, phone: null, reporter },
  });
  families.沈阿婆 = made.case.id;
  families.田有福 = (await walk(office, 'accepted')).caseId;
  office.at('2026-03-03 09:00');
  await office.settled();
});

const caseOf = async (caseId: string) =>
  (await there().village.office.must('li-chunmei', 'reviews.case', { caseId })).case;

/** A picture for whoever wants to look at the page. */
const look = (name: string) => there().phone.picture(`office-${name}`);

test('a masked number stands on the case page and is shown whole for a written reason', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'he-min');
  await phone.open(`${CASE}?caseId=${families.田有福}`);
  await phone.sees(`${HEAD_ID.slice(0, 6)}****`);
  expect(await phone.words()).not.toContain(HEAD_ID);
  await phone.tap('看全号，户主的身份证号');
  await phone.write('为什么要看户主的身份证号？', '核对户口本');
  await look('reveal');
  await phone.tap('看全号');
  await phone.sees(HEAD_ID);
});

test('a supervisor reads no name, and learns one for a written reason', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'su-jing');
  await phone.open('packages/supervision/pages/cases');
  await phone.sees('这里只看不办，也不写真名。');
  await phone.sees('农户 ');
  await look('supervised');
  await phone.tap('抽查');
  await phone.sees('随机抽的，一天一批，不能重抽。');
  await phone.open(`packages/supervision/pages/case?caseId=${families.田有福}`);
  await phone.sees('不写真名');
  for (const name of ['田有福', '田晓雨', '李春梅']) expect(await phone.words()).not.toContain(name);
  await look('supervised-case');
  await phone.tap('写明理由，看真名，户主的真名');
  await phone.write('为什么要看户主的真名？', '核对举报信');
  await phone.tap('写明理由，看真名');
  await phone.sees('户主：田有福');
});

test('what could not be sent is tried again or given up, each for a written reason', async () => {
  const { phone, village } = there();
  await village.office.tick();
  await setAside(village.databaseUrl, COUNTY, 2);
  await signIn(phone, village, 'wu-haiyan');
  await phone.open('packages/settings/pages/deliveries');
  await phone.sees('没送到的消息 2 条');
  await look('deliveries');
  const { rows } = await village.office.must('wu-haiyan', 'deliveries.setAside', {});
  const named = (at: number) =>
    new RegExp(`\\S+ ${rows[at]?.id} 号`).exec(words)?.[0] ?? `no delivery ${rows[at]?.id}`;
  const words = await phone.words();
  await phone.tap(`再送一次，${named(0)}`);
  await phone.sees('写一下为什么，会记下来。');
  await phone.write(`${named(0)}，为什么？`, '网断过');
  await phone.tap(`再送一次，${named(0)}`);
  await phone.sees('没送到的消息 1 条');
  await phone.write(`${named(1)}，为什么？`, '人已经知道了');
  await phone.tap(`不送了，${named(1)}`);
  await phone.sees('都送到了。');
  await look('deliveries-none');
});

test('leave is given to a colleague until a day, and taken back', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'li-chunmei');
  await phone.open('packages/settings/pages/leave');
  await phone.sees('没有委托别人，也没有人委托您。');
  await phone.tap('委托');
  await phone.sees('选一下请谁替您办。');
  await phone.tap('赵大勇');
  await phone.write('到哪天为止', '2026-03-06');
  await look('leave');
  await phone.tap('委托');
  await phone.sees('请赵大勇替我');
  await look('leave-given');
  await phone.tap('收回给赵大勇的委托');
  await phone.sees('不再请赵大勇替您办？');
  await phone.tap('收回委托');
  await phone.sees('收回了');
});

test('nobody was at home: the errand stays, with its tries; told at the door, it is done', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'zhao-dayong');
  await phone.open('packages/review/pages/tasks');
  await phone.sees('要去 1 家说一声');
  await look('tasks');
  await phone.tap('沈阿婆家，去过了');
  await look('tasks-how');
  await phone.tap('家里没人，下次再去');
  await phone.sees('去过 1 次，家里没人。上次是 3月3日。');
  await look('tasks-tried');
  await phone.tap('沈阿婆家，去过了');
  await phone.tap('去家里说的');
  await phone.sees('都说过了。');
});

test('somebody of the family stands there: who it is was checked, and the code is told once', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'li-chunmei');
  await phone.open(`${CASE}?caseId=${families.沈阿婆}`);
  await phone.tap('给家里人接办码');
  await phone.sees('家里人要自己接过去办？');
  await phone.write('谁来要的', '沈阿婆');
  await phone.tap('身份证');
  await phone.tap('给接办码');
  await phone.sees('当面对过');
  await look('code-form');
  await phone.tap('当面对过，人和证件一样，是这家人');
  await phone.tap('给接办码');
  await phone.sees('接办码给他');
  await look('code');
  const code = /\d{4} \d{4}/.exec(await phone.words())?.[0] ?? '';
  expect(code).not.toBe('');
  await phone.tap('给好了');
  await phone.on(CASE);
  expect(await phone.words()).not.toContain(code);
});

test('a second report is merged by a number that is typed: both are seen before it is confirmed', async () => {
  const { phone } = there();
  const { caseNo } = await caseOf(families.田有福);
  await phone.open(`${CASE}?caseId=${families.柳春生}`);
  await phone.tap('并到另一件');
  await phone.sees('先写编号，把两份放在一起看，再定并不并。');
  await phone.write('编号', '260300001');
  await phone.tap('看一看那一件');
  await phone.sees('编号');
  await look('merge-wrong');
  await phone.write('编号', caseNo);
  await phone.tap('看一看那一件');
  await phone.sees('不是这一件，换一个编号');
  await phone.sees('田有福');
  await look('merge');
  await phone.tap('是这家人');
  await phone.write('怎么知道是同一家', '问过户主，改了名字');
  await phone.tap('并到一起办');
  await phone.on(CASE);
  expect(await caseOf(families.柳春生)).toMatchObject({ state: 'MERGED' });
});

test('the office reads how families rated it: nothing yet, then numbers and no name', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'he-min');
  await phone.open('packages/glance/pages/ratings');
  await phone.sees('还没有人评过。');
  await look('ratings-none');
  for (const [sequence, stars] of [5, 4, 2].entries()) {
    const idNo = composeIdNumber({ area: '990101', birthDate: '1960-02-03', sequence: sequence + 1 });
    const { caseId } = await walk(village.office, 'announced', {
      headName: `韩老${'一二三'[sequence]}`,
      idNo,
    });
    await village.office.must('tian-xiaoyu', 'applications.rate', { caseId, stars });
  }
  await phone.open('packages/review/pages/queue', 'reLaunch');
  await phone.tap('大家怎么评');
  await phone.on('packages/glance/pages/ratings');
  await phone.sees('3.7');
  await phone.sees('颗星，平均');
  expect(await phone.words()).not.toMatch(/韩老|田晓雨/);
  await look('ratings');
});
