import { WIFE_ID, walk } from '@tests/support/f01';
import { loadCamera } from './journeys/photo';
import { signIn } from './journeys/report';
import { signWithFinger } from './journeys/signature';
import { phoneForTests } from './support/phone-for-tests';
import type { Village } from './support/village';

/** What a family does after its report: signs, each on the own phone, hands in what is missing, reminds, withdraws, rates. */

const there = phoneForTests({ village: true });
const REPORTER = 'tian-xiaoyu';
const PAPER = '出院小结';
const CASE_PAGE = 'packages/cases/pages/case';
const LINK_PAGE = 'packages/cases/pages/link';

let caseId = '';

beforeAll(async () => {
  const { phone, village } = there();
  ({ caseId } = await walk(village.office, 'verified'));
  await signIn(phone, village, REPORTER);
});

const own = async () => (await there().village.office.must(REPORTER, 'applications.get', { caseId })).case;
const bankOf = async (key: string) =>
  (await own()).adults.find(({ memberKey }) => memberKey === key)?.signed?.bank;

/** Agrees as whoever holds the phone: answers about the bank, signs, reads to the end. */
async function agree(bank: '同意查银行存款' | '不同意查存款'): Promise<void> {
  const { phone } = there();
  await phone.tap(bank);
  await signWithFinger(phone);
  await phone.app.callWxMethod('pageScrollTo', { scrollTop: 10_000, duration: 0 });
  await phone.tap('我同意，交签名');
}

test('two adults sign on one phone, each after having read to the end and answered about the bank', async () => {
  const { phone } = there();
  await phone.open(`${CASE_PAGE}?case=${caseId}`);
  await phone.sees('的签名');
  await phone.tap('去签名');
  await phone.sees('同意部门查这几样');
  for (const [name, bank] of [
    ['田有福', '同意查银行存款'],
    ['田晓雨', '不同意查存款'],
  ] as const) {
    if (name === '田晓雨') await phone.tap('换田晓雨来签');
    await phone.sees(`请 ${name} 用手指签名`);
    // Each for herself, also the second.
    await phone.sees('先听一遍或看到最后');
    await phone.picture('signature');
    await agree(bank);
    await phone.sees(`${name}签好了`);
  }
  expect((await own()).unsigned.map(({ memberKey }) => memberKey)).toEqual(['wife', 'son']);
  expect([await bankOf('head'), await bankOf('daughter')]).toEqual([true, false]);
});

