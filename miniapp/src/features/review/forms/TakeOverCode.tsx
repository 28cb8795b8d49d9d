import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { ReadAloud } from '@miniapp/ui/ReadAloud';
import type { IdentityProof } from '@shared/casework';
import { ACTION_LABELS } from '@shared/messages';
import { takeOverFacts, takeOverSpoken } from '@shared/messages/take-over';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toHandCode } from '../model/hand-code';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

/** Somebody of the family stands there, whose report a proxy made: a cadre checks who it is and hands out the code. */
export function TakeOverCodeForm(props: FormProps) {
  const { view, onDone } = props;
  const [given, setGiven] = useState<{ code: string; until: string }>();
  const [after, setAfter] = useState(view);
  const { form, change, problems, submit } = useForm<{ who: string; proof?: IdentityProof; seen: 'YES'[] }>(
    () => ({ who: '', seen: [] }),
  );
  const doing = useCaseAct('reviews.handTakeOverCode', { ...props, onDone: setAfter }, setGiven);
  if (given !== undefined)
    return (
      <FormFrame
        title="接办码给他"
        hint="念给他听，或者抄在纸上给他。离开这一页就看不到了。"
        bar={ACTION_LABELS.handTakeOverCode}
        aside={<ReadAloud text={takeOverSpoken(given)} />}
        submit={{ children: '给好了', onTap: () => onDone(after) }}
      >
        <View className="sw-out">
          <KeyValue facts={takeOverFacts(given)} />
        </View>
        <Note state="doing" inset title="他接过去以后，替报的人就看不到了。">
          以前给过的码，从现在起不能用了。
        </Note>
      </FormFrame>
    );
  const found = { ...doing.problems, ...problems };
  const { reporter } = view.report;
  return (
    <FormFrame
      title="家里人要自己接过去办？"
      hint={`这一件是${reporter.name}替报的。家里人当面来要，对过证件，才给接办码。`}
      bar={ACTION_LABELS.handTakeOverCode}
      problem={doing.problem}
      submit={{
        children: '给接办码',
        onTap: () => submit(toHandCode, doing.run),
        busy: doing.busy,
        busyText: '正在取…',
      }}
    >
      <Field
        label="谁来要的"
        maxLength={30}
        hint="写证件上的名字"
        initial={form.who}
        error={found.who}
        onInput={(who) => change({ who })}
      />
      <Choices<IdentityProof>
        label="看了他的什么"
        error={found.proof}
        value={form.proof}
        onChange={(proof) => change({ proof })}
        choices={[
          { value: 'ID_CARD', label: '身份证' },
          { value: 'HOUSEHOLD_BOOK', label: '户口本', detail: '他的名字在这家的户口本上' },
        ]}
      />
      <Choices<'YES'>
        label="当面对过了吗"
        multiple
        error={found.checkedInPerson}
        value={form.seen}
        onChange={(seen) => change({ seen })}
        choices={[
          {
            value: 'YES',
            label: '当面对过，人和证件一样，是这家人',
            detail: '打电话来要的，不给。您的名字会记下来',
          },
        ]}
      />
    </FormFrame>
  );
}
