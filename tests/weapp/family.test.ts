import { walk } from '@tests/support/f01';
import { signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/** 我家 in the mini-program: what is held, 「这里不对」, and a certificate that WeChat downloads and opens. */

const there = phoneForTests({ village: true });
const REPORTER = 'tian-xiaoyu';
const FACTS_PAGE = 'packages/family/pages/facts';

let caseId = '';

beforeAll(async () => {
  const { phone, village } = there();
  ({ caseId } = await walk(village.office, 'announced'));
  await signIn(phone, village, REPORTER);
});

const facts = () => there().village.office.must(REPORTER, 'households.facts', { caseId });

test('the family says what is wrong, keeps what it wrote, and sees by when it is answered', async () => {
  const { phone, village } = there();
  await phone.open('pages/family/index', 'reLaunch');
  await phone.tap('家里人和情况');
  await phone.sees('平均每人一年净收入');
  await phone.picture('family-facts');
  await phone.tap('儿子 田志强');
  await phone.write('应该是怎样', '志强上个月结婚了');
  await phone.picture('family-wrong');
  await phone.tap('交给村里');
  await phone.on(FACTS_PAGE);
  await phone.sees('您说：志强上个月结婚了');
  const [request] = (await facts()).requests;
  expect(request).toMatchObject({
    fact: 'MEMBERS',
    memberKey: 'son',
    text: '志强上个月结婚了',
    answer: null,
  });
  await village.office.must('li-chunmei', 'households.answerRequest', {
    requestId: request?.id ?? '',
    outcome: 'CORRECTED',
    text: '已经加上您儿媳',
  });
  await phone.open(`${FACTS_PAGE}?case=${caseId}`, 'reLaunch');
  await phone.sees('已经加上您儿媳');
});

test('a certificate is made with one tap, fetched and opened by WeChat', async () => {
  const { phone, village } = there();
  await phone.open(`packages/family/pages/certificates?case=${caseId}`, 'reLaunch');
  await phone.sees('证明您家在帮扶名单上');
  await phone.tap('开在列证明');
  // Whatever fails on the way is said in words that are looked for here; the host refuses a file that is not there.
  await phone.sees('开过的');
  await phone.until(async () => !(await phone.words()).includes('正在开…'));
  expect(await phone.words()).not.toContain('没有打开');
  await phone.picture('family-certificates');
  const { certificates } = await village.office.must(REPORTER, 'households.certificates', { caseId });
  expect(certificates).toMatchObject([{ kind: 'ON_LIST', verdict: 'VALID' }]);
});
