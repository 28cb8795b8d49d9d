/**
 * A list that nobody touches goes from the screen when it has ended, and from everything that a browser keeps; the code on
 * its paper says what became of it; the village owes photos of its board. The family is full of secrets, of which no page
 * says one. Wants a build: `node miniapp/build.cjs h5`.
 */
import { faults } from '@tests/support/axe';
import type { InBrowser } from '@tests/support/in-browser';
import { noticeOf } from '@tests/support/notice-of';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { readPdf } from '@tests/support/pdf';
import { keepPicture } from '@tests/support/pictures';
import {
  type Leaf,
  leaf,
  leaksIn,
  type SecretFamily,
  secretRecords,
  walkSecret,
} from '@tests/support/secret-families';
import type { WireOffice } from '@tests/support/wire-office';

jest.setTimeout(180_000);

let place: OfficeInBrowser;
let office: WireOffice;
let noticeId: string;
let family: SecretFamily;
/** As the village reads it. */
let masked: string;

beforeAll(async () => {
  place = await openOfficeInBrowser('notice-end');
  ({ office } = place);
  const [record] = secretRecords(1, 20260311);
  if (record === undefined) throw new Error('no record');
  family = await walkSecret(office, record, 'posted');
  ({ noticeId } = family);
  masked = family.headName.replace(/(?<=^.)./, '*');
  office.at('2026-03-11 09:00');
  await office.settled();
});
afterAll(() => place?.close());

/** Where the code on the printed sheet leads. */
async function printed(): Promise<string> {
  const { file } = await office.must('li-chunmei', 'notices.paper', { noticeId, kind: 'SHEET' });
  const response = await fetch(file.url);
  const { pages } = readPdf(Buffer.from(await response.arrayBuffer()));
  return pages.find(({ code }) => code !== null)?.code ?? '';
}

const NOTICES = 'packages/notices/pages';

/** All that a browser holds of the page: as it was served, as it is drawn, and what it put by. */
async function heldBy({ page }: InBrowser, from: string): Promise<Leaf[]> {
  const held = await page.evaluate(async () => {
    const copies = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const kept = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
        return Promise.all(kept.map((one) => one?.text()));
      }),
    );
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return {
      served: await (await fetch(location.pathname, { cache: 'no-store' })).text(),
      drawn: document.documentElement.outerHTML,
      titles: [document.title, location.href, JSON.stringify(history.state)].join(),
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      caches: JSON.stringify(copies),
      databases: JSON.stringify(databases),
      cookies: document.cookie,
    };
  });
  return Object.entries(held).map(([what, said]) => leaf(`${what} of ${from}`, said));
}

test('no page of a notice says, draws or keeps anything of the family but what the village may read', async () => {
  const pages = [
    `${NOTICES}/notice?notice=${noticeId}`,
    `${NOTICES}/object?notice=${noticeId}`,
    `${NOTICES}/row?notice=${noticeId}&row=0`,
    `${NOTICES}/answer?v=150521100200`,
    `${NOTICES}/past?v=150521100200`,
    'pages/home/index?v=150521100200',
  ];
  for (const person of [undefined, 'he-ming']) {
    const reader = await place.window(person);
    const answers: Leaf[] = [];
    reader.page.on('response', async (response) => {
      const text = await response.text().catch(() => '');
      answers.push(leaf(`answer of ${new URL(response.url()).pathname}`, text));
    });
    for (const page of pages) {
      await reader.open(page);
      await reader.page.waitForLoadState('networkidle');
      expect(leaksIn(await heldBy(reader, `${page} to ${person}`), [family], { names: true })).toEqual([]);
    }
    expect(leaksIn(answers, [family], { names: true })).toEqual([]);
    const shown = answers.some(({ bytes }) => bytes.includes(masked));
    expect([person, shown]).toEqual([person, person !== undefined]);
    await reader.close();
  }
});

