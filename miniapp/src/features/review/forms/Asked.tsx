import { usePhotos } from '@miniapp/features/staff';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Problem } from '@miniapp/ui/Problem';
import { Shot } from '@miniapp/ui/Shot';
import type { StaffCaseView } from '@shared/casework';
import { ACTION_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import {
  type Answers,
  type AskedAct,
  askedForm,
  checkAsked,
  openAnswers,
  type Question,
  serverFault,
} from '../model/asked';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { PickPeople } from './PickPeople';
import { PickVillage } from './PickVillage';
import { summaryOf, useForm } from './useForm';

export interface AskedFormProps extends FormProps {
  act: AskedAct;
  /** What has to be read before answering, above the questions. */
  about?: (view: StaffCaseView) => ReactNode;
  /** Answers that a step before has found out. */
  given?: Answers['said'];
  /** Why it cannot be handed in yet. */
  off?: string;
}

/** Any act that a few questions are enough for: what it asks is in model/asked. */
export function AskedForm({ act, about, given, off, ...props }: AskedFormProps) {
  const { view } = props;
  const spec = askedForm(act);
  const photos = usePhotos();
  const { form, change, problems, submit } = useForm(() => {
    const open = openAnswers(spec, view);
    return { ...open, said: { ...open.said, ...given } };
  });
  const doing = useCaseAct(spec.operation, props);
  const questions = spec.questions(view, form);
  const say = (key: string, value: string) => change({ said: { ...form.said, [key]: value } });
  const told = questions.map((question) => serverFault(question, doing.problems)).filter(Boolean);
  const untold = told.length === 0 ? Object.values(doing.problems)[0] : undefined;
  return (
    <FormFrame
      title={typeof spec.title === 'string' ? spec.title : spec.title(view)}
      hint={typeof spec.hint === 'function' ? spec.hint(view) : spec.hint}
      bar={ACTION_LABELS[act]}
      problem={doing.problem ?? untold ?? (questions.length > 2 ? summaryOf(problems) : undefined)}
      unrelated={doing.unrelated}
      submit={{
        children: typeof spec.submit === 'string' ? spec.submit : spec.submit(form),
        kind: spec.grave?.(form) ? 'warn' : 'primary',
        onTap: () => submit((filled) => checkAsked(spec, view, filled, photos.ids), doing.run),
        busy: doing.busy,
        busyText: '正在交…',
        off: photos.waiting > 0 ? '照片正在传，传完再交' : off,
      }}
    >
      {about?.(view)}
      {questions.map((question) => (
        <One
          key={question.key}
          question={question}
          form={form}
          view={view}
          error={problems[question.key] ?? serverFault(question, doing.problems)}
          onSay={(value) => say(question.key, value)}
          onChange={change}
          shot={question.kind === 'photos' ? photos.shot(question.of, question.key) : undefined}
        />
      ))}
    </FormFrame>
  );
}

interface OneProps {
  question: Question;
  form: Answers;
  view: StaffCaseView;
  error?: string;
  onSay: (value: string) => void;
  onChange: (next: Partial<Answers>) => void;
  shot?: ReturnType<ReturnType<typeof usePhotos>['shot']>;
}

function One({ question, form, view, error, onSay, onChange, shot }: OneProps) {
  switch (question.kind) {
    case 'one':
      return (
        <Choices
          label={question.label}
          choices={question.options}
          value={form.said[question.key]}
          onChange={onSay}
          error={error}
        />
      );
    case 'words':
      return (
        <Field
          label={question.label}
          type={question.type ?? (question.short ? 'text' : 'textarea')}
          maxLength={question.max}
          initial={form.said[question.key]}
          hint={question.hint}
          placeholder={question.placeholder}
          optional={question.needed === undefined}
          error={error}
          onInput={onSay}
        />
      );
    case 'day':
      return (
        <Field
          label={question.label}
          type="date"
          initial={form.said[question.key]}
          error={error}
          onInput={onSay}
        />
      );
    case 'photos':
      return shot === undefined ? null : (
        <View>
          {error !== undefined && <Problem text={error} className="sw-mt16" />}
          <View className="sw-out">
            <Shot
              title={question.label}
              hint={question.hint}
              example={question.example}
              max={question.max}
              {...shot}
            />
          </View>
        </View>
      );
    case 'people':
      return (
        <PickPeople
          question={question}
          caseId={view.id}
          value={form.people}
          error={error}
          onChange={(people) => onChange({ people })}
        />
      );
    case 'village':
      return (
        <PickVillage
          label={question.label}
          near={view.village}
          value={form.village}
          error={error}
          onChange={(village) => onChange({ village })}
        />
      );
  }
}
