import { call, type Output } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import { day } from '@shared/messages/format';
import { daysLeftText } from '@shared/messages/household';
import { NOTICE_PAGE } from './pages';
import { type NoticeSummary, noticeCounts, noticeTitle } from './words';

export const fetchNotices = (village: string): Promise<Output<'notices.list'>> =>
  call('notices.list', { village });

/** A running notice in a list: what it is, how many, how long. */
export function NoticeRow({ notice }: { notice: NoticeSummary }) {
  return (
    <Row
      title={noticeTitle(notice)}
      detail={[noticeCounts(notice), notice.started && `${day(notice.lastDay)}结束`]
        .filter(Boolean)
        .join(' · ')}
      tag={
        notice.started ? (
          <Tag state="doing">{daysLeftText(notice.daysLeft)}</Tag>
        ) : (
          <Tag state="off">还没开始算天数</Tag>
        )
      }
      onTap={() => go(NOTICE_PAGE, { notice: notice.id })}
    />
  );
}
