import { PLAN_PAGE } from '@miniapp/features/help';
import { KeptActs } from '@miniapp/features/review/kit';
import { CASE_PAGE, FACTS_PAGE, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { NetworkError } from '@miniapp/platform/call';
import { go, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import type { ChangeView, FollowedFamily, FollowTaskView } from '@shared/contract';
import {
  CHANGE_EVIDENCE_LABELS,
  CHANGE_WARNING_LABELS,
  changeLabel,
  day,
  FOLLOW_TASK_LABELS,
  FOLLOW_UP_EVENT_LABELS,
  FOLLOW_UP_RESULT_LABELS,
  fullDay,
  MEMBER_RELATION_LABELS,
  QUARTER_STATE_LABELS,
  quarterLabel,
  REGISTER_STATUS_LABELS,
  RISK_LABELS,
  STANDING_IN_FAMILY_LABELS,
  yuan,
} from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { CHANGE_PAGE, QUARTER_PAGE, RECORD_PAGE, SHEET_PAGE, TAKE_BACK_PAGE } from './pages';
import { useFamily } from './queries';
import { quarterWords } from './words';

/** Where what waits on the phone is changed. */
const FORMS = { 'followups.quarter': QUARTER_PAGE, 'followups.record': RECORD_PAGE } as const;

/** One family on the list: what is due, what is to be done, who is in it, what was found so far. */
export function Family() {
  const { caseId } = useParams<'caseId'>();
  const query = useFamily(caseId);
  const family = query.data;
  const bar =
    family === undefined || !family.may.follow ? undefined : (
      <Bar
        primary={
          family.may.keepQuarter && family.quarter !== null
            ? { children: '填季度台账', onTap: () => go(QUARTER_PAGE, { caseId: family.caseId }) }
            : { children: '记一次走访', onTap: () => go(RECORD_PAGE, { caseId: family.caseId }) }
        }
        {...(family.may.keepQuarter &&
          family.quarter !== null && {
            second: { children: '记一次走访', onTap: () => go(RECORD_PAGE, { caseId: family.caseId }) },
          })}
      />
    );
  return (
    <Page title="一户的跟踪" {...(bar && { bar })}>
      <Head
        title={family === undefined ? '一户的跟踪' : `${family.headName}家`}
        {...(family && {
          hint: [
            family.villageName,
            family.group,
            `${family.heads} 口人`,
            REGISTER_STATUS_LABELS[family.status],
          ]
            .filter(Boolean)
            .join(' · '),
        })}
      />
      <KeptActs caseId={caseId ?? ''} unreached={query.error instanceof NetworkError} pages={FORMS} />
      <Staffed query={query} rows={6}>
        {(found) => <Whole family={found} />}
      </Staffed>
    </Page>
  );
}

function Whole({ family }: { family: FollowedFamily }) {
  const { visit, quarter, tasks, changes, addedRisks, members, household, quarters, followUps, caseId } =
    family;
  const open = tasks.filter(({ done }) => done === null);
  const waiting = changes.filter(({ state }) => state === 'TOLD' || state === 'TOWN' || state === 'COUNTY');
  const past = changes.filter((one) => !waiting.includes(one));
  return (
    <>
      {waiting.map((change) => (
        <Waiting key={change.id} change={change} family={family} />
      ))}
      {open.length > 0 && (
        <Section title="有事要办" aside={`${open.length} 件`}>
          {open.map((task) => (
            <Todo key={task.id} task={task} may={family.may.follow} />
          ))}
        </Section>
      )}
      <Section title="到期要办的">
        {visit !== null && (
          <Row
            title="这个月走访"
            detail={`${visit.done} 次，要 ${visit.wanted} 次`}
            tag={
              <Tag state={visit.done >= visit.wanted ? 'ok' : 'doing'}>
                {visit.done >= visit.wanted ? '去过了' : `${day(visit.dueOn)}前`}
              </Tag>
            }
          />
        )}
        {quarter !== null && (
          <Row
            title="季度台账"
            detail={quarterWords(family)}
            tag={
              <Tag state={quarter.late ? 'late' : quarter.open ? 'need' : 'doing'}>
                {quarter.late ? '晚了' : quarter.open ? '要填' : '没到'}
              </Tag>
            }
          />
        )}
        {visit === null && quarter === null && <Empty>县里没有要求走访和台账。</Empty>}
      </Section>
      <Section
        title="家里人"
        aside={
          family.may.keepFacts ? <Link onTap={() => go(CHANGE_PAGE, { caseId })}>登记变动</Link> : undefined
        }
      >
        {members.map(({ key, name, relation, birthDate, standing, since, counted, away }) => (
          <Row
            key={key}
            title={`${name} ${MEMBER_RELATION_LABELS[relation]}`}
            detail={[
              birthDate === null ? '' : `${fullDay(birthDate)}出生`,
              standing === 'MEMBER' && away ? '在外地' : '',
              standing === 'MEMBER' ? '' : `${day(since)}起${STANDING_IN_FAMILY_LABELS[standing]}`,
              standing === 'SUSPENDED' && counted ? '还算人口' : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            {...(standing !== 'MEMBER' && { tag: <Tag state="off">{counted ? '算人口' : '不算人口'}</Tag> })}
          />
        ))}
      </Section>
      <Section title="现在的情况">
        <KeyValue
          facts={[
            { key: '风险', value: household.risks.map((risk) => RISK_LABELS[risk]).join('、') || '没有写' },
            {
              key: '住房、吃水',
              value: `${household.housing ? '住房有问题' : '住房没问题'}，${household.water ? '吃水有问题' : '吃水没问题'}`,
            },
            {
              key: '上学、医保',
              value: `${household.school ? '有孩子失学' : '没有失学'}，${household.insurance ? '有人没参保' : '都参保了'}`,
            },
            ...(household.noLabour ? [{ key: '劳动力', value: '整户没有能干活的人' }] : []),
            ...(family.yearPerHead === null
              ? []
              : [
                  {
                    key: '近四季人均',
                    value: `${yuan(family.yearPerHead)}，线是 ${yuan(family.rules.line.perCapitaFen)}`,
                  },
                ]),
          ]}
        />
        <Row
          icon="cal"
          title="全部情况和以前的样子"
          detail="什么时候变的，谁改的，写错了在这里改"
          onTap={() => go(FACTS_PAGE, { caseId })}
        />
        <Row
          icon="hand"
          title="计划和每一项帮扶"
          detail="谁来帮，帮什么，办到哪了"
          onTap={() => go(PLAN_PAGE, { caseId })}
        />
        {family.may.readCase && (
          <Row icon="doc" title="看这家的案卷" onTap={() => go(CASE_PAGE, { caseId })} />
        )}
      </Section>
      <Section title="季度台账">
        {quarters.length === 0 && <Empty>还没有填过。</Empty>}
        {quarters.map(({ quarter: which, figures, state, mayConfirm }) => (
          <Row
            key={which}
            title={quarterLabel(which)}
            detail={`纯收入 ${yuan(figures.net)}，人均 ${figures.netPerHead === null ? '算不出' : yuan(figures.netPerHead)}`}
            tag={
              <Tag
                state={
                  state === 'DONE' ? 'ok' : state === 'RETURNED' ? 'late' : mayConfirm ? 'need' : 'doing'
                }
              >
                {mayConfirm ? '等您确认' : QUARTER_STATE_LABELS[state]}
              </Tag>
            }
            onTap={() => go(SHEET_PAGE, { caseId, quarter: which })}
          />
        ))}
      </Section>
      <Section title="走访和跟踪">
        {followUps.length === 0 && <Empty>还没有记过。</Empty>}
        {followUps.map(({ id, on, cadence, event, result, words, by }) => (
          <Row
            key={id}
            title={`${day(on)} ${cadence === 'EVENT' && event !== null ? FOLLOW_UP_EVENT_LABELS[event] : cadence === 'QUARTER' ? '季度台账' : '走访'}`}
            detail={`${words}（${by}）`}
            tag={<Tag state={TONES[result]}>{FOLLOW_UP_RESULT_LABELS[result]}</Tag>}
          />
        ))}
      </Section>
      {addedRisks.length > 0 && (
        <Section title="走访发现的新风险">
          {addedRisks.map(({ risk, on, by, takenBack, mayTakeBack }) => (
            <Row
              key={`${risk} ${on} ${takenBack?.on}`}
              title={RISK_LABELS[risk]}
              detail={takenBack === null ? `${day(on)}走访，${by}写的` : backWords(takenBack)}
              {...(takenBack !== null && { tag: <Tag state="off">撤回了</Tag> })}
              {...(mayTakeBack && { act: '写错了', onTap: () => go(TAKE_BACK_PAGE, { caseId, risk }) })}
            />
          ))}
        </Section>
      )}
      {past.length > 0 && (
        <Section title="以前的变动">
          {past.map((change) => (
            <Row
              key={change.id}
              title={`${day(change.on)} ${changeLabel(change.kind)} ${change.who.join('、')}`}
              detail={
                (change.takenBack && backWords(change.takenBack)) ||
                [change.text, change.answer === null ? '' : `答复：${change.answer.words}`]
                  .filter(Boolean)
                  .join(' · ') ||
                change.evidence.map((one) => CHANGE_EVIDENCE_LABELS[one]).join('、')
              }
              tag={<Tag state={change.state === 'DONE' ? 'ok' : 'off'}>{OVER[change.state]}</Tag>}
              {...(change.mayTakeBack && {
                act: '登记错了',
                onTap: () => go(TAKE_BACK_PAGE, { caseId, changeId: change.id }),
              })}
            />
          ))}
        </Section>
      )}
    </>
  );
}

const OVER: Partial<Record<ChangeView['state'], string>> = {
  DONE: '登记了',
  REFUSED: '没有登记',
  TAKEN_BACK: '撤回了',
};

const backWords = ({ by, on, words }: NonNullable<ChangeView['takenBack']>): string =>
  `${day(on)}${by}撤回，错在：${words}`;

const TONES = {
  STABLE: 'ok',
  IMPROVING: 'ok',
  NEW_RISK: 'need',
  RELAPSE: 'late',
  UNREACHABLE: 'late',
  READY_TO_ELIMINATE: 'ok',
} as const;

/** What the family said, or a change that waits for a level: looked at, then written down, agreed to or refused. */
function Waiting({ change, family }: { change: ChangeView; family: FollowedFamily }) {
  const { id, kind, on, by, text, who, state, mayAnswer, mayTakeBack, warnings, evidence, dueOn } = change;
  const [words, setWords] = useState('');
  const answering = useCommand((agree: boolean, requestId) =>
    call('followups.answerChange', { changeId: id, agree, words: words.trim() }, requestId),
  );
  const answer = async (agree: boolean) => {
    if (words.trim() === '') return toast('先写一句为什么');
    if ((await answering.run(agree)) === undefined) return;
    somethingWasDone();
    toast('答复了');
  };
  const told = state === 'TOLD';
  const failed = failureOf(answering.error);
  return (
    <Section title={told ? '家里说有变化' : '人口变动，等确认'} aside={`${day(dueOn)}前答复`}>
      <KeyValue
        facts={[
          { key: '什么变化', value: `${changeLabel(kind)} ${who.join('、')}`.trim() },
          { key: '哪天', value: fullDay(on) },
          { key: told ? '谁说的' : '谁登记的', value: by },
          ...(text === '' ? [] : [{ key: '怎么说的', value: text }]),
          ...(evidence.length === 0
            ? []
            : [{ key: '凭据', value: evidence.map((one) => CHANGE_EVIDENCE_LABELS[one]).join('、') }]),
        ]}
      />
      {warnings.length > 0 && (
        <Note state="need" inset title="请看一眼">
          {warnings.map((one) => (
            <View key={one}>{CHANGE_WARNING_LABELS[one]}</View>
          ))}
        </Note>
      )}
      {mayTakeBack && (
        <Row
          quiet
          title="登记错了"
          act="撤回"
          onTap={() => go(TAKE_BACK_PAGE, { caseId: family.caseId, changeId: id })}
        />
      )}
      {mayAnswer && (
        <View className="sw-pad sw-pb">
          {failed !== undefined && <Note state="late" alert inset title={failed} />}
          <Field label="写一句" maxLength={300} initial="" onInput={setWords} />
          <View className="sw-cols2 sw-mt8">
            {told ? (
              <Button
                kind="primary"
                size="small"
                onTap={() =>
                  go(isOfPeople(kind) ? CHANGE_PAGE : RECORD_PAGE, { caseId: family.caseId, told: id })
                }
              >
                去看过，登记
              </Button>
            ) : (
              <Button
                kind="primary"
                size="small"
                busy={answering.busy}
                busyText="正在交…"
                onTap={() => answer(true)}
              >
                同意
              </Button>
            )}
            <Button size="small" busy={answering.busy} busyText="正在交…" onTap={() => answer(false)}>
              {told ? '没有这回事' : '不同意'}
            </Button>
          </View>
        </View>
      )}
    </Section>
  );
}

/** What the family says of its people becomes a change of members; the rest is a follow-up. */
const isOfPeople = (kind: ChangeView['kind']): boolean =>
  ['BORN', 'DIED', 'MARRIED', 'BACK', 'LEFT'].includes(kind);

function Todo({ task, may }: { task: FollowTaskView; may: boolean }) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const doing = useCommand((_: null, requestId) =>
    call('followups.taskDone', { taskId: task.id, words: words.trim() }, requestId),
  );
  const done = async () => {
    if (words.trim() === '') return toast('写一句怎么办的');
    if ((await doing.run(null)) === undefined) return;
    somethingWasDone();
    toast('记下了');
  };
  const failed = failureOf(doing.error);
  return (
    <>
      <Row
        title={FOLLOW_TASK_LABELS[task.kind]}
        detail={task.about.join('、') || undefined}
        tag={
          <Tag state={task.late ? 'late' : 'need'}>
            {task.late ? `晚了，${day(task.dueOn)}就该办` : `${day(task.dueOn)}前`}
          </Tag>
        }
        {...(may && { act: open ? '收起' : '办好了', onTap: () => setOpen(!open) })}
      />
      {open && (
        <View className="sw-pad sw-pb">
          {failed !== undefined && <Note state="late" alert inset title={failed} />}
          <Field label="怎么办的" maxLength={300} initial="" onInput={setWords} />
          <View className="sw-mt8">
            <Button kind="primary" size="small" busy={doing.busy} busyText="正在交…" onTap={done}>
              记下来
            </Button>
          </View>
        </View>
      )}
    </>
  );
}
