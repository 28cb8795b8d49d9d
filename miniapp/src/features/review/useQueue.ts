import { type Pages, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import type { QueueFilter } from '@shared/casework';

type Page = Output<'reviews.queue'>;
export type QueueItem = Page['rows'][number];
export type Queue = Pages<QueueItem, Page>;

const PAGE = 50;

/** One queue, narrowed or not, by due date, a page at a time; the counts of all queues come along. */
export function useQueue(filter: QueueFilter): Queue {
  return usePages<QueueItem, Page>(`queue:${JSON.stringify(filter)}`, (cursor) =>
    call('reviews.queue', { ...filter, limit: PAGE, cursor }),
  );
}
