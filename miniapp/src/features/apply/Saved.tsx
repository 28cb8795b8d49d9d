import { HOTLINE, useChosenVillage } from '@miniapp/features/account';
import type { Reason } from '@miniapp/features/outbox';
import { replace, switchTab, useParams } from '@miniapp/platform/navigate';
import { onNetworkFound } from '@miniapp/platform/network';
import { Bar } from '@miniapp/ui/Bar';
import { CallRow } from '@miniapp/ui/CallRow';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { currentForm } from './draft';
import { pageOf, RECEIPT_PAGE } from './pages';
import { waitingPhotos } from './photos';
import { signInAndSend } from './sign-in-and-send';
import { isWaiting, submit, waitsBecause } from './submission';
import { waitingVoice } from './voice';

/** Why it lies here, and what the report itself waits for. */
const WORDS: Record<Reason, { title: string; tag: string; hint: string }> = {
  offline: {
    title: '没有网，先替您存好了',
    tag: '等网',
    hint: '不用再填一遍。打开“守望”，一有网就自动交。',
  },
  trouble: {
    title: '没交上，先替您存好了',
    tag: '等一等',
    hint: '不用再填一遍。过一会儿打开“守望”，就自动交。',
  },
  signIn: {
    title: '要先登录，先替您存好了',
    tag: '等登录',
    hint: '不用再填一遍。用您自己的身份登录，就自动交。',
  },
};

/** 03-b. Kept on the phone; handed in by itself as soon as there is a network and somebody is signed in. */
export function Saved() {
  const { again: signedInNow } = useParams<'again'>();
  const village = useChosenVillage();
  const [because, setBecause] = useState(waitsBecause);
  const again = useCommand(submit);

  const retry = async () => {
    const outcome = await again.run(undefined);
    if (outcome === undefined) return;
    if (outcome.kind === 'received') await replace(RECEIPT_PAGE, { case: outcome.case.id });
    else if (outcome.kind === 'kept') setBecause(outcome.because);
    // The last page says what is to be mended.
    else await replace(pageOf('check'));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: one watch for as long as the page is there
  useEffect(() => {
    if (!isWaiting()) {
      switchTab('home');
      return undefined;
    }
    if (signedInNow === '1') retry();
    return onNetworkFound(retry);
  }, []);

  const { photos, voice } = currentForm().answers;
  const unsent = waitingPhotos().length;
  const { title, tag, hint } = WORDS[because];
  const phone = village?.village.phone ?? HOTLINE;
  return (
    <Page
      title="我要申报"
      bar={
        <Bar
          primary={
            because === 'signIn'
              ? { children: '去登录', busy: again.busy, busyText: '正在交…', onTap: signInAndSend }
              : { children: '现在再试一次', busy: again.busy, busyText: '正在交…', onTap: retry }
          }
          second={{ children: '回首页', onTap: () => switchTab('home') }}
        />
      }
    >
      <Head
        top={<Tag state="need">还没交到村里</Tag>}
        title={title}
        hint={hint}
        read={`还没交到村里。${title}。${hint}等不及，就打电话，口头说也算申报。`}
      />
      <Section title="存了什么">
        <KeyValue
          facts={[
            { key: '申报表', value: <Tag state="off">{tag}</Tag> },
            ...(voice === null
              ? []
              : [
                  {
                    key: '录音',
                    value: (
                      <>
                        <View>{`${voice.seconds} 秒`}</View>
                        {waitingVoice() === null ? <Tag state="ok">传好了</Tag> : <Tag state="off">等网</Tag>}
                      </>
                    ),
                  },
                ]),
            {
              key: '照片',
              value:
                photos.length === 0 ? undefined : (
                  <>
                    <View>{`${photos.length} 张`}</View>
                    {unsent === 0 ? (
                      <Tag state="ok">都传好了</Tag>
                    ) : (
                      <Tag state="off">{`还有 ${unsent} 张等网`}</Tag>
                    )}
                  </>
                ),
            },
          ]}
        />
      </Section>
      <Section>
        <CallRow
          title={village === undefined ? '等不及？打防返贫热线' : '等不及？打给村委会'}
          number={phone}
          also="口头说也算申报"
        />
      </Section>
      <View className="sw-pad">
        <View className="sw-field__hint sw-mt12">换个有信号的地方，打开“守望”就行。</View>
      </View>
    </Page>
  );
}
