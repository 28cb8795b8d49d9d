import { Field } from '@miniapp/ui/Field';
import { KeyValue } from '@miniapp/ui/KeyValue';
import type { ActionName } from '@shared/casework';
import { ACTION_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { checked } from '../model/checked';
import { refusalProposal } from '../model/village-proposal';
import { Comparison } from '../parts/Comparison';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

type OpinionAct = Extract<ActionName, 'townReview' | 'confirmRejection' | 'overturnRejection'>;

const WORDS: Record<OpinionAct, { title: string; hint: string; ready: string }> = {
  townReview: {
    title: '同意，报县里审定？',
    hint: '材料齐、程序对，就写一句意见。写给县里看，农户看不到。',
    ready: '材料齐全，程序合规，同意上报。',
  },
  confirmRejection: {
    title: '同意村里的建议，不纳入？',
    hint: '写清楚为什么。系统会把原因用大白话告诉这一家。',
    ready: '',
  },
  overturnRejection: {
    title: '不同意，送村里评议？',
    hint: '写清楚哪里要再看。',
    ready: '',
  },
};

/** One opinion and nothing else: township review, and the township's word on a proposal not to include. */
export function OpinionForm({ act, ...props }: FormProps & { act: OpinionAct }) {
  const { title, hint, ready } = WORDS[act];
  const { triage } = props.view;
  const { form, change, problems, submit } = useForm(() => ({ opinion: ready }));
  const doing = useCaseAct(`reviews.${act}`, props);
  const hand = () =>
    submit(
      ({ opinion }) =>
        checked<{ opinion: string }>(
          opinion.trim() === '' ? { opinion: '还没有写意见。写一两句理由。' } : {},
          () => ({ opinion: opinion.trim() }),
        ),
      doing.run,
    );
  return (
    <FormFrame
      title={title}
      hint={hint}
      bar={ACTION_LABELS[act]}
      problem={doing.problem}
      unrelated={doing.unrelated}
      submit={{ children: ACTION_LABELS[act], onTap: hand, busy: doing.busy, busyText: '正在交…' }}
    >
      {act !== 'townReview' && triage !== null && (
        <View className="sw-out sw-about">
          <KeyValue facts={refusalProposal(triage)} />
        </View>
      )}
      <Comparison view={props.view} />
      <Field
        label="意见"
        type="textarea"
        maxLength={1000}
        initial={form.opinion}
        error={problems.opinion ?? doing.problems.opinion}
        onInput={(opinion) => change({ opinion })}
      />
    </FormFrame>
  );
}
