import { useChosenVillage, useVillagePhone } from '@miniapp/features/account';
import { ApiError, call, type Input, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { day } from '@shared/messages/format';
import {
  OBJECTION_HANDLER_SENTENCES,
  OBJECTION_SENTENCES,
  OBJECTION_STAGE_SENTENCES,
} from '@shared/messages/turns';
import { View } from '@tarojs/components';
import { useState } from 'react';

type Found = Output<'objections.answer'>;
type Satisfaction = Input<'objections.rate'>['satisfied'];

/** By the number that was given for an objection: what became of it. Nobody is asked who he is. */
export function ObjectionAnswer() {
  const { v } = useParams<'v'>();
  const chosen = useChosenVillage();
  const village = v ?? chosen?.code ?? '';
  const phone = useVillagePhone();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<Found>();
  const look = useCommand((digits: string) => call('objections.answer', { village, code: digits }));
  const digits = code.replace(/\D/g, '');
  const off = digits.length === 8 ? undefined : '查询号是 8 位数字';
  const failed =
    look.error === undefined
      ? undefined
      : look.error instanceof ApiError
        ? look.error.message
        : '没有取到。可能是网不好，再点一次。';
  const see = async () => {
    setFound(undefined);
    const answer = await look.run(digits);
    if (answer !== undefined) setFound(answer);
  };
  return (
    <Page
      title="查意见的答复"
      bar={<Bar primary={{ children: '看答复', busy: look.busy, busyText: '正在看…', off, onTap: see }} />}
    >
      <Head
        title="查意见的答复"
        hint="凭提意见时给的查询号看，不用说您是谁。"
        read={found === undefined ? '查意见的答复。填上八位的查询号，点看答复。' : () => aloud(found)}
      />
      <Section flush pad>
        <Field
          label="查询号"
          type="number"
          maxLength={9}
          error={failed}
          placeholder="8 位数字"
          onInput={setCode}
        />
      </Section>
      {found !== undefined && <Result found={found} />}
      {found?.mayRate === true && <Rating village={village} code={digits} />}
      {phone !== undefined && (
        <Section title="号丢了，或者还有话说">
          <CallRow title={phone.name} number={phone.number} />
        </Section>
      )}
    </Page>
  );
}

function Result({ found }: { found: Found }) {
  const { stage, filedOn, answerDueOn, answer } = found;
  return (
    <Section title={OBJECTION_STAGE_SENTENCES[stage]}>
      <KeyValue
        facts={[
          { key: '哪天提的', value: day(filedOn) },
          ...(answer === null
            ? [
                { key: '谁来查', value: OBJECTION_HANDLER_SENTENCES[stage] },
                { key: '哪天前答复', value: answerDueOn === null ? '查清就答复' : `${day(answerDueOn)}前` },
              ]
            : [
                { key: '哪天答复', value: day(answer.on) },
                { key: '结果', value: <View className="sw-b">{OBJECTION_SENTENCES[answer.verdict]}</View> },
                ...(answer.passedTo === null ? [] : [{ key: '转给了哪里', value: answer.passedTo }]),
                { key: '怎么说的', value: answer.words },
              ]),
        ]}
      />
    </Section>
  );
}

/** Asked once; nobody sees who said it. */
function Rating({ village, code }: { village: string; code: string }) {
  const [said, setSaid] = useState<Satisfaction>();
  const rate = useCommand((satisfied: Satisfaction, requestId: string) =>
    call('objections.rate', { village, code, satisfied }, requestId),
  );
  const say = async (satisfied: Satisfaction) => {
    if ((await rate.run(satisfied)) !== undefined) setSaid(satisfied);
  };
  if (said !== undefined)
    return (
      <Note state="ok" alert title="记下了，谢谢您">
        {said === 'YES' ? '' : '还有话说，可以打镇里或县里的电话。'}
      </Note>
    );
  return (
    <Section title="这个答复，您满意吗？" pad>
      {rate.error !== undefined && <Note inset state="late" alert title="没有记下，再点一次" />}
      <View className="sw-cols3">
        {SATISFACTION_BUTTONS.map(({ value, words }) => (
          <Button key={value} off={rate.busy ? '正在记' : undefined} onTap={() => say(value)}>
            {words}
          </Button>
        ))}
      </View>
      <View className="sw-sub sw-mt8">只问这一次，不写是谁评的。</View>
    </Section>
  );
}

const SATISFACTION_BUTTONS: ReadonlyArray<{ value: Satisfaction; words: string }> = [
  { value: 'YES', words: '满意' },
  { value: 'PARTLY', words: '还可以' },
  { value: 'NO', words: '不满意' },
];

function aloud({ stage, answer, answerDueOn }: Found): string {
  const title = OBJECTION_STAGE_SENTENCES[stage];
  if (answer !== null) return `查清了。${OBJECTION_SENTENCES[answer.verdict]}。${answer.words}`;
  return answerDueOn === null ? `${title}，查清就答复。` : `${title}，${day(answerDueOn)}前答复。`;
}
