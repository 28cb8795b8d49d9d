/**
 * 我家 in a real browser against the whole local stack: a family reads what is held about it, says what is wrong, is
 * answered, prints a certificate, and a stranger checks it. Wants a build: `node miniapp/build.cjs h5`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { composeIdNumber } from '@shared/people';
import { HEAD_ID, walk } from '@tests/support/f01';
import type { InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { payIn } from '@tests/support/pay';
import { readPdf, wordsOf } from '@tests/support/pdf';
import { keepPicture } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';

const ROOT = path.resolve(__dirname, '../..');
const PICTURES = path.join(ROOT, 'artifacts/family');

jest.setTimeout(180_000);

let place: OfficeInBrowser;
let office: WireOffice;
let caseId: string;

beforeAll(async () => {
  fs.mkdirSync(PICTURES, { recursive: true });
  place = await openOfficeInBrowser('family');
  ({ office } = place);
  ({ caseId } = await walk(office, 'announced'));
  office.at('2026-03-20 09:00');
  await office.settled();
});

afterAll(() => place?.close());

/** Kept to be looked at: as it is, in large letters, in the dark. */
async function picture(one: InBrowser, name: string): Promise<void> {
  const shoot = (mode: string) => keepPicture(one.page, 'family', `${name}${mode}`);
  await shoot('');
  await one.page.emulateMedia({ colorScheme: 'dark' });
  await shoot('-dark');
  await one.page.emulateMedia({ colorScheme: 'light' });
}

/** Does something that opens a paper beside the app; gives the paper's address. */
async function opens(one: InBrowser, act: () => Promise<void>): Promise<string> {
  const [answer] = await Promise.all([
    one.page.waitForResponse(/\/(file|papers\/\w+)(\?|$)/),
    one.context.waitForEvent('page'),
    act(),
  ]);
  const { file } = (await answer.json()) as { file: { url: string } };
  return file.url;
}

const narrow = async (one: InBrowser) =>
  expect(await one.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);

test('「这里不对」 goes from the family to the village and back with an answer', async () => {
  const family = await place.window('tian-xiaoyu');
  await family.open('pages/family/index');
  await family.sees('开证明');
  await picture(family, '1-family');
  await family.tap('link', /家里人和情况/);
  await family.sees('2026年3月16日起');
  await picture(family, '2-facts');
  await narrow(family);
  await family.tap('link', /田志强.*这里不对/);
  await family.sees('写一句应该是怎样，就能交');
  await family.write('应该是怎样', '志强上个月结婚了，多了一口人');
  await picture(family, '3-wrong');
  await family.tap('button', '交给村里');
  await family.sees('3月30日前答复');
  await picture(family, '4-asked');

  const cadre = await place.window('li-chunmei');
  await cadre.open('packages/review/pages/queue');
  await cadre.sees('1 件');
  await cadre.tap('link', /农户说不对的/);
  await cadre.sees('志强上个月结婚了，多了一口人');
  await picture(cadre, '5-requests');
  await cadre.tap('link', /田有福家 · 田志强不对/);
  await cadre.sees('先选怎么办');
  await cadre.tap('radio', '改过来了');
  await cadre.write('给农户的话', '已经加上您儿媳，一共 5 口人');
  await picture(cadre, '6-answer');
  await cadre.tap('button', '答复');
  await cadre.sees('都答复完了');
  await family.open(`packages/family/pages/facts?case=${caseId}`);
  await family.sees(/李春梅 3月20日答复：已经加上您儿媳/);
  await picture(family, '7-answered');
  expect([...family.complaints, ...cadre.complaints]).toEqual([]);
  await cadre.close();
  await family.close();
});

test('a page of a case that its address does not name, or that is none, leads to the list', async () => {
  const family = await place.window('tian-xiaoyu');
  const pages = ['family/pages/facts', 'money/pages/money', 'card/pages/card?case=%20', 'cases/pages/case'];
  for (const page of pages) {
    await family.open(`packages/${page}`);
    await family.sees('要先选一个');
    await family.sees('回“我家”，从那里点进来。');
  }
  await picture(family, '8-nothing-named');
  await family.tap('button', '去“我家”');
  await family.sees('开证明');
  for (const page of ['family/pages/changes', 'money/pages/money']) {
    await family.open(`packages/${page}?case=no-such-case`);
    await family.sees('没有找到这件事，或者不归您看。');
  }
  await picture(family, '9-no-such-case');
  await family.tap('button', '去“我家”');
  await family.sees('开证明');
  await family.close();
  const stranger = await place.window();
  await stranger.open(`packages/card/pages/card?case=${caseId}`);
  await stranger.sees('请先登录。');
  await stranger.tap('button', '去登录');
  await stranger.sees('还没有登录');
  await stranger.close();
});

