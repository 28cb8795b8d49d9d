/**
 * A desk signs in by the code that a phone scans: the desk in a real browser, the phone in the mini-program's host, both
 * at one running stack. Wants both builds.
 */
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import { readQr } from '@tests/support/qr';
import type { Phone } from './support/phone';
import { JOURNEY_MS, onDevtools, withPhone } from './support/phone-for-tests';

jest.setTimeout(JOURNEY_MS);
const inOurHost = onDevtools ? describe.skip : describe;

const SIGN_IN = 'packages/account/pages/signin';
const SESSIONS = 'packages/account/pages/sessions';

inOurHost('a desk and a phone', () => {
  let place: OfficeInBrowser;
  beforeAll(async () => {
    place = await openOfficeInBrowser('desk-sign-in');
  });
  afterAll(() => place?.close());

  /** Signs in on the phone by its link and goes to the page from which a code is scanned. */
  async function signIn(phone: Phone, person: string): Promise<void> {
    const token = await place.office.token(person);
    await phone.open(`${SIGN_IN}?token=${encodeURIComponent(token)}`, 'reLaunch');
    await phone.sees('，您好');
    await phone.open(SESSIONS, 'reLaunch');
  }
  async function scan(phone: Phone, text: string): Promise<void> {
    await phone.app.mockWxMethod('scanCode', { result: text, errMsg: 'scanCode:ok' });
    await phone.tap('扫码登录电脑');
  }
  const codeOn = async (desk: InBrowser): Promise<string> => {
    const picture = desk.page.getByRole('img', { name: '登录用的码' });
    return readQr((await picture.locator('xpath=descendant-or-self::img').first().getAttribute('src')) ?? '');
  };

  test('the phone confirms what stands on the desk, and the desk goes on as that person', async () => {
    await withPhone({ api: place.origin }, async ({ phone }) => {
      await signIn(phone, 'he-min');
      const desk = await place.window(undefined, DESK);
      await desk.open(SIGN_IN);
      await desk.sees('打开手机上的守望');
      await keepPicture(desk.page, 'weapp', 'desk-code-1280', false);
      const number = (await desk.page.locator('.sw-desk-code-number').first().textContent()) ?? '';
      const code = await codeOn(desk);

      await scan(phone, 'https://example.com/?v=150523');
      await phone.sees('这个不是登录电脑的码');
      await scan(phone, code);
      await phone.sees('让这台电脑登录吗？');
      await phone.sees(number);
      await phone.picture('confirm-desk');
      await phone.tap('确认登录');
      await phone.sees('电脑登录好了');

      await desk.sees('何敏，您好');
      await desk.tap('button', '去工作台');
      await desk.leaves('去工作台');

      // Used once: whoever kept a picture of the code has nothing of it.
      await phone.open(SESSIONS, 'reLaunch');
      await scan(phone, code);
      await phone.sees('这个码用过了，或者过期了');

      // The phone ends what it has begun.
      await phone.open(SESSIONS, 'reLaunch');
      await phone.sees('电脑，Chrome');
      await phone.picture('sessions');
      await phone.tap('Linux 电脑，Chrome');
      await phone.tap('退出');
      await phone.sees('退出了');
      await desk.open('packages/review/pages/queue');
      await desk.sees('登录');
      expect(desk.complaints).toEqual([]);
      await desk.close();
    });
  });

  test('a refused code signs nobody in, and a code of another system is none', async () => {
    await withPhone({ api: place.origin }, async ({ phone }) => {
      await signIn(phone, 'he-min');
      const desk = await place.window(undefined, DESK);
      await desk.open(SIGN_IN);
      await desk.sees('打开手机上的守望');
      await scan(phone, await codeOn(desk));
      await phone.tap('不是我');
      await phone.sees('没有让它登录');
      await desk.sees('手机上点了“不是我”，没有登录。');
      await desk.tap('button', '换一个新码');
      await desk.sees('打开手机上的守望');
      await desk.close();

      await phone.open(SESSIONS, 'reLaunch');
      await scan(phone, `https://other.example/#/packages/account/pages/confirm-desk?c=${'A'.repeat(43)}`);
      await phone.sees('这个码用过了，或者过期了');
    });
  });
});
