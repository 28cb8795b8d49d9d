import { useMe } from '@miniapp/features/account';
import { choicesOf, FormFrame, KeptNote, One, useHanding, useKept } from '@miniapp/features/review/kit';
import { FOLLOWED_PAGE, Staffed, usePhotos } from '@miniapp/features/staff';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { useOnline } from '@miniapp/platform/network';
import { toast } from '@miniapp/platform/ui';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import type { FollowedFamily } from '@shared/contract';
import { FOLLOW_UP_EVENTS, type FollowUpEvent } from '@shared/followups/codes';
import { changeLabel, FOLLOW_UP_EVENT_LABELS } from '@shared/messages';
import { useState } from 'react';
import { GuaranteesPart, ResultPart } from './FoundPart';
import { type Found, foundProblems, toFound } from './findings';
import { useFamily } from './queries';

interface Form extends Found {
  /** A visit of the month, or what happened. */
  about: 'MONTH' | FollowUpEvent;
}

const ABOUT = [
  { value: 'MONTH' as const, label: '每月走访' },
  ...choicesOf(FOLLOW_UP_EVENTS, FOLLOW_UP_EVENT_LABELS),
];

/** A visit of the month or something that happened, by anybody who was there; works without a network (domain.md 3.5). */
export function RecordVisit() {
  const { caseId, told } = useParams<'caseId' | 'told'>();
  const query = useFamily(caseId);
  const me = useMe().data;
  const family = query.data;
  if (family === undefined || me?.personId == null)
    return (
      <Page title="走访记录">
        <Head title="走访记录" />
        <Staffed query={query} rows={4}>
          {() => null}
        </Staffed>
      </Page>
    );
  return <Filling family={family} personId={me.personId} told={told} />;
}

function Filling({
  family,
  personId,
  told,
}: {
  family: FollowedFamily;
  personId: string;
  told: string | undefined;
}) {
  const name = `follow-up:${personId}:${family.caseId}`;
  const said = family.changes.find(({ id }) => id === told);
  const { form, change, found, kept } = useKept<Form>(name, () => ({
    about: said === undefined ? 'MONTH' : (ABOUT_OF[said.kind] ?? 'OTHER'),
    on: family.today,
    newRisks: [],
    broken: {},
    words: '',
  }));
  const photos = usePhotos(name);
  const online = useOnline();
  const [checking, setChecking] = useState(false);
  const doing = useHanding();
  const wrong = foundProblems(form, family.today);
  const problems = checking ? { ...doing.problems, ...wrong } : doing.problems;
  const count = Object.keys(problems).length;
  const hand = async () => {
    setChecking(true);
    if (Object.keys(wrong).length > 0) return;
    const done = await doing.hand({
      operation: 'followups.record',
      caseId: family.caseId,
      personId,
      name,
      input: {
        cadence: form.about === 'MONTH' ? 'MONTH' : 'EVENT',
        event: form.about === 'MONTH' ? null : form.about,
        toldId: said?.id ?? null,
        ...toFound(form, photos.groups),
      },
    });
    if (done === undefined) return;
    toast(done === 'received' ? '记下了' : '没有网，先存在手机里。有网自动交。');
    await backOr(FOLLOWED_PAGE, { caseId: family.caseId });
  };
  return (
    <FormFrame
      title={`${family.headName}家`}
      hint={
        said === undefined
          ? '去过就记，没找到人也记。'
          : `家里说：${[changeLabel(said.kind), said.text].filter(Boolean).join('，')}`
      }
      bar="走访记录"
      problem={doing.problem ?? (count > 0 ? `还有 ${count} 处要改，改好再交` : undefined)}
      bands
      submit={{ children: '交走访记录', onTap: hand, busy: doing.busy, busyText: '正在交…' }}
    >
      <KeptNote found={found} kept={kept} online={online} waiting={photos.waiting} />
      <Section flush pad>
        <One label="为什么去的" chips={ABOUT} value={form.about} onChange={(about) => change({ about })} />
        <Field
          label="哪天去的"
          type="date"
          initial={form.on}
          error={problems.on}
          onInput={(on) => change({ on })}
        />
      </Section>
      <ResultPart form={form} problems={problems} photos={photos} onChange={change} />
      <GuaranteesPart form={form} problems={problems} photos={photos} onChange={change} />
    </FormFrame>
  );
}

const ABOUT_OF: Partial<Record<string, FollowUpEvent>> = {
  ILL: 'ILLNESS',
  LOST_WORK: 'JOB_LOSS',
  HOUSE: 'DISASTER',
};
