import { hosted } from '../hosted';
import { happen } from './happenings';
import { Refusal } from './settle';

/**
 * WeChat lets no personal interface through before the person has agreed to the privacy guide: the interface waits,
 * the app is told (`onNeedPrivacyAuthorization`), and its `agree` counts only for a button of that kind which was
 * tapped. Agreement outlives the app; `settings.privacy` says whether it was given before.
 */

const PERSONAL = new Set([
  'chooseMedia',
  'chooseMessageFile',
  'getClipboardData',
  'getLocation',
  'startRecord',
  'getPhoneNumber',
]);

const AGREED = 'privacy-agreed';
const tapped = new Set<string>();

const isAgreed = (): boolean =>
  hosted.settings.privacy === 'agreed' || sessionStorage.getItem(AGREED) !== null;

export const privacySetting = () => ({
  needAuthorization: !isAgreed(),
  privacyContractName: '《隐私保护指引》',
});

/** A button of the kind `agreePrivacyAuthorization` was tapped. Alone it agrees to nothing that waits. */
export function agreeButtonTapped(id: string): void {
  tapped.add(id);
  sessionStorage.setItem(AGREED, 'yes');
}

interface Answer {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}

/** Waits for the person's word where the interface is personal. @throws Refusal when she does not agree */
export async function needsPrivacy(api: string): Promise<void> {
  if (!PERSONAL.has(api) || isAgreed()) return;
  const { event, buttonId = '' } = await new Promise<Answer>((resolve) => {
    const told = happen('NeedPrivacyAuthorization', resolve, { referrer: api });
    if (!told) resolve({ event: 'disagree' });
  });
  if (event === 'agree' && tapped.has(buttonId)) return;
  throw new Refusal('privacy permission is not authorized', { errno: 104 });
}
