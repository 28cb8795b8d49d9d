import { useMe } from '@miniapp/features/account';
import {
  choicesOf,
  FormFrame,
  HowNow,
  KeptNote,
  One,
  useHanding,
  useKept,
} from '@miniapp/features/review/kit';
import { Staffed, usePhotos } from '@miniapp/features/staff';
import { newRequestId } from '@miniapp/platform/call';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { useOnline } from '@miniapp/platform/network';
import { toast } from '@miniapp/platform/ui';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { VISIT_WAYS } from '@shared/measures/codes';
import { VISIT_WAY_LABELS } from '@shared/messages/help';
import { useState } from 'react';
import { HELPED_PAGE, PLAN_PAGE } from './pages';
import { helpedOf, useHelping, useStaffFamily } from './queries';
import { toVisit, type VisitForm, visitProblems } from './visits';

interface Visited {
  caseId: string;
  headName: string;
  includedOn: string;
  today: string;
  /** What was wrong the last time: asked about first. */
  problem: string;
}

/** 走访记录 of a family by its helper, or by whoever of its offices was there; works without a network (domain.md 3.5, 8.2). */
export function RecordVisit() {
  const { caseId } = useParams<'caseId'>();
  const helping = useHelping();
  const own = helpedOf(helping, caseId);
  // Who is not its helper comes from the page of its plan.
  const staff = useStaffFamily(own === undefined && helping.data !== undefined ? caseId : undefined);
  const me = useMe().data;
  const visited: Visited | undefined =
    own !== undefined && helping.data !== undefined
      ? { ...own, today: helping.data.today, problem: own.lastVisit?.problem ?? '' }
      : staff.data && { ...staff.data, problem: staff.data.visits[0]?.problem ?? '' };
  if (visited === undefined || me?.personId == null)
    return (
      <Page title="走访记录">
        <Head title="走访记录" />
        {helping.data === undefined ? (
          <Staffed query={helping} rows={4}>
            {() => null}
          </Staffed>
        ) : (
          <Staffed query={staff} rows={4}>
            {() => null}
          </Staffed>
        )}
      </Page>
    );
  return <Filling family={visited} personId={me.personId} isHelper={own !== undefined} />;
}

interface FillingProps {
  family: Visited;
  personId: string;
  isHelper: boolean;
}

function Filling({ family, personId, isHelper }: FillingProps) {
  const { caseId, headName, today, problem } = family;
  const name = `visit:${personId}:${caseId}`;
  const { form, change, found, kept } = useKept<VisitForm>(name, () => ({
    key: newRequestId(),
    on: today,
    way: 'HOME',
    newRisks: [],
    met: '',
    findings: '',
    problem: '',
    solved: '',
  }));
  const photos = usePhotos(name);
  const online = useOnline();
  const [checking, setChecking] = useState(false);
  const doing = useHanding();
  const wrong = visitProblems(form, family);
  const problems = checking ? { ...doing.problems, ...wrong } : doing.problems;
  const count = Object.keys(problems).length;
  const shut = form.result === 'UNREACHABLE';
  const hand = async () => {
    setChecking(true);
    if (Object.keys(wrong).length > 0) return;
    const done = await doing.hand({
      operation: 'measures.visit',
      caseId,
      personId,
      name,
      input: toVisit(form, photos.groups),
    });
    if (done === undefined) return;
    toast(done === 'received' ? '记下了' : '没有网，先存在手机里。有网自动交。');
    await backOr(isHelper ? HELPED_PAGE : PLAN_PAGE, { caseId });
  };
  return (
    <FormFrame
      title={`${headName}家`}
      hint={problem === '' ? '去过就记，没找到人也记。' : `上次的难处：${problem}`}
      bar="走访记录"
      problem={doing.problem ?? (count > 0 ? `还有 ${count} 处要改，改好再交` : undefined)}
      bands
      submit={{ children: '交走访记录', onTap: hand, busy: doing.busy, busyText: '正在交…' }}
    >
      <KeptNote found={found} kept={kept} online={online} waiting={photos.waiting} />
      <Section flush pad>
        <One
          label="怎么去的"
          columns={3}
          chips={choicesOf(VISIT_WAYS, VISIT_WAY_LABELS)}
          value={form.way}
          onChange={(way) => change({ way })}
        />
        <Field
          label="哪天"
          type="date"
          initial={form.on}
          error={problems.on}
          onInput={(on) => change({ on })}
        />
      </Section>
      <Section title="现在怎么样？" pad>
        <HowNow form={form} problems={problems} onChange={change} />
        <Field
          label={form.way === 'HOME' ? '见到了谁' : '和谁说的，电话多少'}
          optional={form.way === 'HOME' || shut}
          maxLength={60}
          initial={form.met}
          error={problems.met}
          onInput={(met) => change({ met })}
        />
        <Field
          label="看到了什么"
          type="textarea"
          optional={shut}
          maxLength={500}
          initial={form.findings}
          error={problems.findings}
          placeholder="比如：药够吃，儿子在镇上干活"
          onInput={(findings) => change({ findings })}
        />
        <Field
          label="有什么难处"
          type="textarea"
          optional
          maxLength={300}
          initial={form.problem}
          placeholder="比如：药费还是高"
          onInput={(said) => change({ problem: said })}
        />
        <Field
          label="当场解决了什么"
          type="textarea"
          optional
          maxLength={300}
          initial={form.solved}
          placeholder="比如：带着去办了慢病卡"
          onInput={(solved) => change({ solved })}
        />
      </Section>
      <Section>
        <Shot
          title="走访的照片"
          hint="门口一张就行，不拍人脸"
          example="scene"
          error={problems.photoIds}
          {...photos.shot('OTHER', 'home')}
        />
      </Section>
    </FormFrame>
  );
}
