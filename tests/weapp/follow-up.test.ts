import { walk } from '@tests/support/f01';
import { loadCamera } from './journeys/photo';
import { signIn } from './journeys/report';
import { signWithFinger } from './journeys/signature';
import { phoneForTests } from './support/phone-for-tests';

/** What a family does after its report: signs, hands in what is missing, withdraws. */

const there = phoneForTests({ village: true });
const REPORTER = 'tian-xiaoyu';
const PAPER = '出院小结';
const CASE_PAGE = 'packages/cases/pages/case';

let caseId = '';

beforeAll(async () => {
  const { phone, village } = there();
  ({ caseId } = await walk(village.office, 'verified'));
  await signIn(phone, village, REPORTER);
});

const own = async () => (await there().village.office.must(REPORTER, 'applications.get', { caseId })).case;

test('two adults sign on one phone, each after having read to the end', async () => {
  const { phone } = there();
  const before = await own();
  await phone.open(`${CASE_PAGE}?case=${caseId}`);
  await phone.sees('的签名');
  await phone.tap('去签名');
  await phone.sees('同意部门查这几样');
  for (const { name } of before.unsigned.filter(({ away }) => !away).slice(0, 2)) {
    await phone.sees(`请 ${name} 用手指签名`);
    await signWithFinger(phone);
    await phone.picture('signature');
    await phone.tap('我同意，交签名');
    await phone.sees(`${name}签好了`);
  }
  expect((await own()).unsigned).toHaveLength(before.unsigned.length - 2);
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
