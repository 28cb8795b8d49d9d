/**
 * Follow-up in a real browser against the whole local stack: a village fills the sheet of a quarter with the net cut off,
 * another hand confirms it, a family says what changed at home and a cadre writes it down. Wants a build:
 * `node miniapp/build.cjs h5`.
 */
import { faults } from '@tests/support/axe';
import { walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { looker } from '@tests/support/looked';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';

const LIST = 'packages/followups/pages/list';

jest.setTimeout(240_000);

let place: OfficeInBrowser;
let office: WireOffice;
let caseId: string;

beforeAll(async () => {
  place = await openOfficeInBrowser('followups');
  ({ office } = place);
  ({ caseId } = await walk(office, 'announced'));
  office.at('2026-04-12 09:00');
  await office.settled();
});

afterAll(() => place?.close());

const { picture, looked, onDesk } = looker('followups');

/** A name written with the finger. */
async function sign({ page }: InBrowser): Promise<void> {
  const canvas = page.locator('.sw-sign canvas').filter({ visible: true }).first();
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('Nowhere to sign');
  await page.mouse.move(box.x + 30, box.y + 40);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1)
    await page.mouse.move(box.x + 30 + step * 8, box.y + 40 + (step % 2) * 30);
  await page.mouse.up();
}

test('a village fills the sheet of a quarter without a net; it goes by itself when there is one', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/review/pages/queue');
    await cadre.tap('link', /^跟踪帮扶/);
    await cadre.sees('跟踪帮扶 1 户');
    await cadre.sees('台账晚了，4月10日就该填');
    await looked(cadre, 'list');
    await cadre.tap('link', /田有福/);
    await cadre.sees('2026 年一季度的晚了，4月10日就该填好');
    await looked(cadre, 'family');
    await cadre.tap('button', '填季度台账');
    await cadre.sees(/按 4 口人算/);
    await cadre.page.context().setOffline(true);
    await cadre.sees('没有网，先存在手机里');
    await cadre.tap('button', '加一项收入');
    await cadre.tap('button', '务工');
    await cadre.write(/^务工，元/, '9600');
    await cadre.page.keyboard.press('Tab');
    // 9,600 over four people.
    await cadre.sees('2,400');
    await looked(cadre, 'quarter-money');
    await cadre.tap('button', '存好，下一项');
    await cadre.tap('checkbox', '吃水');
    await cadre.write('吃水哪里不好', '水管冻裂');
    await looked(cadre, 'quarter-home');
    await cadre.tap('button', '存好，下一项');
    await cadre.tap('button', '没有变');
    await cadre.tap('button', '差不多');
    await looked(cadre, 'quarter-family');
    await cadre.tap('button', '存好，下一项');
    await cadre.tap('button', '交季度台账');
    await cadre.sees(/还有 \d 处要改/);
    await cadre.sees('写上谁来解决。');
    await cadre.write('吃水谁来解决', '镇水管站');
    await cadre.write('吃水哪天前解决', '2026-05-01');
    await cadre.tap('tab', '结论签字');
    await cadre.tap('button', '平稳');
    await cadre.write('看到了什么', '水还没通，别的都好');
    await sign(cadre);
    await looked(cadre, 'quarter-sign');
    await sign(cadre);
    await cadre.tap('button', '交季度台账');
    await cadre.sees('季度台账存在手机里，还没交');
    await picture(cadre, 'family-kept');
    await cadre.page.context().setOffline(false);
    await cadre.leaves('季度台账存在手机里，还没交');
    await cadre.sees('住房、吃水、上学、医保有问题，要解决');
    await cadre.sees('等村里确认');
    await looked(cadre, 'family-after');
  });
});

