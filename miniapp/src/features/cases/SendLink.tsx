import { ApiError, call } from '@miniapp/platform/api';
import { newRequestId } from '@miniapp/platform/call';
import { back, useParams } from '@miniapp/platform/navigate';
import { addressOf, canShareCard, copyText, useShareCard } from '@miniapp/platform/share';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { localDate } from '@shared/calendar/dates';
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { LINK_PAGE } from './pages';

/**
 * A link for one adult. No name is on this page: WeChat takes its picture for the card, and the card travels through
 * chats that others read.
 */
export function SendLink() {
  const { case: caseId = '', member = '' } = useParams<'case' | 'member'>();
  const requestId = useRef(newRequestId());
  const link = useQuery(`link:${requestId.current}`, () =>
    call('consents.send', { caseId, memberKey: member }, requestId.current),
  );
  const token = link.data?.token;
  useShareCard(() => ({ title: '家里人请您签个名', path: LINK_PAGE, params: { t: token } }));
  const copy = async () => {
    const address = addressOf(LINK_PAGE, { t: token });
    if (address === undefined) return;
    toast((await copyText(address)) ? '链接复制好了，发给他就行' : '没复制成，请长按链接复制');
  };
  const refused = link.error instanceof ApiError ? link.error.message : undefined;
  return (
    <Page title="发给他签" bar={<Bar primary={{ children: '发好了', onTap: () => back() }} />}>
      <Head
        top="各签各的"
        title="发给他，在他手机上签"
        hint="他点开，先答一句自己是谁，再签名。看不到家里办事的内容。"
        read="发给他，在他手机上签。点绿色的按钮，选他的微信发过去。七天里签都行，只能签一次。"
      />
      {refused !== undefined ? (
        <Note state="late" alert title={refused} />
      ) : (
        <QueryView query={link}>
          {({ expiresAt }) => (
            <Section flush>
              <KeyValue
                facts={[
                  { key: '哪天前签', value: `${day(localDate(expiresAt))}前` },
                  { key: '能签几次', value: '一次。重发一个，前面那个就不能用了' },
                ]}
              />
              <View className="sw-pad sw-pb sw-mt12">
                {canShareCard ? (
                  <Button kind="primary" openType="share">
                    微信发给他
                  </Button>
                ) : (
                  <Button kind="primary" onTap={copy}>
                    复制链接，发给他
                  </Button>
                )}
              </View>
            </Section>
          )}
        </QueryView>
      )}
      <Section title="他不会用手机">
        <View className="sw-pad sw-pb sw-p">也可以在纸上签，拍照交上来。或者等他回来，在您手机上签。</View>
      </Section>
    </Page>
  );
}
