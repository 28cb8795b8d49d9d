import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import type { QueueFilter } from '@shared/casework';

type Saved = Output<'reviews.savedFilters'>;
export type SavedFilter = Saved['filters'][number];

/** The person's own narrowed queues. */
export function useSaved() {
  const query = useFreshAfterActs(useQuery('filters', () => call('reviews.savedFilters', {})));
  const saving = useCommand((said: { name: string; filter: QueueFilter }, id) =>
    call('reviews.saveFilter', said, id),
  );
  const dropping = useCommand((filterId: string, id) => call('reviews.dropFilter', { filterId }, id));
  const show = (answer: Saved | undefined) => {
    if (answer !== undefined) query.set(answer);
    return answer !== undefined;
  };
  return {
    filters: query.data?.filters ?? [],
    /** Says whether it was kept. */
    save: async (name: string, filter: QueueFilter) => show(await saving.run({ name, filter })),
    saving,
    drop: async (filterId: string) => show(await dropping.run(filterId)),
    dropping,
  };
}

export type SavedFilters = ReturnType<typeof useSaved>;
