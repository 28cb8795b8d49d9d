import { useVillagePhone } from '@miniapp/features/account';
import { call, type Input } from '@miniapp/platform/api';
import { back, go, replace, useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import type { Example } from '@miniapp/ui/Shot';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type HouseholdCase, orStale, useCase } from './data';
import { forgetVoice, sendVoice } from './kept-voice';
import { CASE_PAGE, SEND_LINK_PAGE, SIGN_PAGE } from './pages';
import { PHOTO_ON_ITS_WAY, SentPhotos } from './SentPhotos';
import { Spoken } from './Spoken';
import { sentenceOf } from './sentence';
import {
  answersOf,
  type Given,
  type GivenByKey,
  helpAnswers,
  isGiven,
  NOTHING_GIVEN,
} from './supplement-answers';

type Missing = HouseholdCase['missing'][number];
type Answers = Input<'applications.supplement'>['answers'];

/** 05. Everything that is missing, once and in full, each with its own way; or the village helps. */
export function Supplement() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useCase(caseId);
  const phone = useVillagePhone();
  const view = query.data;
  if (view !== undefined && view.missing.length > 0)
    return <Items view={view} onChange={query.set} onStale={query.reload} />;
  return (
    <Page title="还差的材料" bar={view && <Bar primary={{ children: '知道了', onTap: () => back() }} />}>
      <Head title="还差的材料" />
      <QueryView query={query} phone={phone}>
        {() => <Empty>现在什么都不差，接着办。</Empty>}
      </QueryView>
    </Page>
  );
}

interface ItemsProps {
  view: HouseholdCase;
  onChange: (view: HouseholdCase) => void;
  onStale: () => void;
}

function Items({ view, onChange, onStale }: ItemsProps) {
  const kept = slot<GivenByKey>(`supplement:${view.id}`);
  const [given, setGiven] = useState<GivenByKey>(() => kept.get() ?? {});
  const [problem, setProblem] = useState<string>();
  const [onWay, setOnWay] = useState(0);
  const send = useCommand(async (answers: Answers, requestId: string) => {
    const whole: Answers = [];
    for (const one of answers) whole.push(await withVoice(one, one.askForHelp ? undefined : given[one.key]));
    const sent = call('applications.supplement', { caseId: view.id, answers: whole }, requestId);
    const answer = await orStale(sent, onStale);
    return answer.case;
  });

  const give = (key: string, one: Given) => {
    setGiven((before) => {
      const now = { ...before, [key]: one };
      kept.set(now);
      return now;
    });
  };
  const hand = async (answers: Answers, done: string) => {
    setProblem(undefined);
    const now = await send.run(answers);
    if (now === undefined) return;
    for (const { key } of answers) await forgetVoice(given[key]?.voice);
    onChange(now);
    toast(now.missing.length === 0 ? '补齐了，接着办' : done);
    if (now.missing.length > 0) return;
    kept.remove();
    await replace(CASE_PAGE, { case: view.id });
  };

  const { missing } = view;
  const ready = answersOf(missing, given);
  const wanted = missing.filter(({ memberKey, kind }) => kind !== 'SIGNATURE' || memberKey === null);
  const failed = problem ?? sentenceOf(send.error);
  const askedForHelp = missing.every(({ helpAsked }) => helpAsked);
  const due = view.supplementDueOn;
  const late = view.overdueDays > 0;
  const { contact } = view.holder;

  return (
    <Page
      title="还差的材料"
      bar={
        <Bar
          primary={{
            children:
              ready.length < wanted.length && ready.length > 0
                ? `先交这 ${ready.length} 样`
                : '补好了，交上去',
            busy: send.busy,
            busyText: '正在交…',
            off:
              onWay > 0
                ? PHOTO_ON_ITS_WAY
                : ready.length === 0
                  ? '拍一张，说一句，或者写一句，就能交'
                  : undefined,
            onTap: () => hand(ready, '这几样收到了'),
          }}
          reason={
            onWay === 0 && ready.length > 0 && ready.length < wanted.length ? '剩下的以后再补也行' : undefined
          }
        />
      }
    >
      <Head
        top={
          late ? (
            <Tag state="late">{`晚了 ${view.overdueDays} 天，还能补`}</Tag>
          ) : (
            <Tag state="need">{`还差 ${missing.length} 样${due === null ? '' : ` · ${day(due)}前`}`}</Tag>
          )
        }
        title={`补上这 ${missing.length} 样，就接着办`}
        hint="一次说全，不会再要别的。等您补的这几天不算进办理的天数里。"
        read={() => readAloud(view)}
      />
      {failed !== undefined && <Note state="late" alert title={failed} />}
      {view.moreTimeGiven && due !== null && !late && (
        <Note state="ok" title="多给您几天了">{`${day(due)}前补上就行，不着急。`}</Note>
      )}
      {missing.map((item, index) => (
        <Item
          key={item.key}
          item={item}
          number={index + 1}
          given={given[item.key] ?? NOTHING_GIVEN}
          onGive={(one) => give(item.key, one)}
          away={view.unsigned.some(({ memberKey, away }) => away && memberKey === item.memberKey)}
          onSign={(away) =>
            go(away ? SEND_LINK_PAGE : SIGN_PAGE, { case: view.id, member: item.memberKey ?? undefined })
          }
          onProblem={setProblem}
          onWay={(more) => setOnWay((count) => count + more)}
        />
      ))}
      <Section>
        {askedForHelp ? (
          <Row icon="ok" title="已经请村干部帮忙" detail="网格员会到家里来，不用您跑" />
        ) : (
          <Row
            icon="hand"
            title="请村干部来帮我办"
            detail="网格员会到家里来，不用您跑"
            onTap={() => hand(helpAnswers(missing), '说好了，村干部会来帮您')}
          />
        )}
        {contact !== null && (
          <CallRow title={`问问${contact.name || contact.office}`} number={contact.phone} />
        )}
      </Section>
      <View className="sw-pad">
        <View className="sw-field__hint sw-mt12">
          {due === null ? '' : `过了${day(due)}也能补，先打个电话。`}
          银行、车辆、房产、参保这些，由部门去查，不用您找。
        </View>
      </View>
    </Page>
  );
}

