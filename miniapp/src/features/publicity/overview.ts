import type { Output } from '@miniapp/platform/api';

export type Overview = Output<'notices.overview'>;
export type NoticeSeen = Overview['notices'][number];

/** What each kind is called where there is little room. */
export const KIND_SHORT: Record<NoticeSeen['kind'], string> = {
  PROPOSED_INCLUSION: '拟纳入',
  RESULT_ANNOUNCEMENT: '结果公告',
  PROPOSED_ELIMINATION: '拟消除',
  ELIMINATION_RESULT: '消除公告',
  MEASURES_LANDED: '措施落实',
  SUBSIDY_PAYMENTS: '补贴发放',
  VILLAGE_NOTICE: '村里通知',
};

export interface Need {
  state: 'late' | 'need';
  tag: string;
  words: string;
}

/** What somebody has to see to, or null. What was printed and never hung waits as 等张贴 again, not here. */
export function needOf(notice: NoticeSeen): Need | null {
  const { started, ended, daysLeft, objections, endPhotoAt, owes } = notice;
  if (!started) return { state: 'late', tag: '缺开始照片', words: '没有公示栏照片，天数还没开始算' };
  const photographed = objections === 'ONLINE';
  if (!ended && owes.includes('START'))
    return { state: 'late', tag: '缺开始照片', words: '手机上贴出去了，还没有公示栏的照片' };
  if (!ended && owes.includes('REHANG'))
    return { state: 'need', tag: '要换纸', words: '名单变了，换上新印的纸，再拍一张' };
  if (ended && owes.includes('CLEARED'))
    return { state: 'late', tag: '缺结束照片', words: '手机上撤下了，还没有揭下纸的照片' };
  if (ended)
    return photographed && endPhotoAt === null
      ? { state: 'late', tag: '缺结束照片', words: '手机上撤下了，还没有揭下纸的照片' }
      : null;
  if (daysLeft > 1 || (photographed && endPhotoAt !== null)) return null;
  return { state: 'need', tag: '今晚到期', words: '24:00 手机上自动撤下，纸要揭下来，拍一张' };
}

/** Those that count: nothing of what was printed for a day that is over. */
export const seenOf = ({ notices }: Overview): NoticeSeen[] =>
  notices.filter(({ started, ended }) => started || !ended);
