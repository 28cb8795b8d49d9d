/**
 * Ledgers, payers' files and the county's policies in a real browser against the whole local stack. Wants a build:
 * `node miniapp/build.cjs h5`.
 */
import { composeIdNumber } from '@shared/people';
import { faults } from '@tests/support/axe';
import { walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import iconv from 'iconv-lite';
import { readFile, utils } from 'xlsx';

const LEDGERS = 'packages/ledgers/pages/ledgers';

jest.setTimeout(180_000);

let place: OfficeInBrowser;

beforeAll(async () => {
  place = await openOfficeInBrowser('ledgers');
  const { office } = place;
  for (const [index, headName] of ['田有福', '欧阳阿古达木苏荣'].entries())
    await walk(office, index === 0 ? 'announced' : 'accepted', {
      headName,
      idNo: composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 101 + index }),
    });
  office.at('2026-04-20 09:00');
  await office.settled();
});

afterAll(() => place?.close());

const picture = (person: InBrowser, name: string) => keepPicture(person.page, 'ledgers', name);

/** The same page in large text, looked at and measured. */
async function looked(person: InBrowser, name: string): Promise<void> {
  await picture(person, name);
  expect(await faults(person.page, [320, 375], ['light', 'care'])).toEqual([]);
  await person.page.setViewportSize({ width: 375, height: 812 });
  await picture(person, `${name}-care`);
}

test('a village takes a ledger out with four taps; one without records says so; without a net it says so', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/review/pages/queue');
    await cadre.tap('link', /^台账/);
    await cadre.sees('先选一本台账');
    await looked(cadre, 'empty');
    await cadre.tap('radio', /申报受理台账/);
    await cadre.tap('button', '今年');
    await cadre.tap('button', '装订存档');
    const [download] = await Promise.all([
      cadre.page.waitForEvent('download'),
      cadre.tap('button', '取这本台账'),
    ]);
    expect(download.suggestedFilename()).toBe('保西村申报受理台账-2026-01-01至2026-12-31.xlsx');
    const book = readFile(await download.path());
    const lines = utils.sheet_to_json<string[]>(Object.values(book.Sheets)[0] ?? {}, { header: 1 }).slice(3);
    expect(lines.map((line) => line[5]).sort()).toEqual(['欧阳阿古达木苏荣', '田有福']);
    await cadre.sees('取好了，一共 2 行');
    await looked(cadre, 'taken');
    await cadre.tap('button', '去年');
    await Promise.all([cadre.page.waitForEvent('download'), cadre.tap('button', '取这本台账')]);
    await cadre.sees('这段时间没有记录');
    await cadre.tap('button', '自己选日子');
    await cadre.write('从哪天起', '2026-03-02');
    await cadre.write('到哪天为止', '2026-03-01');
    await cadre.sees('结束的日子不能比开始早。改一下。');
    await looked(cadre, 'own-days');
    await cadre.tap('button', '这个月');
    await cadre.page.route('**/api/ledgers/**', (route) => route.abort());
    await cadre.tap('button', '取这本台账');
    await cadre.sees('没有取到，可能是网不好。再点一次。');
  });
});

test('a county at its desk picks one township and one village of it', async () => {
  await place.as(
    'wu-haiyan',
    async (clerk) => {
      await clerk.open(LEDGERS);
      await clerk.sees('科尔沁左翼中旗');
      await clerk.tap('radio', /未纳入特殊档案台账/);
      await clerk.tap('link', '只要一个镇');
      await clerk.sees('保康镇');
      await picture(clerk, 'desk');
      expect(await faults(clerk.page, [1280], ['light'])).toEqual([]);
      await clerk.tap('button', '保康镇');
      await clerk.tap('link', '只要一个村');
      await clerk.tap('button', '保西村');
      await clerk.sees('科尔沁左翼中旗 保康镇 保西村');
      await clerk.tap('button', '迎接检查');
      const [download] = await Promise.all([
        clerk.page.waitForEvent('download'),
        clerk.tap('button', '取这本台账'),
      ]);
      expect(download.suggestedFilename()).toContain('保西村未纳入特殊档案台账');
      await clerk.tap('link', '换回整个科尔沁左翼中旗');
      await picture(clerk, 'desk-village');
    },
    DESK,
  );
  await place.as('zhao-dayong', async (grid) => {
    await grid.open(LEDGERS);
    await grid.sees('这一步不归您办。');
  });
});

