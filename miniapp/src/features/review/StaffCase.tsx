import { ACTION_PAGE, Staffed } from '@miniapp/features/staff';
import { NetworkError } from '@miniapp/platform/call';
import { go, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { formatCaseNo } from '@shared/people';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { HANDS, pageOfAct } from './acts';
import { CaseParts } from './CaseParts';
import { DONE_WORDS } from './forms';
import { familyLine } from './model/branches';
import { aboutOf, actionsOf, capTag, dueTagOf, usedDays } from './model/facts';
import { Papers } from './Papers';
import { Ask } from './parts/Ask';
import { History } from './parts/History';
import { InHand } from './parts/InHand';
import { Since } from './parts/Since';
import { UndoBar } from './parts/UndoBar';

import { noteOpened } from './together/opened';
import { useCase } from './useCase';
import { type Hands, useHands } from './useHands';
import { useVillage } from './useVillage';
import { CasePocket } from './yard/Pocket';

/** One case on the phone: by when, what is asked of this reader, what happened, and exactly what may be done. */
export function StaffCase() {
  const { caseId } = useParams<'caseId'>();
  const query = useCase(caseId);
  const view = query.data;
  const hands = useHands(view);
  const { look } = hands;
  useEffect(() => {
    if (caseId !== undefined && look !== undefined) noteOpened(caseId, look.version);
  }, [caseId, look]);
  const village = useVillage(view?.village);
  const acts = view === undefined ? undefined : actionsOf(view);
  const open = (action: string) => {
    if (view !== undefined) go(...pageOfAct(action, view));
  };
  const primary = acts?.primary;
  return (
    <Page
      title="案卷"
      bar={primary && <Bar primary={{ children: primary.label, onTap: () => open(primary.action) }} />}
    >
      <CaseHead view={view} villageName={village?.name ?? ''} />
      <Staffed
        query={query}
        rows={6}
        phone={village && { name: `${village.name}村委会`, number: village.village.phone }}
      >
        {(shown) => (
          <>
            <UndoOnPhone key={shown.version} view={shown} />
            <CasePocket view={shown} unreached={query.error instanceof NetworkError} />
            <Section flush pad>
              <Ask view={shown} />
            </Section>
            {hands.look?.since && <Since since={hands.look.since} />}
            <CaseParts view={shown} />
            <History view={shown} />
            <Papers view={shown} />
            <WhoHas view={shown} hands={hands} />
            <Others title="还能办的" acts={acts?.others ?? []} onTap={open} />
            <Others title="少见的情况" acts={acts?.rare ?? []} onTap={open} />
          </>
        )}
      </Staffed>
    </Page>
  );
}

/** Ten seconds after the own decision; drawn anew with each version, or its time would be that of the one before. */
function UndoOnPhone({ view }: { view: StaffCaseView }) {
  const [until] = useState(() => Date.now() + view.undoSeconds * 1000);
  if (view.undoSeconds === 0) return null;
  const undoing = { cases: [{ caseId: view.id, version: view.version }], said: '刚办好', until };
  return <UndoBar undoing={undoing} onEnd={(undone) => undone && toast(DONE_WORDS.undoDecision ?? '')} />;
}

/** In whose hands the case is; taking it, putting it back, giving it away. */
function WhoHas({ view, hands }: { view: StaffCaseView; hands: Hands }) {
  const { look, act } = hands;
  if (look === undefined || (look.claim === null && !look.mayClaim)) return null;
  const { claim } = look;
  const pass = () => go(ACTION_PAGE, { caseId: view.id, action: HANDS });
  return (
    <Section title="谁在办" aside={<InHand look={look} />}>
      {claim === null && <Row title="领到我手上" onTap={() => act({ op: 'claim' })} />}
      {claim?.mine && <Row title="放回去" onTap={() => act({ op: 'release' })} />}
      {claim?.mine && <Row title="转给别人" onTap={pass} />}
      {claim !== null && !claim.mine && look.mayClaim && <Row title="接过来" onTap={pass} />}
    </Section>
  );
}

function CaseHead({ view, villageName }: { view?: StaffCaseView; villageName: string }) {
  if (view === undefined) return <Head title="案卷" />;
  const tag = dueTagOf(view);
  const cap = capTag(view);
  return (
    <Head
      top={
        <>
          <Tag state={tag.tone}>{tag.text}</Tag>
          {cap !== undefined && <Tag state={cap.tone}>{cap.text}</Tag>}
        </>
      }
      aside={<View className="sw-sub">{`编号 ${formatCaseNo(view.caseNo)}`}</View>}
      title={`${view.headName}家`}
      hint={
        <>
          <View>{aboutOf(view, villageName)}</View>
          <View>{usedDays(view)}</View>
          <View>{familyLine(view)}</View>
        </>
      }
    />
  );
}

/** What else may be done, and what others expect and cannot be done, each with its reason. */
function Others({
  title,
  acts,
  onTap,
}: {
  title: string;
  acts: { action: string; label: string; off?: string }[];
  onTap: (action: string) => void;
}) {
  if (acts.length === 0) return null;
  return (
    <Section title={title}>
      {acts.map(({ action, label, off }) =>
        off === undefined ? (
          <Row key={action} title={label} onTap={() => onTap(action)} />
        ) : (
          <Row key={action} quiet title={label} detail={off} right={<Tag state="off">现在不能</Tag>} />
        ),
      )}
    </Section>
  );
}
