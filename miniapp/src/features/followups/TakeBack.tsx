import { FormFrame } from '@miniapp/features/review/kit';
import { FOLLOWED_PAGE, issuesOf, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import type { AddedRiskView, ChangeView, FollowedFamily } from '@shared/contract';
import type { QuarterState } from '@shared/followups/codes';
import {
  CHANGE_EVIDENCE_LABELS,
  changeLabel,
  day,
  fullDay,
  QUARTER_STATE_LABELS,
  quarterLabel,
  RISK_LABELS,
} from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useFamily } from './queries';

type Wrong = { change: ChangeView } | { risk: AddedRiskView };

/** 登记错了: a coming, a going or a new risk that was written down by mistake is taken back with a reason (domain.md 3.5, 3.8). */
export function TakeBack() {
  const { caseId, changeId, risk } = useParams<'caseId' | 'changeId' | 'risk'>();
  const query = useFamily(caseId);
  const family = query.data;
  // What was read at first is what is shown at the end, when it is taken back already.
  const [wrong, setWrong] = useState<Wrong>();
  const found = wrong ?? wrongIn(family, changeId, risk);
  if (family !== undefined && found !== undefined)
    return <Asking family={family} wrong={found} onSent={() => setWrong(found)} />;
  return (
    <Page title="登记错了">
      <Head title="登记错了" />
      <Staffed query={query} rows={4}>
        {() => <Note state="off" title="这一条不能在这里撤回" />}
      </Staffed>
    </Page>
  );
}

function wrongIn(
  family: FollowedFamily | undefined,
  changeId: string | undefined,
  risk: string | undefined,
): Wrong | undefined {
  const change = family?.changes.find((one) => one.id === changeId && one.mayTakeBack);
  if (change !== undefined) return { change };
  const added = family?.addedRisks.find((one) => one.risk === risk && one.mayTakeBack);
  return added && { risk: added };
}

interface AskingProps {
  family: FollowedFamily;
  wrong: Wrong;
  onSent: () => void;
}

function Asking({ family: { caseId, headName }, wrong, onSent }: AskingProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [sheets, setSheets] = useState<readonly { quarter: string; state: QuarterState }[]>();
  const sending = useCommand(async (words: string, requestId) =>
    'change' in wrong
      ? (await call('followups.takeBackChange', { changeId: wrong.change.id, reason: words }, requestId))
          .quarters
      : (await call('followups.takeBackRisk', { caseId, risk: wrong.risk.risk, reason: words }, requestId)) &&
        [],
  );
  const send = async () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    const done = await sending.run(reason.trim());
    if (done === undefined) return;
    onSent();
    setSheets(done);
    somethingWasDone();
  };
  const back = () => backOr(FOLLOWED_PAGE, { caseId });
  const { title, facts } = wordsOf(wrong);
  if (sheets !== undefined)
    return (
      <FormFrame title="撤回了" bar="登记错了" submit={{ children: '看这家', onTap: back }}>
        <Note state="ok" title={title}>
          不算数了。以前怎么写的，还看得到。
        </Note>
        {sheets.length > 0 && (
          <Section title="按原来人数算的台账">
            {sheets.map(({ quarter, state }) => (
              <Row
                key={quarter}
                title={quarterLabel(quarter)}
                detail={state === 'DONE' ? '确认过的不改，留作以前的样子。' : '退回去，按现在的人数重填。'}
                tag={<Tag state={state === 'DONE' ? 'off' : 'need'}>{QUARTER_STATE_LABELS[state]}</Tag>}
              />
            ))}
          </Section>
        )}
      </FormFrame>
    );
  return (
    <FormFrame
      title={`${headName}家`}
      hint="登记错了才撤回。后来变了，请登记新的变动。"
      bar="登记错了"
      problem={sending.error === undefined ? undefined : failureOf(sending.error)}
      bands
      submit={{ children: '撤回', onTap: send, busy: sending.busy, busyText: '正在交…' }}
    >
      <Note state="off" title={title}>
        {facts.map((one) => (
          <View key={one}>{one}</View>
        ))}
      </Note>
      <Section flush pad>
        <Field
          label="错在哪里"
          maxLength={200}
          initial=""
          error={missing ? '写一句错在哪里。' : issuesOf(sending.error).reason}
          placeholder={'change' in wrong ? '比如：同名的人，认错了' : '比如：问的是另一家'}
          onInput={setReason}
        />
        <View className="sw-sub sw-mt8">
          {'change' in wrong
            ? '撤回后，家里的人和没办的事都回到原来。'
            : '撤回后，不用再为它定帮扶。走访还留着。'}
        </View>
      </Section>
    </FormFrame>
  );
}

function wordsOf(wrong: Wrong): { title: string; facts: string[] } {
  if ('risk' in wrong) {
    const { risk, on, by } = wrong.risk;
    return { title: `新的风险：${RISK_LABELS[risk]}`, facts: [`${fullDay(on)}走访，${by}写的`] };
  }
  const { kind, who, on, by, saidOn, evidence } = wrong.change;
  return {
    title: `${changeLabel(kind)} ${who.join('、')}`.trim(),
    facts: [
      `${fullDay(on)}起，${by}${day(saidOn)}登记`,
      `凭据：${evidence.map((one) => CHANGE_EVIDENCE_LABELS[one]).join('、')}`,
    ],
  };
}
