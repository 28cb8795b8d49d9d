import { HUNG_PAGE, issuesOf, Staffed, somethingWasDone, usePhotos } from '@miniapp/features/staff';
import { ApiError, call } from '@miniapp/platform/api';
import { replace } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages';
import { useState } from 'react';
import { Findings } from './Findings';
import type { WaitingVillage } from './meetings';
import { Sheet } from './Sheet';
import { WhoSees } from './WhoSees';
import { KIND_WORDS, type NoticeKind, type Preview } from './words';

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
  const proposed = kind === 'PROPOSED_INCLUSION';
  const [left, setLeft] = useState<string[]>(() =>
    village.cases
      .filter(({ meetingId }) => meeting !== undefined && meetingId !== meeting)
      .map(({ caseId }) => caseId),
  );
  const caseIds = village.cases.map(({ caseId }) => caseId).filter((id) => !left.includes(id));
  const preview = useQuery(
    caseIds.length === 0 ? undefined : `preview:${kind}:${caseIds.join()}`,
    async () => {
      const answer = await call('notices.preview', { kind, caseIds });
      return answer.preview;
    },
  );
  const photos = usePhotos(`board:${kind}:${village.code}`);
  const [photoId] = photos.ids();
  const putting = useCommand(async (_: undefined, requestId: string) => {
    if (!proposed) {
      const { noticeId } = await call('notices.announce', { caseIds }, requestId);
      return { noticeId, said: '公告了，这几户列入了' };
    }
    const posted = await call('notices.post', { caseIds, photoId: photoId ?? '' }, requestId);
    return { noticeId: posted.noticeId, said: `贴出去了，从${day(posted.firstDay)}算起` };
  });
  const put = async () => {
    const done = await putting.run(undefined);
    // A conflict means that another notice was faster: the lists are read again either way.
    somethingWasDone();
    if (done === undefined) {
      reload();
      return;
    }
    photos.forget();
    onDone();
    toast(done.said);
    replace(HUNG_PAGE, { notice: done.noticeId });
  };
  const findings = preview.data?.findings ?? [];
  const off = offOf(caseIds.length, preview.data, proposed && photoId === undefined, photos.waiting);
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
          onLeaveOut={(row) => {
            const id = caseIds[row];
            if (id !== undefined) setLeft([...left, id]);
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
              <WhoSees preview={shown} proposed={proposed} />
            </>
          )}
        </Staffed>
      )}
      {proposed && caseIds.length > 0 && (
        <Section title="贴好了，拍一张公示栏" aside="拍了才开始算天数">
          <Shot
            title="公示栏"
            hint="看得见整张公示，看得清日期"
            example="scene"
            max={1}
            {...photos.shot('BOARD_PHOTO')}
          />
        </Section>
      )}
    </Page>
  );
}

function offOf(
  chosen: number,
  preview: Preview | undefined,
  noPhoto: boolean,
  waiting: number,
): string | undefined {
  if (chosen === 0) return '一户也没选，选上才能贴';
  if (preview === undefined) return '样子还没取到，取到才能贴';
  if (preview.findings.length > 0) return `还有 ${preview.findings.length} 处没改，改好就能贴`;
  if (waiting > 0) return '照片正在传，传完再交';
  return noPhoto ? '先把纸贴上，拍了公示栏就能交' : undefined;
}

function whyNot(error: unknown): string {
  const [issue] = Object.values(issuesOf(error));
  if (issue !== undefined && issue !== '') return issue;
  return error instanceof ApiError
    ? error.message
    : (sentenceOf(error) ?? '没有交上，可能是网不好。再点一次。');
}
