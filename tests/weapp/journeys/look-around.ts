import type { Phone } from '../support/phone';

/** The shortest walk that needs every way into the app: taps that change the page and taps that do not, and a typed word. */
export async function lookAround(phone: Phone): Promise<void> {
  await phone.on('pages/home/index');
  await phone.tap('我家');
  await phone.on('pages/family/index');
  await phone.tap('首页');
  await phone.on('pages/home/index');
  await phone.open('packages/gallery/form');
  await phone.tap('帮别家报');
  await phone.until(() => phone.isOn('帮别家报'));
  await phone.open('packages/account/pages/find-village');
  await phone.write('村名', '保西');
  await phone.sees('找到的村子');
  await phone.app.callWxMethod('navigateBack', { delta: 2 });
  await phone.on('pages/home/index');
}
