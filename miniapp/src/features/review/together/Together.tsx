import { CASE_PAGE, More } from '@miniapp/features/staff';
import { useShow } from '@miniapp/platform/lifecycle';
import { back, go } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Empty } from '@miniapp/ui/Empty';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { useRef, useState } from 'react';
import { DONE_WORDS } from '../forms';
import { UndoBar, type Undoing } from '../parts/UndoBar';
import { whole } from '../queue/words';
import { useQueue } from '../useQueue';
import { Bulk } from './Bulk';

const SECONDS = 10;

/** 一起同意 on the phone: what waits for this leader's yes; each is opened before, each has its own result. */
export function Together() {
  const queue = useQueue({ ...whole('MINE'), step: 'TOWN_REVIEW' });
  const [undoing, setUndoing] = useState<Undoing>();
  const [, drawAnew] = useState(0);
  const begun = useRef(false);
  // Back from a case: it is ticked now.
  useShow(() => drawAnew((n) => n + 1));
  if (queue.query.data === undefined || (queue.rows.length === 0 && !begun.current))
    return (
      <Page title="一起同意">
        <QueryView query={queue.query}>{() => <Empty>没有等您审核的</Empty>}</QueryView>
      </Page>
    );
  begun.current = true;
  return (
    <Bulk
      rows={queue.rows}
      hasMore={queue.hasMore}
      more={<More list={queue} />}
      open={(caseId) => go(CASE_PAGE, { caseId })}
      offerUndo={(said, cases) => {
        if (cases.length > 0) setUndoing({ cases, said, until: Date.now() + SECONDS * 1000 });
      }}
      onClose={back}
      above={
        undoing !== undefined && (
          <UndoBar
            undoing={undoing}
            onEnd={(undone) => {
              setUndoing(undefined);
              if (undone) toast(DONE_WORDS.undoDecision ?? '');
            }}
          />
        )
      }
    />
  );
}
