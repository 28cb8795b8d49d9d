import { toast } from '@miniapp/platform/ui';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Note } from '@miniapp/ui/Note';
import { Problem } from '@miniapp/ui/Problem';
import type { StaffCaseView } from '@shared/casework';
import { HOUSEHOLD_TYPES, NEEDS, REJECTION_REASONS, RISK_TYPES } from '@shared/casework/codes';
import {
  ACTION_LABELS,
  HOUSEHOLD_TYPE_LABELS,
  NEED_LABELS,
  promptSentence,
  REJECTION_LABELS,
  RISK_LABELS,
} from '@shared/messages';
import { View } from '@tarojs/components';
import type { Problems } from '../model/checked';
import {
  inconsistentWith,
  type JudgementForm,
  openDecision,
  openTriage,
  proposalLines,
  toDecision,
  toTriage,
} from '../model/triage';
import { Comparison } from '../parts/Comparison';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { choicesOf } from './One';
import { summaryOf, useForm } from './useForm';

const MOST_RISKS = 5;

/** 综合研判: the village proposes, with type, risks and needs; the system suggests beside it and chooses nothing. */
export function TriageForm(props: FormProps) {
  const { view } = props;
  const { form, change, problems, submit } = useForm(() => openTriage(view));
  const doing = useCaseAct('reviews.triage', props);
  return (
    <FormFrame
      title="您怎么建议？"
      hint="建议要经过评议、公示、镇里和县里，不是最后结果。"
      bar={ACTION_LABELS.triage}
      problem={doing.problem ?? summaryOf(problems)}
      unrelated={doing.unrelated}
      submit={{
        children: '提出建议',
        onTap: () => submit(toTriage, doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      <Judgement
        words={{ include: '建议纳入', not: '建议不纳入' }}
        form={form}
        change={change}
        problems={{ ...doing.problems, ...problems }}
        view={view}
        needs
      />
    </FormFrame>
  );
}

/** 县级审定: the last word, by a named person. */
export function DecisionForm(props: FormProps) {
  const { view } = props;
  const { form, change, problems, submit } = useForm(() => openDecision(view));
  const doing = useCaseAct('reviews.countyDecide', props);
  return (
    <FormFrame
      title="请您审定"
      hint="定了以后，类别和风险就不再改。"
      bar={ACTION_LABELS.countyDecide}
      problem={doing.problem ?? summaryOf(problems)}
      unrelated={doing.unrelated}
      submit={{
        children: '审定',
        onTap: () => submit(toDecision, doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      <Judgement
        words={{ include: '纳入', not: '不纳入' }}
        form={form}
        change={change}
        problems={{ ...doing.problems, ...problems }}
        view={view}
      />
    </FormFrame>
  );
}

interface JudgementProps {
  words: { include: string; not: string };
  form: JudgementForm;
  change: (next: Partial<JudgementForm>) => void;
  problems: Problems;
  view: StaffCaseView;
  needs?: boolean;
}

function Judgement({ words, form, change, problems, view, needs }: JudgementProps) {
  const include = form.proposal === 'INCLUDE';
  return (
    <View>
      <Comparison view={view} />
      <Suggestion view={view} />
      <Choices
        label="纳入还是不纳入？"
        error={problems.proposal ?? problems.decision}
        value={form.proposal}
        onChange={(proposal) => change({ proposal })}
        choices={[
          { value: 'INCLUDE', label: words.include },
          { value: 'NOT_INCLUDE', label: words.not },
        ]}
      />
      {include && (
        <View>
          <Choices
            label="哪一类"
            error={problems.householdType}
            value={form.householdType}
            onChange={(householdType) => change({ householdType })}
            choices={choicesOf(HOUSEHOLD_TYPES, HOUSEHOLD_TYPE_LABELS)}
          />
          {problems.risks !== undefined && (
            <View className="sw-mt16">
              <Problem text={problems.risks} />
            </View>
          )}
          <Chips
            label="什么风险（最多 5 个）"
            chips={choicesOf(RISK_TYPES, RISK_LABELS)}
            value={form.risks}
            max={MOST_RISKS}
            onTooMany={() => toast('最多 5 个风险。先去掉一个再选')}
            onChange={(risks) => change({ risks })}
          />
          {needs && (
            <Chips
              label="需要什么帮助"
              chips={choicesOf(NEEDS, NEED_LABELS)}
              value={form.needs}
              onChange={(wanted) => change({ needs: wanted })}
            />
          )}
          <Inconsistent form={form} view={view} />
        </View>
      )}
      {form.proposal === 'NOT_INCLUDE' && (
        <Choices
          label="为什么不纳入"
          error={problems.reasonCode}
          value={form.reasonCode}
          onChange={(reasonCode) => change({ reasonCode })}
          choices={choicesOf(REJECTION_REASONS, REJECTION_LABELS)}
        />
      )}
      <Field
        label="理由"
        type="textarea"
        maxLength={1000}
        error={problems.opinion}
        hint="写给上一级看，农户看不到原话"
        onInput={(opinion) => change({ opinion })}
      />
    </View>
  );
}

/** What the figures and the visit suggest and what they prompt, each with its reason; it chooses nothing. */
function Suggestion({ view }: { view: StaffCaseView }) {
  const lines = proposalLines(view);
  const prompts = view.proposal?.prompts ?? [];
  if (lines.length === 0) return null;
  return (
    <View className="sw-mt16">
      <Note state="off" inset title="只提示，由人来定">
        {lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
        {prompts.map((prompt) => (
          <View key={prompt.rule}>{promptSentence(prompt)}。</View>
        ))}
      </Note>
    </View>
  );
}

/** What does not fit together as it is chosen now. */
function Inconsistent({ form, view }: { form: JudgementForm; view: StaffCaseView }) {
  const lines = inconsistentWith(form, view);
  if (lines.length === 0) return null;
  return (
    <View className="sw-mt16">
      <Note state="need" inset title="这几处对不上，再看一眼">
        {lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </Note>
    </View>
  );
}
