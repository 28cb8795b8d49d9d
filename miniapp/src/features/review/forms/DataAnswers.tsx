import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { Problem } from '@miniapp/ui/Problem';
import { Section } from '@miniapp/ui/Section';
import { ACTION_LABELS, DEPARTMENT_LABELS, FLAG_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { type AnswerRow, flagsOf, openAnswers, toAnswers } from '../model/data-check';
import { useCaseAct } from '../useCase';
import { RESULT_LABELS } from '../words';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { choicesOf, One } from './One';
import { useForm } from './useForm';

const RESULTS = choicesOf(['CLEAR', 'FLAGGED', 'UNAVAILABLE'], RESULT_LABELS);
const NOBODY = { departments: [], answers: [] };

/** What each department answered. Some answer later: what is filled is sent, the rest stays open. */
export function DataAnswersForm(props: FormProps) {
  const dataCheck = props.view.dataCheck ?? NOBODY;
  const { form, change, problems, submit } = useForm(() => ({ rows: openAnswers(dataCheck) }));
  const doing = useCaseAct('reviews.answerDataCheck', props);
  const put = (index: number, next: Partial<AnswerRow>) =>
    change({ rows: form.rows.map((row, at) => (at === index ? { ...row, ...next } : row)) });
  const open = form.rows.filter((row) => row.result === undefined);
  return (
    <FormFrame
      title="部门怎么答复的？"
      hint="收到几个填几个，没收到的以后再填。查到了什么，不等于不能纳入，请村里说明。"
      bar={ACTION_LABELS.answerDataCheck}
      problem={doing.problem ?? problems.answers}
      bands
      submit={{
        children: '登记答复',
        onTap: () => submit(({ rows }) => toAnswers(rows, dataCheck), doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      {open.length > 1 && (
        <View className="sw-sec sw-in">
          <Button
            onTap={() =>
              change({ rows: form.rows.map((row) => ({ ...row, result: row.result ?? 'CLEAR' })) })
            }
          >
            {`其余 ${open.length} 个部门都没有查到`}
          </Button>
        </View>
      )}
      {form.rows.map((row, index) => (
        <Section key={row.department} title={DEPARTMENT_LABELS[row.department]} pad>
          {problems[row.department] !== undefined && <Problem text={problems[row.department] ?? ''} />}
          <One
            label={`${DEPARTMENT_LABELS[row.department]}的答复`}
            hideLabel
            columns={3}
            chips={RESULTS}
            value={row.result}
            onChange={(result) => put(index, { result })}
          />
          {row.result === 'FLAGGED' && (
            <Chips
              label="查到了什么"
              chips={choicesOf(flagsOf(row), FLAG_LABELS)}
              value={row.flags}
              onChange={(flags) => put(index, { flags })}
            />
          )}
          {row.result !== undefined && row.result !== 'CLEAR' && (
            <Field
              label={row.result === 'FLAGGED' ? '说明' : '为什么查不了'}
              optional
              maxLength={500}
              initial={row.note}
              onInput={(note) => put(index, { note })}
            />
          )}
        </Section>
      ))}
    </FormFrame>
  );
}
