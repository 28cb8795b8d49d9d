import type { Output } from '@miniapp/platform/api';
import { day } from '@shared/messages/format';

export type NoticeView = Output<'notices.get'>['notice'];
export type NoticeSummary = Output<'notices.list'>['running'][number];

const TITLES: Record<NoticeSummary['kind'], string> = {
  PROPOSED_INCLUSION: '准备列入帮扶名单的家庭',
  RESULT_ANNOUNCEMENT: '列入帮扶名单的家庭',
};

/** What a notice is, in the household's words; its official title stands under 公示原文. */
export const noticeTitle = ({ kind }: Pick<NoticeSummary, 'kind'>): string => TITLES[kind];

/** 「一共 3 户 9 人」 */
export const noticeCounts = ({ households, people }: Pick<NoticeSummary, 'households' | 'people'>): string =>
  `一共 ${households} 户 ${people} 人`;

/** 「3月7日到3月11日」 */
export const noticePeriod = ({ firstDay, lastDay }: Pick<NoticeSummary, 'firstDay' | 'lastDay'>): string =>
  `${day(firstDay)}到${day(lastDay)}`;

const DECIDED: Record<NoticeSummary['kind'], string> = {
  PROPOSED_INCLUSION: '各家自己申报，两位干部到家里看过，部门查对过信息，村里开会商量过。',
  RESULT_ANNOUNCEMENT: '村里公示过，镇里看过，县里定的。',
};

export const howDecided = ({ kind }: Pick<NoticeSummary, 'kind'>): string => DECIDED[kind];

/** Until when one may object: on the last day until midnight. */
export const untilText = ({ daysLeft, lastDay }: Pick<NoticeSummary, 'daysLeft' | 'lastDay'>): string =>
  daysLeft === 1 ? '今天 24:00 前都能提' : `${day(lastDay)} 24:00 前都能提`;

/** What the loudspeaker says: no names, phones are loud in the yard (ux.md 8). */
export function noticeReadAloud(notice: NoticeView): string {
  const { villageName, households, lastDay, ended } = notice;
  const what = `${villageName}${noticeTitle(notice)}，一共 ${households} 户。`;
  if (ended) return `${what}这份公示已经结束，名单撤下了。`;
  const list = notice.audience === 'OPEN' ? '名单只给本村人看。' : '名单请看屏幕。';
  return `${what}${list}${day(lastDay)}前，有意见可以打村委会电话。也可以点下面的“我有意见”，不写名字也行。`;
}
