import type { Phone } from './support/phone';
import { phoneForTests } from './support/phone-for-tests';

/** What no run may do is noticed by every run: each guard is set off once here, and the complaint is taken back. */

const there = phoneForTests();

/** What code that is evaluated inside the app sees. */
declare const wx: { request(options: { url: string }): Promise<unknown> };
declare function getCurrentPages(): { setData(data: object): void }[];

test('console.error', async () => {
  const { phone } = there();
  await phone.app.evaluate(() => console.error('so it is noticed'));
  expect(await phone.faults()).toEqual(['so it is noticed']);
});

test('an exception that nobody caught, and a promise that nobody waited for', async () => {
  const { phone } = there();
  await phone.app.evaluate(() => {
    setTimeout(() => {
      throw new Error('thrown');
    }, 0);
    void Promise.reject(new Error('rejected'));
  });
  const faults: string[] = [];
  await phone.until(async () => faults.push(...(await phone.faults())) === 2);
  expect(faults.sort()).toEqual([expect.stringContaining('rejected'), expect.stringContaining('thrown')]);
});

/** What was said until the host had forbidden something, which it says last. */
async function forbidden(phone: Phone): Promise<string> {
  const faults: string[] = [];
  const saysSo = (fault: string) => fault.startsWith('forbidden by the host');
  await phone.until(async () => {
    faults.push(...(await phone.faults()));
    return faults.some(saysSo);
  });
  return faults.filter(saysSo).join();
}

test('a picture from elsewhere', async () => {
  const { phone, host } = there();
  if (!host) return;
  await phone.open('packages/gallery/form');
  await phone.app.mockWxMethod('chooseMedia', {
    type: 'image',
    tempFiles: [{ tempFilePath: 'https://pictures.example/a.png', size: 70, fileType: 'image' }],
    errMsg: 'chooseMedia:ok',
  });
  await phone.app.mockWxMethod('compressImage', { errMsg: 'compressImage:fail' });
  await phone.tap('拍照，录取或在读证明');
  await phone.control('录取或在读证明，再拍一张');
  expect(await forbidden(phone)).toContain('https://pictures.example/a.png');
});

test('a server that is not on the list is out of reach', async () => {
  const { phone, host } = there();
  if (!host) return;
  await expect(phone.app.callWxMethod('request', { url: 'https://elsewhere.example/' })).rejects.toThrow(
    'url not in domain list',
  );
});

test('a setData of more than WeChat takes, or of nothing', async () => {
  const { phone, host } = there();
  if (!host) return;
  await expect(
    phone.app.evaluate(() => getCurrentPages()[0]?.setData({ large: 'x'.repeat(1024 * 1024) })),
  ).rejects.toThrow('over the limit of 1 MiB');
  await phone.app.evaluate(() => getCurrentPages()[0]?.setData({ absent: undefined }));
  expect(await phone.faults()).toEqual([expect.stringContaining('"absent" is undefined')]);
});

test('code from strings', async () => {
  const { phone, host } = there();
  if (!host) return;
  await phone.app.evaluate(() => {
    // Later, as the app's own code runs: what is evaluated from outside is allowed more.
    setTimeout(() => getCurrentPages.constructor('return 1')(), 0);
  });
  expect(await forbidden(phone)).toContain('script-src');
});
