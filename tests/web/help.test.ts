/**
 * Help of a family in a real browser against the whole local stack: a cadre names a helper, the helper writes the plan, the
 * family agrees, a department lands a measure, the family says that it came, and the visit is written down with the net cut
 * off. Wants a build: `node miniapp/build.cjs h5`.
 */
import { walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { looker } from '@tests/support/looked';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import type { WireOffice } from '@tests/support/wire-office';
import sharp from 'sharp';

const QUEUE = 'packages/review/pages/queue';
const PLAN = 'packages/help/pages/plan';

jest.setTimeout(240_000);

let place: OfficeInBrowser;
let office: WireOffice;
let caseId: string;

beforeAll(async () => {
  place = await openOfficeInBrowser('help');
  ({ office } = place);
  ({ caseId } = await walk(office, 'announced'));
  office.at('2026-03-18 09:00');
  await office.settled();
});

afterAll(() => place?.close());

const { picture, looked, onDesk } = looker('help');

test('a helper is named, writes the plan, and the family agrees to it', async () => {
  const [cadre, helper, family] = [
    await place.window('li-chunmei'),
    await place.window('liu-zhigang'),
    await place.window('tian-xiaoyu'),
  ];
  await helper.open(QUEUE);
  await helper.sees('还没有请您联系的家庭');
  await looked(helper, '01-helping-empty');

  await cadre.open(`${PLAN}?caseId=${caseId}`);
  await cadre.sees('只提示，由人来定');
  await cadre.sees('还没有定联系人');
  await looked(cadre, '02-plan-empty');
  await cadre.tap('link', /^定一个人$/);
  await cadre.sees('定谁来帮');
  await cadre.tap('button', '就定他');
  await cadre.sees('选一个人。');
  await looked(cadre, '03-assign-wrong');
  await cadre.tap('radio', /刘志刚/);
  await cadre.write('单位', '旗农牧局');
  await cadre.write('农户打哪个电话', '13800000001');
  await cadre.tap('button', '就定他');
  await cadre.sees('旗农牧局');

  await helper.open(QUEUE);
  await helper.sees('我联系 1 户');
  await looked(helper, '04-helping');
  await helper.tap('link', /田有福家/);
  await helper.sees('记一次走访');
  await looked(helper, '05-helped');
  await helper.tap('link', /计划和每一项帮扶/);
  await helper.sees('只提示，由人来定');
  await helper.tap('link', /^写计划$/);
  await helper.tap('button', '看病花费');
  await helper.tap('button', '交给农户看');
  await helper.sees('先选是哪一类帮扶。');
  // Longer than what is laid under axe: what the bar covers would be called too small.
  await picture(helper, '06-plan-form');
  await fill(helper, {
    kind: '健康帮扶',
    what: '慢病签约',
    owner: '公安',
    office: '县公安局',
    due: '2026-04-10',
  });
  // Who is not among the likely ones is a tap away, and stays when the list is folded again.
  await helper.tap('link', '谁办，收起');
  await helper.leaves('不动产');
  expect(await helper.page.getByRole('button', { name: '公安', pressed: true }).count()).toBe(1);
  await picture(helper, '06-plan-folded');
  await helper.tap('link', /第 2 项/);
  await fill(helper, {
    kind: '其他教育帮扶',
    what: '雨露计划',
    owner: '教育',
    office: '旗教育局',
    due: '2026-04-20',
  });
  await helper.tap('button', '交给农户看');
  await helper.sees('等农户签字');
  await looked(helper, '07-plan');

  await family.open('pages/family/index');
  await family.tap('link', /帮我家的/);
  await family.sees('计划写好了，请您看一遍');
  await family.sees('13800000001');
  await looked(family, '08-ours-plan');
  await family.tap('button', '同意这个计划');
  await family.sees('在办，4月10日前');
  for (const one of [cadre, helper, family]) {
    expect(one.complaints).toEqual([]);
    await one.close();
  }
});

async function fill(
  person: InBrowser,
  { kind, what, owner, office: unit, due }: Record<'kind' | 'what' | 'owner' | 'office' | 'due', string>,
): Promise<void> {
  await person.tap('button', kind);
  await person.write('帮什么', what);
  await person.sees('谁办');
  const likely = person.page.getByRole('button', { name: owner, exact: true }).filter({ visible: true });
  if ((await likely.count()) === 0) await person.tap('link', '谁办，看别的部门');
  await person.tap('button', new RegExp(`^${owner}$`));
  await person.write('单位', unit);
  await person.write('哪天前办好', due);
}

test('a department lands it, the family says no, then yes; the office judges', async () => {
  // A department for which nothing waits reads what will come, at its desk too.
  await place.as('bao-lin', async (idle) => {
    await idle.open(QUEUE);
    await idle.sees('都办完了');
    await idle.sees('村里交给我们的，会在这里。');
    await idle.sees('传了名单、发放表，会在这里。');
    await looked(idle, '09-department-empty');
    await onDesk(idle, '09-department-empty-desk');
  });
  const [dept, family, cadre] = [
    await place.window('ma-jun'),
    await place.window('tian-xiaoyu'),
    await place.window('li-chunmei', DESK),
  ];
  office.at('2026-03-25 09:00');
  await office.settled();
  await dept.open(QUEUE);
  await dept.sees('待办 1 件');
  await looked(dept, '09-department');
  await dept.tap('link', /交给我们的帮扶/);
  await dept.sees('要我们办的 1 项');
  await looked(dept, '09-handed');
  const land = async (note: string) => {
    await dept.tap('link', /慢病签约/);
    await dept.tap('link', /办好了/);
    await dept.tap('button', '办好了');
    await dept.sees('写一句凭什么，或者拍一张单子。');
    await dept.write('怎么办的', note);
  };
  await land('医生上门签了');
  await looked(dept, '10-land');
  await dept.photograph(/单子、照片/);
  await dept.tap('button', '办好了');
  await dept.sees('办好了，等农户确认');
  await looked(dept, '11-measure');

  await family.open(`packages/family/pages/help?case=${caseId}`);
  await family.sees('1 项办好了，请说收到没有');
  await family.tap('button', '不对，慢病签约');
  await family.tap('button', '告诉他们');
  await family.sees('写一句哪里不对');
  await looked(family, '12-ours-landed');
  await family.write('哪里不对', '医生没来过');
  await family.tap('button', '告诉他们');
  await family.sees('您说没收到，在查');

  await dept.open('packages/help/pages/list');
  await dept.sees('农户说没收到');
  await land('医生 3 月 25 日上门');
  await dept.tap('button', '办好了');
  await dept.sees('办好了，等农户确认');
  await family.open(`packages/family/pages/help?case=${caseId}`);
  await family.tap('button', '收到了，慢病签约');
  await family.sees('您说收到了');
  await looked(family, '13-ours');

  await cadre.open('packages/help/pages/list');
  await cadre.sees('田有福');
  await onDesk(cadre, '14-list-desk');
  await cadre.tap('link', /田有福家/);
  await cadre.sees('农户收到了，看见效没有');
  await onDesk(cadre, '15-plan-desk');
  await cadre.tap('link', /慢病签约/);
  await cadre.tap('link', /见效了/);
  await cadre.write('好在哪里', '血压稳了');
  await onDesk(cadre, '16-step-desk');
  await cadre.tap('button', '见效了');
  await cadre.sees('血压稳了');
  await onDesk(cadre, '17-measure-desk');
  for (const one of [dept, family, cadre]) {
    expect(one.complaints).toEqual([]);
    await one.close();
  }
});

test('a visit with the net cut off is kept, and handed in once when the net is back', async () => {
  const helper = await place.window('liu-zhigang');
  await helper.open('packages/help/pages/helping');
  await helper.sees('3月31日前去一次');
  await helper.tap('link', /田有福家/);
  await helper.tap('button', '记一次走访');
  await helper.context.setOffline(true);
  await helper.sees('没有网，先存在手机里');
  await helper.tap('button', '交走访记录');
  await helper.sees('选一样，现在怎么样。');
  await looked(helper, '18-visit-wrong');
  await helper.tap('button', '有新的风险');
  await helper.tap('button', '交走访记录');
  await helper.sees('选一下是哪样风险。');
  await looked(helper, '18-visit-risks');
  await helper.tap('button', '平稳');
  await helper.write('看到了什么', '吃药按时，儿子打来钱了');
  await helper.write('有什么难处', '药费还是高');
  const [chooser] = await Promise.all([
    helper.page.waitForEvent('filechooser'),
    helper.tap('button', /走访的照片/),
  ]);
  const grey = { width: 640, height: 480, channels: 3, background: '#888' } as const;
  const buffer = await sharp({ create: grey }).jpeg().toBuffer();
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await helper.sees('已拍 1 张');
  await helper.tap('button', '交走访记录');
  await helper.sees('走访记录存在手机里，还没交');
  await looked(helper, '19-kept');
  await helper.context.setOffline(false);
  await helper.sees('存在手机里的，交上去了');
  await helper.sees('这个月去过了');
  await looked(helper, '20-visited');
  const { family } = await office.must('li-chunmei', 'measures.of', { caseId });
  expect(family.visits).toMatchObject([{ by: '刘志刚', problem: '药费还是高', photos: 1 }]);
  await helper.tap('link', /计划和每一项帮扶/);
  await helper.sees('药费还是高');
  await looked(helper, '21-plan-full');
  expect(helper.complaints.filter((one) => !/offline|ERR_INTERNET/i.test(one))).toEqual([]);
  await helper.close();
});
