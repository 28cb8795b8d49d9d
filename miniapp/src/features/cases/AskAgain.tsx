import { useVillagePhone } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { day } from '@shared/messages/format';
import { withinText } from '@shared/messages/refused';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type HouseholdCase, orStale, useCase } from './data';
import { forgetVoice, type KeptVoice, sendVoice } from './kept-voice';
import { CASE_PAGE } from './pages';
import { Spoken } from './Spoken';
import { sentenceOf } from './sentence';

/** 「请镇里再查一次」: the reason, said or written; other people look. */
export function AskAgain() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useCase(caseId);
  const phone = useVillagePhone();
  const view = query.data;
  if (view?.allowed.includes('requestReview'))
    return <Ask view={view} onChange={query.set} onStale={query.reload} />;
  return (
    <Page
      title="请镇里再查一次"
      bar={view && <Bar primary={{ children: '知道了', onTap: () => backOr(CASE_PAGE, { case: caseId }) }} />}
    >
      <Head title="请镇里再查一次" />
      <QueryView query={query} phone={phone}>
        {() => <Empty>现在不用请。有新的难处，随时可以再申报。</Empty>}
      </QueryView>
    </Page>
  );
}

interface AskProps {
  view: HouseholdCase;
  onChange: (view: HouseholdCase) => void;
  onStale: () => void;
}

/** The reason so far; it outlives the page. */
interface Reason {
  text: string;
  voice?: KeptVoice;
}

/** What stands where words are expected when there is only a voice. */
const SPOKEN = '原因是用嘴说的，请听录音。';

function Ask({ view, onChange, onStale }: AskProps) {
  const kept = slot<Reason>(`again-reason:${view.id}`);
  const [{ text, voice }, setReason] = useState<Reason>(() => kept.get() ?? { text: '' });
  const change = (more: Partial<Reason>) =>
    setReason((before) => {
      const now = { ...before, ...more };
      kept.set(now);
      return now;
    });
  const send = useCommand(async (reason: string, requestId: string) => {
    const voiceId = await sendVoice(voice);
    const input = { caseId: view.id, reason: reason === '' ? SPOKEN : reason, voiceId };
    return (await orStale(call('applications.requestReview', input, requestId), onStale)).case;
  });
  const hand = async () => {
    const now = await send.run(text.trim());
    if (now === undefined) return;
    kept.remove();
    await forgetVoice(voice);
    onChange(now);
    const by = now.review.answerDueOn;
    toast(by === null ? '镇里收到了，换两个人再看' : `镇里收到了，${day(by)}前答复您`);
    await backOr(CASE_PAGE, { case: view.id });
  };
  const failed = sentenceOf(send.error);
  const { askUntil, answerWithin } = view.review;
  const silent = text.trim() === '' && voice === undefined;
  return (
    <Page
      title="请镇里再查一次"
      white
      bar={
        <Bar
          primary={{
            children: '交给镇里',
            busy: send.busy,
            busyText: '正在交…',
            off: silent ? '说一句或者写一句，就能交' : undefined,
            onTap: hand,
          }}
          reason={askUntil === null ? undefined : `${day(askUntil)}前都能请，只能请一次`}
        />
      }
    >
      <Head
        top={`${view.headName}家的申报`}
        title="您觉得哪里不对？"
        hint={`换两个没来过的人查，${withinText(answerWithin)}答复您。不会因为这个对您家不好。`}
        read={`您觉得哪里不对？按住话筒说，或者写几句。换两个没来过的人查，${withinText(answerWithin)}答复您。`}
      />
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <View className="sw-pad sw-stack">
        <Spoken voice={voice} onChange={(said) => change({ voice: said })} />
        <Field
          label="也可以写几句"
          type="textarea"
          optional={voice !== undefined}
          initial={text}
          placeholder="比如：那辆车是弟弟的，早就过户了"
          onInput={(value) => change({ text: value })}
        />
      </View>
    </Page>
  );
}
