import { call } from '@miniapp/platform/api';
import { Note } from '@miniapp/ui/Note';
import type { Entry } from '../queries';
import { Frame } from './Frame';

/** The announcement is the mark, or takes it back: the family is off the list, or on it, from that day on. */
export function Mark({ entry }: { entry: Entry }) {
  const words = entry.round?.kind === 'ROLLBACK' ? BACK : OFF;
  return (
    <Frame
      entry={entry}
      act="mark"
      send={(requestId) => call('notices.announce', { kind: words.kind, caseIds: [entry.caseId] }, requestId)}
      done={words.done}
    >
      <Note state="need" title={`县里同意了，公告${entry.headName}家${words.what}`}>
        {words.after}
      </Note>
    </Frame>
  );
}

const OFF = {
  kind: 'ELIMINATION_RESULT',
  what: '风险消除',
  done: '公告了，已标注风险消除',
  after: '公告上只有户主和人口。往后半年每月回访一次。',
} as const;
const BACK = {
  kind: 'ROLLBACK_RESULT',
  what: '回退',
  done: '公告了，这家接着监测',
  after: '公告上只有户主和人口。纳入的日子还是原来那天。',
} as const;
