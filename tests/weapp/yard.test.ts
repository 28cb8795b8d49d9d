import { composeIdNumber } from '@shared/people';
import { VERIFICATION, walk } from '@tests/support/f01';
import { loadCamera } from './journeys/photo';
import { signIn } from './journeys/report';
import { signWithFinger } from './journeys/signature';
import { phoneForTests } from './support/phone-for-tests';

/**
 * The visit in the yard: no network, the app killed in the middle, the network back and an answer lost on the way.
 * What the cadre typed, photographed and signed arrives once, in its order.
 */

const there = phoneForTests({ village: true });
const CADRE = 'li-chunmei';
const OTHER = 'wang-jianjun';
const QUEUE = 'packages/review/pages/queue';
const CASE = 'packages/review/pages/case';
const RECORD = /\/verification$/;

const families: Record<string, string> = {};

beforeAll(async () => {
  const { phone, village } = there();
  for (const headName of ['田有福', '柳春生'])
    families[headName] = (
      await walk(village.office, 'accepted', { headName, ...(headName !== '田有福' && { idNo: null }) })
    ).caseId;
  village.office.at('2026-03-04 09:00');
  await village.office.settled();
  await signIn(phone, village, CADRE);
});

const idOf = (headName: string) => families[headName] ?? '';
const caseOf = async (headName: string) =>
  (await there().village.office.must(CADRE, 'reviews.case', { caseId: idOf(headName) })).case;

/** The phone leaves the network: requests fail, and our host tells the app. */
async function goOffline(): Promise<void> {
  const { village, host } = there();
  village.line.befall(() => 'cut');
  await host?.setOnline(false);
}

async function comeBack(): Promise<void> {
  const { village, host } = there();
  village.line.mend();
  await host?.setOnline(true);
}

/** Killed, opened again, and by the queue to the family's form. */
async function openForm(headName: string): Promise<void> {
  const { phone } = there();
  await phone.open(QUEUE, 'reLaunch');
  await phone.sees('存在这台手机里的');
  await phone.tap(headName);
  await phone.on(CASE);
  await phone.tap('填核实表');
  await phone.sees('收入（元）');
}

const typedIn = async (label: string) => String(await (await there().phone.field(label)).value());

