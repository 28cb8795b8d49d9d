import type { Output } from '@miniapp/platform/api';
import { day } from '@shared/messages/format';

export type NoticeView = Output<'notices.get'>['notice'];
export type NoticeSummary = Output<'notices.list'>['running'][number];

/** What a notice is, in the household's words; its official title stands under 公示原文. A village's own has only one. */
export const noticeTitle = ({
  kind,
  heading,
  title,
}: Pick<NoticeSummary, 'kind' | 'heading' | 'title'>): string =>
  kind === 'VILLAGE_NOTICE' ? title : heading;

/** 「一共 3 户 9 人」, of payments 「一共 9 人」; '' where there is no list. */
export const noticeCounts = ({
  kind,
  households,
  people,
}: Pick<NoticeSummary, 'kind' | 'households' | 'people'>): string =>
  households === 0
    ? ''
    : kind === 'SUBSIDY_PAYMENTS'
      ? `一共 ${people} 人`
      : `一共 ${households} 户 ${people} 人`;

/** 「3月7日到3月11日」 */
export const noticePeriod = ({ firstDay, lastDay }: Pick<NoticeSummary, 'firstDay' | 'lastDay'>): string =>
  `${day(firstDay)}到${day(lastDay)}`;

/** Until when one may object: on the last day until midnight. */
export const untilText = ({ daysLeft, lastDay }: Pick<NoticeSummary, 'daysLeft' | 'lastDay'>): string =>
  daysLeft === 1 ? '今天 24:00 前都能提' : `${day(lastDay)} 24:00 前都能提`;

/** What the loudspeaker says: no names, phones are loud in the yard (ux.md 8). */
export function noticeReadAloud(notice: NoticeView): string {
  const { villageName, households, lastDay, ended, objections, paragraphs } = notice;
  const counts =
    households === 0 ? '' : notice.kind === 'SUBSIDY_PAYMENTS' ? ` ${households} 人` : ` ${households} 户`;
  const what = `${villageName}${noticeTitle(notice)}${counts && `，一共${counts}`}。`;
  if (ended) return `${what}这份公示已经结束，${households === 0 ? '撤下了' : '名单撤下了'}。`;
  if (!notice.started) return `${what}还没开始算天数。有话要问，可以打村委会电话。`;
  if (notice.kind === 'VILLAGE_NOTICE') return [what, ...paragraphs].join('');
  const list = notice.audience === 'OPEN' ? '名单只给本村人看。' : '名单请看屏幕。';
  if (objections === 'NONE') return `${what}${list}有话要问，可以打村委会电话。`;
  const here = objections === 'ONLINE' ? '也可以点下面的“我有意见”，不写名字也行。' : '';
  return `${what}${list}${day(lastDay)}前，有意见可以打村委会电话。${here}`;
}
