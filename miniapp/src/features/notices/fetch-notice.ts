import { call } from '@miniapp/platform/api';
import type { NoticeView } from './words';

export const fetchNotice = async (noticeId: string): Promise<NoticeView> =>
  (await call('notices.get', { noticeId })).notice;
