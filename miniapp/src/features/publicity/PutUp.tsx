import { issuesOf, PUBLICITY_PAGE, Staffed, somethingWasDone, usePhotos } from '@miniapp/features/staff';

import { ApiError, call } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages';
import { maskName } from '@shared/people';
import { useState } from 'react';
import { Marked, Sheet } from './Sheet';
import { useWaiting } from './useWaiting';
import { findingTitle, KIND_WORDS, type NoticeKind, type Preview, rowOf } from './words';

/** 14 发公示, and the announcement of the result: what may not be on the sheet comes first, then the sheet itself. */
export function PutUp({ kind }: { kind: NoticeKind }) {
  const { village: wanted, meeting } = useParams<'village' | 'meeting'>();
  const words = KIND_WORDS[kind];
  const waiting = useWaiting(kind);
  const villages = waiting.data?.villages ?? [];
  const village = villages.find(({ code }) => code === wanted) ?? villages[0];
  if (village === undefined)
    return (
      <Page title={words.bar}>
        <Head title={words.bar} />
        <Staffed query={waiting}>{() => <Empty>{words.none}</Empty>}</Staffed>
      </Page>
    );
  return (
    <OfVillage key={village.code} kind={kind} village={village} meeting={meeting} reload={waiting.reload} />
  );
}

interface OfVillageProps {
  kind: NoticeKind;
  village: {
    code: string;
    name: string;
    cases: {
      caseId: string;
      headName: string;
      memberCount: number;
      group: string;
      meetingId: string | null;
    }[];
  };
  /** The meeting from which one came: its families are chosen, others can be added. */
  meeting: string | undefined;
  reload: () => Promise<void>;
}

function OfVillage({ kind, village, meeting, reload }: OfVillageProps) {
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
  const photos = usePhotos();
  const [photoId] = photos.ids();
  const putting = useCommand(async (_: undefined, requestId: string) => {
    if (!proposed) {
      await call('notices.announce', { caseIds }, requestId);
      return '公告了，这几户列入了';
    }
    const posted = await call('notices.post', { caseIds, photoId: photoId ?? '' }, requestId);
    return `贴出去了，从${day(posted.firstDay)}算起`;
  });
  const put = async () => {
    const said = await putting.run(undefined);
    // A conflict means that another notice was faster: the lists are read again either way.
    somethingWasDone();
    if (said === undefined) {
      reload();
      return;
    }
    toast(said);
    backOr(PUBLICITY_PAGE);
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

/** What may not be published, where, and the mend: the family is left out until its record is right. */
function Findings({ preview, onLeaveOut }: { preview: Preview; onLeaveOut: (row: number) => void }) {
  const { findings, rows } = preview;
  return (
    <>
      <Note state="late" alert title={`有 ${findings.length} 处不能公示，改好才能张贴`}>
        公示不能写身份证、电话、银行卡、病情。
      </Note>
      <Section flush>
        {findings.map((finding) => {
          const row = rowOf(finding);
          const name = row === undefined ? undefined : rows[row]?.name;
          return (
            <Row
              key={`${finding.where}/${finding.text}`}
              title={findingTitle(finding)}
              detail={
                <>
                  “<Marked text={finding.text} hits={[finding.text]} />” →{' '}
                  {row === undefined ? '请县里改公示的模板' : '先不贴这一户，改好核实表再贴'}
                </>
              }
              right={
                row === undefined ? undefined : (
                  <Button
                    size="small"
                    kind="primary"
                    label={`先不贴${name ?? '这一户'}`}
                    onTap={() => onLeaveOut(row)}
                  >
                    先不贴
                  </Button>
                )
              }
            />
          );
        })}
      </Section>
    </>
  );
}

/** Three places, three forms of one notice (ux.md 8). */
function WhoSees({ preview, proposed }: { preview: Preview; proposed: boolean }) {
  const [first] = preview.rows;
  return (
    <Section title="三处看到的不一样">
      <KeyValue
        facts={[
          { key: proposed ? '公示栏' : '公告栏', value: '户主全名、人口、小组' },
          {
            key: '本村人手机',
            value: first === undefined ? '盖住一个字' : `${maskName(first.name)}，盖住一个字`,
          },
          { key: '外面的人', value: `只看到“${preview.households} 户 ${preview.people} 人”` },
        ]}
      />
    </Section>
  );
}
