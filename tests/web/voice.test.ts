/** A voice note in a real browser, with Chromium's own made-up microphone: a beep a second. */
import { violations } from '@tests/support/axe';
import type { InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import type { Page } from 'playwright-core';

const VILLAGE = '150521100200';
const WHAT = 'packages/apply/pages/what';

jest.setTimeout(120_000);

let place: OfficeInBrowser;

beforeAll(async () => {
  place = await openOfficeInBrowser('voice', [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ]);
});

afterAll(() => place?.close());

/** Keeps a picture, and asks axe what is wrong with what it shows. */
async function picture(page: Page, name: string): Promise<void> {
  await keepPicture(page, 'voice', name);
  expect({ name, faults: await violations(page) }).toEqual({ name, faults: [] });
}

/** The same page with large letters and at night. */
async function atNightInCareMode({ page, sees }: InBrowser, name: string, sentence: RegExp): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.evaluate(() => localStorage.setItem('text-size', JSON.stringify({ data: '"large"' })));
  await page.reload();
  await sees(sentence);
  await picture(page, name);
  await page.evaluate(() => localStorage.removeItem('text-size'));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

test('held or tapped, the family says it, hears it, says it again; a reload loses nothing; its village hears it', async () => {
  const one = await place.window('tian-xiaoyu');
  const { page } = one;
  await one.open(`pages/home/index?v=${VILLAGE}`);
  await one.sees('换村子');
  await one.tap('link', /我要申报/);
  await one.tap('button', '对，下一步');
  await one.tap('radio', /我是户主/);
  await one.write('姓名', '田有福');
  await one.tap('link', '身份证不在手边');
  await one.tap('radio', /没有电话/);
  await one.sees('家里发生了什么事？');
  await picture(page, 'before');

  // With the finger, held too short.
  const button = await page.getByRole('button', { name: '按住说话' }).boundingBox();
  if (button === null) throw new Error('no button');
  await page.mouse.move(button.x + 40, button.y + 20);
  await page.mouse.down();
  await one.sees('正在听…松开就停');
  await page.waitForFunction(() => new Promise((done) => setTimeout(() => done(true), 500)));
  await page.mouse.up();
  await one.sees('太短了，没听清。按住，说完再松手。');
  await picture(page, 'too-short');

  // By keyboard, as a screen reader does: one press begins, one ends.
  await page.getByRole('button', { name: '按住说话' }).press('Enter');
  await one.sees('2 秒');
  await picture(page, 'recording');
  await page.getByRole('button', { name: '再点一下就停' }).press('Enter');
  await one.sees(/已录好 [2-9] 秒/);
  await one.tap('button', /^听一遍/);
  await one.sees('正在放');
  await one.sees('已存好，不会丢');
  await one.tap('button', '重说');
  await one.sees(/正在听/);
  await one.sees(/^[1-9] 秒/);
  await one.tap('button', '再点一下就停');
  await one.sees(/已录好 [1-9] 秒/);
  await page.reload();
  await one.sees(/已录好 [1-9] 秒/);
  await one.tap('button', '有人生大病');
  await picture(page, 'after');
  await atNightInCareMode(one, 'after-care-dark', /已录好/);
  await page.reload();
  await one.sees(/已录好/);
  await one.tap('button', '下一步');
  await one.tap('button', '以后再拍');
  await one.sees(/录音 [1-9] 秒/);
  await one.tap('button', '交给村里');
  await one.sees('收下后这里有编号');
  const [made] = (await place.office.must('tian-xiaoyu', 'applications.mine', {})).cases;
  expect(made?.report.hasVoice).toBe(true);
  expect(one.complaints).toEqual([]);
  await one.close();

  const cadre = await place.window('li-chunmei');
  await cadre.open(`packages/review/pages/case?caseId=${made?.id}`);
  await cadre.tap('button', '听农户自己说的');
  await cadre.sees(/农户自己说的，[1-9] 秒/);
  await cadre.sees('点一下，听一遍');
  await picture(cadre.page, 'staff');
  expect(cadre.complaints).toEqual([]);
  await cadre.close();
});

test('whoever does not allow the microphone is told, and can tap and write instead', async () => {
  const one = await place.window('he-ming');
  // Chromium's made-up permission always says yes: this is the answer that a person gives who says no.
  await one.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await one.open(WHAT);
  await one.tap('button', '按住说话');
  await one.sees('没有打开麦克风。点这里去打开，或者点一点、写一写');
  await picture(one.page, 'denied');
  await one.tap('button', '有人生大病');
  await one.close();
});
