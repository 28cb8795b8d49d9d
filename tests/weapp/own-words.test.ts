import type { OperationName } from '@shared/contract';
import { walk } from '@tests/support/f01';
import { loadCamera } from './journeys/photo';
import { signIn } from './journeys/report';
import { listen, listenToOwn, say } from './journeys/voice';
import { phoneForTests } from './support/phone-for-tests';

/** A family answers in its own words: what is missing by voice, and what is held against it before anything is decided. */

const there = phoneForTests({ village: true });
const FAMILY = 'tian-xiaoyu';
const COUNTY = 'gao-zhiyuan';
const OWN_CASE = 'packages/cases/pages/case';
const STAFF_CASE = 'packages/review/pages/case';

let asked = '';
let accused = '';

const caseOf = async (caseId: string) =>
  (await there().village.office.must('chen-li', 'reviews.case', { caseId })).case;

async function act(person: string, operation: OperationName, caseId: string, input: object): Promise<void> {
  const { version } = await caseOf(caseId);
  await there().village.office.must(person, operation, { caseId, version, ...input } as never);
}

beforeAll(async () => {
  const { phone, village } = there();
  const { office } = village;
  asked = (await walk(office, 'accepted', { headName: '柳春生', idNo: null })).caseId;
  await act('li-chunmei', 'reviews.requestSupplement', asked, {
    items: [
      { key: 'fact', kind: 'FACT', what: '儿子在哪里干活', why: '要算他一年挣多少。' },
      { key: 'pay', kind: 'MISSING_PAPER', what: '工资单', why: '要算一年挣多少。', paper: 'INCOME_PROOF' },
      { key: 'other', kind: 'MISSING_PAPER', what: '借条', why: '要看欠多少。', paper: 'OTHER' },
    ],
  });
  accused = (await walk(office, 'verified')).caseId;
  await act('li-chunmei', 'reviews.reportFalseStatement', accused, { facts: '有人说他开着小卖部' });
  await office.settled();
  await signIn(phone, village, FAMILY);
});

test('what is missing is answered by voice, kept when the app is killed, and heard by staff', async () => {
  const { phone, village } = there();
  await phone.open(`packages/cases/pages/supplement?case=${asked}`);
  await phone.sees('第 1 样：儿子在哪里干活');
  await phone.picture('supplement');
  await say(phone);
  await phone.sees('这一样有了，还没有交');
  await phone.restart();
  await phone.open(`packages/cases/pages/supplement?case=${asked}`);
  await phone.sees('录好了，还没有交');
  await listenToOwn(phone);
  await phone.picture('supplement-voice');
  await phone.tap('先交这 1 样');
  await phone.sees('补上这 2 样，就接着办');
  const { supplements } = await caseOf(asked);
  expect(supplements[0]?.provided).toMatchObject({ fact: { text: '', voiceId: expect.any(String) } });

  await signIn(phone, village, 'li-chunmei');
  await phone.open(`${STAFF_CASE}?caseId=${asked}`);
  await phone.sees('儿子在哪里干活');
  await listen(phone, '听农户自己说的');
  await phone.picture('supplement-staff');
});

test('what is held against a family is answered by voice, in writing and with a paper; the county reads it, or decides nothing', async () => {
  const { phone, village } = there();
  await signIn(phone, village, FAMILY);
  await phone.open(`${OWN_CASE}?case=${accused}`);
  await phone.sees('有件事要听您怎么说');
  await phone.picture('hearing');
  await phone.tap('现在就自己说一说');
  await phone.sees('实际是怎么回事？');
  await phone.sees('说一句、写一句或拍一张，就能交');
  await say(phone);
  await phone.write('也可以写几句', '小卖部是我弟弟开的');
  await loadCamera(phone);
  await phone.tap('拍照，能说明的纸');
  await phone.control('能说明的纸，再拍一张');
  await phone.until(async () => !(await phone.words()).includes('照片还在传'));
  await phone.picture('own-words');
  await phone.tap('交给县里看');
  await phone.on(OWN_CASE);
  await phone.sees('您自己说过的');
  await phone.sees('小卖部是我弟弟开的');
  await phone.sees('照片 1 张');
  await phone.picture('hearing-said');

  await act('wang-jianjun', 'reviews.hearHousehold', accused, { statement: '说是弟弟的' });
  await signIn(phone, village, COUNTY);
  await phone.open(`${STAFF_CASE}?caseId=${accused}`);
  await phone.sees('小卖部是我弟弟开的');
  await listen(phone, '听农户自己说的');
  await phone.picture('own-words-staff');
  await phone.tap('定申报实不实');
  await phone.sees('两边的话都看了，您怎么定？');
  await phone.sees('小卖部是我弟弟开的');
  await phone.tap('是不实的');
  await phone.write('为什么这样定', '执照是他本人的');
  await phone.tap('定下来');
  await phone.sees('先看完、听完农户自己说的话，再点这里。');
  await phone.picture('own-words-decide');
  await phone.tap('我看过、听过了');
  await phone.tap('我和这家不是亲戚');
  await phone.tap('定下来');
  await phone.on(STAFF_CASE);
  await phone.sees('农户自己的话看过了');
  expect(await caseOf(accused)).toMatchObject({ state: 'REJECTED', rejection: { reasonCode: 'R09' } });

  await signIn(phone, village, FAMILY);
  await phone.open(`${OWN_CASE}?case=${accused}`);
  await phone.sees('您自己说的话，县里看过、听过才定的。');
  await phone.picture('hearing-decided');
});
