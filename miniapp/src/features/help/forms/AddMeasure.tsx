import { FormFrame, KeptNote, useKept } from '@miniapp/features/review/kit';
import { issuesOf, usePhotos } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { useOnline } from '@miniapp/platform/network';
import { slot } from '@miniapp/platform/storage';
import { Choices } from '@miniapp/ui/Choices';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import type { StaffFamily } from '@shared/contract/measures';
import { useState } from 'react';
import { LandFields, type Landing, landingProblems } from '../LandFields';
import { PlannedFields } from '../PlannedFields';
import { NEW_PLANNED, type PlannedForm, plannedProblems, toPlanned } from '../planned';
import { done, problemOf } from './done';

interface Form extends PlannedForm {
  came?: 'YES' | 'NO';
  landing: Landing;
}

/** A measure beside the plan: still to come, or one that has reached the family already. */
export function AddMeasure({ family, personId }: { family: StaffFamily; personId: string }) {
  const { caseId, headName, today } = family;
  const name = `add-measure:${personId}:${caseId}`;
  const { form, change, found, kept } = useKept<Form>(name, () => ({
    ...NEW_PLANNED,
    landing: { on: today, note: '' },
  }));
  const photos = usePhotos(name);
  const online = useOnline();
  const [checking, setChecking] = useState(false);
  const sending = useCommand((input: Input<'measures.add'>, requestId) =>
    call('measures.add', input, requestId),
  );
  const came = form.came === 'YES';
  const wrong: Record<string, string> = {
    ...(form.came === undefined && { came: '选一样。' }),
    ...plannedProblems(form, today, !came),
    ...(came && landingProblems(form.landing, today, photos)),
  };
  const issues = issuesOf(sending.error);
  const problems = checking ? { ...issues, ...wrong } : issues;
  const hand = async () => {
    setChecking(true);
    if (Object.keys(wrong).length > 0) return;
    const planned = toPlanned(form, today);
    const { on, note } = form.landing;
    const sent = await sending.run({
      caseId,
      ...planned,
      landing: came
        ? { on, amountFen: planned.amountFen ?? null, note: note.trim(), attachmentIds: photos.ids() }
        : null,
    });
    if (sent === undefined) return;
    slot(name).remove();
    photos.forget();
    await done(caseId, '记下了');
  };
  return (
    <FormFrame
      title="加一项帮扶"
      top={`${headName}家`}
      bar="加一项帮扶"
      bands
      problem={problemOf(Object.keys(problems).length, sending.error)}
      submit={{ children: '记下来', onTap: hand, busy: sending.busy, busyText: '正在交…' }}
    >
      <KeptNote found={found} kept={kept} online={online} waiting={photos.waiting} />
      <Section flush pad>
        <Choices
          label="办了没有"
          value={form.came}
          {...(problems.came !== undefined && { error: problems.came })}
          onChange={(next: 'YES' | 'NO') => change({ came: next })}
          choices={[
            { value: 'NO', label: '准备办', detail: '农户同意了就开始' },
            { value: 'YES', label: '已经办好了', detail: '农户会看到，说收到没有' },
          ]}
        />
        <PlannedFields
          form={form}
          problems={problems}
          family={family}
          needs={[]}
          due={!came}
          onChange={change}
        />
      </Section>
      {came && (
        <LandFields
          form={form.landing}
          problems={problems}
          photos={photos}
          onChange={(next) => change({ landing: { ...form.landing, ...next } })}
        />
      )}
    </FormFrame>
  );
}
