import { useHide, useShow } from '@miniapp/platform/lifecycle';
import type { Query } from '@miniapp/ui/useQuery';
import { useEffect, useRef, useState } from 'react';
import { sureUntil } from './sure';
import type { NoticeView } from './words';

/** Half of the minute that a copy may live: what came down is gone from a screen that nobody touches. */
const EVERY_MS = 30_000;

/**
 * Asks anew every half minute while the page is shown; the server answers that from memory. Without a network a list is
 * shown as long as it hung for certain, and no longer.
 */
export function useLive(query: Query<NoticeView>): Query<NoticeView> {
  const [shown, setShown] = useState(true);
  const [, look] = useState(0);
  const ask = useRef(query.reload);
  ask.current = query.reload;
  useShow(() => setShown(true));
  useHide(() => setShown(false));
  useEffect(() => {
    if (!shown) return;
    const timer = setInterval(() => {
      look((times) => times + 1);
      ask.current();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [shown]);
  const { data, savedAt = 0 } = query;
  const isSure = data === undefined || data.ended || Date.now() < sureUntil(data, savedAt);
  return isSure ? query : { ...query, data: undefined };
}
