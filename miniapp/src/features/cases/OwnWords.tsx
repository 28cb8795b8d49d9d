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
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type HouseholdCase, orStale, useCase } from './data';
import { SaidBefore } from './Hearing';
import { forgetVoice, type KeptVoice, sendVoice } from './kept-voice';
import { CASE_PAGE } from './pages';
import { PHOTO_ON_ITS_WAY, SentPhotos } from './SentPhotos';
import { Spoken } from './Spoken';
import { sentenceOf } from './sentence';

/** Somebody says that a statement was false: what the family says to it, spoken, written or with papers (domain.md 3.3). */
export function OwnWords() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useCase(caseId);
  const phone = useVillagePhone();
  const view = query.data;
  if (view?.allowed.includes('giveOwnWords'))
    return <Say view={view} onChange={query.set} onStale={query.reload} />;
  return (
    <Page
      title="自己说一说"
      bar={view && <Bar primary={{ children: '知道了', onTap: () => backOr(CASE_PAGE, { case: caseId }) }} />}
    >
      <Head title="自己说一说" read="现在没有要您说的事。有话说，就打村里的电话。" />
      <QueryView query={query} phone={phone}>
        {() => <Empty>现在没有要您说的事。有话说，就打村里的电话。</Empty>}
      </QueryView>
    </Page>
  );
}

interface SayProps {
  view: HouseholdCase;
  onChange: (view: HouseholdCase) => void;
  onStale: () => void;
}

/** What was said, written and photographed so far; it outlives the page. */
interface Kept {
  text: string;
  photoIds: string[];
  voice?: KeptVoice;
}

function Say({ view, onChange, onStale }: SayProps) {
  const kept = slot<Kept>(`own-words:${view.id}`);
  const [said, setSaid] = useState<Kept>(() => kept.get() ?? { text: '', photoIds: [] });
  const [problem, setProblem] = useState<string>();
  const [onWay, setOnWay] = useState(0);
  const say = (more: Partial<Kept>) =>
    setSaid((before) => {
      const now = { ...before, ...more };
      kept.set(now);
      return now;
    });
  const send = useCommand(async ({ text, photoIds, voice }: Kept, requestId: string) => {
    const voiceId = await sendVoice(voice);
    const input = { caseId: view.id, text: text.trim(), voiceId, photoIds };
    return (await orStale(call('applications.giveOwnWords', input, requestId), onStale)).case;
  });
  const hand = async () => {
    setProblem(undefined);
    const now = await send.run(said);
    if (now === undefined) return;
    kept.remove();
    await forgetVoice(said.voice);
    onChange(now);
    toast('收到了，县里看过、听过再定');
    await backOr(CASE_PAGE, { case: view.id });
  };
  const failed = problem ?? sentenceOf(send.error);
  const silent = said.text.trim() === '' && said.photoIds.length === 0 && said.voice === undefined;
  return (
    <Page
      title="自己说一说"
      white
      bar={
        <Bar
          primary={{
            children: '交给县里看',
            busy: send.busy,
            busyText: '正在交…',
            off: onWay > 0 ? PHOTO_ON_ITS_WAY : silent ? '说一句、写一句或拍一张，就能交' : undefined,
            onTap: hand,
          }}
          reason={silent || onWay > 0 ? undefined : '干部还会上门，当面听您说'}
        />
      }
    >
      <Head
        top={`${view.headName}家的申报`}
        title="实际是怎么回事？"
        hint="有人说申报的和实际不一样。您照实说，县里看过、听过才能定。"
        read="实际是怎么回事？有人说申报的和实际不一样。您按住话筒，照实说，或者写几句，有纸就拍下来。县里看过、听过，才能定。"
      />
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <SaidBefore view={view} />
      <View className="sw-pad sw-stack">
        <Spoken voice={said.voice} onChange={(voice) => say({ voice })} />
        <Field
          label="也可以写几句"
          type="textarea"
          optional
          maxLength={1000}
          initial={said.text}
          placeholder="比如：那个小卖部是我弟弟开的"
          onInput={(text) => say({ text })}
        />
      </View>
      <SentPhotos
        title="能说明的纸"
        hint="合同、证明、单子都行。没有就不拍。"
        example="diagnosis"
        max={9}
        ids={said.photoIds}
        onChange={(photoIds) => say({ photoIds })}
        onProblem={setProblem}
        onWay={(more) => setOnWay((count) => count + more)}
      />
    </Page>
  );
}
