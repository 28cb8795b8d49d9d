import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { ACTION_LABELS } from '@shared/messages';
import { type Checked, checked, type Problems } from '../model/checked';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

type What = 'ALL' | 'BANK';

interface Withdrawal {
  memberKey?: string;
  what: What;
  reason: string;
}

/** Somebody told a cadre that nobody is to be asked about her any more: it stops at once. */
export function ConsentWithdrawalForm(props: FormProps) {
  const people = props.view.members.filter(({ authorized }) => authorized);
  const { form, change, problems, submit } = useForm<Withdrawal>(() => ({
    memberKey: people.length === 1 ? people[0]?.key : undefined,
    what: 'ALL',
    reason: '',
  }));
  const doing = useCaseAct('reviews.withdrawConsent', props);
  const check = ({ memberKey, what, reason }: Withdrawal): Checked<Withdrawal & { memberKey: string }> => {
    const found: Problems = memberKey === undefined ? { memberKey: '是谁要撤？先选一个人。' } : {};
    return checked(found, () => ({ memberKey: memberKey ?? '', what, reason: reason.trim() }));
  };
  return (
    <FormFrame
      title="谁不让查了？"
      hint="登记以后，查对马上停。要先把后果说清楚。"
      bar={ACTION_LABELS.withdrawConsent}
      problem={doing.problem}
      submit={{
        children: '登记撤回',
        kind: 'warn',
        onTap: () => submit(check, doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      {people.length === 0 ? (
        <Empty>没有签着的同意。</Empty>
      ) : (
        <>
          <Choices
            label="哪一位"
            error={problems.memberKey ?? doing.problems.memberKey}
            value={form.memberKey}
            onChange={(memberKey) => change({ memberKey })}
            choices={people.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <Choices<What>
            label="撤回什么"
            value={form.what}
            onChange={(what) => change({ what })}
            choices={[
              { value: 'ALL', label: '全部，不让查了' },
              { value: 'BANK', label: '只是银行存款' },
            ]}
          />
          <Field
            label="本人怎么说的"
            type="textarea"
            optional
            maxLength={200}
            onInput={(reason) => change({ reason })}
          />
        </>
      )}
    </FormFrame>
  );
}
