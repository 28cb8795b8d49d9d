import {
  chooseVillage,
  SIGN_IN_PAGE,
  useMe,
  useVillagePhone,
  villageCodeOfText,
} from '@miniapp/features/account';
import { go, switchTab, useParams } from '@miniapp/platform/navigate';
import { canScan, scanCode, toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { Days } from '@miniapp/ui/Days';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type Column, Table } from '@miniapp/ui/Table';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, money } from '@shared/messages/format';
import { daysLeftText } from '@shared/messages/household';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { FollowVillage } from './FollowVillage';
import { fetchNotice } from './fetch-notice';
import { OwnRows } from './OwnRows';
import { ANSWER_PAGE, CHECK_NOTICE_PAGE, NOTICE_PAGE, OBJECT_PAGE } from './pages';
import { useLive } from './useLive';
import {
  type NoticeView,
  noticeCounts,
  noticePeriod,
  noticeReadAloud,
  noticeTitle,
  untilText,
} from './words';

/** 07. What it is, days left, the list for the village's own people, how it was decided, phones, the original. */
export function Notice() {
  const { notice: noticeId = '' } = useParams<'notice'>();
  // Names are never kept on the phone: tomorrow the notice may have come down.
  const query = useLive(
    useQuery(noticeId === '' ? undefined : `notice:${noticeId}`, () => fetchNotice(noticeId)),
  );
  const phone = useVillagePhone();
  const ended = query.data?.ended === true;
  return (
    <Page
      title="村里公示"
      bar={
        query.data === undefined || ended ? (
          <Bar second={{ children: '回首页', onTap: () => switchTab('home') }} />
        ) : mayObject(query.data) ? (
          <Bar
            primary={{ children: '我有意见', onTap: () => go(OBJECT_PAGE, { notice: noticeId }) }}
            reason={`可以不写名字。${untilText(query.data)}`}
          />
        ) : undefined
      }
    >
      {query.data === undefined && <Head title="村里公示" />}
      <QueryView query={query} rows={4} phone={phone}>
        {(notice) =>
          notice.ended ? <Ended notice={notice} /> : <Running notice={notice} onBound={query.reload} />
        }
      </QueryView>
    </Page>
  );
}

/** Objections are to what is proposed, not to what has been decided. */
const mayObject = ({ objections, started }: NoticeView): boolean => objections === 'ONLINE' && started;

function Ended({ notice }: { notice: NoticeView }) {
  return (
    <>
      <Head
        top={notice.issuer}
        title={notice.households === 0 ? '这份通知已经结束，撤下了' : '这份公示已经结束，名单撤下了'}
        hint={`${[noticeTitle(notice), noticeCounts(notice)].filter(Boolean).join('，')}。${noticePeriod(notice)}。`}
        read={() => noticeReadAloud(notice)}
      />
      {notice.audience === 'VILLAGE' && <OwnRows notice={notice} />}
      {mayObject(notice) && <AnswerRow village={notice.village} />}
    </>
  );
}

function Running({ notice, onBound }: { notice: NoticeView; onBound: () => void }) {
  const open = notice.audience === 'OPEN';
  const hint = !notice.started
    ? `${noticeCounts(notice)}。`
    : notice.households === 0
      ? `${noticePeriod(notice)}，${daysLeftText(notice.daysLeft)}。`
      : open
        ? `${noticeCounts(notice)}。${noticePeriod(notice)}，${daysLeftText(notice.daysLeft)}。`
        : '请大家看看，写得对不对、公不公道。';
  return (
    <>
      <Head
        top={notice.issuer}
        title={noticeTitle(notice)}
        hint={hint}
        read={() => noticeReadAloud(notice)}
      />
      {!notice.started ? (
        <NotStarted notice={notice} />
      ) : notice.households === 0 ? (
        <Words notice={notice} />
      ) : open ? (
        <ForVillagersOnly notice={notice} onBound={onBound} />
      ) : (
        <>
          <DaysLeft notice={notice} />
          <Names notice={notice} />
          {notice.audience === 'VILLAGE' && <OwnRows notice={notice} />}
        </>
      )}
      {notice.totalFen !== null && (
        <Section flush>
          <KeyValue facts={[{ key: '一共发', value: money(notice.totalFen) }]} />
        </Section>
      )}
      {notice.decided !== '' && (
        <Section title="怎么定的" pad>
          <View className="sw-p">{notice.decided}</View>
        </Section>
      )}
      <Phones notice={notice} />
      <FollowVillage village={notice.village} />
      {mayObject(notice) && <AnswerRow village={notice.village} />}
      {!open && notice.started && notice.households > 0 && <Original notice={notice} />}
    </>
  );
}

/** Whoever has objected reads the answer by number. */
function AnswerRow({ village }: { village: string }) {
  return (
    <Section>
      <Row
        icon="search"
        title="查意见的答复"
        detail="凭提意见时给的查询号"
        onTap={() => go(ANSWER_PAGE, { v: village })}
      />
    </Section>
  );
}

/** The sheet is printed, the board was not photographed with it: no day is counted, and no name is shown. */
function NotStarted({ notice }: { notice: NoticeView }) {
  return (
    <Section flush pad>
      <View className="sw-b">还没开始算天数</View>
      <View className="sw-sub">{`村里贴好纸、拍了照才开始，一共 ${notice.days} 天。名单到那时再看。`}</View>
    </Section>
  );
}

function DaysLeft({ notice }: { notice: NoticeView }) {
  if (notice.objections === 'NONE' || notice.days < 1) return null;
  // Put up in the evening, counted from the next day on.
  if (notice.dayNumber < 1)
    return (
      <Section flush pad>
        <View className="sw-b">{`${day(notice.firstDay)}开始算，一共 ${notice.days} 天`}</View>
        <View className="sw-sub">{`${noticePeriod(notice)}。到期自动撤下。`}</View>
      </Section>
    );
  return (
    <Section flush>
      <Days
        total={notice.days}
        today={notice.dayNumber}
        note={`${noticePeriod(notice)}，共 ${notice.days} 天。到期自动撤下。`}
      />
    </Section>
  );
}

