import { useChosenVillage, useVillagePhone } from '@miniapp/features/account';
import { useParams } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import { FollowVillage } from './FollowVillage';
import { fetchNotices } from './NoticeRow';
import { type NoticeSummary, noticeCounts, noticePeriod, noticeTitle } from './words';

/** Notices that have come down: counts stay, names do not. */
export function PastNotices() {
  const params = useParams<'v'>();
  const chosen = useChosenVillage();
  const phone = useVillagePhone();
  const code = params.v ?? chosen?.code;
  const query = useQuery(code && `notices:${code}`, () => fetchNotices(code ?? ''));
  const count = query.data?.ended.length ?? 0;
  return (
    <Page title="以前的公示">
      <Head
        title="以前的公示"
        hint="只留户数，不留名字。"
        read={`以前的公示，一共 ${count} 份。只留户数，不留名字。`}
      />
      {code !== undefined && <FollowVillage village={code} />}
      <Section flush>
        <QueryView query={query} phone={phone}>
          {({ ended }) => (ended.length === 0 ? <Empty>以前没有公示。</Empty> : <List ended={ended} />)}
        </QueryView>
      </Section>
    </Page>
  );
}

function List({ ended }: { ended: readonly NoticeSummary[] }) {
  const { shown, more } = useLong(ended.length, '份');
  return (
    <>
      {ended.slice(0, shown).map((notice) => (
        <Row
          key={notice.id}
          title={noticeTitle(notice)}
          detail={[noticeCounts(notice), noticePeriod(notice)].filter(Boolean).join(' · ')}
        />
      ))}
      {more}
    </>
  );
}
