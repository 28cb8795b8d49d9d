import { useMe } from '@miniapp/features/account';
import {
  issuesOf,
  MEETING_PAGE,
  POST_PAGE,
  Staffed,
  somethingWasDone,
  UnrelatedLine,
  usePhotos,
  useUnrelated,
} from '@miniapp/features/staff';
import { ApiError, call } from '@miniapp/platform/api';
import { replace, useParams } from '@miniapp/platform/navigate';
import { showProblem } from '@miniapp/platform/scroll';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { isLocalDate } from '@shared/calendar/dates';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import {
  attendeesOf,
  type Family,
  familyProblem,
  type Meeting,
  meetingProblems,
  openMeeting,
  type Problems,
  parseTime,
  quorumOf,
  takenOf,
  toMeeting,
  whyOff,
} from './form';
import { Minutes } from './Minutes';
import { OneFamily } from './OneFamily';
import { useDraft } from './useDraft';
import { useWaitingFamilies } from './useWaitingFamilies';
import { countsOf, Who } from './Who';

/** 13 评议会: one meeting, its people once, and for each family who stands back and how they voted (domain.md 1.2). */
export function Hold() {
  const { village: wanted, case: caseId } = useParams<'village' | 'case'>();
  const waiting = useWaitingFamilies();
  const villages = waiting.data?.villages ?? [];
  const village =
    villages.find(({ code }) => code === wanted) ?? (wanted === undefined ? villages[0] : undefined);
  if (village === undefined || waiting.data === undefined)
    return (
      <Page title="评议会">
        <Head title="评议会" />
        <Staffed query={waiting}>{() => <Empty>现在没有等评议的。</Empty>}</Staffed>
      </Page>
    );
  return (
    <OfVillage
      key={village.code}
      village={village}
      today={waiting.data.today}
      caseId={caseId}
      reload={waiting.reload}
    />
  );
}

interface OfVillageProps {
  village: { code: string; name: string; cases: Family[] };
  today: string;
  /** The case from which one came here. */
  caseId?: string;
  reload: () => Promise<void>;
}

type Open = 'WHO' | 'PHOTOS' | 'FAMILIES' | 'MINUTES';

