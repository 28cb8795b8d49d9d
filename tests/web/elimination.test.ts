/**
 * The way off the register in a real browser against the whole local stack: refused with named reasons, then granted; the
 * family reads what goes on and what stops. Wants a build: `node miniapp/build.cjs h5`.
 */
import { faults } from '@tests/support/axe';
import { actOn, FAMILY_WORD, meetingOn, RESEARCH, walkOff } from '@tests/support/elimination';
import { walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';

const REGISTER = 'packages/register/pages/register';

jest.setTimeout(400_000);

let place: OfficeInBrowser;
let caseId: string;

beforeAll(async () => {
  place = await openOfficeInBrowser('elimination');
  const { office } = place;
  ({ caseId } = await walk(office, 'announced'));
  await walkOff(office, [caseId], 'helped');
  office.at('2026-10-09 09:00');
  await office.settled();
});
afterAll(() => place?.close());

async function looked(person: InBrowser, name: string, widths = [320, 375]): Promise<void> {
  await keepPicture(person.page, 'elimination', name);
  expect(await faults(person.page, widths, ['light', 'care'])).toEqual([]);
  await person.page.setViewportSize({ width: widths.at(-1) ?? 375, height: 812 });
}

const entry = `packages/register/pages/entry?caseId=`;

test('elimination refused with named reasons, then granted', async () => {
  const { office } = place;
  const [cadre, helper, leader, county, clerk] = [
    await place.window('li-chunmei'),
    await place.window('wang-jianjun'),
    await place.window('chen-li', DESK),
    await place.window('gao-zhiyuan', DESK),
    await place.window('he-min'),
  ];
  await cadre.open(REGISTER);
  await cadre.sees('没有正在办的消除');
  await cadre.tap('tab', /监测中/);
  await cadre.sees('田有福家');
  await looked(cadre, '1-list');
  await cadre.tap('link', /田有福家/);
  await cadre.sees('消除的条件');
  await looked(cadre, '2-checklist');

  // A house of grade C and an illness that is still there: each by its name, and nothing moves.
  await cadre.tap('link', /提消除名单/);
  await cadre.sees('最近 12 个月的钱');
  await cadre.tap('button', '提消除名单');
  await cadre.sees('我和这家不是亲戚');
  const money = {
    务工收入: 42000,
    '种养、做生意的收入': 18000,
    '租金、分红': 1800,
    '补贴、低保、养老金': 6000,
  };
  for (const [label, yuan] of Object.entries({
    ...money,
    '种养、做生意的本钱': 7000,
    '看病、上学自己掏的': 6400,
  }))
    await cadre.write(label, String(yuan));
  await cadre.write('2026年第3季度末，人均多少', '15200');
  await cadre.write('2026年第2季度末，人均多少', '14200');
  await cadre.tap('radio', '稳住了');
  await cadre.tap('button', 'C 级');
  await cadre.tap('button', '因学');
  for (const [index, labour] of ['干不了了', '能干活', '能干活', '没有劳力'].entries())
    await cadre.page.getByRole('button', { name: labour }).nth(index).click();
  await cadre.tap('checkbox', '我和这家不是亲戚');
  await looked(cadre, '3-form');
  await cadre.tap('button', '提消除名单');
  await cadre.sees('条件不够，没有提上去');
  await cadre.sees('住房（房子评为 C 级）');
  await cadre.sees('原来的风险还在：因病。');
  await looked(cadre, '4-refused');
  await cadre.tap('button', '知道了，回去看');
  await cadre.sees('还差 3 条，暂时提不了');

  // The house is mended, the illness gone: proposed, and the other one says yes and names two.
  await cadre.tap('link', /提消除名单/);
  await cadre.tap('button', 'B 级');
  await cadre.tap('button', '因病');
  await cadre.tap('checkbox', '我和这家不是亲戚');
  await cadre.tap('button', '提消除名单');
  await cadre.sees('等另一位确认');
  await helper.open(`${entry}${caseId}`);
  await helper.tap('link', /确认名单/);
  await helper.tap('checkbox', /李春梅/);
  await helper.tap('checkbox', /王建军/);
  await helper.tap('checkbox', '我和这家不是亲戚');
  await looked(helper, '5-agree');
  await helper.tap('button', '确认名单，定核实人');
  await helper.sees('消除入户核实');

  await walkOff(office, [caseId], 'appraised', RESEARCH, ['verified', 'appraised']);
  office.at('2026-10-14 09:00');
  await cadre.open(`${entry}${caseId}`);
  await cadre.tap('link', /张贴消除公示/);
  await cadre.sees('贴出来是这个样子');
  await cadre.sees('帮扶消除');
  await looked(cadre, '5-sheet');
  await cadre.tap('button', '张贴，去打印');
  await cadre.sees('贴好了，拍一张公示栏');
  await cadre.sees('有人提意见');
  await looked(cadre, '5-hung');
  await cadre.tap('link', /^名单上写错了，改过来/);
  await cadre.write(/^名单上的序号/, '1');
  await cadre.tap('radio', '人口');
  await cadre.write('改成什么', '5');
  await cadre.tap('button', '加上这一处');
  await cadre.write('为什么改', '少数了一个人');
  await cadre.tap('button', '贴新的一版');
  await cadre.sees('第 1 次更正');
  await cadre.sees(/原来 4 人，现在 5 人$/);
  await looked(cadre, '5-corrected');
  office.at('2026-10-20 08:30');
  await office.tick();
  await office.settled();
  await leader.open(`${entry}${caseId}`);
  await leader.sees('消除镇级验收');
  await looked(leader, '6-desk', [1280]);
  await leader.tap('link', /镇级验收/);
  await leader.tap('radio', '同意，报县里');
  await leader.write('意见', '材料齐，同意');
  await leader.tap('checkbox', '我和这家不是亲戚');
  await looked(leader, '7-town', [1280]);
  await leader.tap('button', '镇级验收');
  await leader.sees('消除县级审定');
  await county.open(`${entry}${caseId}`);
  await county.tap('link', /县级审定/);
  await county.tap('radio', '同意消除');
  await county.write('意见', '同意');
  await county.tap('checkbox', '我和这家不是亲戚');
  await county.tap('button', '县级审定');
  await county.sees('等公告');
  await clerk.open(`${entry}${caseId}`);
  await clerk.tap('link', /公告，标注风险消除/);
  await clerk.sees('县里同意了');
  await clerk.tap('button', '公告，标注风险消除');
  await clerk.sees('风险已消除');
  await looked(clerk, '8-marked');
  expect(meetingOn('2026-10-13').yes).toBe(11);
  await leader.open(REGISTER);
  await leader.tap('tab', /已消除/);
  await leader.sees('田有福');
  await looked(leader, '9-desk-list', [1280]);
});

test('the family reads where it stands, and what goes on or stops', async () => {
  const family = await place.window('tian-xiaoyu');
  await family.open('pages/family/index');
  await family.sees('以后怎么办');
  await looked(family, '10-family');
  await family.tap('link', /以后怎么办/);
  await family.sees('难处解决了，退出名单');
  await looked(family, '11-afterwards');
});

test('a mark that does not hold goes back by the same steps, at the board too; the family reads how far it is', async () => {
  const { office } = place;
  const act = (person: string, name: Parameters<typeof actOn>[3], said: object) =>
    actOn(office, person, caseId, name, said);
  const [cadre, helper, county, clerk, family] = [
    await place.window('li-chunmei'),
    await place.window('wang-jianjun'),
    await place.window('gao-zhiyuan', DESK),
    await place.window('he-min'),
    await place.window('tian-xiaoyu'),
  ];
  office.at('2026-11-03 09:00');
  // Whoever helps the family says what was seen; the village decides what comes of it.
  await office.must('li-chunmei', 'measures.assignHelper', {
    ...{ caseId, personId: 'demo-liu-zhigang', unit: '旗农牧局', position: '科员', phone: '13800000001' },
  });
  const friend = await place.window('liu-zhigang');
  await friend.open(`${entry}${caseId}`);
  await friend.tap('link', /建议回退/);
  await friend.write('为什么这么看', '儿子没活干了，药也断了');
  await looked(friend, '12-back-suggested');
  await friend.tap('button', '建议回退');
  await friend.sees('儿子没活干了，药也断了');
  await helper.open(`${entry}${caseId}`);
  await helper.sees('儿子没活干了，药也断了');
  await helper.tap('link', /提出回退/);
  await helper.write('为什么要回退', '儿子丢了工作，家里又难了');
  await helper.tap('checkbox', '我和这家不是亲戚');
  await helper.tap('button', '提出回退');
  await helper.sees('风险已消除，正在办回退');
  await looked(helper, '12-back');
  const verifiers = ['li-chunmei', 'wang-jianjun'].map((id) => ({
    ...{ personId: `demo-${id}`, name: '来人', office: '保西村' },
  }));
  await act('li-chunmei', 'eliminations.agree', {
    verifiers,
  });
  await cadre.open(`${entry}${caseId}`);
  await cadre.tap('link', /填入户核实表/);
  await cadre.sees('看到了什么');
  await looked(cadre, '13-back-form');
  const research = { ...RESEARCH, visitedOn: '2026-11-03', gone: [] };
  await act('li-chunmei', 'eliminations.verify', { research, family: FAMILY_WORD });
  for (const person of ['li-chunmei', 'wang-jianjun'])
    await act(person, 'eliminations.signVerification', { opinion: '情况属实' });
  office.at('2026-11-04 18:00');
  await act('li-chunmei', 'eliminations.appraise', meetingOn('2026-11-04'));
  await cadre.open(`${entry}${caseId}`);
  await cadre.tap('link', /张贴回退公示/);
  await cadre.sees('贴出来是这个样子');
  await looked(cadre, '14-back-sheet');
  await cadre.tap('button', '张贴，去打印');
  await cadre.sees('贴好了，拍一张公示栏');
  await family.open(`packages/family/pages/afterwards?case=${caseId}`);
  await family.sees('村里在看您家要不要回到帮扶名单');
  await looked(family, '15-back-family');
  office.at('2026-11-10 08:30');
  await office.tick();
  await act('chen-li', 'eliminations.townReview', { agrees: true, opinion: '同意回退' });
  await county.open(`${entry}${caseId}`);
  await county.tap('link', /县级审定/);
  await county.sees('为什么回退：儿子丢了工作，家里又难了');
  await county.tap('radio', '同意回退');
  await county.write('意见', '同意');
  await county.tap('checkbox', '我和这家不是亲戚');
  await looked(county, '16-back-county', [1280]);
  await county.tap('button', '县级审定');
  await county.sees('等公告');
  await clerk.open(`${entry}${caseId}`);
  await clerk.tap('link', /公告回退/);
  await looked(clerk, '17-back-announce');
  await clerk.tap('button', '公告回退');
  await clerk.sees('回退：办成了');
  await looked(clerk, '18-back-on-list');
});
