/**
 * What a villager does, in a real browser against the whole local stack: database, file store, pages.
 * Wants a build: `node miniapp/build.cjs h5`.
 */
import { composeIdNumber, maskId } from '@shared/people';
import type { Journey } from '@tests/support/f01';
import { tellFarmerStories, VILLAGE } from '@tests/support/farmer-pages';
import type { InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import type { WireOffice } from '@tests/support/wire-office';
import type { Page } from 'playwright-core';

jest.setTimeout(120_000);

let place: OfficeInBrowser;
let office: WireOffice;
let included: Journey;
let asked: Journey;
let unsigned: Journey;
let posted: Journey;

beforeAll(async () => {
  place = await openOfficeInBrowser('farmer');
  ({ office } = place);
  ({ included, asked, unsigned, posted } = await tellFarmerStories(office));
});

afterAll(() => place?.close());

const idNo = (sequence: number) => composeIdNumber({ area: '990101', birthDate: '1970-01-01', sequence });

interface Villager extends InBrowser {
  /** How often a finger touched the screen. */
  taps: () => number;
  /** Characters that she typed: a name and a number are all. */
  typed: () => string;
}

async function villager({ person }: { person?: string } = {}): Promise<Villager> {
  const one = await place.window(person);
  let taps = 0;
  let typed = '';
  return {
    ...one,
    taps: () => taps,
    typed: () => typed,
    write: (label, text) => {
      typed += text;
      return one.write(label, text);
    },
    tap: (role, name) => {
      taps += 1;
      return one.tap(role, name);
    },
  };
}

const mine = async (person: string) => (await office.must(person, 'applications.mine', {})).cases;

/** As far as 02-f, with nothing typed but a name. */
async function fillShortest(one: Villager, headName: string): Promise<void> {
  await one.tap('link', /我要申报/);
  await one.sees('您家在这个村吗？');
  await one.tap('button', '对，下一步');
  await one.tap('radio', /我是户主/);
  await one.sees('户主叫什么名字？');
  await one.write('姓名', headName);
  await one.tap('link', '身份证不在手边');
  await one.tap('radio', /没有电话/);
  await one.tap('button', '有人生大病');
  await one.tap('button', '下一步');
  await one.tap('button', '以后再拍');
  await one.sees('填好了，还没有交');
}

describe('the report', () => {
  test('goes from the front page to the receipt in ten taps, with a name as the only typing', async () => {
    const one = await villager({ person: 'shen-wen' });
    await one.open(`pages/home/index?v=${VILLAGE}`);
    await one.sees('换村子');
    await fillShortest(one, '沈文');
    await one.sees('第 7 步，共 7 步');
    await one.tap('button', '交给村里');
    await one.sees('收下后这里有编号');
    expect(one.taps()).toBeLessThanOrEqual(10);
    expect(await mine('shen-wen')).toMatchObject([
      {
        headName: '沈文',
        village: VILLAGE,
        state: 'SUBMITTED',
        report: {
          idNoMasked: null,
          phoneMasked: null,
          phrases: ['BIG_ILLNESS'],
          riskTypes: ['ILLNESS'],
          reporter: { relation: 'SELF' },
        },
      },
    ]);
    // The draft went with it: the door is for a new one.
    await one.tap('button', '回首页');
    await one.sees('家里有难处，点这里说。不收钱');
    await one.sees('我家的申报');
    expect(one.complaints).toEqual([]);
    await one.context.close();
  });

  test('name and ID number are all that is typed, the number on keys of its own; twelve taps beside them', async () => {
    const one = await villager({ person: 'zhou-zhengping' });
    await one.open(`pages/home/index?v=${VILLAGE}`);
    await one.sees('换村子');
    await one.tap('link', /我要申报/);
    await one.tap('button', '对，下一步');
    await one.tap('radio', /我是户主/);
    await one.write('姓名', '周正平');
    const number = one.page.getByRole('textbox', { name: '身份证号' });
    await number.click();
    const keys = one.page.getByRole('group', { name: '号码键盘' });
    const id = idNo(77);
    for (const digit of `9${id.slice(1)}`)
      await keys.getByRole('button', { name: digit, exact: true }).click();
    await keys.getByRole('button', { name: 'B', exact: true }).click();
    await keys.getByRole('button', { name: '删掉一位' }).click();
    expect(await number.inputValue()).toBe(id);
    expect(await number.getAttribute('inputmode')).toBe('none');
    await one.tap('button', '下一步');
    await one.tap('radio', /没有电话/);
    await one.tap('button', '有人生大病');
    await one.tap('button', '下一步');
    await one.tap('button', '以后再拍');
    await one.sees('填好了，还没有交');
    await one.tap('button', '交给村里');
    await one.sees('收下后这里有编号');
    expect(one.taps()).toBeLessThanOrEqual(12);
    expect(one.typed()).toBe('周正平');
    expect((await mine('zhou-zhengping'))[0]?.report.idNoMasked).toBe(maskId(id));
    await one.context.close();
  });

  test('a proxy reads it to the family before he hands it in; the family takes it over and confirms', async () => {
    const proxy = await villager({ person: 'wang-jianjun' });
    await proxy.open(`pages/home/index?v=${VILLAGE}`);
    await proxy.sees('换村子');
    await proxy.tap('link', /我要申报/);
    await proxy.tap('button', '对，下一步');
    await proxy.tap('radio', /帮别家报/);
    await proxy.tap('button', '村干部');
    await proxy.tap('button', '没有手机');
    await proxy.tap('button', '下一步');
    await proxy.write('姓名', '白大山');
    await proxy.write('身份证号', idNo(78));
    await proxy.tap('button', '下一步');
    await proxy.tap('radio', /没有电话/);
    await proxy.tap('button', '有人生大病');
    await proxy.tap('button', '下一步');
    await proxy.tap('button', '以后再拍');
    await proxy.sees('先念给户主听，再交');
    await proxy.tap('checkbox', '念过了，户主说对');
    await proxy.leaves('先念给户主听，再交');
    // What changes afterwards has not been heard.
    await proxy.tap('link', '改 几口人');
    await proxy.tap('button', '4 口');
    await proxy.tap('button', '好了');
    await proxy.sees('先念给户主听，再交');
    await proxy.tap('checkbox', '念过了，户主说对');
    await proxy.tap('button', '交给村里');
    await proxy.sees('收下后这里有编号');
    const [made] = await mine('wang-jianjun');
    expect(made?.report.reporter).toMatchObject({ relation: 'CADRE', name: '王建军', readBack: true });
    await proxy.open(`packages/cases/pages/give-code?case=${made?.id}`);
    await proxy.tap('button', '给一个接办码');
    const code = (await proxy.page.getByText(/^\d{4} \d{4}$/).textContent()) ?? '';

    const family = await villager({ person: 'wu-haiyan' });
    await family.open(`pages/home/index?v=${VILLAGE}`);
    await family.sees('换村子');
    await family.open('packages/cases/pages/take-over');
    await family.write('接办码', code.slice(0, 4));
    await family.write('户主的身份证号', idNo(78));
    await family.tap('button', '接过来');
    await family.sees('接办码是 8 位数字，您填了 4 位。');
    await family.write('接办码', code);
    await family.tap('button', '接过来');
    await family.sees('王建军替您家报的，请看一遍');
    await family.tap('button', '对，是我家的情况');
    await family.leaves('替您家报的，请看一遍');
    expect((await mine('wu-haiyan'))[0]?.handover?.confirmedOn).not.toBeNull();
    expect(await mine('wang-jianjun')).toEqual([]);
    expect([...proxy.complaints, ...family.complaints]).toEqual([]);
    await proxy.context.close();
    await family.context.close();
  });

  test('forgets nothing, leads back, takes changes, and says what is wrong in a sentence', async () => {
    const one = await villager({ person: 'he-ming' });
    await one.open(`pages/home/index?v=${VILLAGE}`);
    await one.sees('换村子');
    await one.tap('link', /我要申报/);
    await one.tap('button', '2 组');
    await one.tap('button', '对，下一步');
    await one.tap('radio', /我是家里人/);
    await one.tap('button', '下一步');
    await one.sees('为什么由您来报？点一个。');
    await one.tap('button', '子女');
    await one.tap('button', '写字不方便');
    await one.tap('button', '下一步');

    await one.write('姓名', '贺老实😀');
    await one.write('身份证号', idNo(9).slice(0, 17));
    await one.tap('button', '下一步');
    await one.sees('名字里有表情，请只写名字。');
    await one.sees('您填了 17 位，身份证号是 18 位。最后一位有时是字母 X，请再看一眼。');
    await one.write('姓名', '贺老实');
    await one.tap('button', '下一步');
    await one.sees('先这样交，干部上门时再核对');

    await one.page.reload();
    await one.sees('户主叫什么名字？');
    expect(await one.page.getByRole('textbox', { name: '身份证号' }).inputValue()).toBe(idNo(9).slice(0, 17));
    await one.write('身份证号', idNo(9));
    await one.tap('link', '上一步');
    await one.sees('为哪一家申报？');
    await one.page.getByRole('radio', { name: /我是家里人/, checked: true }).waitFor();
    await one.tap('button', '下一步');
    await one.tap('button', '下一步');
    await one.tap('radio', /填一个手机号/);
    await one.write('手机号', '1990000123');
    await one.tap('button', '下一步');
    await one.sees('手机号是 11 位，您填了 10 位。没有手机也可以选“没有电话”。');
    await one.write('手机号', '19900001234');
    await one.tap('button', '下一步');

    // Words alone leave the trouble open; a fourth one is one too many.
    await one.sees('说一句或者点一个，就能往下走');
    await one.write('还想写几句', '去年冬天住院，花了好几万');
    await one.tap('button', '下一步');
    await one.sees('最难的是哪一样？');
    for (const trouble of [/生大病/, /供孩子上学/, /遭了灾/, /房子不安全/])
      await one.tap('checkbox', trouble);
    await one.sees('最多 3 样。先去掉一样再选');
    await one.tap('button', '下一步（选了 3 样）');

    const chooser = one.page.waitForEvent('filechooser');
    await one.tap('button', '拍照，住院费用结算单');
    await (await chooser).setFiles({
      name: 'bill.png',
      mimeType: 'image/png',
      buffer: await picture(one.page),
    });
    await one.sees('已拍 1 张');
    await one.tap('button', '下一步（拍了 1 张）');

    await one.sees('子女贺明代报');
    await one.tap('link', '改 电话');
    await one.sees('打哪个电话找您？');
    await one.tap('radio', /没有电话/);
    await one.sees('没有电话，网格员到家里告诉');
    await one.tap('link', '改 几口人');
    await one.tap('button', '4 口');
    await one.tap('button', '好了');
    await one.sees('4 口');
    await one.tap('button', '交给村里');
    await one.sees('收下后这里有编号');
    expect(await mine('he-ming')).toMatchObject([
      {
        headName: '贺老实',
        group: '2组',
        memberCount: 4,
        report: {
          phoneMasked: null,
          reporter: { relation: 'CHILD', name: '贺明', reason: '写字不方便' },
          text: '去年冬天住院，花了好几万',
          riskTypes: ['ILLNESS', 'SCHOOLING', 'DISASTER'],
          photoCount: 1,
        },
      },
    ]);
    expect(one.complaints).toEqual([]);
    await one.context.close();
  });

  test('is kept when there is no network, and handed in once when there is one', async () => {
    const one = await villager({ person: 'zhao-dayong' });
    await one.open(`pages/home/index?v=${VILLAGE}`);
    await one.sees('换村子');
    await fillShortest(one, '赵大勇');
    await one.context.setOffline(true);
    await one.tap('button', '交给村里');
    await one.sees('没有网，先替您存好了');
    await one.tap('button', '现在再试一次');
    await one.sees('没有网，先替您存好了');
    expect(await mine('zhao-dayong')).toEqual([]);
    await one.context.setOffline(false);
    await one.sees('收下后这里有编号');
    expect(await mine('zhao-dayong')).toHaveLength(1);
    await one.context.close();
  });

  test('sent twice because the answer was lost, it is one case', async () => {
    const one = await villager({ person: 'sun-xiuying' });
    await one.open(`pages/home/index?v=${VILLAGE}`);
    await one.sees('换村子');
    await fillShortest(one, '孙秀英');
    let lost = 0;
    await one.page.route('**/api/applications', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await one.tap('button', '交给村里');
    await one.sees('还没交到村里');
    await one.page.reload();
    await one.tap('button', '现在再试一次');
    await one.sees('收下后这里有编号');
    expect(lost).toBe(1);
    expect(await mine('sun-xiuying')).toHaveLength(1);
    await one.context.close();
  });
});

describe('the case', () => {
  test('what is missing is handed in on its page, or the village is asked to help', async () => {
    const one = await villager({ person: 'tian-xiaoyu' });
    await one.open(`packages/cases/pages/case?case=${asked.caseId}`);
    await one.sees('还差 2 样');
    await one.tap('button', '去补上');
    await one.write('也可以写几句', '在县城工地');
    await one.tap('button', '先交这 1 样');
    await one.sees('补上这 1 样，就接着办');
    await one.tap('link', /请村干部来帮我办/);
    await one.sees('已经请村干部帮忙');
    await one.open(`packages/cases/pages/sign?case=${asked.caseId}`);
    await one.sees('先听一遍或看到最后');
    await sign(one);
    await one.sees('存款那一句，点一个再交');
    await one.tap('radio', /不同意查存款/);
    await one.tap('button', '我同意，交签名');
    await one.sees('一共 8 步');
    const { case: now } = await office.must('tian-xiaoyu', 'applications.get', { caseId: asked.caseId });
    expect(now.unsigned).toEqual([]);
    expect(now.missing).toMatchObject([{ key: 'bill', helpAsked: true }]);
    expect(now.adults).toMatchObject([{ memberKey: 'head', signed: { method: 'SCREEN', bank: false } }]);

    // What was signed is there word for word, and can be taken back.
    await one.tap('link', /全家的签名/);
    await one.tap('link', /已签/);
    await one.sees('签的是这些话');
    await one.sees('不同意查存款');
    await one.tap('button', '全部撤回，不让查了');
    await one.tap('button', '确定撤回');
    await one.sees('签过的话留在这里，当个凭据。');
    const { case: after } = await office.must('tian-xiaoyu', 'applications.get', { caseId: asked.caseId });
    expect(after.unsigned).toMatchObject([{ memberKey: 'head' }]);

    await one.open(`packages/cases/pages/case?case=${asked.caseId}`);
    await one.tap('link', /撤回申报/);
    await one.sees('撤回就不办了。您确定吗？');
    await one.tap('button', '不撤回');
    expect(one.complaints).toEqual([]);
    await one.context.close();
  });
});

/** Writes something with a finger, after which the page is read to its end. */
async function sign({ page }: Villager, end = '手机交给谁，谁签自己的名字。'): Promise<void> {
  const sheet = page.locator('.sw-sign').filter({ visible: true });
  // In the middle, clear of the bar at the bottom.
  await sheet.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await sheet.boundingBox();
  if (box === null) throw new Error('Nowhere to sign');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 70, { steps: 6 });
  await page.mouse.move(box.x + 60, box.y + 100, { steps: 6 });
  await page.mouse.up();
  await page.getByText(end).scrollIntoViewIfNeeded();
}

describe('a link to sign', () => {
  test('is opened by a stranger to the case, who shows who he is, signs, and sees nothing else', async () => {
    const { token } = await office.must('tian-xiaoyu', 'consents.send', {
      caseId: unsigned.caseId,
      memberKey: 'head',
    });
    const one = await villager({ person: 'shen-wen' });
    const answers: string[] = [];
    one.page.on('response', async (response) => {
      if (response.url().includes('/api/signing-links')) answers.push(await response.text().catch(() => ''));
    });
    await one.open(`packages/cases/pages/link?t=${token}`);
    await one.sees('您的身份证最后 4 位是？');
    expect(answers.join()).not.toContain('白大山');
    await one.write('身份证最后 4 位', '0000');
    await one.tap('button', '对，下一步');
    await one.sees('对不上，再看一眼。还能填 4 次');
    await one.write('身份证最后 4 位', idNo(3).slice(-4));
    await one.tap('button', '对，下一步');
    await one.sees('白大山，您好');
    await sign(one, '不想签，关掉就行。不签不会有人查您。');
    await one.tap('radio', /^同意查银行存款/);
    await one.tap('button', '我同意，交签名');
    await one.sees('签好了，谢谢您');
    expect((await mine('shen-wen')).map(({ id }) => id)).not.toContain(unsigned.caseId);
    const { case: now } = await office.must('tian-xiaoyu', 'applications.get', { caseId: unsigned.caseId });
    expect(now.adults).toMatchObject([{ memberKey: 'head', signed: { bank: true, elsewhere: true } }]);
    expect(one.complaints).toEqual([]);
    await one.context.close();
  });
});

describe('when it has ended', () => {
  test('the family gives a star and a word, once', async () => {
    const one = await villager({ person: 'tian-xiaoyu' });
    await one.open(`packages/cases/pages/case?case=${included.caseId}`);
    await one.tap('link', /办得怎么样？评一评/);
    await one.sees('点一颗星，就能交');
    await one.tap('radio', '5 星，很满意');
    await one.write(/还想说一句/, '谢谢干部');
    await one.tap('button', '交上去');
    await one.sees('谢谢您，评好了');
    const { case: rated } = await office.must('tian-xiaoyu', 'applications.get', { caseId: included.caseId });
    expect(rated.rating).toEqual({ stars: 5, words: '谢谢干部' });
    expect(rated.allowed).not.toContain('rate');
    await one.context.close();
  });
});

describe('the notice', () => {
  test('a stranger with the link sees counts, and no name is even sent', async () => {
    const one = await villager();
    const answers: string[] = [];
    one.page.on('response', async (response) => {
      if (response.url().includes('/api/')) answers.push(await response.text().catch(() => ''));
    });
    await one.open(`packages/notices/pages/notice?notice=${posted.noticeId}`);
    await one.sees('一共 1 户 4 人。3月7日到3月11日，还剩 4 天。');
    await one.sees('名单只给本村人看');
    expect(answers.join()).toContain('"households":1');
    expect(answers.join()).not.toMatch(/田有福|田\*福/);
    expect(one.complaints).toEqual([]);
    await one.context.close();
  });

  test('somebody of the village sees masked names and the days', async () => {
    const one = await villager({ person: 'he-ming' });
    await one.open(`packages/notices/pages/notice?notice=${posted.noticeId}`);
    await one.sees('田*福');
    await one.page.getByRole('img', { name: '一共 5 天，今天是第 2 天' }).waitFor();
    await one.context.close();
  });
});

test('a notice that has ended shows counts and no name, to the village as well', async () => {
  office.at('2026-03-20 09:00');
  await office.settled();
  const one = await villager({ person: 'he-ming' });
  await one.open(`packages/notices/pages/notice?notice=${posted.noticeId}`);
  await one.sees('这份公示已经结束，名单撤下了');
  expect(await one.page.getByText('田*福').count()).toBe(0);
  await one.open(`packages/notices/pages/past?v=${VILLAGE}`);
  await one.sees('1 户 4 人 · 3月7日到3月11日');
  await one.context.close();
});

/** A small photograph that a phone could have taken. */
async function picture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 60;
    canvas.height = 80;
    canvas.getContext('2d')?.fillRect(10, 10, 30, 40);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}
