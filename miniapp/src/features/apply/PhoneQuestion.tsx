import { Choices } from '@miniapp/ui/Choices';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { useRef, useState } from 'react';
import { Question } from './Question';
import { useReport } from './useReport';

type Way = 'NUMBER' | 'NONE';

/** 02-b3. 「没有电话」 is an answer like any other and goes on by itself. */
export function PhoneQuestion() {
  const report = useReport('phone');
  const { answers, say, next, problem } = report;
  const number = useRef<FieldHandle>(null);
  const [way, setWay] = useState<Way | undefined>(
    answers.noPhone ? 'NONE' : answers.phone === '' ? undefined : 'NUMBER',
  );
  const choose = (chosen: Way) => {
    setWay(chosen);
    if (chosen === 'NONE') next({ noPhone: true });
    else say({ noPhone: false });
  };
  const wrong = problem('phone');
  return (
    <Question
      report={report}
      title="打哪个电话找您？"
      hint="干部上门前会先打电话。"
      read="打哪个电话找您？没有电话也能报。"
      fields={{ phone: number }}
      bar={{ primary: { children: '下一步', onTap: () => next() } }}
    >
      <Choices<Way>
        label="联系电话"
        hideLabel
        value={way}
        onChange={choose}
        error={way === undefined ? wrong : undefined}
        choices={[
          { value: 'NUMBER', icon: 'phone', label: '填一个手机号' },
          { value: 'NONE', icon: 'family', label: '没有电话', detail: '网格员会到家里告诉您' },
        ]}
      />
      {way === 'NUMBER' && (
        <Field
          ref={number}
          label="手机号"
          type="tel"
          initial={answers.phone}
          error={wrong}
          onInput={(phone) => say({ phone })}
        />
      )}
    </Question>
  );
}
