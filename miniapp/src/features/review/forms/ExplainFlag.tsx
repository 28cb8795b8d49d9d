import { usePhotos } from '@miniapp/features/staff';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Problem } from '@miniapp/ui/Problem';
import { Shot } from '@miniapp/ui/Shot';
import { ACTION_LABELS, exemptionLabel } from '@shared/messages';
import { View } from '@tarojs/components';
import { type ExplainForm, flagTitle, NO_EXEMPTION, toExplain, toExplanation } from '../model/flags';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { choicesOf, One } from './One';
import { useForm } from './useForm';

const SAID_BY = choicesOf(['FAMILY', 'VERIFIER'], { FAMILY: '农户说的', VERIFIER: '我看到的' });

/** One thing that a department found: what it is and what for, in one line; with an exemption a photo as well. */
export function ExplainFlagForm(props: FormProps) {
  const { view } = props;
  const open = toExplain(view);
  const photos = usePhotos();
  const { form, change, problems, submit } = useForm<ExplainForm>(() => ({
    flag: open.length === 1 ? open[0]?.key : undefined,
    saidBy: 'VERIFIER',
    text: '',
  }));
  const doing = useCaseAct('reviews.explainFlag', props);
  const flag = open.find(({ key }) => key === form.flag);
  const refused = flag?.note?.review?.accepted === false ? flag.note.review.note : undefined;
  return (
    <FormFrame
      title="部门查到的，是怎么回事？"
      hint="查到了，不等于不能列入。问一问农户，照实写一句。"
      bar={ACTION_LABELS.explainFlag}
      problem={doing.problem}
      submit={{
        children: '交说明',
        onTap: () => submit((now) => toExplanation(now, photos.ids()), doing.run),
        busy: doing.busy,
        busyText: '正在交…',
        off: photos.waiting > 0 ? '照片正在传，传完再交' : undefined,
      }}
    >
      <Choices
        label="说明哪一样"
        choices={open.map((one) => ({ value: one.key, label: flagTitle(one, view), detail: one.found }))}
        value={form.flag ?? ''}
        onChange={(key) => change({ flag: key, exemption: undefined })}
        error={problems.flag ?? doing.problems.flag}
      />
      {refused !== undefined && <Problem text={`县里没有认可：${refused}`} />}
      <Field
        label="怎么回事"
        hint="比如：2016 年的面包车，每天拉菜去集上卖。"
        type="textarea"
        maxLength={200}
        error={problems.text ?? doing.problems.text}
        onInput={(text) => change({ text })}
      />
      <One label="是谁说的" chips={SAID_BY} value={form.saidBy} onChange={(saidBy) => change({ saidBy })} />
      {flag !== undefined && flag.exemptions.length > 0 && (
        <Choices
          label="算不算例外"
          choices={[
            { value: NO_EXEMPTION, label: '不算，只是说明' },
            ...flag.exemptions.map((code) => ({ value: code, label: exemptionLabel(code) })),
          ]}
          value={form.exemption ?? NO_EXEMPTION}
          onChange={(exemption) => change({ exemption })}
          error={doing.problems.exemption}
        />
      )}
      {problems.photos !== undefined && <Problem text={problems.photos} />}
      <View className="sw-out">
        <Shot
          title="拍照"
          hint="看得出是什么、做什么用。选了例外，一定要拍"
          example="scene"
          max={9}
          {...photos.shot('OTHER')}
        />
      </View>
    </FormFrame>
  );
}
