import { go } from '@miniapp/platform/navigate';
import { type PrivacyAsked, privacyAsked } from '@miniapp/platform/privacy';
import { View } from '@tarojs/components';
import { useSyncExternalStore } from 'react';
import { a11y } from './a11y';
import { Button } from './Button';
import { Link } from './Link';

const AGREE = 'sw-agree';
const TITLE = '先说清楚，再往下办';

export const usePrivacyAsked = (): PrivacyAsked | undefined =>
  useSyncExternalStore(privacyAsked.subscribe, privacyAsked.get);

/** WeChat's question before the first personal interface, in our words and size. The page behind it waits. */
export function PrivacySheet({ asked, page }: { asked: PrivacyAsked; page: string }) {
  return (
    <View className="sw-mask">
      <View className="sw-dialog" {...a11y({ role: 'dialog', modal: true, label: TITLE })}>
        <View className="sw-dialog__t">{TITLE}</View>
        <View className="sw-dialog__d">
          拍照、录音、取号码，只为办您家这件事。只有办事的干部看得到。
          <Link onTap={() => go(page)}>《隐私保护指引》</Link>
        </View>
        <View className="sw-btns sw-mt16">
          <Button
            id={AGREE}
            kind="primary"
            openType="agreePrivacyAuthorization"
            onAgreePrivacy={() => asked.answer(AGREE)}
          >
            同意，往下办
          </Button>
          <Button onTap={() => asked.answer(null)}>不同意</Button>
        </View>
      </View>
    </View>
  );
}
