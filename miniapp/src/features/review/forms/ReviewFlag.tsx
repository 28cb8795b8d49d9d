import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { ACTION_LABELS } from '@shared/messages';
import { checked, type Problems } from '../model/checked';
import { flagTitle, toReview } from '../model/flags';
import { Explained } from '../parts/Answers';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { choicesOf, One } from './One';
import { useForm } from './useForm';

const WORDS = choicesOf(['YES', 'NO'], { YES: '认可', NO: '不认可' });

interface Form {
  flag?: string;
  word?: 'YES' | 'NO';
  note: string;
}

/** The county looks at what was said to a flag. It accepts, or says what is still missing; it decides nothing yet. */
export function ReviewFlagForm(props: FormProps) {
  const { view } = props;
  const said = toReview(view);
  const { form, change, problems, submit } = useForm<Form>(() => ({ flag: said[0]?.key, note: '' }));
  const doing = useCaseAct('reviews.reviewFlag', props);
  const flag = said.find(({ key }) => key === form.flag);
  const check = ({ flag: key, word, note }: Form) => {
    const wrong: Problems = {};
    if (word === undefined) wrong.word = '先选认可还是不认可。';
    if (word === 'NO' && note.trim() === '') wrong.note = '写一句为什么，让核实人知道怎么改。';
    return checked(wrong, () => ({ flag: key ?? '', accepted: word === 'YES', note: note.trim() }));
  };
  return (
    <FormFrame
      title="这样说明，认可吗？"
      hint="认可了，也还要看全家的情况再定。"
      bar={ACTION_LABELS.reviewFlag}
      problem={doing.problem ?? doing.problems.flag}
      submit={{
        children: '交上',
        onTap: () => submit(check, doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      {said.length > 1 && (
        <Choices
          label="看哪一样"
          choices={said.map((one) => ({ value: one.key, label: flagTitle(one, view) }))}
          value={form.flag ?? ''}
          onChange={(key) => change({ flag: key })}
        />
      )}
      {flag !== undefined && <Explained flag={flag} view={view} />}
      <One
        label="认可吗"
        chips={WORDS}
        value={form.word}
        onChange={(word) => change({ word })}
        error={problems.word}
      />
      <Field
        label="写一句"
        optional={form.word !== 'NO'}
        type="textarea"
        maxLength={300}
        error={problems.note ?? doing.problems.note}
        onInput={(note) => change({ note })}
      />
    </FormFrame>
  );
}
