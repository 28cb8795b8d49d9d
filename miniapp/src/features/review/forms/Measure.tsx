import { Amount } from '@miniapp/ui/Amount';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { MEASURE_CODES } from '@shared/casework/codes';
import { ACTION_LABELS, MEASURE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { type MeasureForm as Answers, toMeasure } from '../model/measure';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { choicesOf, One } from './One';
import { summaryOf, useForm } from './useForm';

/** A measure that has reached the family; it appears on its card (domain.md 3.4). */
export function MeasureForm(props: FormProps) {
  const { today, greenChannel } = props.view;
  const green = greenChannel !== null;
  const { form, change, problems, submit } = useForm<Answers>(() => ({
    name: '',
    department: '',
    on: today,
    detail: '',
  }));
  const doing = useCaseAct('reviews.recordMeasure', props);
  const found = { ...doing.problems, ...problems };
  return (
    <FormFrame
      title="办好了哪一项帮扶？"
      hint="只登记已经办了的。登记了，农户的明白卡上就能看到。"
      bar={ACTION_LABELS.recordMeasure}
      problem={doing.problem ?? summaryOf(problems)}
      submit={{
        children: '登记',
        onTap: () => submit((filled) => toMeasure(filled, today, green), doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      {green && (
        <Choices
          label="手续办了吗？"
          error={found.emergency}
          value={form.first}
          onChange={(first) => change({ first })}
          choices={[
            { value: 'YES', label: '先帮的，手续后补', detail: '系统会提醒哪天前补齐' },
            { value: 'NO', label: '手续办好了' },
          ]}
        />
      )}
      <One
        label="哪一类"
        chips={choicesOf(MEASURE_CODES, MEASURE_LABELS)}
        value={form.measureCode}
        onChange={(measureCode) => change({ measureCode })}
        error={found.measureCode}
      />
      <Field
        label="办了什么"
        placeholder="比如：住院医疗救助"
        error={found.name}
        onInput={(name) => change({ name })}
      />
      <Field
        label="哪个部门办的"
        placeholder="比如：县医保局"
        error={found.department}
        onInput={(department) => change({ department })}
      />
      <Field label="哪一天" type="date" initial={form.on} error={found.on} onInput={(on) => change({ on })} />
      <View className="sw-out sw-mt16">
        <Amount
          label="多少钱"
          detail="没有钱的不填"
          initial={form.amountFen}
          onInput={(amountFen) => change({ amountFen })}
          onCommit={(amountFen) => change({ amountFen })}
        />
      </View>
      <Field label="再说两句" optional maxLength={200} onInput={(detail) => change({ detail })} />
    </FormFrame>
  );
}
