/**
 * The review desk at 1280 px by keyboard alone, in a real browser against the whole local stack: claim, read, return with
 * two typed items, approve, one yes for ten, undo, hand over, take over. Wants a build: `node miniapp/build.cjs h5`.
 */
import { composeIdNumber } from '@shared/people';
import { faults } from '@tests/support/axe';
import { type Journey, type Step, walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';

const QUEUE = 'packages/review/pages/queue';
const BULK = 10;

jest.setTimeout(180_000);

let place: OfficeInBrowser;
const atVillage: Journey[] = [];
const atTown: Journey[] = [];

beforeAll(async () => {
  place = await openOfficeInBrowser('desk');
  const family = (step: Step, sequence: number, headName: string) =>
    walk(place.office, step, {
      headName,
      idNo: composeIdNumber({ area: '990101', birthDate: '1972-01-01', sequence }),
    });
  for (let n = 0; n < BULK + 1; n += 1)
    atTown.push(await family('closed', n + 1, `${'甲乙丙丁戊己庚辛壬癸子'.charAt(n)}老实`));
  for (const [n, name] of ['马国兴', '贺老实'].entries())
    atVillage.push(await family('compared', n + 50, name));
  place.office.at('2026-03-12 10:00');
  await place.office.settled();
});
afterAll(() => place?.close());

const picture = ({ page }: InBrowser, name: string) => keepPicture(page, 'desk', name, false);

/** Presses Tab until what has the focus is called that. */
async function tabTo({ page }: InBrowser, name: string, key = 'Tab'): Promise<void> {
  for (let n = 0; n < 120; n += 1) {
    const called = await page.evaluate(() => {
      const here = document.activeElement;
      // A column that scrolls takes the focus as well, and holds everything.
      if (
        here === null ||
        !here.matches('input, textarea, [role=button], [role=link], [role=radio], [role=checkbox]')
      )
        return '';
      const labels = (here as HTMLInputElement).labels;
      return [here.getAttribute('aria-label'), labels?.[0]?.textContent, here.textContent].join(' ');
    });
    if (called.includes(name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never comes to ${name}`);
}

/** Tabs there and presses Enter. */
async function choose(window: InBrowser, name: string, key?: string): Promise<void> {
  await tabTo(window, name, key);
  await window.page.keyboard.press('Enter');
}

async function type(window: InBrowser, label: string, text: string): Promise<void> {
  await tabTo(window, label);
  await window.page.keyboard.type(text);
}

/** Something has the keyboard: never the bare page. */
const focusIsSomewhere = ({ page }: InBrowser) =>
  page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);

const view = async (person: string, { caseId }: Journey) =>
  (await place.office.must(person, 'reviews.case', { caseId })).case;

const titleOf = ({ page }: InBrowser) =>
  page.getByRole('heading', { level: 1 }).filter({ visible: true }).textContent();

test('a cadre takes a case, reads it, and returns it with two typed items', async () => {
  await place.as(
    'li-chunmei',
    async (cadre) => {
      const { page, sees } = cadre;
      const press = (key: string) => page.keyboard.press(key);
      await cadre.open(QUEUE);
      await sees(/^还没人领$/);
      await press('c');
      await sees('在您手上');
      const title = await titleOf(cadre);
      const taken = atVillage[title?.startsWith('马国兴') ? 0 : 1] as Journey;
      // She reads it: by numbers, then whole, paper by paper.
      for (const key of ['2', '3', '6']) await press(key);
      await press('Enter');
      await sees('材料对照');
      await press('z');
      await press('Escape');
      await focusIsSomewhere(cadre);
      await picture(cadre, 'claimed');

      await press('r');
      await sees('要农户补什么？');
      await choose(cadre, '材料看不清');
      await sees('第 1 样');
      await choose(cadre, '看病花钱的单子');
      await type(cadre, '为什么', '照片糊了，看不清数');
      await choose(cadre, '缺材料');
      await sees('第 2 样');
      // What was added stands above the button that added it.
      await choose(cadre, '诊断证明', 'Shift+Tab');
      await choose(cadre, '退回，请农户补 2 样');
      await sees(/还有 \d 处要改|已退回，等农户补/);
      await picture(cadre, 'return');
      await sees('已退回，等农户补');
      await sees(/秒内可以撤回/);
      const { state, supplements } = await view('li-chunmei', taken);
      expect([state, supplements[0]?.items.length]).toEqual(['SUPPLEMENT', 2]);

      // Ten seconds: it was a slip.
      await press('u');
      await sees('撤回了，和刚才没办一样');
      await focusIsSomewhere(cadre);
      expect((await view('li-chunmei', taken)).state).toBe('TRIAGE');
      await sees('在您手上');
    },
    DESK,
  );
});

test('she hands it over with a reason; a third colleague takes it over; each is told', async () => {
  await place.as(
    'li-chunmei',
    async (cadre) => {
      await cadre.open(QUEUE);
      await cadre.sees('在您手上');
      await cadre.page.keyboard.press('t');
      await cadre.sees(/这件，交给谁？/);
      expect(await faults(cadre.page, [1280], ['light'])).toEqual([]);
      await choose(cadre, '交给他');
      await cadre.sees('交给谁？选一位。');
      await choose(cadre, '王建军');
      await type(cadre, '为什么', '我去县里开会');
      await picture(cadre, 'hand-over');
      await choose(cadre, '交给他');
      await cadre.sees('交过去了，已告诉他');
      await focusIsSomewhere(cadre);
    },
    DESK,
  );
  await place.as(
    'zhou-zhengping',
    async (cadre) => {
      await cadre.open(QUEUE);
      // What a colleague has in hand is not hers to do: it stands among those of the unit.
      await cadre.sees(/^待我办的 \d 件$/);
      await choose(cadre, '本单位的');
      await cadre.sees(/^本单位的 \d 件$/);
      await cadre.sees('在王建军手上');
      // What decides is off, and says why.
      await cadre.sees(/这件在王建军手上，先接过来/);
      await picture(cadre, 'held-by-colleague');
      await cadre.page.keyboard.press('t');
      await cadre.sees(/从王建军手上接过来？/);
      await type(cadre, '为什么', '他今天不在');
      await choose(cadre, '接过来');
      await cadre.sees('在您手上');
      await cadre.page.keyboard.press('c');
      await cadre.sees(/^还没人领$/);
    },
    DESK,
  );
  place.office.at('2026-03-12 10:10');
  await place.office.settled();
  const { messages } = await place.office.must('wang-jianjun', 'accounts.messages', {});
  const titles = messages.map(({ title }) => title).join();
  expect(titles).toMatch(/李春梅把.*交给您了/);
  expect(titles).toMatch(/周正平把.*接过去了/);
});

test('a leader looks at ten, agrees to all at once, takes it back, and agrees to one', async () => {
  await place.as(
    'chen-li',
    async (leader) => {
      const { page, sees } = leader;
      const press = (key: string) => page.keyboard.press(key);
      await leader.open(QUEUE);
      await sees(`待我办的 ${BULK + 1} 件`);
      await sees('看过的 1 件一起同意');
      expect((await faults(page, [1280], ['light'])).map((fault) => `queue: ${fault}`)).toEqual([]);
      await press('b');
      await sees(`还有 ${BULK} 件没打开看过`);
      await picture(leader, 'bulk-unseen');
      expect((await faults(page, [1280], ['light'])).map((fault) => `bulk: ${fault}`)).toEqual([]);
      await press('Escape');
      for (let seen = 2; seen <= BULK; seen += 1) {
        await press('j');
        await sees(`看过的 ${seen} 件一起同意`);
      }
      await press('b');
      await sees('还有 1 件没打开看过');
      await choose(leader, '我和这几家都不是亲戚');
      await choose(leader, `同意 ${BULK} 件，报县里`);
      await sees(`${BULK} 件都办好了`);
      await sees(/已同意 10 件，\d+ 秒内可以撤回/);
      await picture(leader, 'bulk-done');
      await press('u');
      await sees('撤回了，和刚才没办一样');
      await sees(`待我办的 ${BULK + 1} 件`);
      await focusIsSomewhere(leader);

      const title = (await titleOf(leader)) ?? '';
      await press('a');
      await sees('同意，报县里审定？');
      await choose(leader, '我和这家不是亲戚');
      await choose(leader, '同意，报县里');
      await sees(/已同意，报县里，\d+ 秒内可以撤回/);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[aria-live]')].some((live) =>
          /已同意，报县里。下一件，.老实/.test(live.textContent ?? ''),
        ),
      );
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-current') === 'true');
      await sees(`待我办的 ${BULK} 件`);
      expect(await titleOf(leader)).not.toBe(title);
      await picture(leader, 'agreed');
      expect((await faults(page, [1280], ['light'])).map((fault) => `undo: ${fault}`)).toEqual([]);
    },
    DESK,
  );
  const states = await Promise.all(atTown.map(async (one) => (await view('chen-li', one)).state));
  expect(states.filter((state) => state === 'COUNTY_DECISION')).toHaveLength(1);
});

test('on a phone a cadre sees who has a case and takes it', async () => {
  const one = atVillage[1] as Journey;
  await place.as('zhou-zhengping', async (cadre) => {
    await cadre.open(`packages/review/pages/case?caseId=${one.caseId}`);
    await cadre.sees('谁在办');
    await picture(cadre, 'phone-hands');
    await cadre.tap('link', /领到我手上/);
    await cadre.sees('在您手上');
    expect(await faults(cadre.page, [320, 375], ['light', 'care'])).toEqual([]);
  });
});
