import { HUNG_PAGE, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { replace } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { TOWN_CASE_NOTICES } from '@shared/publicity/codes';
import { useState } from 'react';
import { Findings } from './Findings';
import type { WaitingVillage } from './meetings';
import { Served } from './Served';
import { Sheet } from './Sheet';
import { WhoSees } from './WhoSees';
import { whyNot } from './why-not';
import { KIND_WORDS, type NoticeKind, type Preview, rowOf } from './words';

interface ComposeSheetProps {
  kind: NoticeKind;
  village: WaitingVillage;
  /** Whose families are chosen; others can be added. */
  meeting: string | undefined;
  reload: () => Promise<void>;
  onDone: () => void;
}

/** The sheet as it will look: what may not be on it first, with the mend; then the board, and up with it. */
export function ComposeSheet({ kind, village, meeting, reload, onDone }: ComposeSheetProps) {
  const words = KIND_WORDS[kind];
  const [left, setLeft] = useState<string[]>(() =>
    village.cases
      .filter(({ meetingId }) => meeting !== undefined && meetingId !== meeting)
      .map(({ caseId }) => caseId),
  );
  const caseIds = village.cases.map(({ caseId }) => caseId).filter((id) => !left.includes(id));
  const sheet = caseIds.join();
  // Mends are of places on this very sheet: with other families on it they are asked anew.
  const [tapped, setTapped] = useState<{ sheet: string; mends: string[] }>({ sheet: '', mends: [] });
  const mends = tapped.sheet === sheet ? tapped.mends : [];
  const [served, setServed] = useState<Readonly<Record<string, number>>>({});
  const said = { caseIds, mends, ...(kind === 'MEASURES_LANDED' && { served }) };
  const preview = useQuery(
    caseIds.length === 0 ? undefined : `preview:${kind}:${sheet}:${mends.join()}:${JSON.stringify(served)}`,
    async () => {
      const answer = await call('notices.preview', { kind, ...said });
      return answer.preview;
    },
  );
  const putting = useCommand((_: undefined, requestId: string) => putUp(kind, said, requestId));
  const put = async () => {
    const done = await putting.run(undefined);
    // A conflict means that another notice was faster: the lists are read again either way.
    somethingWasDone();
    if (done === undefined) {
      reload();
      return;
    }
    onDone();
    toast(words.done);
    replace(HUNG_PAGE, { notice: done.noticeId });
  };
  const findings = preview.data?.findings ?? [];
  const off = offOf(caseIds.length, preview.data);
  return (
    <Page
      title={words.bar}
      bar={
        <Bar primary={{ children: words.act, onTap: put, busy: putting.busy, busyText: '正在交…', off }} />
      }
    >
      {putting.error !== undefined && <Note state="late" alert title={whyNot(putting.error)} />}
      {preview.data !== undefined && findings.length > 0 && (
        <Findings
          preview={preview.data}
          ofCases
          busy={preview.loading}
          onMend={(chosen) => {
            const gone = chosen.flatMap((finding) => {
              const row = finding.mend.act === 'DROP_ROW' ? rowOf(finding) : undefined;
              return row === undefined ? [] : [preview.data?.rows[row]?.id ?? ''];
            });
            const changed = chosen.flatMap(({ mend, where }) => (mend.act === 'CHANGE' ? [where] : []));
            if (gone.length > 0) setLeft([...left, ...gone]);
            else setTapped({ sheet, mends: [...mends, ...changed] });
          }}
        />
      )}
      <Head title={words.title} hint={`${village.name}，${caseIds.length} 户`} />
      {village.cases.length > 1 && (
        <Section flush title="这次贴哪几户" pad>
          <Choices
            label="这次贴哪几户"
            hideLabel
            multiple
            value={caseIds}
            onChange={(chosen) =>
              setLeft(village.cases.map(({ caseId }) => caseId).filter((id) => !chosen.includes(id)))
            }
            choices={village.cases.map(({ caseId, headName, memberCount, group }) => ({
              value: caseId,
              label: headName,
              detail: [group, `${memberCount} 人`].filter(Boolean).join(' · '),
            }))}
          />
        </Section>
      )}
      {caseIds.length === 0 ? (
        <Empty>一户也没选。选上要贴的。</Empty>
      ) : (
        <Staffed query={preview} rows={4}>
          {(shown) => (
            <>
              <Sheet preview={shown} />
              {kind === 'MEASURES_LANDED' && (
                <Served
                  preview={shown}
                  onChange={(about, people) => setServed({ ...served, [about]: people })}
                />
              )}
              <WhoSees preview={shown} kind={kind} />
            </>
          )}
        </Staffed>
      )}
    </Page>
  );
}

type Announced = NonNullable<Input<'notices.announce'>['kind']>;
const isAnnounced = (kind: NoticeKind): kind is Announced & NoticeKind =>
  TOWN_CASE_NOTICES.some((one) => one === kind);

type Said = Omit<Input<'notices.preview'>, 'kind'>;

/**
 * An inclusion is frozen first, so that the paper carries its code, and hangs with the photo of the board (Hung); all else
 * hangs at once, and the photo of its paper is asked for.
 */
function putUp(kind: NoticeKind, said: Said, requestId: string): Promise<{ noticeId: string }> {
  if (kind === 'PROPOSED_INCLUSION') return call('notices.prepare', said, requestId);
  if (isAnnounced(kind)) return call('notices.announce', { kind, ...said }, requestId);
  return call('notices.post', { kind, ...said }, requestId);
}

function offOf(chosen: number, preview: Preview | undefined): string | undefined {
  if (chosen === 0) return '一户也没选，选上才能贴';
  if (preview === undefined) return '样子还没取到，取到才能贴';
  return preview.findings.length > 0 ? `还有 ${preview.findings.length} 处没改，改好就能贴` : undefined;
}