const idOf = (sequence: number, area = '990101') =>
  composeIdNumber({ area, birthDate: '1973-05-12', sequence });

async function sendFile(clerk: InBrowser, button: RegExp, name: string, rows: string[]): Promise<void> {
  const [chooser] = await Promise.all([clerk.page.waitForEvent('filechooser'), clerk.tap('button', button)]);
  await chooser.setFiles({
    name,
    mimeType: 'text/csv',
    buffer: iconv.encode(rows.join('\r\n'), 'gb18030'),
  });
}

test("a payer's file with heads of its own is named once; sums to the fen, and each row that was not taken says why", async () => {
  const head = '姓名,身份证号码,惠农项目,打卡数额,发放日期,村';
  const rows = (amount: string) => [
    head,
    `田有福,${idOf(101)},农村低保,"1,275.10",2026-03-12,保西村`,
    `欧阳阿古达木苏荣,${idOf(102)},耕地地力保护补贴,${amount},2026/3/20,保西村`,
    `外县人,${idOf(103)},交通补助,600,2026-03-20,`,
    `写错号,${idOf(104).slice(0, 17)}Z,交通补助,600,2026-03-20,保西村`,
    `田有福,${idOf(101)},交通补助,-600,2026-03-20,保西村`,
  ];
  await place.as('wu-haiyan', async (clerk) => {
    await clerk.open('packages/review/pages/queue');
    await clerk.tap('link', /^传补贴发放表/);
    await clerk.sees('先选是哪里发的钱。');
    await looked(clerk, 'pay-empty');
    await clerk.tap('button', '财政局');
    await sendFile(clerk, /^传财政局的发放表/, '发放表.csv', rows('5800.55'));
    await clerk.sees('这个文件没有收，一行也没有办');
    await clerk.sees('“补贴项目”在这个表里叫什么？');
    await looked(clerk, 'pay-columns');
    await clerk.page
      .getByRole('group', { name: /补贴项目/ })
      .getByRole('button', { name: '惠农项目' })
      .click();
    await clerk.page.getByRole('group', { name: /金额/ }).getByRole('button', { name: '打卡数额' }).click();
    await clerk.tap('button', '记住，再读一遍');
    await clerk.sees('登记好了 2 行');
    await clerk.sees('合计 7,075.65 元。还有 3 行没有办，原因在结果里。');
    await clerk.sees('身份证和住处都不是本县的。请转给那个县。');
    await looked(clerk, 'pay-done');
  });
  await place.as(
    'wu-haiyan',
    async (clerk) => {
      await clerk.open('packages/ledgers/pages/payments');
      await clerk.tap('button', '财政局');
      // The heads are known now.
      await sendFile(clerk, /^传财政局的发放表/, '发放表二.csv', rows('5800.56'));
      await clerk.sees('登记好了 1 行');
      await clerk.sees('合计 5,800.56 元。还有 4 行没有办，原因在结果里。');
      await picture(clerk, 'pay-desk');
      expect(await faults(clerk.page, [1280], ['light'])).toEqual([]);
    },
    DESK,
  );
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/ledgers/pages/payments');
    await cadre.sees('发放表由发钱的部门和县里来传。');
  });
});

test("a county's own amount is written by one person and put in force by another", async () => {
  await place.as('wu-haiyan', async (clerk) => {
    await clerk.open('packages/review/pages/queue');
    await clerk.tap('link', /^政策目录/);
    await clerk.sees('还没有。点下面一项政策，写上县里的钱数。');
    await clerk.tap('link', /^雨露计划/);
    await clerk.sees('现在是这样');
    await clerk.tap('radio', /写一句话/);
    await clerk.tap('button', '提给另一位领导');
    await clerk.sees('还没有写怎么定的。');
    await clerk.tap('radio', /写县里的钱数/);
    await clerk.write('钱数（元）', '1600');
    await looked(clerk, 'policy-form');
    await clerk.tap('button', '提给另一位领导');
    await clerk.sees('等人发布 1 条');
    await clerk.sees('要县里另一位领导来发布');
    await looked(clerk, 'policies');
  });
  await place.as(
    'gao-zhiyuan',
    async (leader) => {
      await leader.open('packages/ledgers/pages/policies');
      await leader.sees('等人发布 1 条');
      await picture(leader, 'policies-desk');
      expect(await faults(leader.page, [1280], ['light'])).toEqual([]);
      await leader.tap('button', '发布');
      await leader.sees('县里定过的 1 条');
      await leader.sees('在用');
      await leader.tap('link', /^雨露计划/);
      await leader.sees('每人每学期 1,600 元');
      await picture(leader, 'policy-desk');
    },
    DESK,
  );
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/ledgers/pages/policies');
    await cadre.sees('这一步不归您办。');
  });
});

