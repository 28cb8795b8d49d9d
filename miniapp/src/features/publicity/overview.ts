import type { Output } from '@miniapp/platform/api';
import { NOTICE_SHORT } from '@shared/messages/notice-kinds';

export type Overview = Output<'notices.overview'>;
export type NoticeSeen = Overview['notices'][number];

export interface Need {
  state: 'late' | 'need';
  tag: string;
  words: string;
}

/** What somebody has to see to, or null. */
export function needOf({ errand, started }: NoticeSeen): Need | null {
  switch (errand) {
    case 'START':
      return {
        state: 'late',
        tag: '缺开始照片',
        words: started ? '手机上贴出去了，还没有公示栏的照片' : '没有公示栏照片，天数还没开始算',
      };
    case 'REHANG':
      return { state: 'need', tag: '要换纸', words: '名单变了，换上新印的纸，再拍一张' };
    case 'CLEARED':
      return { state: 'late', tag: '缺结束照片', words: '手机上撤下了，还没有揭下纸的照片' };
    case 'END':
      return { state: 'need', tag: '今晚到期', words: '24:00 手机上自动撤下，纸要揭下来，拍一张' };
    default:
      return null;
  }
}

/** Those that count: nothing of what was printed for a day that is over. */
export const seenOf = ({ notices }: Overview): NoticeSeen[] =>
  notices.filter(({ started, ended }) => started || !ended);

/** A search in what is on the screen: village, kind, title or check code, spaces left out. */
export function matches(notice: NoticeSeen, text: string): boolean {
  const wanted = plain(text);
  const { villageName, kind, title, checkCode } = notice;
  return [villageName, NOTICE_SHORT[kind], title, checkCode].some((one) => plain(one).includes(wanted));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
