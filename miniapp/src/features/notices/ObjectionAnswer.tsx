import { useChosenVillage, useVillagePhone } from '@miniapp/features/account';
import { ApiError, call, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { callPhone } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { day } from '@shared/messages/format';
import { OBJECTION_SENTENCES } from '@shared/messages/turns';
import { View } from '@tarojs/components';
import { useState } from 'react';

type Found = Output<'objections.answer'>;

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
      {phone !== undefined && (
        <Section title="号丢了，或者还有话说">
          <Row
            icon="phone"
            title={phone.name}
            detail={phone.number}
            act="拨打"
            onTap={() => callPhone(phone.number)}
          />
        </Section>
      )}
    </Page>
  );
}

function Result({ found }: { found: Found }) {
  const { filedOn, answerDueOn, answer } = found;
  return (
    <Section title={answer === null ? '正在查' : '查清了'}>
      <KeyValue
        facts={[
          { key: '哪天提的', value: day(filedOn) },
          ...(answer === null
            ? [{ key: '哪天前答复', value: answerDueOn === null ? '查清就答复' : `${day(answerDueOn)}前` }]
            : [
                { key: '哪天答复', value: day(answer.on) },
                { key: '结果', value: <View className="sw-b">{OBJECTION_SENTENCES[answer.verdict]}</View> },
                { key: '怎么说的', value: answer.words },
              ]),
        ]}
      />
    </Section>
  );
}

function aloud({ answer, answerDueOn }: Found): string {
  if (answer !== null) return `查清了。${OBJECTION_SENTENCES[answer.verdict]}。${answer.words}`;
  return answerDueOn === null ? '正在查，查清就答复。' : `正在查，${day(answerDueOn)}前答复。`;
}