test('a round of checks: a township opens it, a village counts, finds, reports and signs twice; the township sees who is late', async () => {
  const { office } = place;
  await office.must('chen-li', 'checks.open', {
    ...{ regions: ['150521100'], name: '去年没查完的排查', target: 'ALL' },
    ...{ firstDay: '2026-03-01', lastDay: '2026-03-20' },
  });
  await place.as('chen-li', async (clerk) => {
    await clerk.open('packages/review/pages/queue');
    await clerk.tap('link', /^集中排查/);
    await clerk.sees('去年没查完的排查');
    await picture(clerk, 'checks');
    await clerk.tap('button', '开始一次排查');
    await clerk.sees('先写这次排查叫什么');
    await clerk.write('叫什么', '春季集中排查');
    await clerk.write('哪天前查完', '2026-04-01');
    await clerk.tap('button', '开始排查');
    await clerk.sees('结束的日子不能比开始早。改一下。');
    await looked(clerk, 'check-open');
    await clerk.write('哪天前查完', '2026-04-29');
    await clerk.tap('button', '开始排查');
    await clerk.sees('春季集中排查');
    await picture(clerk, 'check-villages');
  });
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/ledgers/pages/checks');
    await cadre.tap('link', /^春季集中排查/);
    await cadre.sees('村里应查多少户？');
    await picture(cadre, 'check-due');
    await cadre.write('应查户数', '312');
    await cadre.tap('button', '记下户数');
    await cadre.sees('还差 312 户');
    await cadre.write('您查了多少户', '400');
    await cadre.tap('button', '记上');
    await cadre.sees('查过的户数比应查的多。看一眼，哪个数写错了。');
    await cadre.write('您查了多少户', '128');
    await cadre.tap('button', '记上');
    await cadre.sees('4月20日 · 128 户');
    await cadre.tap('link', /^查到谁家有难处/);
    await cadre.sees('谁家？');
    await cadre.write('上面没有？写户主姓名', '包玉山');
    await cadre.tap('button', '家里有人生大病、常年吃药');
    await cadre.tap('button', '报上去');
    await cadre.sees('报上去了');
    await cadre.open('packages/ledgers/pages/checks');
    await cadre.tap('link', /^春季集中排查/);
    await cadre.sees('1 条');
    await looked(cadre, 'check-village');
    await cadre.write('查得怎么样', '走了一遍，外出的打了电话，查到一家有病人的。');
    await cadre.tap('button', '写好了，我签字');
    await cadre.sees('等另一个去查的人来签字');
    await looked(cadre, 'check-reported');
  });
  await place.as('wang-jianjun', async (second) => {
    await second.open('packages/ledgers/pages/checks');
    await second.tap('link', /^春季集中排查/);
    await second.tap('button', '我也去查了，签字');
    await second.sees('查完了');
  });
  await place.as(
    'chen-li',
    async (clerk) => {
      await clerk.open('packages/ledgers/pages/checks');
      await picture(clerk, 'checks-desk');
      await clerk.tap('link', /^去年没查完的排查/);
      await clerk.tap('tab', /^晚了/);
      await picture(clerk, 'check-desk');
      expect(await faults(clerk.page, [1280], ['light'])).toEqual([]);
      await clerk.page.route('**/api/checks/**', (route) => route.abort());
      await clerk.open('packages/ledgers/pages/check?roundId=150521-none');
      await clerk.sees('再试一次');
    },
    DESK,
  );
  await office.settled();
});

