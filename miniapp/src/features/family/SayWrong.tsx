import { call, type Input } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import type { FamilyFact } from '@shared/casework';
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { FACTS_PAGE } from './pages';
import { FACT_WORDS } from './words';

type Kind = Input<'households.request'>['kind'];
const factOf = (text = ''): FamilyFact => (text in FACT_WORDS ? (text as FamilyFact) : 'OTHER');

/** 「这里不对」: what it should be, or come and see. The village answers by a date. */
export function SayWrong() {
  const {
    case: caseId = '',
    fact: named,
    member,
    name,
    visit,
  } = useParams<'case' | 'fact' | 'member' | 'name' | 'visit'>();
  const fact = factOf(named);
  const kept = slot<string>(`wrong:${caseId}:${fact}:${member ?? ''}`);
  const [kind, setKind] = useState<Kind>(visit === undefined ? 'CORRECTION' : 'VISIT');
  const [text, setText] = useState(() => kept.get() ?? '');
  const send = useCommand(async (input: Input<'households.request'>, requestId: string) =>
    call('households.request', input, requestId),
  );
  const hand = async () => {
    const sent = await send.run({ caseId, kind, fact, memberKey: member ?? null, text });
    if (sent === undefined) return;
    kept.remove();
    toast(`村里收到了，${day(sent.request.dueOn)}前答复您`);
    await backOr(FACTS_PAGE, { case: caseId });
  };
  const silent = kind === 'CORRECTION' && text.trim() === '';
  const failed = failureOf(send.error);
  return (
    <Page
      title="这里不对"
      white
      bar={
        <Bar
          primary={{
            children: '交给村里',
            busy: send.busy,
            busyText: '正在交…',
            off: silent ? '写一句应该是怎样，就能交' : undefined,
            onTap: hand,
          }}
        />
      }
    >
      <Head
        top={visit === undefined ? (name ?? FACT_WORDS[fact]) : undefined}
        title={visit === undefined ? '哪里不对？' : '请干部再来看一次'}
        hint="村里 10 天内答复您。答复写在这里，也发到消息里。"
        read="哪里不对？写一句应该是怎样，或者请干部再来看一次。村里十天内答复您。"
      />
      <View className="sw-pad sw-stack">
        {failed !== undefined && <Note state="late" alert inset title={failed} />}
        <Choices<Kind>
          label="要村里怎么办"
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'CORRECTION', label: '改过来', detail: '写一句应该是怎样' },
            { value: 'VISIT', label: '再来家里看一次', detail: '干部到家里，当面说' },
          ]}
        />
        <Field
          label="应该是怎样"
          type="textarea"
          maxLength={300}
          optional={kind === 'VISIT'}
          initial={text}
          placeholder="比如：儿子上个月结婚了，多了一口人"
          onInput={(value) => {
            kept.set(value);
            setText(value);
          }}
        />
      </View>
    </Page>
  );
}
