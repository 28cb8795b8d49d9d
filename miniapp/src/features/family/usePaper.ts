import { openPaper } from '@miniapp/platform/papers';
import { toast } from '@miniapp/platform/ui';
import { sentenceOf } from '@miniapp/ui/QueryView';
import type { PaperFile } from '@shared/contract/papers';
import { useRef, useState } from 'react';

/** Fetches a paper and opens it; a second tap while it is on its way does nothing, a failure is said. */
export function usePaper(): {
  open: (fetch: () => Promise<{ file: PaperFile }>) => Promise<void>;
  busy: boolean;
} {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const open = async (fetch: () => Promise<{ file: PaperFile }>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const { file } = await fetch();
      await openPaper(file.url);
    } catch (error) {
      toast(sentenceOf(error) ?? '没有打开。可能是网不好，再点一次。');
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { open, busy };
}
