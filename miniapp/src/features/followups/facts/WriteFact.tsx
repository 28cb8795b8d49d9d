import { choicesOf, FormFrame, One } from '@miniapp/features/review/kit';
import { FACTS_PAGE, issuesOf, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { backOr, go, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { HEALTH, LABOUR, SCHOOL } from '@shared/casework/codes';
import type { FactView, FollowedFamily } from '@shared/contract';
import {
  FACT_LABELS,
  factWords,
  HEALTH_LABELS,
  HOUSE_GRADE_LABELS,
  LABOUR_LABELS,
  SCHOOL_LABELS,
  YES_NO,
} from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { CHANGE_PAGE, QUARTER_PAGE, RECORD_PAGE } from '../pages';
import { useFamily, useHistory } from '../queries';
import { type FactForm, factProblems, formOf, isYesNo, toSaid, WELL } from './form';
import {
  factGrounds,
  factLine,
  OF_FAMILY,
  OF_PERSON,
  type SaidKey,
  spanWords,
  valueNow,
  WHOLE,
} from './model';

/** 记一个变化, or putting a wrong one right: whose, what, from which day, on what evidence (domain.md 4.2, 4.3). */
export function WriteFact() {
  const { caseId, factId } = useParams<'caseId' | 'factId'>();
  const query = useFamily(caseId);
  const history = useHistory(factId === undefined ? undefined : caseId);
  const title = factId === undefined ? '记一个变化' : '改写错的';
  const wrong = history.data?.find(({ id }) => id === factId);
  if (query.data === undefined || (factId !== undefined && history.data === undefined))
    return (
      <Page title={title}>
        <Head title={title} />
        {query.data === undefined ? (
          <Staffed query={query} rows={4}>
            {() => null}
          </Staffed>
        ) : (
          <Staffed query={history} rows={4}>
            {() => null}
          </Staffed>
        )}
      </Page>
    );
  if (!query.data.may.keepFacts || (factId !== undefined && !wrong?.mayCorrect))
    return (
      <Page title={title}>
        <Head title={title} />
        <Note
          state="off"
          title={query.data.may.keepFacts ? '这一条后来改过了' : '这家的情况由村里和镇里记'}
        />
      </Page>
    );
  return <Filling family={query.data} {...(wrong !== undefined && { wrong })} />;
}

interface FillingProps {
  family: FollowedFamily;
  /** What is put right. */
  wrong?: FactView;
}

const BECOMES = [
  { value: 'RIGHT' as const, label: '改成对的' },
  { value: 'NEVER' as const, label: '没有这回事' },
];

function Filling({ family, wrong }: FillingProps) {
  const { caseId, today } = family;
  const [form, setForm] = useState<FactForm>(() => ({
    health: [],
    from: today,
    last: '',
    evidence: '',
    reason: '',
    ...(wrong && formOf(wrong)),
  }));
  const change = (next: Partial<FactForm>) => setForm((before) => ({ ...before, ...next }));
  const [checking, setChecking] = useState(false);
  const { who, key, become } = form;
  const sending = useCommand((_: null, requestId) => {
    const evidence = form.evidence.trim();
    if (wrong !== undefined)
      return call(
        'followups.correctFact',
        {
          ...{ caseId, factId: wrong.id, reason: form.reason.trim(), evidence },
          right: become === 'RIGHT' ? toSaid(form) : null,
        },
        requestId,
      );
    const memberKey = who === undefined || who === WHOLE ? null : who;
    return call('followups.writeFact', { caseId, memberKey, evidence, ...toSaid(form) }, requestId);
  });
  const missing = factProblems(form, today, wrong !== undefined);
  const problems = { ...fieldsOf(issuesOf(sending.error)), ...(checking && missing) };
  const count = Object.keys(problems).length;
  const hand = async () => {
    setChecking(true);
    if (Object.keys(missing).length > 0) return;
    if ((await sending.run(null)) === undefined) return;
    somethingWasDone();
    toast(wrong === undefined ? '记下了' : '改好了，以前的还留着');
    await backOr(FACTS_PAGE, { caseId });
  };
  return (
    <FormFrame
      title={`${family.headName}家`}
      hint={
        wrong === undefined
          ? '从哪天起变了，就写哪天。以前记的还留着。'
          : '写错了才这样改。后来变了，请记一个变化。'
      }
      bar={wrong === undefined ? '记一个变化' : '改写错的'}
      problem={
        count > 0
          ? `还有 ${count} 处要改，改好再交`
          : sending.error === undefined
            ? undefined
            : failureOf(sending.error)
      }
      bands
      submit={{
        children: wrong === undefined ? '记下来' : '改过来',
        onTap: hand,
        busy: sending.busy,
        busyText: '正在交…',
      }}
    >
      {wrong === undefined ? (
        <Whose family={family} form={form} problems={problems} onChange={change} />
      ) : (
        <>
          <Note state="off" title={`原来记的：${factLine(wrong)}`}>
            <View>{`${spanWords(wrong)}，${wrong.by}写的`}</View>
            <View>{factGrounds(wrong)}</View>
          </Note>
          <Section title="应该怎么记？" pad>
            <One
              label="应该怎么记？"
              hideLabel
              chips={BECOMES}
              value={become}
              error={problems.become}
              onChange={(next) => change({ become: next })}
            />
            <Field
              label="错在哪里"
              maxLength={200}
              initial={form.reason}
              error={problems.reason}
              placeholder="比如：看错了诊断书"
              onInput={(reason) => change({ reason })}
            />
          </Section>
        </>
      )}
      {key !== undefined && (wrong === undefined || become === 'RIGHT') && (
        <Section title={wrong === undefined ? '变成什么样' : '对的是什么样'} pad>
          <Value key={key} name={key} form={form} error={problems.value} onChange={change} />
          {wrong === undefined && who !== undefined && key !== 'ID_NO' && (
            <View className="sw-sub sw-mt8">{`现在记的：${factWords(key, valueNow(family, who, key))}`}</View>
          )}
          <Field
            label="从哪天起"
            type="date"
            initial={form.from}
            error={problems.from}
            onInput={(from) => change({ from })}
          />
          <Field
            label="到哪天为止"
            hint="还是这样就不选。"
            type="date"
            optional
            initial={form.last}
            error={problems.last}
            onInput={(last) => change({ last })}
          />
        </Section>
      )}
      {(key !== undefined || wrong !== undefined) && (
        <Section flush pad>
          <Field
            label="凭什么"
            maxLength={60}
            initial={form.evidence}
            error={problems.evidence}
            placeholder="比如：县医院证明"
            onInput={(evidence) => change({ evidence })}
          />
        </Section>
      )}
      {wrong === undefined && <Elsewhere family={family} />}
    </FormFrame>
  );
}

interface PartProps {
  form: FactForm;
  onChange: (next: Partial<FactForm>) => void;
}

function Whose({
  family,
  form: { who, key },
  problems,
  onChange,
}: PartProps & { family: FollowedFamily; problems: Record<string, string> }) {
  const keys: readonly SaidKey[] = who === WHOLE ? OF_FAMILY : OF_PERSON;
  // Another question has another answer: nothing that was said of one is kept for the next.
  const anew = { value: undefined, health: [] };
  return (
    <Section flush title="谁的，什么变了？" pad>
      <One
        label="谁的？"
        chips={[
          { value: WHOLE, label: '全家' },
          ...family.members
            .filter(({ standing }) => standing !== 'CLOSED')
            .map((member) => ({ value: member.key, label: member.name })),
        ]}
        value={who}
        error={problems.who}
        onChange={(next) =>
          onChange({
            who: next,
            ...(((who === WHOLE) !== (next === WHOLE) || who === undefined) && { key: undefined, ...anew }),
          })
        }
      />
      {who !== undefined && (
        <One
          label="什么变了？"
          chips={choicesOf(keys, FACT_LABELS)}
          value={key}
          error={problems.key}
          onChange={(next) => onChange({ key: next, ...anew })}
        />
      )}
    </Section>
  );
}

/** What it is now: yes or no, one of a list, or words. */
function Value({
  name,
  form: { value, health },
  error,
  onChange,
}: PartProps & { name: SaidKey; error: string | undefined }) {
  const label = FACT_LABELS[name];
  const put = (next: string) => onChange({ value: next });
  const one = (chips: { value: string; label: string }[]) => (
    <One label={label} chips={chips} value={value} error={error} onChange={put} />
  );
  if (isYesNo(name)) {
    const [yes, no] = YES_NO[name as keyof typeof YES_NO];
    return one([
      { value: 'YES', label: yes },
      { value: 'NO', label: no },
    ]);
  }
  switch (name) {
    case 'LABOUR':
      return one(choicesOf(LABOUR, LABOUR_LABELS));
    case 'SCHOOL':
      return one(choicesOf(SCHOOL, SCHOOL_LABELS));
    case 'HOUSE_GRADE':
      return one(choicesOf(['A', 'B', 'C', 'D', 'UNKNOWN'] as const, HOUSE_GRADE_LABELS));
    case 'HEALTH':
      return (
        <Chips
          label={label}
          chips={[...choicesOf(HEALTH, HEALTH_LABELS), { value: WELL, label: '没有大病' }]}
          value={health}
          error={error}
          onChange={(next) => {
            const last = next.at(-1);
            onChange({ health: last === WELL ? [WELL] : next.filter((code) => code !== WELL) });
          }}
        />
      );
    default:
      return (
        <Field
          label={label}
          type={name === 'BIRTH_DATE' ? 'date' : name === 'ID_NO' ? 'idcard' : 'text'}
          maxLength={30}
          initial={value}
          error={error}
          onInput={put}
        />
      );
  }
}

/** Changes that have a page of their own. */
function Elsewhere({ family: { caseId, may, quarter } }: { family: FollowedFamily }) {
  return (
    <Section title="别的变化">
      <Row title="有人来了、走了" detail="出生、去世、结婚、参军" onTap={() => go(CHANGE_PAGE, { caseId })} />
      {may.keepQuarter && quarter !== null && (
        <Row title="收入变了" detail="填季度台账" onTap={() => go(QUARTER_PAGE, { caseId })} />
      )}
      <Row title="有新的风险" detail="记一次走访" onTap={() => go(RECORD_PAGE, { caseId })} />
    </Section>
  );
}

/** Faults that the server found, by the field of the form that they belong to. */
function fieldsOf(issues: Record<string, string>): Record<string, string> {
  const known: Record<string, string> = { memberKey: 'who', to: 'last', said: 'value' };
  return Object.fromEntries(
    Object.entries(issues).map(([field, words]) => {
      const [name = field] = field.replace(/^right\./, '').split('.');
      return [known[name] ?? (name === 'right' ? 'value' : name), words];
    }),
  );
}
