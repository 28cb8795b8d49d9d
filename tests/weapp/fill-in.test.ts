import { createTestWechat } from '@tests/support/stand-ins';
import { loadCamera } from './journeys/photo';
import { handIn, head, reportPage, signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/** The shortest way through the report where WeChat fills in, on a phone that WeChat has asked nothing yet. */

const HEAD = head(61);
const there = phoneForTests({
  village: true,
  wechat: createTestWechat({ name: HEAD.name, idNo: HEAD.idNo }),
  settings: { privacy: 'asks' },
});
const REPORTER = 'he-ming';
/** Somebody else tries the camera: what she began lies with the server, and the front page would go on with it. */
const PASSER_BY = 'tian-xiaoyu';
const MOST_TAPS = 12;

beforeAll(() => signIn(there().phone, there().village, PASSER_BY));

test('a camera before the first yes: WeChat asks in our words, no is no, and yes is remembered', async () => {
  const { phone, host } = there();
  // Only our host stands in for WeChat's own question.
  if (!host) return;
  await loadCamera(phone);
  await phone.open(reportPage('head'));
  await phone.tap('拍身份证，自动填');
  await phone.sees('先说清楚，再往下办');
  await phone.picture('report-privacy');
  await phone.tap('不同意');
  await phone.sees('现在看不了身份证。请自己填');
  await phone.tap('拍身份证，自动填');
  await phone.tap('同意，往下办');
  await phone.sees('填好了，看一眼对不对');
  await phone.open('pages/home/index', 'reLaunch');
});

test('from the front page to the receipt: twelve taps at most, and not one character', async () => {
  const { phone, village } = there();
  await phone.forgetEverything();
  await signIn(phone, village, REPORTER);
  await loadCamera(phone);
  const way: [tap: string, then: string][] = [
    ['我要申报', 'village'],
    ['对，下一步', 'who'],
    ['我自己家，我是户主', 'head'],
    ['拍身份证，自动填', 'head'],
    ['下一步', 'phone'],
    ['用我的微信手机号', 'what'],
    ['有人生大病', 'what'],
    ['下一步', 'photos'],
    ['以后再拍', 'check'],
  ];
  // WeChat's own screens cost a tap each: the shutter, and the yes to the phone number.
  let taps = 2;
  for (const [tap, then] of way) {
    await phone.tap(tap);
    taps += 1;
    await phone.on(reportPage(then));
    if (tap.startsWith('拍身份证')) await phone.sees('填好了，看一眼对不对');
    // Pages replace each other: WeChat's own back leads out, never through ten pages.
    expect((await phone.app.pageStack()).length).toBeLessThanOrEqual(2);
  }
  await phone.sees('990101**********');
  await phone.sees('139****1234');
  await handIn(phone);
  taps += 1;
  expect(taps).toBeLessThanOrEqual(MOST_TAPS);
  const { cases } = await village.office.must(REPORTER, 'applications.mine', {});
  expect(cases).toMatchObject([
    { headName: HEAD.name, report: { phoneMasked: '139****1234', riskTypes: ['ILLNESS'] } },
  ]);
});