test('another hand of the village confirms, then the township at its desk', async () => {
  await place.as('wang-jianjun', async (other) => {
    await other.open(LIST);
    await other.tap('link', /等我确认/);
    await other.tap('link', /田有福/);
    await other.tap('link', /一季度/);
    await other.sees('按哪一版规则');
    await looked(other, 'sheet');
    await other.tap('button', '退回');
    await other.sees('写一句哪里要改。');
    await other.tap('button', '确认');
    await other.sees('等镇里确认');
  });
  await place.as(
    'chen-li',
    async (leader) => {
      // As many as a township has: what the server said of one, under other names.
      await leader.page.route('**/api/follow-ups?**', async (route) => {
        const answer = await route.fetch();
        const said = (await answer.json()) as { rows: { caseId: string; headName: string }[] };
        const [one] = said.rows;
        if (one === undefined) return route.fulfill({ response: answer });
        const rows = Array.from({ length: 200 }, (_, index) =>
          index === 0
            ? one
            : {
                ...one,
                caseId: `${one.caseId}-${index}`,
                headName: index % 7 === 0 ? '欧阳阿古达木苏荣' : '白德胜',
              },
        );
        return route.fulfill({ response: answer, json: { ...said, rows } });
      });
      await leader.open(LIST);
      await leader.sees('等镇里确认');
      expect(await leader.page.getByRole('rowheader').count()).toBe(200);
      expect(await faults(leader.page, [1280], ['light'])).toEqual([]);
      await keepPicture(leader.page, 'followups', 'desk', false);
      await leader.tap('link', '田有福');
      await leader.tap('link', /一季度/);
      await leader.tap('button', '确认');
      await leader.sees('镇里确认了');
      await picture(leader, 'desk-family');
    },
    DESK,
  );
});

test('a family says that a child was born; a cadre looks and writes it down', async () => {
  await place.as('tian-xiaoyu', async (family) => {
    await family.open('pages/family/index');
    await family.tap('link', /^家里有变化/);
    await family.sees('记着的家里人');
    await looked(family, 'changes');
    await family.tap('button', '生了孩子');
    await family.write('还想说什么', '哥哥家生了个儿子');
    await looked(family, 'changes-say');
    await family.tap('button', '告诉村里');
    await family.sees('4月22日前来看');
    await picture(family, 'changes-told');
  });
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open(LIST);
    await cadre.tap('link', /家里说有变化/);
    await cadre.tap('link', /田有福/);
    await cadre.sees('哥哥家生了个儿子');
    await looked(cadre, 'family-told');
    await cadre.tap('button', '去看过，登记');
    await cadre.sees('交了就算数。');
    await cadre.write('名字', '田小宝');
    await cadre.tap('button', '孙辈');
    await cadre.tap('button', '出生证明');
    await looked(cadre, 'change');
    await cadre.tap('button', '登记');
    await cadre.sees('田小宝 孙辈');
    await cadre.tap('link', '登记变动');
    await cadre.tap('button', '去世');
    await cadre.tap('button', '周桂兰');
    await cadre.sees('他本人的补贴，下一期要停。');
    await picture(cadre, 'change-death');
  });
  await place.as('tian-xiaoyu', async (family) => {
    await family.open(`packages/family/pages/changes?case=${caseId}`);
    await family.sees('登记好了');
    await family.sees('孙辈 田小宝');
    await picture(family, 'changes-done');
  });
});

test('what is known of a family is read through time, a change is written down, a wrong one is put right', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open(`packages/followups/pages/family?caseId=${caseId}`);
    await cadre.tap('link', /全部情况和以前的样子/);
    await cadre.sees('田小宝，在不在家里：在家里');
    await looked(cadre, 'facts');
    await cadre.tap('button', '记一个变化');
    await cadre.tap('button', '记下来');
    await cadre.sees('选一下是谁的。');
    await cadre.tap('button', '田有福');
    await cadre.tap('button', '能不能干活');
    await cadre.sees('现在记的：不清楚');
    await looked(cadre, 'fact-wrong');
    await cadre.tap('button', '干不了活了');
    await cadre.write('从哪天起', '2026-04-01');
    await cadre.write('凭什么', '县医院证明');
    await cadre.tap('button', '记下来');
    await cadre.sees('田有福，能不能干活：干不了活了');
    await cadre.tap('link', /田有福，能不能干活：干不了活了/);
    await cadre.tap('button', '改过来');
    await cadre.sees('写一句错在哪里。');
    await cadre.tap('button', '改成对的');
    await cadre.tap('button', '干不了重活');
    await cadre.write('错在哪里', '看错了诊断书');
    await cadre.write('凭什么', '县医院证明');
    await looked(cadre, 'fact-correct');
    await cadre.tap('button', '改过来');
    await cadre.sees('后来改过');
    await cadre.sees(/错在：看错了诊断书/);
    await looked(cadre, 'facts-after');
    await cadre.tap('link', /看以前哪天的样子/);
    await cadre.write('看哪天的情况', '2026-03-10');
    await cadre.write('按哪天知道的算', '2026-03-10');
    await cadre.tap('button', '看那天的');
    await cadre.sees('这是2026年3月10日的样子');
    await cadre.sees('按2026年3月10日知道的算。');
    await cadre.leaves('田小宝 孙辈');
    await looked(cadre, 'facts-past');
    await cadre.tap('button', '回到现在');
    await cadre.sees('田小宝 孙辈');
  });
});

