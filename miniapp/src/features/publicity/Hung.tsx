import { usePaper } from '@miniapp/features/family';
import { NOTICE_PAGE } from '@miniapp/features/notices';
import { REGISTER_PAGE, Staffed } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import type { NOTICE_PAPERS } from '@shared/contract/papers';
import { day } from '@shared/messages';
import { isExitPublicity } from '@shared/publicity/codes';
import { BoardPhoto } from './BoardPhoto';
import { Correct } from './Correct';
import { ListObjections } from './ListObjections';
import { Loudspeaker } from './Loudspeaker';
import { OwedPhotos } from './OwedPhotos';
import { TakeDown } from './TakeDown';
import { Versions } from './Versions';

type Notice = Output<'notices.get'>['notice'];

/** A notice that is up: print it, have it read out, and know when it comes down. */
export function Hung() {
  const { notice: noticeId = '' } = useParams<'notice'>();
  const query = useQuery(noticeId === '' ? undefined : `hung:${noticeId}`, async () => {
    const { notice } = await call('notices.get', { noticeId });
    return notice;
  });
  const { data } = query;
  return (
    <Page title="贴着的公示">
      <Head
        top={data?.issuer}
        title={data?.title ?? '贴着的公示'}
        hint={
          data && `${day(data.firstDay)}到${day(data.lastDay)}，${data.days} 天。校验码 ${data.checkCode}`
        }
      />
      <Staffed query={query} rows={4}>
        {(notice) =>
          notice.ended ? (
            <Ended notice={notice} onChange={query.reload} />
          ) : (
            <Up notice={notice} onChange={query.reload} />
          )
        }
      </Staffed>
      {data !== undefined && <Versions noticeId={data.id} />}
    </Page>
  );
}

/** Those that are of a family's case, or of its way off the register, are written down there. */
const takesObjections = ({ kind, objections }: Notice) =>
  (objections === 'PHONE' && !isExitPublicity(kind)) || kind === 'VILLAGE_NOTICE';

interface PartProps {
  notice: Notice;
  onChange: () => void;
}

function Up({ notice, onChange }: PartProps) {
  const paper = usePaper();
  const print = (kind: (typeof NOTICE_PAPERS)[number]) => () =>
    paper.open(() => call('notices.paper', { noticeId: notice.id, kind }));
  return (
    <>
      {!notice.started && (
        <Note state="need" title="还没开始算天数">
          今天印，今天贴，今天拍。过了 24:00，要重新定稿。
        </Note>
      )}
      <Section title="打印" aside={paper.busy ? '正在取…' : undefined}>
        <Row icon="printer" title="公示，贴公示栏" detail="A4 纸，盖章处盖上章再贴" onTap={print('SHEET')} />
        <Row icon="printer" title="广播稿，给念的人" detail="不写名字" onTap={print('LOUDSPEAKER')} />
      </Section>
      {!notice.started && (
        <BoardPhoto
          name={`board-start:${notice.id}`}
          title="贴好了，拍一张公示栏"
          aside="拍了才开始算天数"
          hint="看得见整张公示，看得清日期"
          act="开始公示"
          said={`贴出去了，从${day(notice.firstDay)}算起`}
          onPhoto={(photoId, requestId) => call('notices.hang', { noticeId: notice.id, photoId }, requestId)}
          onDone={onChange}
        />
      )}
      {notice.objections !== 'ONLINE' && <OwedPhotos noticeId={notice.id} />}
      <Loudspeaker notice={notice} />
      {notice.started && notice.daysLeft > 1 && (
        <Note state="doing" title={`${day(notice.lastDay)} 24:00 手机上自动撤下`}>
          公示栏上的纸，那天请揭下来，拍一张。
        </Note>
      )}
      {notice.started && notice.daysLeft === 1 && <EndPhoto notice={notice} onChange={onChange} />}
      {notice.started && (
        <Section flush>
          <Look notice={notice} />
        </Section>
      )}
      {notice.started && notice.rows.length > 0 && <TakeDown notice={notice} />}
      {notice.started && <Correct notice={notice} />}
      {takesObjections(notice) && <ListObjections notice={notice} />}
      {isExitPublicity(notice.kind) && (
        <Section flush>
          <Row title="有人提意见" detail="到监测名册，在那一户里登记、答复" onTap={() => go(REGISTER_PAGE)} />
        </Section>
      )}
    </>
  );
}

function Ended({ notice, onChange }: PartProps) {
  if (!notice.started)
    return (
      <Note state="late" title="那天没有拍公示栏，这张作废了">
        日子过了。回到“公示”，重新定稿，再打印一张。
      </Note>
    );
  return (
    <>
      <Note state="off" title="这份公示已经结束，名单撤下了">
        不再打印。公示栏上的纸要是还在，请揭下来。
      </Note>
      <EndPhoto notice={notice} onChange={onChange} />
      {notice.objections !== 'ONLINE' && <OwedPhotos noticeId={notice.id} />}
      {takesObjections(notice) && <ListObjections notice={notice} />}
      <Section flush>
        <Look notice={notice} />
      </Section>
    </>
  );
}

/** Only what a case hangs on is photographed at its end. */
function EndPhoto({ notice, onChange }: PartProps) {
  if (notice.objections !== 'ONLINE') return null;
  return (
    <BoardPhoto
      name={`board-end:${notice.id}`}
      title="到期了，拍一张公示栏"
      aside="纸揭下来以后拍"
      hint="看得见整块公示栏"
      act="交照片"
      said="照片交上了"
      onPhoto={(photoId, requestId) =>
        call('notices.photographEnd', { noticeId: notice.id, photoId }, requestId)
      }
      onDone={onChange}
    />
  );
}

function Look({ notice }: { notice: Notice }) {
  return (
    <Row
      title="手机上是什么样"
      detail={
        notice.households === 0
          ? '村民点开看到的'
          : notice.kind === 'SUBSIDY_PAYMENTS'
            ? `${notice.people} 人`
            : `${notice.households} 户 ${notice.people} 人`
      }
      onTap={() => go(NOTICE_PAGE, { notice: notice.id })}
    />
  );
}
