import type { StaffCaseView } from '@shared/casework';
import type { OperationName } from '@shared/contract';
import { type Step, walk } from '@tests/support/f01';
import { signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/** What staff do beside the straight path, in the mini-program itself: an objection, a return, a review by others. */

const there = phoneForTests({ village: true });
const CASE = 'packages/review/pages/case';

const caseIds: Record<'refused' | 'returned' | 'objected', string> = {
  refused: '',
  returned: '',
  objected: '',
};

const caseOf = async (caseId: string) =>
  (await there().village.office.must('chen-li', 'reviews.case', { caseId })).case;

/** One staff command of somebody else, past the phone. */
async function act<N extends OperationName>(person: string, operation: N, caseId: string, input: object) {
  const { version } = await caseOf(caseId);
  const said = { caseId, version, ...input };
  return (await there().village.office.must(person, operation, said as never)) as { case: StaffCaseView };
}

beforeAll(async () => {
  const { office } = there().village;
  const walked = async (headName: string, step: Step) =>
    (await walk(office, step, { headName, idNo: null })).caseId;
  caseIds.refused = await walked('马国梁', 'compared');
  caseIds.returned = await walked('杨桂兰', 'closed');
  // Last: whoever is walked after it would carry the clock past its days on the board.
  caseIds.objected = await walked('柳春生', 'posted');
  office.at('2026-03-10 10:00');
  await act('wang-jianjun', 'reviews.triage', caseIds.refused, {
    proposal: 'NOT_INCLUDE',
    reasonCode: 'R01',
    opinion: '收入在线上',
  });
  await act('chen-li', 'reviews.confirmRejection', caseIds.refused, { opinion: '同意' });
  await act('he-min', 'reviews.requestReview', caseIds.refused, { reason: '还欠着债' });
  await office.settled();
});

test('an objection is taken by the village, looked into and answered by the township', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'li-chunmei');
  await phone.open(`${CASE}?caseId=${caseIds.objected}`);
  await phone.tap('登记意见');
  await phone.sees('村民提了什么意见？');
  await phone.tap('意见箱里的');
  await phone.write('说了什么', '他家儿子在县城买了房');
  await phone.tap('没有');
  await phone.tap('没留名字');
  await phone.tap('登记意见');
  await phone.on(CASE);
  await phone.sees('1 条等答复');

  await signIn(phone, village, 'chen-li');
  await phone.open(`${CASE}?caseId=${caseIds.objected}`);
  await phone.sees('有村民提了意见，请您查清楚，记下来。');
  await phone.tap('记调查情况');
  await phone.write('调查记录', '房子是岳父的');
  await phone.tap('存好调查记录');
  await phone.on(CASE);
  await phone.sees('查清了，请您答复提意见的人。');
  await phone.tap('答复意见');
  await phone.tap('不成立');
  await phone.write('告诉他的话', '查过了，房子不是他家的');
  await phone.tap('答复');
  await phone.on(CASE);
  await phone.sees('都答复了');
  expect(await caseOf(caseIds.objected)).toMatchObject({
    state: 'PUBLICITY',
    objections: [{ anonymous: true, answer: { verdict: 'NOT_UPHELD', factsChanged: false } }],
  });
});

test('the township returns a case to a step with its reason', async () => {
  const { phone } = there();
  await phone.open(`${CASE}?caseId=${caseIds.returned}`);
  await phone.tap('退回村里重办');
  await phone.tap('入户核实');
  await phone.write('哪里不对，怎么改', '少了儿子的工钱');
  await phone.tap('我和这家不是亲戚');
  await phone.tap('退回到入户核实');
  await phone.on(CASE);
  await phone.sees('回到入户核实');
  expect((await caseOf(caseIds.returned)).state).toBe('VERIFYING');
});

test('two people who have not looked before are sent to review', async () => {
  const { phone } = there();
  await phone.open(`${CASE}?caseId=${caseIds.refused}`);
  await phone.sees('农户不同意，请您定两位没办过的人去看。');
  await phone.tap('定复核人');
  await phone.tap('周正平');
  await phone.tap('何敏');
  await phone.tap('请他们去看');
  await phone.on(CASE);
  await phone.sees('何敏、周正平');
  expect((await caseOf(caseIds.refused)).review?.verifiers).toHaveLength(2);
});
