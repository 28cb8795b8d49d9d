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
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { NOTICE_PAGE } from './pages';

type Kind = Input<'notices.ask'>['kind'];

/** The own row of a notice is wrong, or should go: staff hide it within a working day, and decide in five. */
export function AskRow() {
  const { notice: noticeId = '', row } = useParams<'notice' | 'row'>();
  const kept = slot<string>(`row:${noticeId}:${row ?? ''}`);
  const [kind, setKind] = useState<Kind>('CORRECT');
  const [number, setNumber] = useState(row === undefined ? 0 : Number(row) + 1);
  const [text, setText] = useState(() => kept.get() ?? '');
  const send = useCommand((input: Input<'notices.ask'>, requestId: string) =>
    call('notices.ask', input, requestId),
  );
  const hand = async () => {
    const sent = await send.run({ noticeId, row: number - 1, kind, text });
    if (sent === undefined) return;
    kept.remove();
    toast(`收到了，${day(sent.request.freezeDueOn)}前先撤下`);
    await backOr(NOTICE_PAGE, { notice: noticeId });
  };
  const off = number < 1 ? '先写您是第几号' : text.trim() === '' ? '写一句哪里不对，就能交' : undefined;
  const failed = failureOf(send.error);
  return (
    <Page
      title="名单上这一行"
      white
      bar={
        <Bar
          primary={{ children: '交给村里和镇里', busy: send.busy, busyText: '正在交…', off, onTap: hand }}
        />
      }
    >
      <Head
        title="名单上您家这一行，要怎么办？"
        hint="一个工作日内先撤下。五个工作日内告诉您怎么定。"
        read="名单上您家这一行，要怎么办？可以改过来，也可以撤下来。一个工作日内先撤下，五个工作日内告诉您。"
      />
      <View className="sw-pad sw-stack">
        {failed !== undefined && <Note state="late" alert inset title={failed} />}
        {row === undefined && (
          <Field
            label="您是第几号"
            type="number"
            hint="名单最前面的序号"
            maxLength={4}
            onInput={(value) => setNumber(Number(value) || 0)}
          />
        )}
        <Choices<Kind>
          label="要怎么办"
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'CORRECT', label: '写错了，改过来' },
            { value: 'REMOVE', label: '撤下来，不要挂在上面' },
          ]}
        />
        <Field
          label="哪里不对，或者为什么"
          type="textarea"
          maxLength={300}
          initial={text}
          placeholder="比如：我家是 3 组，写成了 2 组"
          onInput={(value) => {
            kept.set(value);
            setText(value);
          }}
        />
      </View>
    </Page>
  );
}