test('six columns of a list of payments, two hundred rows, long names: nothing is cut off or too wide', async () => {
  const columns = ['姓名', '小组', '项目', '数量', '金额（元）'];
  const keys = ['name', 'group', 'item', 'quantity', 'amount'];
  const names = ['田*福', '买买提·吐尔逊*', '欧阳*', '阿不都热合曼·*'];
  const items = ['耕地地力保护补贴', '跨省务工一次性交通补助', '草原生态保护补助奖励（禁牧）'];
  await place.as('he-ming', async ({ page, ...reader }) => {
    await page.route('**/api/notices/*', (route) => {
      const notice = {
        ...noticeOf(200),
        ...{ id: noticeId, kind: 'SUBSIDY_PAYMENTS', objections: 'PHONE', heading: '补贴发放名单' },
        ...{ households: 200, people: 200, totalFen: 123_456_789_00 },
        columns: columns.map((title, at) => ({ key: keys[at] ?? '', title })),
        rows: Array.from({ length: 200 }, (_, row) => {
          const name = names[row % names.length] ?? '';
          const cells = [name, `第${(row % 12) + 1}村民小组`, items[row % items.length] ?? ''];
          return { row, name, group: cells[1], cells: [...cells, `${row % 90}.125 亩`, '1,234,567.89'] };
        }),
      };
      return route.fulfill({ json: { notice } });
    });
    await reader.open(`${NOTICES}/notice?notice=${noticeId}`);
    await reader.sees('补贴发放名单');
    await keepPicture(page, 'notice-end', 'payments');
    await reader.sees('第1村民小组 · 耕地地力保护补贴 · 0.125 亩');
    // Everything can be read where it stands: nothing hangs over its neighbour.
    const hanging = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.sw-row__t, .sw-row__d, .sw-money__a')]
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
          .map((cell) => cell.textContent),
      );
    expect(await hanging()).toEqual([]);
    expect(await faults(page, [320, 375], ['light', 'care'])).toEqual([]);
    expect(await hanging()).toEqual([]);
    await page.setViewportSize({ width: 375, height: 812 });
    await keepPicture(page, 'notice-end', 'payments-care');
  });
});

test('on an open screen the names go within half a minute after the end; then the code on the paper says so', async () => {
  const address = await printed();
  const check = address.slice(address.indexOf('#/') + 2);
  await place.as('he-ming', async (villager) => {
    await villager.page.clock.install();
    await villager.open(check);
    await villager.sees('和公示时一样');
    await keepPicture(villager.page, 'notice-end', 'same');
    await villager.open(`packages/notices/pages/notice?notice=${noticeId}`);
    await villager.sees(masked);
    office.at('2026-03-12 00:01');
    await office.settled();
    await villager.page.clock.fastForward(31_000);
    await villager.sees('这份公示已经结束，名单撤下了');
    await villager.leaves(masked);
    const gone = async () => {
      const held = await heldBy(villager, 'the notice that ended');
      expect(held.filter(({ bytes }) => bytes.includes(masked)).map(({ from }) => from)).toEqual([]);
    };
    await gone();
    // Neither the way back nor a page that the browser put aside brings them again.
    await villager.page.goto('about:blank');
    await villager.page.goBack();
    await villager.sees('这份公示已经结束，名单撤下了');
    await gone();
    await villager.open(check);
    await villager.sees('墙上的纸也该撕下来');
    await keepPicture(villager.page, 'notice-end', 'ended');
  });
  await place.as('zhao-dayong', async (member) => {
    await member.open('packages/review/pages/tasks');
    await member.sees('公示结束，撕下来再拍');
    await keepPicture(member.page, 'notice-end', 'owed');
    await member.tap('button', /^公示结束，撕下来再拍/);
    await member.photograph(/拍照，公示栏/);
    await member.tap('button', '交照片');
    await member.leaves('公示结束，撕下来再拍');
  });
});
