import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { ACTION_LABELS } from '@shared/messages';
import { type Checked, checked, type Problems } from '../model/checked';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

interface Answers {
  by?: 'VISIT' | 'PHONE';
  voluntary?: 'YES' | 'NO';
  note: string;
}

interface Confirmation {
  by: 'VISIT' | 'PHONE';
  voluntary: boolean;
  note: string;
}

function check({ by, voluntary, note }: Answers): Checked<Confirmation> {
  const problems: Problems = {};
  if (by === undefined) problems.by = '怎么问的？选一个。';
  if (voluntary === undefined) problems.voluntary = '是不是本人的意思？选一个。';
  return checked(problems, () => ({
    by: by ?? 'VISIT',
    voluntary: voluntary === 'YES',
    note: note.trim(),
  }));
}

/** A cadre asks the family whether it is its own wish before a case is withdrawn (domain.md 3.1, WITHDRAWN). */
export function WithdrawalForm(props: FormProps) {
  const { form, change, problems, submit } = useForm<Answers>(() => ({ note: '' }));
  const doing = useCaseAct('reviews.confirmWithdrawal', props);
  const found = { ...doing.problems, ...problems };
  return (
    <FormFrame
      title="真是农户自己不办了？"
      hint="当面或者打电话问清楚。不是本人的意思，就接着办。"
      bar={ACTION_LABELS.confirmWithdrawal}
      problem={doing.problem}
      submit={{
        children: form.voluntary === 'NO' ? '不撤回，接着办' : '确认撤回',
        kind: form.voluntary === 'YES' ? 'warn' : 'primary',
        onTap: () => submit(check, doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      <Choices<'VISIT' | 'PHONE'>
        label="怎么问的"
        error={found.by}
        value={form.by}
        onChange={(by) => change({ by })}
        choices={[
          { value: 'VISIT', label: '到家里问的' },
          { value: 'PHONE', label: '打电话问的' },
        ]}
      />
      <Choices<'YES' | 'NO'>
        label="是不是本人的意思"
        error={found.voluntary}
        value={form.voluntary}
        onChange={(voluntary) => change({ voluntary })}
        choices={[
          { value: 'YES', label: '是，不办了', detail: '这一件就撤回，不再往下办' },
          { value: 'NO', label: '不是，接着办' },
        ]}
      />
      <Field label="说明" type="textarea" optional maxLength={300} onInput={(note) => change({ note })} />
    </FormFrame>
  );
}
