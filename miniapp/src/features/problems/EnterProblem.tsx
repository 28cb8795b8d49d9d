import { Entering, type Place, Places } from '@miniapp/features/ledgers';
import { issuesOf, somethingWasDone } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { replace } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { failureOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { DEPARTMENTS, type Department } from '@shared/casework/codes';
import { DEPARTMENT_LABELS } from '@shared/messages';
import { PROBLEM_SOURCE_LABELS } from '@shared/messages/problems';
import type { ProblemSource } from '@shared/problems';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { PROBLEM_PAGE } from './words';

const TITLE = '登记一个问题';
const SOURCES = Object.keys(PROBLEM_SOURCE_LABELS) as ProblemSource[];

interface Form {
  source?: ProblemSource;
  department?: Department;
  words: string;
  caseNo: string;
  dueOn: string;
}

/** A township or a county writes down what was found: who found it, where, what, whose, by when. */
export function EnterProblem() {
  const query = useQuery('problems:units', () => call('problems.list', { limit: 1 }));
  const units = query.data?.units ?? [];
  const kept = slot<Form>('problem:new');
  const [form, setForm] = useState<Form>(() => kept.get() ?? { words: '', caseNo: '', dueOn: '' });
  const [chosen, setChosen] = useState<Place>();
  const [asks, setAsks] = useState(form.department !== undefined);
  const entering = useCommand((input: Input<'problems.enter'>, id: string) =>
    call('problems.enter', input, id),
  );
  const place = chosen ?? units[0];
  const change = (next: Partial<Form>) => {
    const all = { ...form, ...next };
    kept.set(all);
    setForm(all);
  };
  const issues = issuesOf(entering.error);
  const { source, department, words, caseNo, dueOn } = form;
  const off =
    source === undefined
      ? '先选谁查出的'
      : words.trim() === ''
        ? '再写是什么问题'
        : dueOn === ''
          ? '再选哪天前改好'
          : undefined;
  const hand = async () => {
    if (source === undefined || place === undefined) return;
    const input = { region: place.region, source, words, caseNo, dueOn };
    const entered = await entering.run({ ...input, department: department ?? null });
    if (entered === undefined) return;
    kept.remove();
    somethingWasDone();
    toast('登记好了，那里的人看得到');
    await replace(PROBLEM_PAGE, { problemId: entered.problem.id });
  };
  const named = issues.words ?? issues.caseNo ?? issues.dueOn;
  const failed = named === undefined ? failureOf(entering.error) : undefined;
  return (
    <Entering
      title={TITLE}
      hint="登记了，那里的人能认领。改好了，由别人来看。"
      query={query}
      refused="问题由镇里和县里来登记"
      failed={failed}
      submit={{
        children: '登记',
        busy: entering.busy,
        busyText: '正在登记…',
        ...(off !== undefined && { off }),
        onTap: hand,
      }}
    >
      {(first) => {
        const place = chosen ?? first;
        return (
          <>
            <Section title="谁查出的？" pad>
              <Chips
                label="谁查出的？"
                hideLabel
                chips={SOURCES.map((value) => ({ value, label: PROBLEM_SOURCE_LABELS[value] }))}
                value={source === undefined ? [] : [source]}
                onChange={(values) => {
                  const next = values.at(-1);
                  if (next !== undefined) change({ source: next });
                }}
              />
            </Section>
            <Section title="哪个地方的？" pad>
              <Places units={units} place={place} onChange={setChosen} />
            </Section>
            <Section title="什么问题？" pad>
              <View className="sw-stack">
                <Field
                  label="什么问题"
                  type="textarea"
                  maxLength={500}
                  initial={words}
                  error={issues.words}
                  placeholder="比如：三月没有走访记录"
                  onInput={(value) => change({ words: value })}
                />
                <Field
                  label="涉及哪户，写编号"
                  optional
                  maxLength={20}
                  initial={caseNo}
                  error={issues.caseNo}
                  onInput={(value) => change({ caseNo: value })}
                />
                <Field
                  label="哪天前改好"
                  type="date"
                  initial={dueOn}
                  error={issues.dueOn}
                  onInput={(value) => change({ dueOn: value })}
                />
              </View>
            </Section>
            <Section title="请谁来改？" pad>
              <Chips<'LOCAL' | 'DEPT'>
                label="请谁来改？"
                hideLabel
                chips={[
                  { value: 'LOCAL', label: '村里、镇里' },
                  { value: 'DEPT', label: '一个部门' },
                ]}
                value={[asks ? 'DEPT' : 'LOCAL']}
                onChange={(values) => {
                  const next = values.find((value) => (value === 'DEPT') !== asks);
                  if (next === undefined) return;
                  setAsks(next === 'DEPT');
                  if (next === 'LOCAL') {
                    const { department: _, ...rest } = form;
                    kept.set(rest);
                    setForm(rest);
                  }
                }}
              />
              {asks && (
                <View className="sw-mt8">
                  <Chips
                    label="哪个部门"
                    chips={DEPARTMENTS.map((value) => ({ value, label: DEPARTMENT_LABELS[value] }))}
                    value={department === undefined ? [] : [department]}
                    onChange={(values) => {
                      const next = values.at(-1);
                      if (next !== undefined) change({ department: next });
                    }}
                  />
                </View>
              )}
            </Section>
          </>
        );
      }}
    </Entering>
  );
}
