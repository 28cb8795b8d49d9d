/**
 * Clues in a real browser against the whole local stack: a county's clerk hands in a department's file, a village looks
 * and answers, a grid member reports in three taps. Wants a build: `node miniapp/build.cjs h5`.
 */
import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { faults } from '@tests/support/axe';
import { walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';
import iconv from 'iconv-lite';

const CLUES = 'packages/clues/pages/clues';

jest.setTimeout(180_000);

let place: OfficeInBrowser;
let office: WireOffice;

const idOf = (sequence: number, area = '990101') =>
  composeIdNumber({ area, birthDate: '1968-04-01', sequence });

beforeAll(async () => {
  place = await openOfficeInBrowser('clues');
  ({ office } = place);
  await walk(office, 'announced', { headName: '杨桂兰', idNo: idOf(500) });
  office.at('2026-03-18 09:00');
  await office.settled();
});

afterAll(() => place?.close());

const picture = (person: InBrowser, name: string) => keepPicture(person.page, 'clues', name);

/** The same page in large text, looked at and measured. */
async function looked(person: InBrowser, name: string): Promise<void> {
  await picture(person, name);
  expect(await faults(person.page, [320, 375], ['light', 'care'])).toEqual([]);
  await person.page.setViewportSize({ width: 375, height: 812 });
  await picture(person, `${name}-care`);
}

test("a county's clerk hands in a department's file and sees what became of each row", async () => {
  const rows = [
    '姓名,身份证号码,预警情况,数（元、%、天）,乡镇,村,说明',
    `白长河,${idOf(1)},孩子没上学,,保康镇,保西村,二女儿开学两周没有到校`,
    `满都拉,${idOf(2)},自付看病花费大,"23,456.70",保康镇,保西村,`,
    `欧阳阿古达木苏荣,${idOf(3)},饮水有问题,41,保康镇,保西村,入冬后水管冻裂，一直从邻村拉水，家里老人腿脚不好，孩子在外地上学`,
    `外县人,${idOf(4, '230602')},孩子没上学,,,,`,
    `写错号,${idOf(5).slice(0, 17)}0,孩子没上学,,保康镇,保西村,`,
  ];
  await place.as('wu-haiyan', async (clerk) => {
    await clerk.open(CLUES);
    await clerk.sees('没有要答复的线索');
    await looked(clerk, 'empty');
    await clerk.tap('button', '传部门名单');
    await clerk.sees('先选是哪个部门的。');
    await clerk.tap('button', '教育');
    await looked(clerk, 'send');
    const [chooser] = await Promise.all([
      clerk.page.waitForEvent('filechooser'),
      clerk.tap('button', /^传教育/),
    ]);
    await chooser.setFiles({
      name: '教育局名单.csv',
      mimeType: 'text/csv',
      buffer: iconv.encode(rows.join('\r\n'), 'gb18030'),
    });
    await clerk.sees('交给村里 3 行');
    await clerk.sees('还有 2 行没有办，原因在结果里。');
    await looked(clerk, 'sent-table');
  });
});

test('a village looks, and answers each clue in one of three ways', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/review/pages/queue');
    await cadre.sees('3 条');
    await cadre.tap('link', /^线索/);
    await cadre.sees('线索 3 条');
    await looked(cadre, 'list');
    await cadre.tap('link', /白长河/);
    await cadre.sees('二女儿开学两周没有到校');
    await cadre.tap('radio', /没有风险/);
    await cadre.tap('button', '答复');
    await cadre.sees('写一句，为什么没有风险。');
    await looked(cadre, 'clue-problem');
    await cadre.tap('radio', /立一件/);
    await cadre.write('几组', '1组');
    await cadre.write('看到了什么', '孩子想上学，路费不够');
    await looked(cadre, 'clue-open');
    await cadre.tap('button', '立这一件');
    await cadre.sees('请您受理，并定两位核实人。');
    await cadre.open(CLUES);
    await cadre.sees('线索 2 条');
    await cadre.tap('link', /满都拉/);
    await cadre.sees('23,456.70 元');
    await cadre.tap('radio', /已经帮上了/);
    await cadre.tap('button', '健康帮扶');
    await cadre.write('帮了什么', '大病报销办好了');
    await cadre.tap('button', '答复');
    await cadre.sees('怎么答复的');
    await looked(cadre, 'answered');
    await cadre.open(CLUES);
    await cadre.tap('tab', '答复过');
    await cadre.sees('已经帮上了');
  });
});

test('a grid member reports a family in three taps; who may not see the village sees nothing', async () => {
  await place.as('zhao-dayong', async (grid) => {
    await grid.open('packages/clues/pages/report');
    await grid.sees('先选是谁家');
    await looked(grid, 'report');
    await grid.tap('button', /杨桂兰/);
    await grid.tap('button', '出了事故');
    await grid.tap('button', '报上去');
    await grid.sees('村里3月21日前去看，答复您。');
    await looked(grid, 'reported');
  });
  await place.as('sun-xiuying', async (other) => {
    await other.open(CLUES);
    await other.sees('没有要答复的线索');
    await other.sees('线索 0 条');
  });
});

test('a township at its desk reads them as a table, late ones first; without a net it says so', async () => {
  for (let index = 0; index < 60; index += 1)
    await office.must('zhao-dayong', 'clues.report', {
      village: FIRST_VILLAGE,
      name: '乌力吉',
      risk: 'WATER',
    });
  office.at('2026-03-22 09:00');
  await office.settled();
  await place.as(
    'he-min',
    async (clerk) => {
      await clerk.open(CLUES);
      await clerk.sees('线索 62 条');
      await clerk.sees(/晚了，3月21日就该答复/);
      await picture(clerk, 'desk');
      expect(await faults(clerk.page, [1280], ['light'])).toEqual([]);
      await clerk.tap('button', '再看后面的');
      await clerk.page.getByRole('rowheader').nth(61).waitFor();
      await clerk.leaves('再看后面的');
      expect(await clerk.page.getByRole('rowheader').count()).toBe(62);
      await clerk.page.route('**/api/clues**', (route) => route.abort());
      await clerk.open(CLUES);
      await clerk.sees('再试一次');
      await picture(clerk, 'desk-unreached');
    },
    DESK,
  );
});
