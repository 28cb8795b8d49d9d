import {
  answerUpToWhat,
  goOnToCheck,
  goOnToPhotos,
  handIn,
  head,
  reportPage,
  signIn,
  takePhotos,
  tellTrouble,
} from './journeys/report';
import { hold, listen, listenToOwn, say } from './journeys/voice';
import { phoneForTests } from './support/phone-for-tests';

const there = phoneForTests({ village: true });

/** Two of the papers that the page asks for when somebody is ill. */
const PAPERS = ['诊断证明或出院记录', '住院费用结算单'];
const REPORTER = 'tian-xiaoyu';
const CADRE = 'li-chunmei';

beforeAll(() => signIn(there().phone, there().village, REPORTER));

/** Cases of the person who reports, as the village has them, newest first. */
const cases = async () => (await there().village.office.must(REPORTER, 'applications.mine', {})).cases;

test('a family says its trouble, adds three photos and gets a receipt; the village hears and sees all of it', async () => {
  const { phone, village } = there();
  await answerUpToWhat(phone, head(1));
  await phone.sees('说一句或者点一个，就能往下走');
  await say(phone);
  await phone.sees('已存好，不会丢');
  await listenToOwn(phone);
  await say(phone, '重说');
  await phone.restart();
  await phone.sees('接着填');
  await phone.tap('我要申报');
  await phone.on(reportPage('what'));
  await phone.sees('已录好');
  await hold(phone, '2 秒');
  await listenToOwn(phone);
  await phone.tap('有人生大病');
  await phone.picture('report-what');
  await goOnToPhotos(phone);
  await takePhotos(phone, PAPERS);
  await phone.tap(`${PAPERS[0]}，再拍一张`);
  await phone.sees('下一步（拍了 3 张）');
  await phone.picture('report-photos');
  await goOnToCheck(phone);
  await phone.sees('990101**********');
  await phone.sees('录音 ');
  await phone.picture('report-check');
  await handIn(phone);
  await phone.picture('report-receipt');

  const [made, ...others] = await cases();
  expect(others).toEqual([]);
  expect(made).toMatchObject({
    state: 'SUBMITTED',
    report: { phrases: ['BIG_ILLNESS'], riskTypes: ['ILLNESS'], hasVoice: true, photoCount: 3 },
  });
  await phone.tap('看办到哪一步了');
  await phone.sees('已提交');
  await phone.open('pages/home/index', 'reLaunch');
  await phone.sees('我家的申报');

  await signIn(phone, village, CADRE);
  await phone.open(`packages/review/pages/case?caseId=${made?.id}`);
  await listen(phone, '听农户自己说的');
  await phone.sees('农户自己说的，');
  await phone.picture('staff-voice');
  await signIn(phone, village, REPORTER);
});

test('killed in the middle, the app goes on where it was, with the photo', async () => {
  const { phone } = there();
  await tellTrouble(phone, head(2));
  await takePhotos(phone, PAPERS.slice(0, 1));

  await phone.restart();
  await phone.on('pages/home/index');
  await phone.sees('接着填');
  await phone.tap('我要申报');
  await phone.on(reportPage('photos'));
  await phone.control(`${PAPERS[0]}，再拍一张`);
  await goOnToCheck(phone);
  await handIn(phone);
  expect((await cases())[0]?.report.photoCount).toBe(1);
  await phone.open('pages/home/index', 'reLaunch');
});

test('killed after the upload and before the answer, it does not send the photo a second time', async () => {
  const { phone, village } = there();
  const uploads = () => village.line.requests.filter((request) => request.startsWith('POST /storage/'));
  await tellTrouble(phone, head(5));
  village.line.mend();
  // Whatever the phone says once the photo is up is lost, by whichever door.
  village.line.befall(() => (uploads().length > 0 ? 'cut' : undefined));
  await takePhotos(phone, PAPERS.slice(0, 1));
  await phone.control(`${PAPERS[0]}第 1 张，等网`);
  expect(uploads()).toHaveLength(1);
  await phone.restart();
  village.line.mend();
  await phone.sees('接着填');
  await phone.tap('我要申报');
  await phone.on(reportPage('photos'));
  await goOnToCheck(phone);
  await handIn(phone);
  expect(uploads()).toEqual([]);
  expect((await cases())[0]?.report.photoCount).toBe(1);
  await phone.open('pages/home/index', 'reLaunch');
});

test('handed in without a network it is kept, and handed in once when the network is back', async () => {
  const { phone, village } = there();
  const before = (await cases()).length;
  await tellTrouble(phone, head(3));
  village.line.befall(() => 'cut');
  await takePhotos(phone, PAPERS);
  await goOnToCheck(phone);
  await phone.tap('交给村里');
  await phone.on(reportPage('saved'));
  await phone.sees('没有网，先替您存好了');
  await phone.picture('report-kept');
  await phone.restart();
  await phone.sees('还没交到村里');
  expect(await cases()).toHaveLength(before);

  village.line.mend();
  await phone.tap('我要申报');
  await phone.tap('现在再试一次');
  await phone.on(reportPage('receipt'));
  const [made, ...others] = await cases();
  expect(others).toHaveLength(before);
  expect(made?.report.photoCount).toBe(PAPERS.length);
});

test('kept on the phone, it goes by itself as soon as the phone finds its network', async () => {
  const { phone, village, host } = there();
  // Only our host can take a phone's network away so that the app hears of it.
  if (!host) return;
  const before = (await cases()).length;
  await phone.open('pages/home/index', 'reLaunch');
  await tellTrouble(phone, head(4));
  await host.setOnline(false);
  village.line.befall(() => 'cut');
  await phone.tap('以后再拍');
  await phone.on(reportPage('check'));
  await phone.tap('交给村里');
  await phone.on(reportPage('saved'));
  village.line.mend();
  await host.setOnline(true);
  await phone.on(reportPage('receipt'));
  expect(await cases()).toHaveLength(before + 1);
});
