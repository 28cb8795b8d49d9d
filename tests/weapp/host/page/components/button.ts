import { hosted } from '../hosted';
import { agreeButtonTapped, needsPrivacy } from '../wx/privacy';
import { asText, isOn, WxElement } from './wx-element';

/** WeChat's own abilities behind a button, and what the person is taken to answer: yes. */
const ABILITIES: Record<string, { event: string; detail: () => Record<string, unknown> }> = {
  getPhoneNumber: {
    event: 'getphonenumber',
    detail: () => ({ errMsg: 'getPhoneNumber:ok', code: hosted.settings.phoneNumberCode }),
  },
  agreePrivacyAuthorization: { event: 'agreeprivacyauthorization', detail: () => ({}) },
  openSetting: { event: 'opensetting', detail: () => ({ authSetting: {} }) },
};

/** A share button has no event: the page's onShareAppMessage is asked. */
type Share = (button: WxElement) => void;
let share: Share = () => undefined;
export const onShare = (listener: Share): void => {
  share = listener;
};

export class WxButton extends WxElement {
  protected override start(): void {
    this.onTap(() => {
      if (isOn(this.prop('disabled'))) return;
      const ability = asText(this.prop('open-type'));
      if (ability === 'share') share(this);
      if (ability === 'agreePrivacyAuthorization') agreeButtonTapped(this.id);
      const answer = ABILITIES[ability];
      if (!answer) return;
      needsPrivacy(ability).then(
        () => this.fire(answer.event, answer.detail()),
        ({ reason }: { reason: string }) => this.fire(answer.event, { errMsg: `${ability}:fail ${reason}` }),
      );
    });
  }
}
