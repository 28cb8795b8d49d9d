import { hosted } from '../hosted';
import { privacySetting } from './privacy';
import { type AsyncApi, Refusal } from './settle';

/**
 * Who the person is and what she allows. She says yes where WeChat would ask; a test that wants a no replaces the
 * method (`mockWxMethod`). What needs her eyes or hands is cancelled until a test says what came of it.
 */

const cancelled = () => {
  throw new Refusal('cancel');
};

const eachAccepted = (templates: string[]) => Object.fromEntries(templates.map((id) => [id, 'accept']));

export const account: Record<string, AsyncApi> = {
  login: () => ({ code: hosted.settings.loginCode }),
  checkSession: () => undefined,
  getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
  openSetting: () => ({ authSetting: {} }),
  authorize: () => undefined,
  getPrivacySetting: privacySetting,
  requirePrivacyAuthorize: () => undefined,
  openPrivacyContract: () => undefined,
  requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) => eachAccepted(tmplIds),
  scanCode: cancelled,
  chooseMedia: cancelled,
  chooseMessageFile: cancelled,
  showShareMenu: () => undefined,
  hideShareMenu: () => undefined,
  updateShareMenu: () => undefined,
};