test('a coming that was written down by mistake is taken back, and the family reads why', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open(`packages/followups/pages/family?caseId=${caseId}`);
    await cadre.tap('link', /出生 田小宝/);
    await cadre.sees('登记错了才撤回。后来变了，请登记新的变动。');
    await cadre.tap('button', '撤回');
    await cadre.sees('写一句错在哪里。');
    await looked(cadre, 'take-back');
    await cadre.write('错在哪里', '孩子是邻居家的');
    await cadre.tap('button', '撤回');
    await cadre.sees('不算数了。以前怎么写的，还看得到。');
    await looked(cadre, 'taken-back');
    await cadre.tap('button', '看这家');
    await cadre.sees(/撤回，错在：孩子是邻居家的/);
    await cadre.leaves('田小宝 孙辈');
    await picture(cadre, 'family-taken-back');
  });
  await place.as('tian-xiaoyu', async (family) => {
    await family.open(`packages/family/pages/changes?case=${caseId}`);
    await family.sees('登记错了，不算');
    await family.sees(/李春梅撤回：孩子是邻居家的/);
    await picture(family, 'changes-taken-back');
  });
});

test('a new risk that was written down by mistake is taken back, and asks for no plan any more', async () => {
  await office.must('li-chunmei', 'followups.record', {
    ...{ caseId, cadence: 'EVENT', event: 'DISASTER', on: '2026-04-12', result: 'NEW_RISK' },
    ...{ newRisks: ['DISASTER'], words: '雹子砸了大棚' },
  });
  const plan = '有新风险，重新定帮扶办法';
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open(`packages/followups/pages/family?caseId=${caseId}`);
    await cadre.sees(plan);
    await cadre.tap('link', /因自然灾害.*李春梅写的/);
    await cadre.sees('撤回后，不用再为它定帮扶。走访还留着。');
    await cadre.write('错在哪里', '问的是另一家');
    await looked(cadre, 'take-back-risk');
    await cadre.tap('button', '撤回');
    await cadre.sees('不算数了。以前怎么写的，还看得到。');
    await cadre.tap('button', '看这家');
    await cadre.sees(/错在：问的是另一家/);
    await cadre.leaves(plan);
    await picture(cadre, 'family-risk-taken-back');
  });
});

test('a township reads the many facts of a family at its desk; another village finds none', async () => {
  const page = `packages/followups/pages/facts?caseId=${caseId}`;
  await place.as(
    'he-min',
    async (clerk) => {
      // A family that has been on the list for years: what the server said of it, many times over.
      await clerk.page.route(/facts.history/, async (route) => {
        const answer = await route.fetch();
        const said = (await answer.json()) as { rows: { id: string; evidence: string; who: string }[] };
        const later = said.rows.filter(({ who, evidence }) => who !== '' && evidence === '县医院证明');
        const rows = Array.from({ length: 200 }, (_, index) => {
          const one = later[index % later.length];
          return { ...one, id: `${one?.id}-${index}`, ...(index % 7 === 0 && { who: '欧阳阿古达木苏荣' }) };
        });
        return route.fulfill({ response: answer, json: { rows } });
      });
      await clerk.open(page);
      await clerk.sees('200 条');
      await onDesk(clerk, 'facts-desk');
    },
    DESK,
  );
  await place.as('sun-xiuying', async (neighbour) => {
    await neighbour.open(page);
    await neighbour.sees('没有找到');
    for (const one of ['family', 'facts', 'quarter', 'record', 'change', 'sheet']) {
      await neighbour.open(`packages/followups/pages/${one}`);
      await neighbour.sees('回“跟踪帮扶”，从那里点进来。');
    }
    await picture(neighbour, 'nothing-named');
    await neighbour.tap('button', '去“跟踪帮扶”');
    await neighbour.sees('跟踪帮扶');
    await picture(neighbour, 'facts-not-there');
  });
});
