import {
  chooseVillage,
  FIND_VILLAGE_PAGE,
  HOTLINE,
  refreshVillage,
  unreadOf,
  useChosenVillage,
  useInbox,
  useMe,
  type Village,
  villageCodeOf,
  villageCodeOfText,
} from '@miniapp/features/account';
import { AGAIN_PAGE, isWaiting, settleDraft, submitWaiting, useReportEntry } from '@miniapp/features/apply';
import { CaseRow, fetchMyCases, type HouseholdCase } from '@miniapp/features/cases';
import { fetchNotices, NoticeRow, PAST_NOTICES_PAGE } from '@miniapp/features/notices';
import { SHEET_PAGE } from '@miniapp/features/policies';
import type { Output } from '@miniapp/platform/api';
import { useShow } from '@miniapp/platform/lifecycle';
import { go, useParams, useScene } from '@miniapp/platform/navigate';
import { isOffline } from '@miniapp/platform/network';
import { canScan, scanCode, toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { Empty } from '@miniapp/ui/Empty';
import { Entry } from '@miniapp/ui/Entry';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { mayReportAgain } from '@shared/casework/codes';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { homeReadAloud } from './words';

/** 01. Report, my case, the village's notices. */
export function Home() {
  useVillageFromLink();
  const me = useMe();
  const signedIn = me.data?.signedIn === true;
  const village = useChosenVillage();
  const cases = useQuery(signedIn ? 'my-cases' : undefined, fetchMyCases, { keep: true });
  const notices = useQuery(village && `notices:${village.code}`, () => fetchNotices(village?.code ?? ''), {
    keep: true,
  });
  const inbox = useInbox(signedIn);

  const personId = me.data?.personId ?? '';
  const settle = () => {
    if (personId !== '' && !isWaiting()) settleDraft(personId).catch(() => undefined);
  };
  useEffect(settle, [personId]);
  useShow(() => {
    refreshVillage().catch(() => undefined);
    if (isWaiting() && !isOffline()) tryAgain(cases.reload);
    settle();
  });

  return (
    <Page tab="home" title="守望" unread={unreadOf(inbox.data) > 0}>
      {village === undefined ? (
        <NoVillage />
      ) : (
        <InVillage village={village} cases={cases.data} notices={notices} />
      )}
    </Page>
  );
}

/** A code on the board or a shared link names the village. */
function useVillageFromLink(): void {
  const { v, k } = useParams<'v' | 'k'>();
  const scene = useScene();
  useEffect(() => {
    const code = villageCodeOf({ v, k, scene });
    if (code === null) return;
    chooseVillage(code).catch((error: unknown) => toast(sentenceOf(error) ?? '没有取到。可能是网不好。'));
  }, [v, k, scene]);
}

async function tryAgain(onReceived: () => void): Promise<void> {
  const outcome = await submitWaiting();
  if (outcome.kind !== 'received') return;
  toast('申报交给村里了');
  onReceived();
}

/** 01-b. Reporting need not wait for the village. */
function NoVillage() {
  const entry = useReportEntry();
  const scan = async () => {
    const scanned = await scanCode();
    if (scanned === undefined) return;
    const code = villageCodeOfText(scanned);
    if (code === null) {
      toast('这个码不是村里的码，换一个扫，或者自己找。');
      return;
    }
    await chooseVillage(code).catch((error: unknown) =>
      toast(sentenceOf(error) ?? '没有取到。可能是网不好。'),
    );
  };
  return (
    <>
      <Head
        title="您是哪个村的？"
        hint="选好村，才能看村里的公示。申报不用等。"
        read="您是哪个村的？选好村，才能看村里的公示。家里有难处，点绿色的大按钮，我要申报，不收钱。"
      >
        {canScan && (
          <Button size="big" icon="camera" onTap={scan}>
            扫公示栏上的码
          </Button>
        )}
        <View className="sw-mt8">
          <Button onTap={() => go(FIND_VILLAGE_PAGE)}>自己找村子</Button>
        </View>
      </Head>
      <Section pad>
        <Entry icon="hand" title="我要申报" detail={entry.detail} onTap={entry.open} />
      </Section>
      <Section flush>
        <CallRow title="不会弄？打防返贫热线" number={HOTLINE} also="口头说也算申报" />
      </Section>
    </>
  );
}

/** The case that a new report can begin with: the newest, when none is being worked on. */
function lastOver(cases: readonly HouseholdCase[]): HouseholdCase | undefined {
  const open = cases.some(({ result }) => result.kind === 'NONE');
  return open ? undefined : cases.find(({ state }) => mayReportAgain(state));
}

interface InVillageProps {
  village: Village;
  cases: HouseholdCase[] | undefined;
  notices: ReturnType<typeof useQuery<Output<'notices.list'>>>;
}

function InVillage({ village, cases = [], notices }: InVillageProps) {
  const entry = useReportEntry();
  const running = notices.data?.running ?? [];
  const over = entry.begun ? undefined : lastOver(cases);
  return (
    <>
      <Head title={village.name} read={() => homeReadAloud(village, cases, running)}>
        <View className="sw-head__top">
          <View className="sw-sub">{`${village.countyName} ${village.townName}`}</View>
          <Link edge onTap={() => go(FIND_VILLAGE_PAGE)}>
            换村子
          </Link>
        </View>
        <Entry icon="hand" title="我要申报" detail={entry.detail} onTap={entry.open} />
      </Head>
      <Section flush>
        {over && (
          <Row
            icon="redo"
            title="照上次填的，再报一次"
            detail="先替您填好，变了的就改"
            onTap={() => go(AGAIN_PAGE, { case: over.id })}
          />
        )}
        <Row
          icon="book"
          title="谁能报，怎么报"
          detail="申报明白纸、有哪些补贴"
          onTap={() => go(SHEET_PAGE)}
        />
        <CallRow title="不会弄？打村委会电话" number={village.village.phone} also="可以请人代填" />
      </Section>
      {cases.length > 0 && (
        <Section title="我家的申报">
          {cases.map((view) => (
            <CaseRow key={view.id} view={view} />
          ))}
        </Section>
      )}
      <Section title="村里正在公示">
        <QueryView query={notices} phone={{ name: village.village.office, number: village.village.phone }}>
          {() =>
            running.length === 0 ? (
              <Empty>村里现在没有公示</Empty>
            ) : (
              [...running]
                .sort((a, b) => a.daysLeft - b.daysLeft)
                .map((notice) => <NoticeRow key={notice.id} notice={notice} />)
            )
          }
        </QueryView>
        <Row
          quiet
          title="全部公示"
          detail="怎么提意见、打谁的电话"
          onTap={() => go(PAST_NOTICES_PAGE, { v: village.code })}
        />
      </Section>
    </>
  );
}
