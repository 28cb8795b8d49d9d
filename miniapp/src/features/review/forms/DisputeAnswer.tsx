import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { ACTION_LABELS } from '@shared/messages';
import { checked, type Problems } from '../model/checked';
import { flagTitle } from '../model/flags';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

/** Asks a department to look again at what it found. The case's clock stands still until it answers, where the county allows it. */
export function DisputeAnswerForm(props: FormProps) {
  const { view } = props;
  const { form, change, problems, submit } = useForm<{ flag?: string; reason: string }>(() => ({
    flag: view.flags.length === 1 ? view.flags[0]?.key : undefined,
    reason: '',
  }));
  const doing = useCaseAct('reviews.disputeAnswer', props);
  const check = ({ flag, reason }: typeof form) => {
    const wrong: Problems = {};
    const found = view.flags.find(({ key }) => key === flag);
    if (found === undefined) wrong.flag = '先选要再查的是哪一样。';
    if (reason.trim() === '') wrong.reason = '写一句哪里对不上，部门好查。';
    return checked(wrong, () => ({
      department: found?.department ?? 'POLICE',
      memberKey: found?.memberKey ?? null,
      reason: reason.trim(),
    }));
  };
  return (
    <FormFrame
      title="请部门再查一次？"
      hint="等部门再答复的这几天，按县里的方案可以不算进期限。"
      bar={ACTION_LABELS.disputeAnswer}
      problem={doing.problem ?? doing.problems.department}
      submit={{
        children: '请它再查',
        onTap: () => submit(check, doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      <Choices
        label="再查哪一样"
        choices={view.flags.map((one) => ({
          value: one.key,
          label: flagTitle(one, view),
          detail: one.found,
        }))}
        value={form.flag ?? ''}
        onChange={(flag) => change({ flag })}
        error={problems.flag}
      />
      <Field
        label="哪里对不上"
        type="textarea"
        maxLength={300}
        error={problems.reason ?? doing.problems.reason}
        onInput={(reason) => change({ reason })}
      />
    </FormFrame>
  );
}
