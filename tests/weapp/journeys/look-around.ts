import type { Phone } from '../support/phone';

/** The shortest walk that needs every way in of the app: a tap, a choice, a typed word, a way back. */
export async function lookAround(phone: Phone): Promise<void> {
  await phone.on('pages/home/index');
  await phone.tap('我家');
  await phone.on('pages/family/index');
  await phone.tap('首页');
  await phone.on('pages/home/index');
  await phone.open('packages/gallery/form');
  await phone.tap('帮别家报');
  if (!(await phone.isOn('帮别家报'))) throw new Error('a tapped choice is not on');
  await phone.write('姓名', '田有福');
  await phone.app.callWxMethod('navigateBack');
  await phone.on('pages/home/index');
}
