import { useVillagePhone } from '@miniapp/features/account';
import { ApiError, call, type Input, type Output } from '@miniapp/platform/api';
import { newRequestId } from '@miniapp/platform/call';
import { forgetFile } from '@miniapp/platform/kept-files';
import type { LocalPhoto, LocalVoice } from '@miniapp/platform/media';
import { backOr, go, useParams } from '@miniapp/platform/navigate';
import { copyText } from '@miniapp/platform/share';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf, QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { Talk } from '@miniapp/ui/Talk';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fetchNotice } from './fetch-notice';
import {
  type About,
  EMPTY_OBJECTION,
  familiesOf,
  groupsOfFour,
  type ObjectionDraft,
  objectionOff,
  objectorOf,
  withTicket,
} from './objection-draft';
import { forgetFiles, keep, sendFiles } from './objection-files';
import { ANSWER_PAGE, NOTICE_PAGE } from './pages';
import { type NoticeView, untilText } from './words';

type Filed = Output<'objections.file'>;

/** 08. Which family, what about, what is known; then with a name or without; then the number to read the answer by. */
export function Objection() {
  const { notice: noticeId = '' } = useParams<'notice'>();
  const query = useQuery(noticeId === '' ? undefined : `notice:${noticeId}`, () => fetchNotice(noticeId));
  const phone = useVillagePhone();
  const notice = query.data;
  if (notice !== undefined && !notice.ended && notice.rows.length > 0)
    return <Form key={notice.id} notice={notice} />;
  return (
    <Page
      title="我有意见"
      bar={
        notice && (
          <Bar second={{ children: '回去', onTap: () => backOr(NOTICE_PAGE, { notice: noticeId }) }} />
        )
      }
    >
      <Head title="您有什么意见？" read="您有什么意见？先看到名单，才能说是哪一家。也可以打电话说。" />
      <QueryView query={query} phone={phone}>
        {(found) => (
          <>
            <Note state="off" title={found.ended ? '这份公示结束了' : '先看到名单，才能说是哪一家'}>
              {found.ended ? '还有话要说，就打电话。' : '扫村里公示栏上的码就能看，也可以打电话说。'}
            </Note>
            <Phones notice={found} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Phones({ notice: { phones, villageName } }: { notice: NoticeView }) {
  const rows = [
    { title: `${villageName}村委会`, number: phones.village },
    { title: '镇里', number: phones.town },
    { title: '防返贫热线', number: phones.hotline },
  ].filter(({ number }) => number !== '');
  return (
    <Section title="打电话说">
      {rows.map(({ title, number }) => (
        <CallRow key={title} title={title} number={number} />
      ))}
    </Section>
  );
}

const TOO_MANY = '今天提了 3 次了，明天再提，或打 12317';

function Form({ notice }: { notice: NoticeView }) {
  const kept = slot<ObjectionDraft>(`objection:${notice.id}`);
  const [draft, setDraft] = useState<ObjectionDraft>(() => ({ ...EMPTY_OBJECTION, ...kept.get() }));
  const [second, setSecond] = useState(false);
  const [filed, setFiled] = useState<Filed>();
  const change = (next: (before: ObjectionDraft) => ObjectionDraft) =>
    setDraft((before) => {
      const now = next(before);
      kept.set(now);
      return now;
    });
  // What is said anew is another objection; only the very same is tried again under its first id.
  const say = (said: Partial<ObjectionDraft>) =>
    change((before) => ({ ...before, ...said, requestId: null }));
  const send = useCommand(async ({ row, ...said }: ObjectionDraft & { row: number }) => {
    const requestId = said.requestId ?? newRequestId();
    change((before) => ({ ...before, requestId }));
    const files = await sendFiles(notice.id, said, (key, sent) =>
      change((before) => withTicket(before, key, sent)),
    );
    const input: Input<'objections.file'> = {
      noticeId: notice.id,
      row,
      statement: said.text.trim(),
      about: said.about ?? undefined,
      aboutCadre: said.about === 'UNFAIR',
      objector: objectorOf(said),
      ...files,
    };
    return call('objections.file', input, requestId);
  });
  const hand = async () => {
    const { row } = draft;
    if (typeof row !== 'number') return;
    const answer = await send.run({ ...draft, row });
    if (answer === undefined) return;
    kept.remove();
    forgetFiles(draft);
    setFiled(answer);
  };
  if (filed !== undefined) return <Thanks notice={notice} filed={filed} named={draft.named} />;
  const step = second ? 2 : 1;
  const off = objectionOff(draft, step);
  const tooOften = send.error instanceof ApiError && send.error.fault.reason === 'TOO_MANY_CALLS';
  const failed = tooOften ? TOO_MANY : failureOf(send.error);
  return (
    <Page
      title="我有意见"
      white
      bar={
        <Bar
          primary={
            second
              ? { children: '交意见', busy: send.busy, busyText: '正在交…', off, onTap: hand }
              : { children: '下一步', off, onTap: () => setSecond(true) }
          }
          reason={off ?? untilText(notice)}
        />
      }
    >
      {failed !== undefined && <Note state="late" alert title={failed} />}
      {second && (
        <View className="sw-back">
          <Link edge onTap={() => setSecond(false)}>
            上一步
          </Link>
        </View>
      )}
      {second ? <WithAName draft={draft} say={say} /> : <What notice={notice} draft={draft} say={say} />}
    </Page>
  );
}

interface StepProps {
  draft: ObjectionDraft;
  say: (change: Partial<ObjectionDraft>) => void;
}

const SECRET = '替您保密。那一家和原来去核实的人都看不到是您提的。';

const ABOUTS: Array<{ value: About; label: string; detail?: string }> = [
  { value: 'NOT_DESERVING', label: '不该列进来' },
  { value: 'WRONG_FACTS', label: '人口、小组写错了' },
  { value: 'UNFAIR', label: '办的过程不公道', detail: '由镇里的人来查' },
];

/** A list longer than that is not for tapping: its number is written. */
const MOST_CHIPS = 12;

function What({ notice, draft, say }: StepProps & { notice: NoticeView }) {
  const families = familiesOf(notice.rows);
  const missing = draft.row === 'MISSING';
  return (
    <>
      <Head
        step={{ now: 1, total: 2 }}
        title="您有什么意见？"
        hint={SECRET}
        read={`您有什么意见？先点是哪一家，再点是哪一种，写几句情况。${SECRET}`}
      />
      <View className="sw-pad sw-stack">
        {families.length > MOST_CHIPS ? (
          <ByNumber families={families} draft={draft} say={say} />
        ) : (
          <Chips<string>
            label="说的是哪一家？"
            chips={[
              ...families.map((label, row) => ({ value: String(row), label })),
              { value: 'MISSING', label: '名单上没有的' },
            ]}
            value={draft.row === null ? [] : [String(draft.row)]}
            onChange={(values) => {
              const chosen = values.find((value) => value !== String(draft.row));
              say({ row: chosen === undefined ? null : chosen === 'MISSING' ? 'MISSING' : Number(chosen) });
            }}
          />
        )}
        {missing ? (
          <Missing notice={notice} />
        ) : (
          <>
            <Choices<About>
              label="是哪一种？"
              choices={ABOUTS}
              value={draft.about ?? undefined}
              onChange={(about) => say({ about })}
            />
            <Field
              label="说说情况"
              type="textarea"
              maxLength={1000}
              initial={draft.text}
              placeholder="比如：他家去年买了一台车"
              hint="写不了字，就在下面说一段。"
              onInput={(text) => say({ text })}
            />
            <Spoken draft={draft} say={say} />
          </>
        )}
      </View>
    </>
  );
}

/** The same by voice or photo: both lie on the phone until the objection is handed in. */
function Spoken({ draft: { voice, photos }, say }: StepProps) {
  const speak = async (recorded: LocalVoice) => {
    if (voice !== null) void forgetFile(voice.key);
    say({ voice: await keep(recorded) });
  };
  const take = async (photo: LocalPhoto) => say({ photos: [...photos, await keep(photo)] });
  return (
    <>
      <View className="sw-b">说一段也行</View>
      <Talk
        voice={
          voice === null
            ? undefined
            : { seconds: voice.seconds ?? 0, detail: '存在手机里，只给办理的人听', path: voice.path }
        }
        onVoice={speak}
      />
      <Shot
        title="拍张照片也行"
        hint={photos.length === 0 ? '不拍人脸。照片里的地点会去掉。' : '点一下照片，就去掉它。'}
        example="scene"
        max={3}
        photos={photos.map(({ key, path }) => ({ id: key, path, state: 'sent' }))}
        onTake={take}
        onOpen={({ id }) => say({ photos: photos.filter(({ key }) => key !== id) })}
      />
    </>
  );
}

function ByNumber({ families, draft, say }: StepProps & { families: readonly string[] }) {
  const chosen = typeof draft.row === 'number' ? families[draft.row] : undefined;
  return (
    <>
      <Field
        label="说的是名单上第几号？"
        type="number"
        initial={typeof draft.row === 'number' ? String(draft.row + 1) : ''}
        hint={chosen === undefined ? '名单左边的序号' : `第 ${Number(draft.row) + 1} 号，${chosen}`}
        onInput={(text) => {
          const row = Number(text) - 1;
          say({ row: Number.isInteger(row) && row >= 0 && row < families.length ? row : null });
        }}
      />
      <Button size="small" onTap={() => say({ row: 'MISSING' })}>
        名单上没有的
      </Button>
    </>
  );
}

/** Somebody in trouble who is not on the list is helped by a report, not by an objection. */
function Missing({ notice }: { notice: NoticeView }) {
  return (
    <>
      <Note
        inset
        state="doing"
        title="有困难的人家没列进来？"
        action={
          <Button kind="primary" onTap={() => go('packages/apply/pages/village')}>
            替那一家申报
          </Button>
        }
      >
        替他家报上来，村里就要去看。也可以打电话说。
      </Note>
      <Phones notice={notice} />
    </>
  );
}

function WithAName({ draft, say }: StepProps) {
  return (
    <>
      <Head
        step={{ now: 2, total: 2 }}
        title="要不要留名字？"
        read={`要不要留名字？不留名字也行，给您一个查询号，凭号看答复。${AFTERWARDS}`}
      />
      <View className="sw-pad sw-stack">
        <Choices<'NO' | 'YES'>
          label="要不要留名字？"
          hideLabel
          value={draft.named ? 'YES' : 'NO'}
          onChange={(value) => say({ named: value === 'YES' })}
          choices={[
            { value: 'NO', icon: 'lock', label: '不留名字', detail: '给您一个查询号，凭号看答复' },
            {
              value: 'YES',
              icon: 'phone',
              label: '留名字和电话',
              detail: '专人打电话答复，只有办理人看得到',
            },
          ]}
        />
        {draft.named && (
          <>
            <Field label="您的名字" initial={draft.name} onInput={(name) => say({ name })} />
            <Field label="您的电话" type="tel" initial={draft.phone} onInput={(phone) => say({ phone })} />
          </>
        )}
        <Note inset state="doing" title="交上去以后">
          {AFTERWARDS}
        </Note>
        <View className="sw-sub">请说实话。故意冤枉人，要负责任。</View>
      </View>
    </>
  );
}

const AFTERWARDS = '换一个没参与过这件事的人来查。查清以前，这一户先停，别家照常。';

function Thanks({ notice, filed, named }: { notice: NoticeView; filed: Filed; named: boolean }) {
  const code = groupsOfFour(filed.queryCode);
  const copy = async () => toast((await copyText(filed.queryCode)) ? '复制好了' : '没复制成，请抄下来');
  return (
    <Page
      title="我有意见"
      bar={
        <Bar
          primary={{ children: '知道了', onTap: () => backOr(NOTICE_PAGE, { notice: notice.id }) }}
          second={{ children: '复制查询号', onTap: copy }}
        />
      }
    >
      <Head
        title="意见交上去了"
        hint={`${day(filed.answerDueOn)}前答复。查清以前，这一户先停。`}
        read={`意见交上去了。查询号${code}，凭这个号看答复。请抄下来。`}
      />
      <Section pad>
        <View className="sw-sub">查询号，凭这个号看答复</View>
        <View className="sw-number">{code}</View>
        <View className="sw-sub sw-mt8">只给这一次。请抄下来，或者截个图。</View>
      </Section>
      <Section title="接下来">
        <KeyValue
          facts={[
            { key: '谁来查', value: '没参与过这件事的人' },
            { key: '什么时候', value: `${day(filed.answerDueOn)}前查清` },
            { key: '怎么答复', value: named ? '打电话给您，凭号也能看' : '凭查询号看' },
          ]}
        />
        <Row
          icon="search"
          title="看答复"
          detail="村里公示那一页，也能进去看"
          onTap={() => go(ANSWER_PAGE, { v: notice.village })}
        />
      </Section>
    </Page>
  );
}
