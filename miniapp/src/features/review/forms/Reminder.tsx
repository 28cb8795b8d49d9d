import { Field } from '@miniapp/ui/Field';
import { Note } from '@miniapp/ui/Note';
import { ACTION_LABELS, day } from '@shared/messages';
import { checked } from '../model/checked';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

/** The family asked why nothing happens: the village answers in a sentence that the family reads. */
export function ReminderForm(props: FormProps) {
  const { change, problems, submit } = useForm(() => ({ note: '' }));
  const doing = useCaseAct('reviews.answerReminder', props);
  const last = props.view.reminders.at(-1);
  const check = ({ note }: { note: string }) =>
    checked(note.trim() === '' ? { note: '还没有写。写一句：为什么晚了，哪天办。' } : {}, () => ({
      note: note.trim(),
    }));
  return (
    <FormFrame
      title="怎么答复这一家？"
      hint="农户会看到这句话。说清为什么晚了，哪天办。"
      bar={ACTION_LABELS.answerReminder}
      problem={doing.problem}
      submit={{
        children: '答复农户',
        onTap: () => submit(check, doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      {last !== undefined && (
        <Note state="need" inset title={`应该 ${day(last.dueOn)}前办好`}>
          {`${day(last.answerBy)}前要答复，镇里也看得到。`}
        </Note>
      )}
      <Field
        label="答复"
        type="textarea"
        maxLength={200}
        placeholder="路断了，明天上午到您家"
        error={problems.note ?? doing.problems.note}
        onInput={(note) => change({ note })}
      />
    </FormFrame>
  );
}
