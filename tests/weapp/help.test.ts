import { RESEARCH, walkOff } from '@tests/support/elimination';
import { walk } from '@tests/support/f01';
import { loadCamera } from './journeys/photo';
import { signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/**
 * Help and the way off the list on the phone itself: a helper's visit without a network; elimination refused with named
 * reasons, then granted; the family reads what it means.
 */

const there = phoneForTests({ village: true });
const ENTRY = 'packages/register/pages/entry';
const UNRELATED = '我和这家不是亲戚';

let caseId = '';

beforeAll(async () => {
  const { office } = there().village;
  ({ caseId } = await walk(office, 'announced'));
});

/** Another of the staff takes the phone, and opens the family. */
async function as(person: string): Promise<void> {
  const { phone, village } = there();
  await signIn(phone, village, person);
  await phone.open(`${ENTRY}?caseId=${caseId}`);
}

test('a helper visits without a network: the draft outlives the app, and the visit counts once', async () => {
  const { phone, village, host } = there();
  village.office.at('2026-04-05 09:00');
  await village.office.settled();
  await village.office.must('li-chunmei', 'measures.assignHelper', {
    caseId,
    personId: 'demo-liu-zhigang',
    unit: '旗农牧局',
    position: '',
    phone: '13800000001',
    reason: '',
  });
  const visitsOf = async () =>
    (await village.office.must('li-chunmei', 'measures.of', { caseId })).family.visits.filter(
      ({ by }) => by === '刘志刚',
    );
  await signIn(phone, village, 'liu-zhigang');
  await phone.open('packages/help/pages/helping');
  await phone.sees('我联系 1 户');
  await phone.picture('yard-helping');
  await phone.tap('田有福家');
  await phone.on('packages/help/pages/helped');
  await phone.picture('yard-helped');

  await phone.tap('记一次走访');
  await phone.sees('去过就记，没找到人也记。');
  village.line.befall(() => 'cut');
  await host?.setOnline(false);
  await phone.sees('没有网，先存在手机里');
  await phone.tap('平稳');
  await phone.write('看到了什么', '药够吃，儿子打来钱了');
  await loadCamera(phone);
  await phone.tap('拍照，走访的照片');
  await phone.sees('已拍 1 张');

  // The battery dies: every word and the photo are there.
  await phone.restart();
  await phone.open(`packages/help/pages/visit?caseId=${caseId}`, 'reLaunch');
  expect(String(await (await phone.field('看到了什么')).value())).toBe('药够吃，儿子打来钱了');
  await phone.write('有什么难处', '药费还是高');
  await phone.picture('yard-visit');
  await phone.tap('交走访记录');
  await phone.on('packages/help/pages/helped');
  await phone.sees('走访记录存在手机里，还没交');
  await phone.picture('yard-visit-kept');
  expect(await visitsOf()).toEqual([]);

  // The answer is lost on its way: it is handed in again under the same key.
  village.line.befall((_index, request) => (/\/visits?$/.test(request) ? 'answer lost' : undefined));
  await host?.setOnline(false);
  await host?.setOnline(true);
  await phone.until(async () => (await visitsOf()).length === 1);
  await phone.restart();
  village.line.mend();
  await host?.setOnline(true);
  await phone.open('packages/help/pages/helping', 'reLaunch');
  await phone.sees('这个月去过了');
  expect(await visitsOf()).toMatchObject([
    { findings: '药够吃，儿子打来钱了', problem: '药费还是高', result: 'STABLE', photos: 1 },
  ]);
});

test('elimination refused with named reasons, then granted', async () => {
  const { phone, village } = there();
  const { office } = village;
  await walkOff(office, [caseId], 'helped');
  office.at('2026-10-09 09:00');
  await office.settled();
  await as('li-chunmei');
  await phone.sees('消除的条件');
  await phone.tap('提消除名单');
  await phone.sees('最近 12 个月的钱');
  for (const [label, yuan] of Object.entries({
    务工收入: 42000,
    '种养、做生意的收入': 18000,
    '租金、分红': 1800,
    '补贴、低保、养老金': 6000,
    '种养、做生意的本钱': 7000,
    '看病、上学自己掏的': 6400,
    '2026年第3季度末，人均多少': 15200,
    '2026年第2季度末，人均多少': 14200,
  }))
    await phone.write(`${label}，元`, String(yuan));
  await phone.tap('稳住了');
  await phone.tap('C 级');
  await phone.tap('因学');
  await phone.tap(UNRELATED);
  await phone.tap('提消除名单');
  await phone.sees('条件不够，没有提上去');
  await phone.sees('住房（房子评为 C 级）');
  await phone.sees('原来的风险还在：因病。');
  await phone.picture('off-refused');
  await phone.tap('知道了，回去看');
  await phone.sees('暂时提不了');
  await phone.picture('off-checklist');

  // The house is mended and the illness gone: two of the village say so, and everybody who has to.
  await walkOff(office, [caseId], 'closed', RESEARCH, [
    'proposed',
    'agreed',
    'verified',
    'appraised',
    'posted',
    'closed',
  ]);
  await office.settled();
  for (const [person, act, yes] of [
    ['chen-li', '镇级验收', '同意，报县里'],
    ['gao-zhiyuan', '县级审定', '同意消除'],
  ] as const) {
    await as(person);
    await phone.tap(act);
    await phone.tap(yes);
    await phone.write('意见', '材料齐，同意');
    await phone.tap(UNRELATED);
    await phone.picture(`off-${person}`);
    await phone.tap(act);
    await phone.on(ENTRY);
  }
  await as('he-min');
  await phone.tap('公告，标注风险消除');
  await phone.sees('县里同意了');
  await phone.tap('公告，标注风险消除');
  await phone.sees('风险已消除');
  await phone.picture('off-marked');
});

test('the family reads what goes on and what stops', async () => {
  const { phone, village } = there();
  await signIn(phone, village, 'tian-xiaoyu');
  await phone.open(`packages/family/pages/afterwards?case=${caseId}`);
  await phone.sees('难处解决了，退出名单');
  await phone.picture('off-family');
});