test('a certificate is printed, checked by a stranger, and taken back', async () => {
  const family = await place.window('tian-xiaoyu');
  await family.open(`packages/family/pages/certificates?case=${caseId}`);
  await family.sees('证明您家在帮扶名单上');
  const url = await opens(family, () => family.tap('button', '开在列证明'));
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const pdf = new Uint8Array(await response.arrayBuffer());
  expect(wordsOf(pdf)).toContain('田有福一家，一共4口人，从2026年3月16日起在防返贫帮扶名单上。');
  await family.sees('用到 2026年6月18日');
  await picture(family, '8-certificates');

  const [page] = readPdf(pdf).pages;
  fs.writeFileSync(path.join(PICTURES, 'certificate.png'), page?.png ?? '');
  const stranger = await place.window();
  const route = (page?.code ?? '').replace(`${place.origin}/#/`, '');
  await stranger.open(route);
  await stranger.sees('是真的，现在有效');
  await stranger.sees(/田\*福一家/);
  await picture(stranger, '9-check');
  await stranger.open(`${route.slice(0, -1)}${route.endsWith('A') ? 'B' : 'A'}`);
  await stranger.sees('查不到这张证明');
  await picture(stranger, '9-check-forged');

  await family.tap('link', /作废这张，在列证明/);
  await family.tap('button', '作废');
  await family.sees('作废了');
  await stranger.open(route);
  await stranger.sees('已经作废');
  await picture(stranger, '9-check-revoked');
  expect([...family.complaints, ...stranger.complaints]).toEqual([]);
  await stranger.close();
  await family.close();
});

test('the family sees who looked, and staff print the papers of the case', async () => {
  const family = await place.window('tian-xiaoyu');
  await family.open(`packages/family/pages/looks?case=${caseId}`);
  await family.sees('保西村 村委会');
  await picture(family, '10-looks');
  await narrow(family);
  await family.open(`packages/cases/pages/case?case=${caseId}`);
  await family.sees('受理回执，打印用');
  const cadre = await place.window('li-chunmei');
  await cadre.open(`packages/review/pages/case?caseId=${caseId}`);
  const url = await opens(cadre, () => cadre.tap('link', /评议会议记录/));
  const said = wordsOf(new Uint8Array(await (await fetch(url)).arrayBuffer()));
  expect(said).toContain('民主评议会议记录');
  expect([...family.complaints, ...cadre.complaints]).toEqual([]);
  await cadre.close();
  await family.close();
});

test('two listed families on one phone: the card of each that waits is said, and leads to it', async () => {
  const idNo = composeIdNumber({ area: '990101', birthDate: '1960-02-03', sequence: 77 });
  await walk(office, 'announced', { headName: '包桂英', idNo });
  office.at('2026-03-20 09:20');
  await payIn(office, [
    `田有福,${HEAD_ID},医疗救助,5800.50,2026-03-18,,8816`,
    `包桂英,${idNo},临时救助,900,2026-03-18,,2204`,
  ]);
  office.at('2026-03-20 09:30');
  await office.settled();
  const family = await place.window('tian-xiaoyu');
  await family.open('pages/family/index');
  await family.sees('田有福家的明白卡要您看一遍、签个字');
  await family.sees('包桂英家的明白卡要您看一遍、签个字');
  await picture(family, '10-two-families');
  await narrow(family);
  await family.page
    .getByRole('status')
    .filter({ hasText: '包桂英家的明白卡' })
    .getByRole('button', { name: '去看' })
    .click();
  await family.sees('包桂英家的明白卡');
  await family.sees('请看一遍，对了就签字');
  expect(family.complaints).toEqual([]);
  await family.close();
});