test('a visit without a network is kept at every step, and arrives once with photo and signature', async () => {
  const { phone, village } = there();
  await phone.open(`${CASE}?caseId=${idOf('田有福')}`);
  await phone.sees('请您到家里看，填核实表，两人签名。');

  await goOffline();
  await phone.restart();
  await openForm('田有福');
  await phone.sees('没有网，先存在手机里');
  await phone.tap('加一项收入');
  await phone.tap('务工');
  await phone.tap('怎么来的，务工');
  await phone.write('数量', '9');
  await phone.tap('个月');
  await phone.write('一个多少元', '3200');
  await phone.write('谁给的', '通辽建筑队');
  await phone.tap('估算');
  await phone.tap('加一项支出');
  await phone.tap('住院自付（目录内）');
  await phone.write('住院自付（目录内）花了，元', '30000');
  await phone.write('住院自付（目录内）退回，元', '8000');
  await phone.sees('6,800');
  await phone.picture('yard-money');
  await phone.tap('住房吃水');
  await phone.tap('房子有裂缝、漏雨等问题');
  await phone.write('住房哪里不好', '东墙裂了一道缝');
  await phone.write('住房谁来解决', '镇村建站');
  await phone.write('住房哪天前解决', '2026-04-01');
  await loadCamera(phone);
  await phone.tap('拍照，住房的照片');
  await phone.sees('已拍 1 张');
  await phone.picture('yard-house');

  // The battery dies: every word and the photo are there.
  await phone.restart();
  await openForm('田有福');
  expect(await typedIn('务工，元')).toBe('28,800');
  await phone.sees('9 个月 × 3,200 · 通辽建筑队');
  await phone.sees('1 张照片等网');
  await phone.tap('住房吃水');
  await phone.sees('已拍 1 张');
  expect(await typedIn('住房谁来解决')).toBe('镇村建站');
  await phone.tap('家里人');
  await phone.tap('加一口人');
  await phone.write('第 2 口人姓名', '周玉兰');
  await phone.write('第 2 口人生日', '1976-08-02');
  await phone.picture('yard-members');
  await phone.tap('上门照片');
  await phone.tap('交核实表');
  await phone.sees('估算的要写理由，比如“没有工资条”。');
  await phone.write('估算的理由', '没有工资条');
  await phone.tap('上门照片');
  await phone.tap('情况属实');
  await signWithFinger(phone);
  await phone.tap('我和这家不是亲戚');
  await phone.picture('yard-sign');
  await phone.tap('交核实表，签名');
  await phone.on(CASE);
  await phone.sees('核实表、签名存在手机里，还没交');
  await phone.picture('yard-kept');
  expect((await caseOf('田有福')).verification).toBeNull();

  // Killed again; then the network is back, and the answer to the record is lost on its way.
  await phone.restart();
  await phone.open(QUEUE, 'reLaunch');
  await phone.sees('等网，有网自动交');
  await phone.picture('yard-queue');
  village.line.befall((_index, request) => (RECORD.test(request) ? 'answer lost' : undefined));
  await there().host?.setOnline(false);
  await there().host?.setOnline(true);
  await phone.until(async () => (await caseOf('田有福')).verification !== null);
  await phone.restart();
  await comeBack();
  await phone.open(QUEUE, 'reLaunch');
  await phone.until(async () => (await caseOf('田有福')).verification?.signatures.length === 1);

  const { verification, history } = await caseOf('田有福');
  expect(history.filter(({ type }) => type === 'VerificationRecorded')).toHaveLength(1);
  expect(history.filter(({ type }) => type === 'VerificationSigned')).toHaveLength(1);
  const record = verification?.record;
  expect(record?.photoIds).toHaveLength(1);
  expect(record).toMatchObject({
    members: [{ name: '田有福' }, { name: '周玉兰' }],
    sheet: {
      income: [
        {
          code: 'A1',
          amountFen: 2_880_000,
          qty: 9,
          unit: '个月',
          unitPriceFen: 320_000,
          payer: '通辽建筑队',
          basis: 'ESTIMATE',
          reason: '没有工资条',
        },
      ],
      rigid: [{ code: 'M1', paidFen: 3_000_000, reimbursedFen: 800_000 }],
    },
    findings: {
      housingProblem: true,
      guarantees: [{ what: 'HOUSING', fixer: '镇村建站', dueOn: '2026-04-01', photoIds: record?.photoIds }],
    },
  });
  expect(verification?.signatures).toMatchObject([{ name: '李春梅', opinion: '情况属实' }]);
  // Nothing of the visit stays on the phone.
  await phone.sees('待办');
  const keys = (await phone.app.evaluate(() => wx.getStorageInfoSync().keys)) as string[];
  expect(keys.filter((key) => /^(visit|photos|photo|yard-acts|upload)/.test(key))).toEqual([]);

  // The other one signs with her own account.
  const { version } = await caseOf('田有福');
  const after = await village.office.must(OTHER, 'reviews.signVerification', {
    caseId: idOf('田有福'),
    version,
    opinion: '情况属实',
  });
  expect(after.case.state).toBe('DATA_CHECK');
});

