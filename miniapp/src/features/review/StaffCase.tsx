import { Staffed } from '@miniapp/features/staff';
import { NetworkError } from '@miniapp/platform/call';
import { go, useParams } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { formatCaseNo } from '@shared/people';
import { View } from '@tarojs/components';
import { pageOfAct } from './acts';
import { CaseParts } from './CaseParts';
import { familyLine } from './model/branches';
import { aboutOf, actionsOf, capTag, dueTagOf, usedDays } from './model/facts';
import { Papers } from './Papers';
import { Ask } from './parts/Ask';
import { History } from './parts/History';

import { useCase } from './useCase';
import { useVillage } from './useVillage';
import { CasePocket } from './yard/Pocket';

/** One case on the phone: by when, what is asked of this reader, what happened, and exactly what may be done. */
export function StaffCase() {
  const { caseId } = useParams<'caseId'>();
  const query = useCase(caseId);
  const view = query.data;
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
            <CasePocket view={shown} unreached={query.error instanceof NetworkError} />
            <Section flush pad>
              <Ask view={shown} />
            </Section>
            <CaseParts view={shown} />
            <History view={shown} />
            <Papers view={shown} />
            <Others title="还能办的" acts={acts?.others ?? []} onTap={open} />
            <Others title="少见的情况" acts={acts?.rare ?? []} onTap={open} />
          </>
        )}
      </Staffed>
    </Page>
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