function OfVillage({ village, today, caseId, reload }: OfVillageProps) {
  const able = village.cases.filter(({ off }) => off === null);
  const { form, change, changeFamily, forget, full } = useDraft(
    village.code,
    () => openMeeting(today, caseId === undefined ? able.map((one) => one.caseId) : [caseId]),
    caseId,
  );
  const families = takenOf(form, village.cases);
  const present = attendeesOf(form);
  const quorum = quorumOf(families);
  const [open, setOpen] = useState<Open | undefined>(present.length === 0 ? 'WHO' : undefined);
  const [problems, setProblems] = useState<Problems>({});
  const photos = usePhotos(`meeting-${village.code}`);
  const me = useMe().data;
  const posts = me?.grants.some(({ role, region }) => role === 'VILLAGE' && village.code.startsWith(region));
  const sent = useRef<string[]>([]);
  const unrelated = useUnrelated();
  const recording = useCommand(async (input: Meeting, requestId: string) => {
    sent.current = input.cases.map((one) => one.caseId);
    return call('meetings.record', { ...input, kinshipDeclared: true }, requestId);
  });
  const { changed, ofMeeting, ofFamily } = refusedOf(recording.error, sent.current);
  const found = { ...ofMeeting, ...problems };

  const record = async () => {
    const wrong = meetingProblems(form, families);
    for (const family of families) {
      const problem = familyProblem(form, family);
      if (problem !== undefined) wrong[family.caseId] = problem;
    }
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) {
      if (Object.keys(wrong).some((field) => form.families[field] === undefined)) setOpen('WHO');
      showProblem();
      return;
    }
    const held = await recording.run(toMeeting(form, families, photos.ids()));
    if (held === undefined) {
      showProblem();
      return;
    }
    forget();
    photos.forget();
    somethingWasDone();
    const { meetingId, results } = held;
    const passed = results.filter((one) => one.passed).length;
    toast(`会议记录存好了，通过 ${passed} 户`);
    if (passed > 0 && posts) replace(POST_PAGE, { village: village.code, meeting: meetingId });
    else replace(MEETING_PAGE, { meeting: meetingId });
  };
  const takeOff = () => {
    change({ taken: form.taken.filter((id) => !changed.includes(id)) });
    recording.clearError();
    reload();
  };
  const flip = (part: Open) => setOpen(open === part ? undefined : part);
  const shots = photos.shot('MEETING');

  if (open === 'MINUTES')
    return (
      <Minutes
        villageName={village.name}
        meeting={toMeeting(form, families, photos.ids())}
        families={families}
        onBack={() => setOpen(undefined)}
      />
    );
  return (
    <Page
      title="评议会"
      bar={
        <Bar
          pair
          second={{ children: '看纪要', onTap: () => setOpen('MINUTES') }}
          primary={{
            children: posts ? '生成公示稿' : '存好记录',
            onTap: record,
            busy: recording.busy,
            busyText: '正在存…',
            off: whyOff(form, families, photos.waiting) ?? (unrelated.ticked ? undefined : UNTICKED),
          }}
        />
      }
    >
      {recording.error !== undefined && (
        <Note
          state="late"
          alert
          title={failureOf(recording.error)}
          action={
            changed.length > 0 ? (
              <Button onTap={takeOff}>{`先去掉这 ${changed.length} 户`}</Button>
            ) : undefined
          }
        />
      )}
      {full && <Note state="need" alert title="手机存满了。没交以前，别关这一页。" />}
      <Head
        top={
          <Tag state={present.length >= quorum ? 'ok' : 'need'}>
            {present.length >= quorum
              ? `到会 ${present.length} 人，够数`
              : `到会 ${present.length} 人，还差 ${quorum - present.length} 人`}
          </Tag>
        }
        aside={<View className="sw-sub">{`至少 ${quorum} 人`}</View>}
        title={isLocalDate(form.date) ? `${day(form.date)} 评议会` : '评议会'}
        hint={[parseTime(form.time), form.place, form.convenor && `召集人 ${form.convenor}`]
          .filter(Boolean)
          .join(' · ')}
      />
      <Section flush>
        <Row
          icon="family"
          title="到会的人"
          detail={present.length === 0 ? '还没写' : countsOf(form)}
          act={open === 'WHO' ? '收起' : '改'}
          onTap={() => flip('WHO')}
        />
        {open === 'WHO' && (
          <Who form={form} problems={found} change={change} onDone={() => setOpen(undefined)} />
        )}
        <Row
          icon="camera"
          title="会场照片"
          detail={`${shots.photos.length} 张 · 当场拍，时间由系统记`}
          act={open === 'PHOTOS' ? '收起' : undefined}
          onTap={() => flip('PHOTOS')}
        />
        {open === 'PHOTOS' && <Shot title="会场" hint="看得见开会的人" example="scene" max={9} {...shots} />}
      </Section>
      <Section
        title={`这次评 ${families.length} 户`}
        aside={
          village.cases.length > 1 && (
            <Link edge onTap={() => flip('FAMILIES')}>
              {open === 'FAMILIES' ? '选好了' : '选哪几户'}
            </Link>
          )
        }
      >
        {open === 'FAMILIES' && (
          <View className="sw-in">
            <Choices
              label="这次评哪几户"
              hideLabel
              multiple
              value={families.map((one) => one.caseId)}
              onChange={(taken) => change({ taken })}
              choices={able.map(({ caseId: value, headName, group, memberCount, dueOn }) => ({
                value,
                label: headName,
                detail: [group, people(memberCount), dueOn === null ? '' : `${day(dueOn)}前评`]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
          </View>
        )}
        {village.cases
          .filter(({ off }) => off !== null)
          .map(({ caseId: id, headName, off }) => (
            <Row key={id} quiet title={`${headName}家不能由您记`} detail={off} />
          ))}
        {families.length === 0 && <Empty>一户也没选。</Empty>}
        {families.map((family) => (
          <OneFamily
            key={family.caseId}
            family={family}
            form={form}
            problem={problems[family.caseId] ?? ofFamily[family.caseId]}
            change={(next) => changeFamily(family.caseId, next)}
          />
        ))}
      </Section>
      <Section title="会上的话" pad>
        <Field
          label="记几句"
          type="textarea"
          optional
          maxLength={2000}
          initial={form.minutes}
          hint="系统自动写好纪要，存好就能打印签字。"
          onInput={(minutes) => change({ minutes })}
        />
        <UnrelatedLine many unrelated={unrelated} />
      </Section>
    </Page>
  );
}

const UNTICKED = '先在最下面勾一下：不是亲戚';

const people = (count: number | null) => (count === null ? '' : `${count} 人`);

/** What the server refused: families that changed, what is wrong with the meeting, what with a family. */
function refusedOf(error: unknown, sent: readonly string[]) {
  const changed: string[] = [];
  const ofMeeting: Problems = {};
  const ofFamily: Problems = {};
  for (const [field, message] of Object.entries(issuesOf(error))) {
    const [, at] = /^cases\.(\d+)/.exec(field) ?? [];
    const caseId = at === undefined ? undefined : sent[Number(at)];
    if (caseId === undefined) ofMeeting[field === 'metAt' ? 'date' : field] = message;
    else {
      ofFamily[caseId] = message;
      if (error instanceof ApiError && error.status === 409) changed.push(caseId);
    }
  }
  return { changed, ofMeeting, ofFamily };
}