type NameRow = NoticeView['rows'][number] & { number: number };

/** The columns of its kind, a number in front. */
const columnsOf = ({ columns }: NoticeView): Array<Column<NameRow>> => [
  { title: '序号', cell: ({ number }) => String(number) },
  ...columns.map(({ key, title }, index) => ({
    title,
    cell: ({ cells }: NameRow) => cells[index] ?? '',
    heading: key === 'name',
    right: key === 'amount',
  })),
];

/** What the village itself has to say, where there is no list. */
function Words({ notice }: { notice: NoticeView }) {
  return (
    <Section flush pad>
      {notice.paragraphs.map((paragraph) => (
        <View key={paragraph} className="sw-p sw-mt8">
          {paragraph}
        </View>
      ))}
    </Section>
  );
}

/** With more columns than these a phone breaks names and amounts apart: each row is then a line of its own. */
const ROOMY = 4;
/** What a cell of these says nobody mistakes. */
const PLAIN = ['people', 'group', 'item', 'quantity', 'category', 'measure', 'mode'];

/** Number and name, the amount at the right end, and under them the rest. */
function Lines({ columns, rows }: { columns: NoticeView['columns']; rows: readonly NameRow[] }) {
  const { shown, more } = useLong(rows.length, '行');
  const rest = columns.flatMap(({ key, title }, index) =>
    key === 'name' || key === 'amount' ? [] : [{ index, before: PLAIN.includes(key) ? '' : `${title} ` }],
  );
  const paid = columns.findIndex(({ key }) => key === 'amount');
  return (
    <>
      {rows.slice(0, shown).map(({ number, name, cells }) => (
        <Row
          key={number}
          title={`${number}　${name}`}
          detail={rest
            .flatMap(({ index, before }) => (cells[index] ? [`${before}${cells[index]}`] : []))
            .join(' · ')}
          right={
            cells[paid] ? <View className="sw-money__a sw-b sw-r">{`${cells[paid]} 元`}</View> : undefined
          }
        />
      ))}
      {more}
    </>
  );
}

function Names({ notice }: { notice: NoticeView }) {
  const rows = notice.rows.map((one) => ({ ...one, number: one.row + 1 }));
  const masked = notice.audience === 'VILLAGE';
  return (
    <Section title="名单" aside={noticeCounts(notice)}>
      {notice.columns.length > ROOMY ? (
        <Lines columns={notice.columns} rows={rows} />
      ) : (
        <Table
          caption="公示名单"
          columns={columnsOf(notice)}
          rows={rows}
          rowKey={({ number }) => String(number)}
        />
      )}
      {masked && (
        <View className="sw-pad sw-pb sw-sub">网上名字盖住一个字，全名贴在公示栏。请不要转发。</View>
      )}
    </Section>
  );
}

/** 07-b. The list is for the village's own people: the board's code makes somebody one of them. */
function ForVillagersOnly({ notice, onBound }: { notice: NoticeView; onBound: () => void }) {
  const me = useMe().data;
  const scan = async () => {
    const code = villageCodeOfText((await scanCode()) ?? '');
    if (code === null) return;
    try {
      await chooseVillage(code);
      onBound();
    } catch (error) {
      toast(sentenceOf(error) ?? '没有取到。可能是网不好。');
    }
  };
  return (
    <Section flush pad>
      <View className="sw-b">名单只给本村人看</View>
      <View className="sw-p">{`${notice.villageName}的人，扫公示栏上的码就能看。`}</View>
      {canScan && (
        <View className="sw-mt12">
          <Button size="big" icon="camera" onTap={scan}>
            扫公示栏上的码
          </Button>
        </View>
      )}
      {me?.signedIn === false && (
        <View className="sw-mt8">
          <Link
            edge
            onTap={() =>
              go(SIGN_IN_PAGE, { onward: `${NOTICE_PAGE}?notice=${encodeURIComponent(notice.id)}` })
            }
          >
            扫过了？登录就能看
          </Link>
        </View>
      )}
    </Section>
  );
}

function Phones({ notice }: { notice: NoticeView }) {
  const { village, town, county, hotline } = notice.phones;
  const phones = [
    { title: `${notice.villageName}村委会`, number: village },
    { title: '镇里', number: town },
    { title: '县里', number: county },
    { title: '防返贫热线', number: hotline },
  ].filter(({ number }) => number !== '');
  return (
    <Section
      title="打电话问"
      aside={notice.ended || !notice.started ? undefined : `${day(notice.lastDay)}前都能提`}
    >
      {phones.map(({ title, number }) => (
        <CallRow key={title} title={title} number={number} />
      ))}
    </Section>
  );
}

function Original({ notice }: { notice: NoticeView }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title="公示原文" pad>
      <View className="sw-sub">{notice.title}</View>
      {open ? (
        notice.paragraphs.map((paragraph) => (
          <View key={paragraph} className="sw-p sw-mt8">
            {paragraph}
          </View>
        ))
      ) : (
        <Link edge onTap={() => setOpen(true)}>
          看原文
        </Link>
      )}
      {notice.checkCode !== '' && (
        <View className="sw-sub sw-mt8">{`校验码 ${notice.checkCode}，和公示栏上的纸一样。请不要转发。`}</View>
      )}
      {canScan && (
        <Link edge onTap={() => go(CHECK_NOTICE_PAGE)}>
          扫墙上的纸，看有没有被改过
        </Link>
      )}
    </Section>
  );
}
