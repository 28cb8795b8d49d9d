import { composeIdNumber } from '@shared/people';
import type { Phone } from '../support/phone';
import type { Village } from '../support/village';
import { loadCamera } from './photo';

/** A family reports its hardship, page by page, as in ux.md 02. */

/** Invented; area 990101 is not assigned. */
export const HEAD = {
  name: '田有福',
  idNo: composeIdNumber({ area: '990101', birthDate: '1973-05-16', sequence: 11 }),
};

const PAGE = (name: string) => `packages/apply/pages/${name}`;

/** Opens the link that the village gave this person. */
export async function signIn(phone: Phone, village: Village, name: string): Promise<void> {
  await phone.open(`packages/account/pages/signin?token=${village.tokenOf(name)}`, 'reLaunch');
  await phone.sees(`${name}，您好`);
  await phone.tap('去首页');
  await phone.on('pages/home/index');
}

/** From the front page to the page where photos are taken. */
export async function tellTrouble(phone: Phone): Promise<void> {
  await phone.tap('我要申报');
  await phone.on(PAGE('village'));
  await phone.tap('对，下一步');
  await phone.on(PAGE('who'));
  await phone.tap('我自己家，我是户主');
  await phone.on(PAGE('head'));
  await phone.write('姓名', HEAD.name);
  await phone.write('身份证号', HEAD.idNo);
  await phone.tap('下一步');
  await phone.on(PAGE('phone'));
  await phone.tap('没有电话');
  await phone.on(PAGE('what'));
  await phone.tap('有人生大病');
  await phone.tap('下一步');
}

/** From the photos to the last page. */
export async function takePhotos(phone: Phone, papers: readonly string[]): Promise<void> {
  await phone.on(PAGE('photos'));
  await loadCamera(phone);
  for (const paper of papers) {
    await phone.tap(`拍照，${paper}`);
    await phone.control(`${paper}，再拍一张`);
  }
  await phone.tap('下一步');
  await phone.on(PAGE('check'));
}

/** Hands the report in and waits for the receipt. */
export async function handIn(phone: Phone): Promise<void> {
  await phone.tap('交给村里');
  await phone.on(PAGE('receipt'));
  await phone.sees('交给村里了');
}