const EXAMPLES: Record<NonNullable<Missing['paper']>, Example> = {
  AUTHORIZATION: 'signed',
  DIAGNOSIS: 'diagnosis',
  BILL: 'bill',
  HOUSE_PHOTO: 'scene',
  INCOME_PROOF: 'pay',
  ENROLMENT: 'school',
  DISABILITY: 'card',
  VEHICLE: 'card',
  DEPOSIT: 'book',
  PROPERTY: 'book',
  DIBAO: 'book',
  INSURANCE: 'card',
  BUSINESS: 'paper',
  OTHER: 'paper',
};

/** How the paper looks when it is photographed well. */
const exampleOf = ({ paper }: Missing): Example => (paper === null ? 'paper' : EXAMPLES[paper]);

const HELPERS: Record<NonNullable<Missing['helper']>, string> = {
  FAMILY: '',
  VILLAGE: '村委会能帮您开。',
  GRID: '网格员能帮您拿。',
  HOSPITAL: '找医院窗口，能再打一张。',
  SCHOOL: '找学校，能开一张。',
  DEPARTMENT: '找发证的单位，能再开一张。',
};

/** Who can help with it. */
const helpWith = ({ helper }: Missing): string => (helper === null ? '' : HELPERS[helper]);

/** An answer with its recording, put into the store on the way. */
async function withVoice(answer: Answers[number], given: Given | undefined): Promise<Answers[number]> {
  const voiceId = await sendVoice(given?.voice);
  return voiceId === null ? answer : { ...answer, voiceId };
}

function readAloud({ missing, supplementDueOn }: HouseholdCase): string {
  const items = missing.map(({ what, why }, index) => `第${index + 1}样，${what}。${why}`).join('。');
  const due = supplementDueOn === null ? '' : `${day(supplementDueOn)}前补上就行。`;
  return `还差 ${missing.length} 样。${items}。${due}不方便，就请村干部来帮您办。`;
}

interface ItemProps {
  item: Missing;
  number: number;
  given: Given;
  onGive: (given: Given) => void;
  /** He is not at home: he signs on his own phone. */
  away: boolean;
  onSign: (away: boolean) => void;
  onProblem: (sentence: string | undefined) => void;
  onWay: (more: 1 | -1) => void;
}

function Item({ item, number, given, away, onGive, onSign, onProblem, onWay }: ItemProps) {
  const title = `第 ${number} 样：${item.what}`;
  if (item.kind === 'SIGNATURE' && item.memberKey !== null)
    return (
      <Section title={title} pad>
        <View className="sw-p">{item.why}</View>
        <View className="sw-mt12">
          {away ? (
            <Button
              kind="primary"
              size="small"
              icon="send"
              label={`发给他签，${item.what}`}
              onTap={() => onSign(true)}
            >
              发给他签
            </Button>
          ) : (
            <Button
              kind="primary"
              size="small"
              icon="pen"
              label={`去签名，${item.what}`}
              onTap={() => onSign(false)}
            >
              去签名
            </Button>
          )}
        </View>
      </Section>
    );
  return (
    <Section title={title}>
      {item.kind === 'FACT' ? (
        <View className="sw-pad sw-p">{item.why}</View>
      ) : (
        <SentPhotos
          title={item.what}
          hint={`${item.why}${helpWith(item)}`}
          example={exampleOf(item)}
          ids={given.attachmentIds}
          onChange={(attachmentIds) => onGive({ ...given, attachmentIds })}
          onProblem={onProblem}
          onWay={onWay}
        />
      )}
      <View className="sw-pad sw-pb sw-stack sw-mt8">
        <Spoken voice={given.voice} onChange={(voice) => onGive({ ...given, voice })} />
        <Field
          label={item.kind === 'FACT' ? '也可以写几句' : '写几句'}
          optional={item.kind !== 'FACT' || given.voice !== undefined}
          type="textarea"
          initial={given.text}
          onInput={(text) => onGive({ ...given, text })}
        />
        {isGiven(given) && (
          <View className="sw-mt8">
            <Tag state="ok">这一样有了，还没有交</Tag>
          </View>
        )}
      </View>
    </Section>
  );
}