test('a round that was opened by mistake is put off with a reason, then withdrawn; the village reads why', async () => {
  await place.as('chen-li', async (clerk) => {
    await clerk.open('packages/ledgers/pages/check-open');
    await clerk.tap('link', '只要一个村');
    await clerk.tap('button', '保西村');
    await clerk.tap('link', '再加一个地方');
    await clerk.tap('link', '只要一个村');
    await clerk.tap('button', '保南村');
    await looked(clerk, 'check-two');
    await clerk.write('叫什么', '开错了的排查');
    await clerk.write('哪天前查完', '2026-05-10');
    await clerk.tap('button', '开始排查');
    await clerk.sees('开错了的排查');
    await clerk.tap('link', /^时间不够/);
    await clerk.tap('button', '延长');
    await clerk.sees('选哪天前查完。');
    await looked(clerk, 'check-extend');
    await clerk.write('改到哪天前查完', '2026-05-20');
    await clerk.write('为什么延长', '大雪封路，走不到');
    await clerk.tap('button', '延长');
    await clerk.sees('从5月10日延长到5月20日');
    await looked(clerk, 'check-extended');
    await clerk.tap('link', /^开始错了/);
    await clerk.write('为什么撤回', '选错了镇');
    await clerk.tap('button', '撤回');
    await clerk.sees('这次排查撤回了');
    await picture(clerk, 'check-withdrawn');
  });
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/ledgers/pages/checks');
    await cadre.tap('link', /^开错了的排查/);
    await cadre.sees(/陈立撤回：选错了镇/);
  });
});

test('a problem is entered, taken on, put right with a photo, given back once and closed; what is past its day says so', async () => {
  const { office } = place;
  await place.as('chen-li', async (clerk) => {
    await clerk.open('packages/review/pages/queue');
    await clerk.tap('link', /^问题整改/);
    await clerk.sees('没有要改的问题');
    await picture(clerk, 'problems-empty');
    await clerk.tap('button', '登记一个问题');
    await clerk.sees('先选谁查出的');
    await clerk.tap('button', '第三方评估');
    await clerk.tap('link', '只要一个村');
    await clerk.tap('button', '保西村');
    await clerk.write('什么问题', '三月没有走访记录，两户的明白卡还是去年的');
    await clerk.write(/^涉及哪户/, '999');
    await clerk.write('哪天前改好', '2026-04-25');
    await clerk.tap('button', '登记');
    await clerk.sees('没有找到这个编号的户。看一眼编号，不涉及哪户就空着。');
    await looked(clerk, 'problem-enter');
    await clerk.write(/^涉及哪户/, '');
    await clerk.tap('button', '登记');
    await clerk.sees('我来改');
    await picture(clerk, 'problem-open');
  });
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/ledgers/pages/problems');
    await cadre.tap('link', /三月没有走访记录/);
    await cadre.tap('button', '我来改');
    await cadre.sees('写一句怎么改的，就能交');
    await cadre.photograph('拍照，改好的照片');
    await cadre.write('做了什么', '补了三月的走访记录');
    await looked(cadre, 'problem-mend');
    await cadre.tap('button', '改好了，交上去');
    await cadre.sees('等人来看，4月25日前改好');
  });
  office.at('2026-04-27 09:00');
  await place.as('chen-li', async (clerk) => {
    await clerk.open('packages/review/pages/queue');
    await clerk.sees('晚了 1 个');
    await clerk.tap('link', /^问题整改/);
    await picture(clerk, 'problems');
    await clerk.tap('link', /三月没有走访记录/);
    await clerk.tap('radio', /还没改好，退回去/);
    await clerk.write('还差什么', '两户的明白卡还没换');
    await looked(clerk, 'problem-close');
    await clerk.tap('button', '退回再改');
    await clerk.sees('为什么退回');
  });
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/ledgers/pages/problems');
    await cadre.tap('link', /三月没有走访记录/);
    await cadre.sees('两户的明白卡还没换');
    await cadre.write('做了什么', '记录补了，两户的明白卡换了新的');
    await cadre.tap('button', '改好了，交上去');
    await cadre.sees('晚了 2 天，等人来看');
  });
  await place.as(
    'wu-haiyan',
    async (county) => {
      await county.open('packages/ledgers/pages/problems');
      await picture(county, 'problems-desk');
      expect(await faults(county.page, [1280], ['light'])).toEqual([]);
      await county.tap('link', /三月没有走访记录/);
      await county.tap('radio', /改好了，可以销号/);
      await county.tap('button', '销号');
      await county.sees('销号了');
      await county.tap('button', /改好的照片第 1 张/);
      await picture(county, 'problem-desk');
    },
    DESK,
  );
  office.at('2026-04-20 09:00');
  await office.settled();
});
