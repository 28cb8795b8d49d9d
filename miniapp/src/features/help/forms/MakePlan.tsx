import { choicesOf, FormFrame, KeptNote, useKept } from '@miniapp/features/review/kit';
import { issuesOf } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { useOnline } from '@miniapp/platform/network';
import { slot } from '@miniapp/platform/storage';
import { confirm, toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { NEEDS, type Need } from '@shared/casework/codes';
import type { StaffFamily } from '@shared/contract/measures';
import { day } from '@shared/messages/format';
import { NEED_LABELS } from '@shared/messages/staff-labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { PlannedFields } from '../PlannedFields';
import { NEW_PLANNED, type PlannedForm, plannedProblems, toPlanned } from '../planned';
import { done, problemOf } from './done';

interface Form {
  needs: Need[];
  words: string;
  measures: PlannedForm[];
}

const MAX_NEEDS = 8;
const MAX_MEASURES = 20;

/** 一户一策: what the family needs, and each measure with who answers for it and by when; kept on the phone (domain.md 3.4). */
export function MakePlan({ family, personId }: { family: StaffFamily; personId: string }) {
  const { caseId, headName, today } = family;
  const name = `plan:${personId}:${caseId}`;
  const { form, change, found, kept } = useKept<Form>(name, () => ({
    needs: [],
    words: '',
    // One for each risk of the family, to begin with: none is forgotten.
    measures: family.risks.map((risk) => ({ ...NEW_PLANNED, reason: `risk:${risk}` as const })),
  }));
  const online = useOnline();
  const [open, setOpen] = useState(0);
  const [checking, setChecking] = useState(false);
  const sending = useCommand((input: Input<'measures.makePlan'>, requestId) =>
    call('measures.makePlan', input, requestId),
  );
  const wrong: Record<string, string> = {
    ...(form.needs.length === 0 && { needs: '至少选一样。' }),
    ...Object.fromEntries(
      form.measures.flatMap((one, index) =>
        Object.entries(plannedProblems(one, today)).map(([field, text]) => [
          `measures.${index}.${field}`,
          text,
        ]),
      ),
    ),
    ...(form.measures.length === 0 && { measures: '至少写一项帮扶。' }),
  };
  const issues = issuesOf(sending.error);
  const problems = checking ? { ...issues, ...wrong } : issues;
  const ofOne = (index: number) =>
    Object.fromEntries(
      Object.entries(problems).flatMap(([field, text]) =>
        field.startsWith(`measures.${index}.`) ? [[field.slice(`measures.${index}.`.length), text]] : [],
      ),
    );
  const put = (index: number, next: Partial<PlannedForm>) =>
    change({ measures: form.measures.map((one, at) => (at === index ? { ...one, ...next } : one)) });
  const add = () => {
    change({ measures: [...form.measures, NEW_PLANNED] });
    setOpen(form.measures.length);
  };
  const drop = async (index: number) => {
    const yes = await confirm({
      title: '去掉这一项？',
      text: '填的会删掉。',
      yes: '去掉',
      no: '留着',
      danger: true,
    });
    if (!yes) return;
    change({ measures: form.measures.filter((_, at) => at !== index) });
    setOpen(Math.max(0, index - 1));
  };
  const hand = async () => {
    setChecking(true);
    const [first] = Object.keys(wrong).filter((field) => field.startsWith('measures.'));
    if (first !== undefined) setOpen(Number(first.split('.')[1]));
    if (Object.keys(wrong).length > 0) return;
    const sent = await sending.run({
      caseId,
      needs: form.needs,
      words: form.words.trim(),
      measures: form.measures.map((one) => toPlanned(one, today)),
    });
    if (sent === undefined) return;
    slot(name).remove();
    await done(caseId, '计划交上去了，等农户同意');
  };
  return (
    <FormFrame
      title={`${headName}家的计划`}
      hint="一户一个计划，和家里商量着写。写好农户同意了，才开始办。"
      bar="写帮扶计划"
      bands
      problem={problemOf(Object.keys(problems).length, sending.error)}
      submit={{ children: '交给农户看', onTap: hand, busy: sending.busy, busyText: '正在交…' }}
    >
      <KeptNote found={found} kept={kept} online={online} waiting={0} />
      <Section flush pad>
        <Chips
          label="家里最想要的"
          chips={choicesOf(NEEDS, NEED_LABELS)}
          value={form.needs}
          max={MAX_NEEDS}
          onTooMany={() => toast(`最多选 ${MAX_NEEDS} 样`)}
          {...(problems.needs !== undefined && { error: problems.needs })}
          onChange={(needs) => change({ needs })}
        />
        <Field
          label="还有什么要说"
          type="textarea"
          optional
          maxLength={500}
          initial={form.words}
          onInput={(words) => change({ words })}
        />
      </Section>
      {form.measures.map((one, index) => {
        const own = ofOne(index);
        const count = Object.keys(own).length;
        const title = one.name.trim() === '' ? `第 ${index + 1} 项` : one.name;
        if (index !== open)
          return (
            <Section key={index.toString()}>
              <Row
                title={title}
                detail={
                  count > 0
                    ? `还差 ${count} 样`
                    : [one.office, one.dueOn === '' ? '' : `${day(one.dueOn)}前`]
                        .filter(Boolean)
                        .join(' · ') || '还没有填'
                }
                act="改"
                onTap={() => setOpen(index)}
              />
            </Section>
          );
        return (
          <Section
            key={index.toString()}
            title={title}
            aside={
              form.measures.length > 1 ? (
                <Link label={`去掉第 ${index + 1} 项`} onTap={() => drop(index)}>
                  去掉
                </Link>
              ) : undefined
            }
            pad
          >
            <PlannedFields
              form={one}
              problems={own}
              family={family}
              needs={form.needs}
              onChange={(next) => put(index, next)}
            />
          </Section>
        );
      })}
      {form.measures.length < MAX_MEASURES && (
        <Section>
          <View className="sw-in">
            <Button icon="plus" onTap={add}>
              再加一项帮扶
            </Button>
          </View>
        </Section>
      )}
    </FormFrame>
  );
}
