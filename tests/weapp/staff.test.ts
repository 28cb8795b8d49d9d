import { walk } from '@tests/support/f01';
import { loadCamera } from './journeys/photo';
import { signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/** What a village cadre does on the phone, in the mini-program itself: queue, visit, signature, meeting, notice. */

const there = phoneForTests({ village: true });
const CADRE = 'li-chunmei';
const QUEUE = 'packages/review/pages/queue';
const CASE = 'packages/review/pages/case';

let reported = '';
let triaged = '';
let appraised = '';

beforeAll(async () => {
  const { phone, village } = there();
  reported = (await walk(village.office, 'submitted')).caseId;
  triaged = (await walk(village.office, 'triaged', { headName: '柳春生', idNo: null })).caseId;
  appraised = (await walk(village.office, 'appraised', { headName: '施永安', idNo: null })).caseId;
  village.office.at('2026-03-06 19:00');
  await village.office.settled();
  await signIn(phone, village, CADRE);
});

const caseOf = async (caseId: string) =>
  (await there().village.office.must(CADRE, 'reviews.case', { caseId })).case;

test('a report is accepted from the queue, the visit recorded tab by tab, and signed', async () => {
  const { phone } = there();
  await phone.open(QUEUE);
  await phone.sees('田有福');
  await phone.open(`${CASE}?caseId=${reported}`);
  await phone.sees('请您受理，并定两位核实人。');
  await phone.tap('受理');
  await phone.sees('请哪两位去看？');
  await phone.tap('李春梅');
  await phone.tap('王建军');
  await phone.tap('受理，请他们去看');
  await phone.on(CASE);
  await phone.sees('请您到家里看，填核实表，两人签名。');

  await phone.tap('填核实表');
  await phone.tap('加一项收入');
  await phone.tap('务工');
  await phone.write('务工，元', '28800');
  await phone.tap('加一项支出');
  await phone.tap('住院自付（目录内）');
  await phone.write('住院自付（目录内）花了，元', '30000');
  await phone.write('住院自付（目录内）退回，元', '8000');
  await phone.sees('6,800');
  await phone.picture('staff-verify');
  await phone.tap('存好，下一项');
  await phone.tap('有人得大病');
  await phone.until(() => phone.isOn('有人得大病'));
  await phone.tap('家里人');
  await phone.tap('加一口人');
  await phone.write('第 2 口人姓名', '周玉兰');
  await phone.write('第 2 口人生日', '1976-08-02');
  await phone.tap('上门照片');
  await loadCamera(phone);
  await phone.tap('拍照，家里和房子');
  await phone.sees('已拍 1 张');
  await phone.tap('交核实表');
  await phone.on(CASE);
  await phone.sees('核实表填好了，请您看一遍，签名。');
  await phone.tap('签名');
  await phone.tap('情况属实');
  await phone.tap('我和这家不是亲戚');
  await phone.tap('签名');
  await phone.sees('1 / 2');
  const { verification } = await caseOf(reported);
  expect(verification?.record.sheet).toMatchObject({
    members: 2,
    income: [{ code: 'A1', amountFen: 2_880_000 }],
    rigid: [{ code: 'M1', paidFen: 3_000_000, reimbursedFen: 800_000 }],
  });
  expect(verification?.record.photoIds).toHaveLength(1);
});

test('a meeting is written down, and its votes have to add up', async () => {
  const { phone } = there();
  await phone.open('packages/meeting/pages/hold');
  await phone.write('几点', '15:00');
  await phone.write('地点', '村委会会议室');
  await phone.write('召集人', '周正平');
  await phone.write(
    '村民代表 0 人',
    '张三丰、李四光、王五岳、赵六安、孙七星、周八方、吴九州、郑十全、冯一山',
  );
  await phone.sees('到会 9 人，够数');
  await phone.write('柳春生，同意几票', '8');
  await phone.write('柳春生，不同意几票', '0');
  await phone.write('柳春生，弃权几票', '0');
  await phone.sees('差 1 票，再数一数');
  await phone.write('柳春生，同意几票', '9');
  await phone.tap('我和这几家都不是亲戚');
  await phone.tap('生成公示稿');
  await phone.until(async () => (await caseOf(triaged)).state === 'PUBLICITY');
});

test('the notice is seen as it will hang, and put up with a photo of the board', async () => {
  const { phone } = there();
  await phone.open('packages/publicity/pages/publicity', 'reLaunch');
  await phone.tap('保西村 2 户');
  await phone.tap('2 户贴在一张上');
  await phone.sees('贴出来是这个样子');
  await phone.sees('外面的人');
  await phone.sees('只看到“2 户 8 人”');
  await phone.tap('定稿，去打印');
  await phone.on('packages/publicity/pages/hung');
  await phone.sees('还没开始算天数');
  await phone.sees('大喇叭这样念');
  await phone.picture('staff-hung');
  await loadCamera(phone);
  await phone.tap('拍照，公示栏');
  await phone.sees('已拍 1 张');
  await phone.picture('staff-notice');
  await phone.tap('开始公示');
  await phone.until(async () => (await caseOf(appraised)).publicity !== null);
  expect((await caseOf(appraised)).publicity).toMatchObject({ firstDay: '2026-03-07' });
});