test('somebody else was faster: she sees what changed, and everything typed is there to hand in', async () => {
  const { phone, village } = there();
  const caseId = idOf('柳春生');
  await phone.open(`${CASE}?caseId=${caseId}`, 'reLaunch');
  await phone.sees('请您到家里看，填核实表，两人签名。');
  await goOffline();
  await phone.tap('填核实表');
  await phone.tap('加一项收入');
  await phone.tap('务工');
  await phone.write('务工，元', '30000');
  await phone.tap('上门照片');
  await phone.tap('交核实表');
  await phone.on(CASE);
  await phone.sees('核实表存在手机里，还没交');

  const { version } = await caseOf('柳春生');
  const members = VERIFICATION.members.map((member, index) => ({
    ...member,
    idNo: null,
    ...(index === 0 && { name: '柳春生' }),
  }));
  await village.office.must(OTHER, 'reviews.recordVerification', {
    ...VERIFICATION,
    caseId,
    version,
    members,
  } as never);

  await comeBack();
  await phone.open(QUEUE, 'reLaunch');
  await phone.sees('要看一眼');
  await phone.tap('柳春生');
  await phone.on(CASE);
  await phone.sees('别人先办了这户，您的还没交上');
  await phone.picture('yard-conflict-case');
  await phone.tap('看改了什么，再交');
  await phone.sees('别人先改了这户，您填的都还在');
  await phone.sees('务工：那边 28,800，您 30,000');
  await phone.picture('yard-conflict');
  expect(await typedIn('务工，元')).toBe('30,000');
  expect((await caseOf('柳春生')).verification?.record.members).toHaveLength(4);

  await phone.tap('上门照片');
  await phone.tap('交核实表');
  await phone.on(CASE);
  await phone.until(async () => (await caseOf('柳春生')).verification?.record.members.length === 1);
  expect((await caseOf('柳春生')).verification?.record.sheet.income).toMatchObject([
    { code: 'A1', amountFen: 3_000_000 },
  ]);
});

/** What code that is evaluated inside the app sees. */
declare const wx: { getStorageInfoSync(): { keys: string[] } };

test('the sheet of a quarter is filled in the yard, outlives the app, and arrives once with the signature', async () => {
  const { phone, village } = there();
  const idNo = composeIdNumber({ area: '990101', birthDate: '1960-02-03', sequence: 77 });
  const { caseId } = await walk(village.office, 'announced', { headName: '包桂英', idNo });
  village.office.at('2026-04-05 09:00');
  await village.office.settled();
  const familyOf = async () => (await village.office.must(CADRE, 'followups.family', { caseId })).family;
  const form = `packages/followups/pages/quarter?caseId=${caseId}`;
  await phone.open(`packages/followups/pages/family?caseId=${caseId}`);
  await phone.sees('2026 年一季度的，4月10日前填好');
  await phone.picture('yard-followed');

  await goOffline();
  await phone.tap('填季度台账');
  await phone.sees('没有网，先存在手机里');
  await phone.tap('加一项收入');
  await phone.tap('务工');
  await phone.write('务工，元', '9600');
  await phone.sees('2,400');
  await phone.picture('yard-quarter');
  await phone.restart();
  await phone.open(form, 'reLaunch');
  // Started without a network, the app has been told of no change: it has asked.
  await phone.sees('没有网，先存在手机里');
  expect(await typedIn('务工，元')).toBe('9,600');
  await phone.tap('家里');
  await phone.tap('没有变');
  await phone.tap('差不多');
  await phone.tap('结论签字');
  await phone.tap('平稳');
  await phone.write('看到了什么', '都在家，药够吃');
  await signWithFinger(phone);
  await phone.picture('yard-quarter-sign');
  await phone.tap('交季度台账');
  await phone.on('packages/followups/pages/family');
  await phone.sees('季度台账存在手机里，还没交');
  await phone.picture('yard-quarter-kept');
  await phone.open('packages/followups/pages/list', 'reLaunch');
  await phone.sees('有 1 份存在手机里，还没交');
  expect((await familyOf()).quarters).toEqual([]);
  await comeBack();
  await phone.open('packages/followups/pages/list', 'reLaunch');
  // Told on the phone, not by asking the server again and again: that would use up her own calls.
  await phone.sees('等村里确认');
  const { quarters } = await familyOf();
  expect(quarters).toMatchObject([{ quarter: '2026Q1', revision: 1, state: 'VILLAGE', signed: 'SCREEN' }]);
  expect(quarters[0]?.figures).toMatchObject({ A: 960_000, net: 960_000, netPerHead: 240_000 });
});