test('two adults sign each on the own phone, by a card that names nobody, and one takes it back there', async () => {
  const { phone, village } = there();
  const cards: Record<string, string> = {};
  for (const name of ['田志强', '周桂兰']) {
    await phone.open('pages/home/index', 'reLaunch');
    await phone.open(`packages/cases/pages/sign?case=${caseId}`);
    await phone.tap(`发给他签，${name}`);
    await phone.sees('哪天前签');
    await phone.picture('send-link');
    expect(await phone.words()).not.toContain(name);
    const card = (await (await phone.page()).callMethod('onShareAppMessage', { from: 'button' })) as {
      title: string;
      path: string;
    };
    expect(card.title).toBe('家里人请您签个名');
    cards[name] = card.path.replace(/^\//, '');
  }

  await phone.forgetEverything();
  await signIn(phone, village, 'shen-wen');
  await phone.open(cards.田志强 ?? '');
  await phone.sees('您叫什么名字？');
  await phone.write('您的名字', '田志');
  await phone.tap('对，下一步');
  await phone.sees('对不上，再看一眼。还能填 4 次');
  await phone.write('您的名字', '田志强');
  await phone.tap('对，下一步');
  await phone.sees('请 田志强 用手指签名');
  await agree('不同意查存款');
  await phone.sees('签好了，谢谢您');
  await phone.picture('signed-by-link');
  expect(await bankOf('son')).toBe(false);

  await phone.forgetEverything();
  await signIn(phone, village, 'he-ming');
  await phone.open(cards.周桂兰 ?? '');
  await phone.sees('您的身份证最后 4 位是？');
  await phone.write('身份证最后 4 位', WIFE_ID.slice(-4));
  await phone.tap('对，下一步');
  await phone.sees('请 周桂兰 用手指签名');
  await agree('同意查银行存款');
  await phone.sees('签好了，谢谢您');
  expect((await own()).unsigned).toEqual([]);

  await phone.tap('全部撤回，不让查了');
  await phone.tap('确定撤回');
  await phone.sees('撤回了，不再查');
  expect((await own()).unsigned.map(({ memberKey }) => memberKey)).toEqual(['wife']);

  // The first phone again: nobody opens a link that was used.
  await phone.forgetEverything();
  await signIn(phone, village, REPORTER);
  await phone.open(cards.田志强 ?? '');
  await phone.on(LINK_PAGE);
  await phone.sees('这个签名的链接用过了');
});

test('what the village asks for is handed in with a photo', async () => {
  const { phone, village } = there();
  const { version } = await own();
  await village.office.must('li-chunmei', 'reviews.requestSupplement', {
    caseId,
    version,
    items: [{ key: 'discharge', kind: 'MISSING_PAPER', what: PAPER, why: '要看得清总费用', memberKey: null }],
    supervisorReason: '',
  });
  await phone.open('pages/home/index', 'reLaunch');
  await phone.open(`${CASE_PAGE}?case=${caseId}`);
  await phone.sees(`还差 1 样：${PAPER}`);
  await phone.tap('去补上');
  await loadCamera(phone);
  await phone.tap(`拍照，${PAPER}`);
  await phone.sees('这一样有了，还没有交');
  await phone.picture('supplement');
  await phone.tap('补好了，交上去');
  await phone.on(CASE_PAGE);
  expect((await own()).missing).toEqual([]);
});

/** Functions in the cloud have the clock of the machine: what needs a moved one is shown over HTTP alone. */
function hasNoMovableClock({ cloud }: Village): boolean {
  if (cloud) process.stdout.write('not through CloudBase: its functions have no clock that could be moved\n');
  return cloud !== undefined;
}

test('once the date has passed the family reminds, and reads the answer', async () => {
  const { phone, village } = there();
  if (hasNoMovableClock(village)) return;
  await phone.open(`${CASE_PAGE}?case=${caseId}`, 'reLaunch');
  await phone.sees('过了还没办好，就能催');
  village.office.at('2026-03-20 09:00');
  await village.office.settled();
  await phone.open('pages/home/index', 'reLaunch');
  await phone.open(`${CASE_PAGE}?case=${caseId}`);
  await phone.sees('还没办完');
  await phone.tap('催一催');
  await phone.sees('要答复您');
  const { version } = await own();
  const note = '今天下午就办';
  await village.office.must('li-chunmei', 'reviews.answerReminder', { caseId, version, note });
  await phone.open('pages/home/index', 'reLaunch');
  await phone.open(`${CASE_PAGE}?case=${caseId}`);
  await phone.sees(note);
  await phone.picture('reminded');
});

test('withdrawing asks first, and the village is told', async () => {
  const { phone } = there();
  await phone.open(`${CASE_PAGE}?case=${caseId}`, 'reLaunch');
  await phone.tap('撤回申报');
  await phone.sees('撤回就不办了');
  await phone.tap('不撤回');
  expect((await own()).withdrawal).not.toBe('ASKED');
  await phone.tap('撤回申报');
  await phone.tap('确定撤回');
  await phone.sees('您说不办了');
  expect((await own()).withdrawal).toBe('ASKED');
});

test('when it has ended the family says how it was, once', async () => {
  const { phone, village } = there();
  if (hasNoMovableClock(village)) return;
  const { version } = await own();
  await village.office.must('li-chunmei', 'reviews.confirmWithdrawal', {
    caseId,
    version,
    by: 'PHONE',
    voluntary: true,
  });
  await phone.open('pages/home/index', 'reLaunch');
  await phone.open(`${CASE_PAGE}?case=${caseId}`);
  await phone.tap('办得怎么样？评一评');
  await phone.sees('点一颗星，就能交');
  await phone.tap('4 星，满意');
  await phone.write('还想说一句', '人好，话说得明白');
  await phone.picture('rating');
  await phone.tap('交上去');
  await phone.sees('谢谢您，评好了');
  expect((await own()).rating).toEqual({ stars: 4, words: '人好，话说得明白' });
});

test('one more message may come over WeChat with each tap, and the inbox counts them', async () => {
  const { phone, village } = there();
  await phone.open('pages/messages/index', 'reLaunch');
  await phone.sees('还能发 0 次，点一下再加 1 次');
  await phone.tap('有进展，微信也告诉我');
  await phone.sees('还能发 1 次');
  const { credits } = await village.office.must(REPORTER, 'accounts.messages', {});
  expect(credits.map(({ left }) => left)).toEqual([1]);
});
