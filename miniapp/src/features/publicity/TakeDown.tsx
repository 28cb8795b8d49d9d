import { call, type Input, type Output } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Note } from '@miniapp/ui/Note';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { useState } from 'react';

type Wish = Input<'notices.askFor'>;

/** Somebody came, rang or wrote that the own row of this notice be put right or taken off: staff write it down. */
export function TakeDown({ notice }: { notice: Output<'notices.get'>['notice'] }) {
  const [open, setOpen] = useState(false);
  const [number, setNumber] = useState(0);
  const [kind, setKind] = useState<Wish['kind']>('CORRECT');
  const [via, setVia] = useState<Wish['via']>('VISIT');
  const [text, setText] = useState('');
  const send = useCommand((input: Wish, requestId: string) => call('notices.askFor', input, requestId));
  const failed = failureOf(send.error);
  const named = notice.rows.find(({ row }) => row === number - 1)?.name;
  const hand = async () => {
    if ((await send.run({ noticeId: notice.id, row: number - 1, kind, text, via })) === undefined) return;
    toast('记下了，一个工作日内先撤下');
    setOpen(false);
    setText('');
  };
  const off =
    named === undefined ? '先写名单上的序号' : text.trim() === '' ? '写一句本人怎么说的' : undefined;
  if (!open)
    return (
      <Section flush>
        <Row title="有人要改、要撤名单上的一行" detail="替本人记下来" onTap={() => setOpen(true)} />
      </Section>
    );
  return (
    <Section title="替本人记下来" pad>
      <View className="sw-stack">
        {failed !== undefined && <Note state="late" alert inset title={failed} />}
        <Field
          label="名单上的序号"
          type="number"
          maxLength={4}
          hint={named === undefined ? undefined : `第 ${number} 号：${named}`}
          onInput={(value) => setNumber(Number(value) || 0)}
        />
        <Choices<Wish['kind']>
          label="要怎么办"
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'CORRECT', label: '写错了，改过来' },
            { value: 'REMOVE', label: '撤下来' },
          ]}
        />
        <Choices<Wish['via']>
          label="怎么来说的"
          value={via}
          onChange={setVia}
          choices={[
            { value: 'VISIT', label: '当面说的' },
            { value: 'PHONE', label: '打电话' },
            { value: 'PAPER', label: '写的条子' },
          ]}
        />
        <Field label="本人怎么说的" type="textarea" maxLength={300} onInput={setText} />
        <Button kind="primary" busy={send.busy} busyText="正在交…" off={off} onTap={hand}>
          记下来
        </Button>
      </View>
    </Section>
  );
}
