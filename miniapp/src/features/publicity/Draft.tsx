import { HUNG_PAGE, Staffed, somethingWasDone, WORDS_PAGE } from '@miniapp/features/staff';
import { call, type Input, type Output } from '@miniapp/platform/api';
import { back, replace, useParams } from '@miniapp/platform/navigate';
import { confirm, toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type Command, useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { money } from '@shared/messages';
import { View } from '@tarojs/components';
import { Findings } from './Findings';
import { Sheet } from './Sheet';
import { WhoSees } from './WhoSees';
import { whyNot } from './why-not';
import { KIND_WORDS } from './words';

type DraftView = Output<'notices.draft'>['draft'];
type Mending = Input<'notices.mend'>;

/** So many mends one call does (contract); a list with more is mended in several taps. */
const MENDS_AT_ONCE = 2_000;

/** A list or words on their way to the board: what may not be on it first, with the mend; then the sheet, and up with it. */
export function Draft() {
  const { draft: draftId = '' } = useParams<'draft'>();
  const query = useQuery(draftId === '' ? undefined : `draft:${draftId}`, async () => {
    const { draft } = await call('notices.draft', { draftId });
    return draft;
  });
  const mending = useCommand((input: Mending, requestId: string) => call('notices.mend', input, requestId));
  const posting = useCommand((version: number, requestId: string) =>
    call('notices.postDraft', { draftId, version }, requestId),
  );
  const dropping = useCommand((_: undefined, requestId: string) =>
    call('notices.dropDraft', { draftId }, requestId),
  );
  const draft = query.data;
  const problem = mending.error ?? posting.error ?? dropping.error;
  const mend = async (part: Pick<Mending, 'mends' | 'subject'>) => {
    if (draft === undefined) return;
    const done = await mending.run({ draftId, version: draft.version, ...part });
    // A colleague was faster: the sheet is read again as it is now.
    if (done === undefined) return query.reload();
    query.set(done.draft);
  };
  const put = async () => {
    if (draft === undefined) return;
    const done = await posting.run(draft.version);
    somethingWasDone();
    if (done === undefined) return query.reload();
    toast(KIND_WORDS.MEASURES_LANDED.done);
    replace(HUNG_PAGE, { notice: done.noticeId });
  };
  const drop = async () => {
    const sure = await confirm({
      title: '扔掉这份草稿？',
      text: '扔了就没有了。',
      yes: '扔掉',
      no: '留着',
      danger: true,
    });
    if (!sure || (await dropping.run(undefined)) === undefined) return;
    somethingWasDone();
    toast('扔掉了');
    back();
  };
  return (
    <Page
      title="发公示"
      bar={
        draft && (
          <Bar
            primary={{
              children: '张贴，去打印',
              onTap: put,
              busy: posting.busy,
              busyText: '正在贴…',
              off: offOf(draft),
            }}
            link={{ text: '扔掉这份草稿', onTap: drop }}
          />
        )
      }
    >
      {problem !== undefined && <Note state="late" alert title={whyNot(problem)} />}
      {draft === undefined && <Head title="贴出来是这个样子" />}
      <Staffed query={query} rows={4}>
        {(shown) => <Composed draft={shown} mending={mending} onMend={mend} />}
      </Staffed>
    </Page>
  );
}

interface ComposedProps {
  draft: DraftView;
  mending: Command<Mending, unknown>;
  onMend: (part: Pick<Mending, 'mends' | 'subject'>) => void;
}

function Composed({ draft, mending, onMend }: ComposedProps) {
  const { kind, preview, subject } = draft;
  const words = kind === 'VILLAGE_NOTICE';
  return (
    <>
      {preview.findings.length > 0 && (
        <Findings
          preview={preview}
          ofCases={false}
          busy={mending.busy}
          onMend={(findings) =>
            onMend({ mends: [...new Set(findings.map(({ where }) => where))].slice(0, MENDS_AT_ONCE) })
          }
        />
      )}
      <Head
        title="贴出来是这个样子"
        hint={
          words
            ? `贴 ${preview.days} 天，到期手机上自动撤下。`
            : `${preview.people} 人，一共 ${money(preview.totalFen ?? 0)}，贴 ${preview.days} 天。`
        }
      />
      {words ? (
        <Section flush>
          <Row title="改标题和内容" onTap={() => replace(WORDS_PAGE, { draft: draft.id })} />
        </Section>
      ) : (
        <View className="sw-pad sw-pb">
          <Field
            key={subject}
            label="发的是什么"
            initial={subject}
            maxLength={40}
            placeholder="外出务工交通补助"
            hint="写在标题里。表里只有一个项目，就先填好了。"
            onCommit={(value) => {
              if (value.trim() !== '' && value.trim() !== subject)
                onMend({ mends: [], subject: value.trim() });
            }}
          />
        </View>
      )}
      <Sheet preview={preview} />
      <WhoSees preview={preview} kind={kind} />
    </>
  );
}

function offOf({ kind, subject, preview }: DraftView): string | undefined {
  const { findings, people, rows } = preview;
  if (findings.length > 0) return `还有 ${findings.length} 处没改，改好就能贴`;
  if (kind === 'VILLAGE_NOTICE') return undefined;
  if (people === 0 || rows.length === 0) return '名单是空的，重新传一张表';
  return subject === '' ? '先写发的是什么' : undefined;
}
