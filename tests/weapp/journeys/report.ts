import { composeIdNumber } from '@shared/people';
import { VILLAGE } from '@tests/support/farmer-pages';
import type { Phone } from '../support/phone';
import type { Village } from '../support/village';
import { loadCamera } from './photo';

/** A family reports its hardship, page by page, as in ux.md 02. */

export interface Head {
  name: string;
  idNo: string;
}

/** The head of an invented family; area 990101 is not assigned. One for each number from 1. */
export const head = (number: number): Head => ({
  name: '田有福',
  idNo: composeIdNumber({ area: '990101', birthDate: '1973-05-16', sequence: number }),
});

export const reportPage = (name: string) => `packages/apply/pages/${name}`;

/**
 * The phone is this person's from now on, such as `tian-xiaoyu`: by the link that the village gave, or in CloudBase by
 * WeChat's word alone.
 */
export async function signIn(phone: Phone, { office, cloud }: Village, person: string): Promise<void> {
  if (cloud) {
    await cloud.giveTo(person);
    await phone.open(`pages/home/index?v=${VILLAGE}`, 'reLaunch');
    await phone.sees('换村子');
    return;
  }
  await phone.open(`packages/account/pages/signin?token=${await office.token(person)}`, 'reLaunch');
  await phone.sees('，您好');
  await phone.tap('去首页');
  await phone.on('pages/home/index');
}

/** From the front page to the page where photos are taken: 9 taps, and nothing typed but name and ID number. */
export async function tellTrouble(phone: Phone, who: Head): Promise<void> {
  await answerUpToWhat(phone, who);
  await phone.tap('有人生大病');
  await goOnToPhotos(phone);
}

export async function goOnToPhotos(phone: Phone): Promise<void> {
  await phone.tap('下一步');
  await phone.on(reportPage('photos'));
}

/** From the front page to the page where she says what happened. */
export async function answerUpToWhat(phone: Phone, { name, idNo }: Head): Promise<void> {
  await phone.tap('我要申报');
  await phone.on(reportPage('village'));
  await phone.tap('对，下一步');
  await phone.on(reportPage('who'));
  await phone.tap('我自己家，我是户主');
  await phone.on(reportPage('head'));
  await phone.write('姓名', name);
  await phone.write('身份证号', idNo);
  await phone.tap('下一步');
  await phone.on(reportPage('phone'));
  await phone.tap('没有电话');
  await phone.on(reportPage('what'));
}

/** Photographs these papers and waits until each is on the page. */
export async function takePhotos(phone: Phone, papers: readonly string[]): Promise<void> {
  await loadCamera(phone);
  for (const paper of papers) {
    await phone.tap(`拍照，${paper}`);
    await phone.control(`${paper}，再拍一张`);
  }
}

/** From the photos to the last page, where everything stands once more. */
export async function goOnToCheck(phone: Phone): Promise<void> {
  await phone.tap('下一步');
  await phone.on(reportPage('check'));
}

/** Hands the report in and waits for the receipt. */
export async function handIn(phone: Phone): Promise<void> {
  await phone.tap('交给村里');
  await phone.on(reportPage('receipt'));
  await phone.sees('交给村里了');
}
