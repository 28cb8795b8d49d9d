import { HOTLINE, useChosenVillage, useVillagePhone } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { canScan } from '@miniapp/platform/ui';
import { CallRow } from '@miniapp/ui/CallRow';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import { daysLeftText } from '@shared/messages/household';
import { View } from '@tarojs/components';
import { FollowVillage } from './FollowVillage';
import { fetchNotices, NoticeRow } from './NoticeRow';
import { ANSWER_PAGE, CHECK_NOTICE_PAGE } from './pages';
import { type NoticeSummary, noticeCounts, noticePeriod, noticeTitle } from './words';

/** Everything of a village's board on one page: what hangs, how to object, whom to call, and what hung before, by counts. */
export function PastNotices() {
  const params = useParams<'v'>();
  const chosen = useChosenVillage();
  const phone = useVillagePhone();
  const code = params.v ?? chosen?.code;
  const query = useQuery(code && `notices:${code}`, () => fetchNotices(code ?? ''));
  const place = useQuery(code && `village:${code}`, () => call('regions.village', { code: code ?? '' }));
  const name = place.data?.name ?? '';
  const running = [...(query.data?.running ?? [])].sort((a, b) => a.daysLeft - b.daysLeft);
  const ended = query.data?.ended ?? [];
  return (
    <Page title="村里的公示">
      <Head
        top={place.data && `${place.data.countyName} ${place.data.townName}`}
        title={`${name || '村里'}的公示`}
        read={() => readAloud(name || '村里', running, ended.length)}
      />
      <Section title="正在公示" aside={query.data && `${running.length} 份`}>
        <QueryView query={query} phone={phone}>
          {() =>
            running.length === 0 ? (
              <Empty>村里现在没有公示。</Empty>
            ) : (
              running.map((notice) => <NoticeRow key={notice.id} notice={notice} />)
            )
          }
        </QueryView>
      </Section>
      {code !== undefined && <FollowVillage village={code} />}
      <Section title="觉得不对，怎么说" pad>
        <View className="sw-p">点开那份公示，最下面有“我有意见”的，就按它。</View>
        <View className="sw-p">没有的，打电话、写条子投意见箱。不写名字也行。</View>
      </Section>
      <Section flush>
        {code !== undefined && (
          <Row
            icon="search"
            title="查意见的答复"
            detail="凭提意见时给的查询号"
            onTap={() => go(ANSWER_PAGE, { v: code })}
          />
        )}
        {canScan && (
          <Row icon="camera" title="扫墙上的纸" detail="看有没有被改过" onTap={() => go(CHECK_NOTICE_PAGE)} />
        )}
      </Section>
      {place.data !== undefined && <Phones village={place.data} />}
      <Section title="以前的公示" aside="只留户数，不留名字">
        {query.data !== undefined &&
          (ended.length === 0 ? <Empty>以前没有公示。</Empty> : <List ended={ended} />)}
      </Section>
    </Page>
  );
}

interface Office {
  office: string;
  phone: string;
}

function Phones({
  village,
}: {
  village: { village: Office; town: Office; county: Office; hotline: string };
}) {
  const offices = [
    village.village,
    village.town,
    village.county,
    { office: '防返贫热线', phone: village.hotline || HOTLINE },
  ].filter(({ phone }) => phone !== '');
  return (
    <Section title="打电话问">
      {offices.map(({ office, phone }) => (
        <CallRow key={office} title={office} number={phone} />
      ))}
    </Section>
  );
}

/** No names: phones are loud in the yard (ux.md 8). */
function readAloud(name: string, running: readonly NoticeSummary[], ended: number): string {
  const now =
    running.length === 0
      ? `${name}现在没有公示。`
      : `${name}正在公示 ${running.length} 份。${running
          .map(
            (notice) =>
              `${noticeTitle(notice)}，${notice.started ? daysLeftText(notice.daysLeft) : '还没开始算天数'}。`,
          )
          .join('')}`;
  return `${now}觉得不对，点开那份公示，按“我有意见”，或者打电话。以前的公示，一共 ${ended} 份，只留户数。`;
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
