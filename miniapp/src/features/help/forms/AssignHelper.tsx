import { FormFrame } from '@miniapp/features/review/kit';
import { issuesOf, Staffed } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { useCommand } from '@miniapp/ui/useCommand';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import type { StaffFamily } from '@shared/contract/measures';
import { useState } from 'react';
import { done, problemOf } from './done';

/** 定帮扶责任人: who serves there and has room; a change says why (domain.md 3.4, 8.2). */
export function AssignHelper({ family }: { family: StaffFamily }) {
  const { caseId, headName, helpers } = family;
  const now = helpers.find(({ until }) => until === null);
  const query = useQuery(`helpers:${caseId}`, () => call('measures.helpers', { caseId }));
  const [form, setForm] = useState({ personId: '', unit: '', position: '', phone: '', reason: '' });
  const change = (next: Partial<typeof form>) => setForm((before) => ({ ...before, ...next }));
  const [checking, setChecking] = useState(false);
  const sending = useCommand((input: Input<'measures.assignHelper'>, requestId) =>
    call('measures.assignHelper', input, requestId),
  );
  const wrong: Record<string, string> = {
    ...(form.personId === '' && { personId: '选一个人。' }),
    ...(form.unit.trim() === '' && { unit: '写上他的单位。' }),
    ...(!/^1\d{10}$|^0\d{2,3}-?\d{7,8}$/.test(form.phone.trim()) && {
      phone: '手机号是 11 位，座机带区号。',
    }),
    ...(now !== undefined && form.reason.trim() === '' && { reason: '写一句为什么换人。' }),
  };
  const issues = issuesOf(sending.error);
  const problems = checking ? { ...issues, ...wrong } : issues;
  const hand = async () => {
    setChecking(true);
    if (Object.keys(wrong).length > 0) return;
    if ((await sending.run({ caseId, ...form })) !== undefined)
      await done(caseId, '定好了，会发消息告诉他们');
  };
  return (
    <FormFrame
      title={now === undefined ? '定谁来帮' : `换人，现在是${now.name}`}
      top={`${headName}家`}
      hint="有事农户直接打他的电话。一个人能联系几户，有上限。"
      bar="帮扶责任人"
      problem={problemOf(Object.keys(problems).length, sending.error)}
      submit={{ children: '就定他', onTap: hand, busy: sending.busy, busyText: '正在交…' }}
    >
      <Staffed query={query} rows={4}>
        {({ people, cap }) => (
          <People
            people={people}
            cap={cap}
            value={form.personId}
            error={problems.personId}
            onChange={(personId) => change({ personId })}
          />
        )}
      </Staffed>
      <Field
        label="单位"
        maxLength={60}
        initial={form.unit}
        error={problems.unit}
        onInput={(unit) => change({ unit })}
      />
      <Field
        label="职务"
        optional
        maxLength={30}
        initial={form.position}
        onInput={(position) => change({ position })}
      />
      <Field
        label="农户打哪个电话"
        type="tel"
        initial={form.phone}
        error={problems.phone}
        onInput={(phone) => change({ phone })}
      />
      {now !== undefined && (
        <Field
          label="为什么换人"
          maxLength={200}
          initial={form.reason}
          error={problems.reason}
          onInput={(reason) => change({ reason })}
        />
      )}
    </FormFrame>
  );
}

interface PeopleProps {
  people: readonly { personId: string; name: string; office: string; families: number }[];
  cap: number;
  value: string;
  error: string | undefined;
  onChange: (personId: string) => void;
}

function People({ people, cap, value, error, onChange }: PeopleProps) {
  const { shown, more } = useLong(people.length, '人');
  if (people.length === 0) return <Empty>这里还没有能当帮扶责任人的人。</Empty>;
  return (
    <>
      <Choices
        label="谁来帮"
        value={value === '' ? undefined : value}
        onChange={onChange}
        {...(error !== undefined && { error })}
        choices={people.slice(0, shown).map(({ personId, name, office, families }) => ({
          value: personId,
          label: name,
          detail: `${office} · ${families === 0 ? '还没有联系的' : `联系着 ${families} 户`}${families >= cap ? '，满了' : ''}`,
        }))}
      />
      {more}
    </>
  );
}
