import type { Phone } from './phone';

const ROLES = ['button', 'link', 'radio', 'checkbox', 'tab'];

/** What a screen reader cannot announce on the page that is open: controls without a role or a name, fields without a label. */
export async function poorControls(phone: Phone): Promise<string[]> {
  const page = await phone.page();
  const poor: string[] = [];
  for (const control of [...(await page.$$('.sw-tap')), ...(await page.$$('button'))]) {
    const role = (await control.attribute('aria-role')) ?? (control.tagName === 'button' ? 'button' : '');
    const name = (await control.attribute('aria-label')) ?? (await control.text());
    if (!ROLES.includes(role) || name.trim() === '') poor.push(await control.outerWxml());
  }
  for (const field of [...(await page.$$('input')), ...(await page.$$('textarea'))])
    if (!(await field.attribute('aria-label'))) poor.push(await field.outerWxml());
  return poor;
}
