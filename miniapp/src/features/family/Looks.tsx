import { useVillagePhone } from '@miniapp/features/account';
import { call, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import type { StaffRole } from '@shared/access';
import { day } from '@shared/messages/format';
import { ROLE_LABELS } from '@shared/messages/labels';

type Look = Output<'households.looks'>['looks'][number];

const WHAT: Record<Look['what'], string> = {
  READ: '看了申报和材料',
  LINK: '看了照片或听了录音',
  ID: '看了完整的身份证号',
  PHONE: '看了完整的电话号',
  PERSON: '看了真名和号码',
  PAPER: '打印了一张纸',
};

/** What each office looks for (domain.md 1.1). */
const WHY: Partial<Record<StaffRole, string>> = {
  GRID: '上门联系',
  VILLAGE: '核实情况',
  TASKFORCE: '核实情况',
  TOWN_CLERK: '看材料',
  TOWN_LEADER: '看材料',
  COUNTY_CLERK: '查对信息',
  COUNTY_LEADER: '定结果',
  SUPERVISOR: '监督检查',
};

/** 谁看过我家的信息: from the audit trail, a line a day, person and kind. */
export function Looks() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(caseId === '' ? undefined : `looks:${caseId}`, () =>
    call('households.looks', { caseId }),
  );
  const phone = useVillagePhone();
  return (
    <Page title="谁看过我家的信息">
      <Head
        title="谁看过我家的信息"
        hint="谁看一次，就记一次，改不了也删不了。"
        read={query.data && (() => readAloud(query.data?.looks ?? []))}
      />
      <QueryView query={query} rows={5} phone={phone}>
        {({ looks, from }) => (
          <Section
            flush
            title={`${day(from)}以来`}
            aside={`${looks.reduce((sum, { times }) => sum + times, 0)} 次`}
          >
            {looks.length === 0 && <Empty>还没有人看过。</Empty>}
            {looks.map((look) => (
              <Row
                key={`${look.on}-${look.what}-${look.role}-${look.office}-${look.name ?? ''}-${look.times}`}
                title={whoOf(look)}
                detail={[WHAT[look.what], whyOf(look)].filter(Boolean).join('，')}
                right={`${day(look.on)}${look.times > 1 ? ` ${look.times} 次` : ''}`}
              />
            ))}
          </Section>
        )}
      </QueryView>
      <Section>
        <Row title="觉得不该看" detail="打 12317，说哪天、哪个单位看的" />
      </Section>
    </Page>
  );
}

function whoOf({ office, role, name }: Look): string {
  const label = role in ROLE_LABELS ? ROLE_LABELS[role as StaffRole] : '工作人员';
  return [office, label, name].filter(Boolean).join(' ');
}

function whyOf({ role }: Look): string {
  const why = WHY[role as StaffRole];
  return why === undefined ? '' : `为了${why}`;
}

function readAloud(looks: readonly Look[]): string {
  if (looks.length === 0) return '还没有人看过您家的信息。';
  return looks
    .slice(0, 10)
    .map((look) => `${day(look.on)}，${whoOf(look)}，${WHAT[look.what]}。`)
    .join('');
}
