/**
 * Family F01 from its first tap to the county's decision and its card, through the real screens as each person, on the
 * whole local stack with a moved clock (domain/scenarios.md). Wants a build: `node miniapp/build.cjs h5`.
 */
import { COST_LABELS, INCOME_LABELS, RIGID_LABELS } from '@miniapp/features/review/words';
import { composeIdNumber } from '@shared/people';
import { DESK, type InBrowser, openInBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture, pictureFile } from '@tests/support/pictures';

jest.setTimeout(300_000);

const HEAD_ID = composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 101 });

let place: OfficeInBrowser;
const links = new Map<string, string>();

beforeAll(async () => {
  place = await openOfficeInBrowser('f01');
  const { people } = (await (await fetch(`${place.origin}/api/local/people`)).json()) as {
    people: { name: string; link: string }[];
  };
  for (const { name, link } of people) links.set(name, link);
});

afterAll(() => place?.close());

/** Moves the village's clock, China time. */
async function clock(local: string): Promise<void> {
  const answer = await fetch(`${place.origin}/api/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': `clock-${local.replace(/\D/g, '')}` },
    body: JSON.stringify({ to: `${local.replace(' ', 'T')}:00+08:00` }),
  });
  expect(answer.status).toBe(200);
}

const complaints: string[] = [];

/** What one person does, in a window of the own. */
async function as(
  name: string,
  work: (person: InBrowser) => Promise<void>,
  viewport?: typeof DESK,
): Promise<void> {
  const person = await openInBrowser(place.browser, place.origin, {
    link: links.get(name),
    ...(viewport !== undefined && { viewport }),
  });
  try {
    await work(person);
  } catch (error) {
    await person.page.screenshot({ path: pictureFile('f01', `failed-${name}`), fullPage: true });
    throw error;
  } finally {
    complaints.push(...person.complaints);
    await person.close();
  }
}

const shoot = (person: InBrowser, name: string) => keepPicture(person.page, 'f01', name);

async function openCase(person: InBrowser): Promise<void> {
  await person.open('packages/review/pages/queue');
  await person.tap('link', /田有福/);
}

/** Begins an act on the case page: the main one is a button, the others are rows below the facts. */
async function act(person: InBrowser, name: string): Promise<void> {
  const { page } = person;
  const found = page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name: new RegExp(`^${name}`) }));
  await found.filter({ visible: true }).first().click();
}

async function add(person: InBrowser, kind: '收入' | '成本' | '支出', label: string): Promise<void> {
  await person.tap('button', `加一项${kind}`);
  await person.tap('button', label);
}

async function fillSheet(person: InBrowser): Promise<void> {
  const income: [keyof typeof INCOME_LABELS, string][] = [
    ['A1', '28800'],
    ['A5', '5400'],
    ['B1', '12420'],
    ['B2', '16000'],
    ['C2', '1200'],
    ['C1', '600'],
    ['D06', '1275'],
    ['D12', '3000'],
  ];
  for (const [code, yuan] of income) {
    await add(person, '收入', INCOME_LABELS[code]);
    await person.write(`${INCOME_LABELS[code]}，元`, yuan);
  }
  const costs: [keyof typeof COST_LABELS, string][] = [
    ['E1', '4860'],
    ['E2', '9200'],
  ];
  for (const [code, yuan] of costs) {
    await add(person, '成本', COST_LABELS[code]);
    await person.write(`减：${COST_LABELS[code]}，元`, yuan);
  }
  const rigid: [keyof typeof RIGID_LABELS, string, string][] = [
    ['M1', '80600', '51600'],
    ['M3', '5400', '0'],
    ['S1', '7800', '3300'],
  ];
  for (const [code, paid, back] of rigid) {
    await add(person, '支出', RIGID_LABELS[code]);
    await person.write(`${RIGID_LABELS[code]}花了，元`, paid);
    await person.write(`${RIGID_LABELS[code]}退回，元`, back);
  }
  await person.write('加：保险赔付，元', '4000');
}

async function fillMembers(person: InBrowser): Promise<void> {
  const members: [relation: string, name: string, birthDate: string][] = [
    ['配偶', '周桂兰', '1976-08-03'],
    ['儿子', '田志强', '2001-11-20'],
    ['女儿', '田晓雨', '2006-07-09'],
  ];
  for (const [index, [relation, name, birthDate]] of members.entries()) {
    const title = `第 ${index + 2} 口人`;
    await person.tap('button', '加一口人');
    await person.write(`${title}姓名`, name);
    await person.page
      .getByRole('group', { name: `${title}和户主的关系` })
      .getByRole('button', { name: relation, exact: true })
      .click();
    await person.write(`${title}生日`, birthDate);
  }
}

/** The line under everything that is signed. */
const UNRELATED = '我和这家不是亲戚';

async function sign(name: string): Promise<void> {
  await as(name, async (person) => {
    await openCase(person);
    await act(person, '签名');
    await person.tap('button', '情况属实');
    await person.tap('checkbox', UNRELATED);
    await person.tap('button', '签名');
    await person.leaves('看一遍，没错就签名');
  });
}

test('F01 goes the whole legal way, each step by the person whose step it is', async () => {
  await clock('2026-03-02 09:10');
  await as('田晓雨', async (daughter) => {
    await daughter.open('pages/home/index');
    await daughter.sees('村里现在没有公示');
    await shoot(daughter, '01-home');
    await daughter.tap('link', /我要申报/);
    await daughter.tap('button', '2 组');
    await daughter.tap('button', '对，下一步');
    await daughter.tap('radio', /我是家里人/);
    await daughter.tap('button', '下一步');
    await daughter.tap('button', '子女');
    await daughter.tap('button', '写字不方便');
    await daughter.tap('button', '下一步');
    await daughter.write('姓名', '田有福');
    await daughter.write('身份证号', HEAD_ID);
    await daughter.tap('button', '下一步');
    await daughter.tap('radio', /没有电话/);
    await daughter.tap('button', '有人生大病');
    await daughter.tap('button', '供孩子上学难');
    await shoot(daughter, '02-c-what');
    await daughter.tap('button', '下一步');
    await daughter.tap('button', '以后再拍');
    await daughter.sees('填好了，还没有交');
    await shoot(daughter, '02-f-check');
    await daughter.tap('button', '交给村里');
    await daughter.sees('交给村里了');
    await shoot(daughter, '03-receipt');
  });

  await clock('2026-03-02 16:20');
  await as('李春梅', async (cadre) => {
    await openCase(cadre);
    await act(cadre, '受理');
    await cadre.tap('checkbox', /李春梅/);
    await cadre.tap('checkbox', /王建军/);
    await cadre.tap('button', '受理，请他们去看');
    await cadre.leaves('请哪两位去看？');
  });

  await clock('2026-03-04 10:00');
  await as('田晓雨', async (daughter) => {
    await daughter.open('pages/home/index');
    await daughter.tap('link', /田有福家/);
    await daughter.sees('正在入户核实');
    await daughter.sees('3月5日前');
    await daughter.sees(/最晚 ?3月17日告诉您结果/);
    await shoot(daughter, '04-my-case');
  });
  await as('李春梅', async (cadre) => {
    await openCase(cadre);
    await act(cadre, '填核实表');
    await cadre.tap('tab', '家里人');
    await fillMembers(cadre);
    await cadre.tap('tab', '收支');
    await fillSheet(cadre);
    await cadre.sees('13,658.75');
    await cadre.sees('6,283.75');
    await shoot(cadre, '12-verify');
    await cadre.tap('tab', '上门照片');
    await cadre.write('哪天去的', '2026-03-04');
    await cadre.tap('button', '交核实表');
    await cadre.sees('核实表填好了，请您看一遍，签名。');
  });
  await as('李春梅', async (cadre) => {
    for (const name of ['田有福', '周桂兰', '田志强', '田晓雨']) {
      await openCase(cadre);
      await act(cadre, '登记授权签名');
      if (name !== '田晓雨') await cadre.tap('radio', new RegExp(name));
      await cadre.photograph(/签了名的同意书/);
      await cadre.tap('radio', /^同意查银行存款/);
      await cadre.tap('button', '登记签名');
      await cadre.leaves('谁签了同意？');
    }
  });
  await sign('李春梅');
  await sign('王建军');

  await clock('2026-03-05 15:00');
  await as('吴海燕', async (clerk) => {
    await openCase(clerk);
    await act(clerk, '请部门查对');
    await clerk.sees('只查签了同意的大人');
    await clerk.tap('button', '请部门查对');
    await clerk.leaves('只查签了同意的大人');
    await act(clerk, '登记部门答复');
    await clerk.tap('button', /个部门都没有查到/);
    await clerk.tap('button', '登记答复');
    await clerk.leaves('部门怎么答复的？');
  });

  await clock('2026-03-06 15:00');
  await as('李春梅', async (cadre) => {
    await openCase(cadre);
    await cadre.sees('只提示，由人来定');
    await act(cadre, '综合研判');
    await cadre.tap('radio', '建议纳入');
    await cadre.tap('radio', '突发严重困难户');
    // What the family said is chosen already; the cadre may change it.
    await cadre.sees('因病');
    await cadre.write('理由', '收入在线上，但看病、上学必须花的钱超出了剩下的');
    await cadre.tap('checkbox', UNRELATED);
    await cadre.tap('button', '提出建议');
    await cadre.leaves('您怎么建议？');
    await act(cadre, '记评议会');
    await cadre.write('日期', '2026-03-06');
    await cadre.write('几点', '14:30');
    await cadre.write('地点', '村委会会议室');
    await cadre.write('召集人', '周正平');
    await cadre.write(
      /村民代表/,
      '张三丰、李四光、王五岳、赵六安、孙七星、周八方、吴九州、郑十全、冯一山、陈二河、褚三江',
    );
    for (const [choice, votes] of [
      ['同意', '11'],
      ['不同意', '0'],
      ['弃权', '0'],
    ] as const)
      await cadre.write(`田有福，${choice}几票`, votes);
    await cadre.tap('button', '写好了，收起');
    await cadre.tap('checkbox', /我和这几家都不是亲戚/);
    await shoot(cadre, '13-appraisal');
    await cadre.tap('button', '生成公示稿');
    await cadre.sees('贴出来是这个样子');
  });

  await clock('2026-03-06 19:00');
  await as('李春梅', async (cadre) => {
    await cadre.open('packages/publicity/pages/post');
    await cadre.sees('贴出来是这个样子');
    await shoot(cadre, '14-publicity');
    await cadre.tap('button', '定稿，去打印');
    await cadre.sees('还没开始算天数');
    await cadre.photograph(/公示栏/);
    await cadre.tap('button', '开始公示');
    await cadre.leaves('还没开始算天数');
  });

  await clock('2026-03-08 09:00');
  await as('贺明', async (neighbour) => {
    await neighbour.open('pages/home/index');
    await neighbour.tap('link', /还剩 4 天/);
    await neighbour.sees('田*福');
    await shoot(neighbour, '07-notice');
    const text = await neighbour.page.locator('body').textContent();
    expect(text).not.toMatch(/田有福|生大病|因病|住院|田晓雨|田志强/);
    expect(text).not.toContain(HEAD_ID);
  });

  await clock('2026-03-11 18:00');
  await as('李春梅', async (cadre) => {
    await openCase(cadre);
    await act(cadre, '拍公示栏');
    await cadre.photograph(/拍照，公示栏/);
    await cadre.tap('button', '交照片');
    await cadre.leaves('到期要把纸撤下来');
  });

  await clock('2026-03-12 10:00');
  await as(
    '陈立',
    async (leader) => {
      await leader.open('packages/desk/pages/desk');
      await leader.sees('田有福');
      await shoot(leader, '20-desk');
      await leader.tap('button', /同意，报县里/);
      await leader.write('意见', '材料齐全，程序合规');
      await leader.tap('checkbox', UNRELATED);
      await shoot(leader, '21-desk');
      await leader.tap('button', /同意，报县里/);
      await leader.leaves('报县里审定？');
    },
    DESK,
  );

  await clock('2026-03-13 10:00');
  await as('高志远', async (leader) => {
    await openCase(leader);
    await act(leader, '审定');
    await leader.tap('radio', '纳入');
    await leader.tap('radio', '突发严重困难户');
    await leader.write('理由', '同意纳入');
    await leader.tap('checkbox', UNRELATED);
    await leader.tap('button', '审定');
    await leader.leaves('请您审定');
  });

  await clock('2026-03-16 09:00');
  await as('何敏', async (clerk) => {
    await clerk.open('packages/publicity/pages/announce');
    await clerk.sees('公告是这个样子');
    await clerk.tap('button', '公告');
    await clerk.leaves('公告是这个样子');
  });

  await clock('2026-03-20 09:00');
  await as('李春梅', async (cadre) => {
    await cadre.open('packages/review/pages/included');
    await cadre.tap('link', /田有福/);
    await act(cadre, '登记帮扶措施');
    await cadre.tap('button', '健康帮扶');
    await cadre.write('办了什么', '医疗救助');
    await cadre.write('哪个部门办的', '县医保局');
    await cadre.write('哪一天', '2026-03-20');
    await cadre.write(/多少钱/, '3200');
    await cadre.page.getByRole('button', { name: '登记', exact: true }).filter({ visible: true }).click();
    await cadre.leaves('办好了哪一项帮扶？');
  });
  // The timers make the card anew from what was written.
  await clock('2026-03-20 18:00');
  await as('田晓雨', async (daughter) => {
    await daughter.open('pages/home/index');
    await daughter.tap('link', /田有福家/);
    await daughter.sees('列入帮扶名单了');
    await shoot(daughter, '04-included');
    await daughter.tap('link', /明白卡/);
    await daughter.sees('医疗救助');
    await daughter.sees('3,200 元');
    await shoot(daughter, '10-card');
  });
  expect(complaints).toEqual([]);
});
