import { Staffed } from '@miniapp/features/staff';
import { useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { useState } from 'react';
import { ChooseMeeting } from './ChooseMeeting';
import { ComposeSheet } from './ComposeSheet';
import { ALL_MEETINGS, meetingsOf } from './meetings';
import { useWaiting } from './useWaiting';
import { KIND_WORDS, type NoticeKind } from './words';

const isKind = (kind: string | undefined): kind is NoticeKind => kind !== undefined && kind in KIND_WORDS;

/** 14 发公示, and the announcement of the result: whose meeting, then the sheet as it will look, then up with it. */
export function PutUp({ kind: usual }: { kind: NoticeKind }) {
  const { village: wanted, meeting, kind: asked } = useParams<'village' | 'meeting' | 'kind'>();
  const kind = isKind(asked) ? asked : usual;
  const words = KIND_WORDS[kind];
  const waiting = useWaiting(kind);
  const villages = waiting.data?.villages ?? [];
  const village = villages.find(({ code }) => code === wanted) ?? villages[0];
  // A call in between, a closed app: the meeting that was picked stays picked until its notice hangs.
  const kept = slot<string>(`posting-meeting:${kind}:${village?.code ?? ''}`);
  const [picked, setPicked] = useState<string>();
  if (village === undefined)
    return (
      <Page title={words.bar}>
        <Head title={words.bar} />
        <Staffed query={waiting}>{() => <Empty>{words.none}</Empty>}</Staffed>
      </Page>
    );
  const meetings = kind === 'PROPOSED_INCLUSION' ? meetingsOf(village.cases) : [];
  const known = [picked, meeting, kept.get()].find(
    (one) => one === ALL_MEETINGS || meetings.some(({ id }) => id === one),
  );
  const pick = (id: string | undefined) => {
    if (id === undefined) kept.remove();
    else kept.set(id);
    setPicked(id);
  };
  if (meetings.length > 1 && known === undefined)
    return <ChooseMeeting village={village} meetings={meetings} onPick={pick} />;
  return (
    <ComposeSheet
      key={`${village.code}/${known ?? ''}`}
      kind={kind}
      village={village}
      meeting={known === ALL_MEETINGS ? undefined : known}
      reload={waiting.reload}
      onDone={() => pick(undefined)}
    />
  );
}
