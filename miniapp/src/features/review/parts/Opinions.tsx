import { PLAN_PAGE } from '@miniapp/features/help';
import { go } from '@miniapp/platform/navigate';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Link } from '@miniapp/ui/Link';
import { localDate } from '@shared/calendar/dates';
import type { StaffCaseView } from '@shared/casework';
import {
  day,
  fullDay,
  HOUSEHOLD_TYPE_LABELS,
  MEASURE_LABELS,
  money,
  REJECTION_LABELS,
  RISK_LABELS,
  SUPPLEMENT_LABELS,
} from '@shared/messages';
import { View } from '@tarojs/components';
import { moment } from '../model/facts';
import { proposalFacts, proposedBy } from '../model/village-proposal';
import { Block } from './Block';
import { Photos } from './Photos';
import { VoiceNote } from './VoiceNote';

/** What the people of each level judged, in the order in which they did. */
export function Opinions({ view }: { view: StaffCaseView }) {
  return (
    <>
      {view.supplements.map((round, index) => (
        <Block
          key={round.requestedAt}
          title={index === 0 ? '退回补的材料' : `第 ${index + 1} 次退回补的材料`}
          aside={`${day(localDate(round.requestedAt))}退回`}
        >
          <KeyValue
            facts={round.items.map((item) => ({
              id: item.key,
              key: SUPPLEMENT_LABELS[item.kind],
              value: <Supplied what={item.what} why={item.why} answer={round.provided[item.key]} />,
            }))}
          />
        </Block>
      ))}
      {view.triage && <Triage triage={view.triage} />}
      {view.appraisal && <Appraisal appraisal={view.appraisal} />}
      {view.publicity && <Publicity publicity={view.publicity} />}
      {view.decision && <Decision decision={view.decision} />}
      {view.rejection && <Rejection rejection={view.rejection} />}
      {(view.measures.length > 0 || view.state === 'INCLUDED') && (
        <Block
          title="帮扶措施"
          aside={
            view.state === 'INCLUDED' ? (
              <Link onTap={() => go(PLAN_PAGE, { caseId: view.id })}>看计划和每一项</Link>
            ) : (
              `${view.measures.length} 项`
            )
          }
        >
          <KeyValue
            facts={view.measures.map((measure) => ({
              id: `${measure.at}-${measure.name}`,
              key: MEASURE_LABELS[measure.measureCode],
              value: [
                measure.name,
                measure.amountFen === null ? '' : money(measure.amountFen),
                `${fullDay(measure.on)} · ${measure.department}`,
                measure.detail,
              ]
                .filter(Boolean)
                .join('，'),
            }))}
          />
        </Block>
      )}
    </>
  );
}

interface SuppliedProps {
  what: string;
  why: string;
  answer?: StaffCaseView['supplements'][number]['provided'][string];
}

function Supplied({ what, why, answer }: SuppliedProps) {
  const said =
    answer === undefined
      ? '还没补'
      : answer.text !== ''
        ? `“${answer.text}”`
        : answer.attachmentIds.length > 0 || answer.voiceId !== undefined
          ? '补了'
          : '请村干部帮忙';
  return (
    <View>
      <View>{what}</View>
      <View className="sw-sub">{`${why} · ${said}`}</View>
      {answer?.voiceId !== undefined && <VoiceNote id={answer.voiceId} />}
      {answer !== undefined && <Photos ids={answer.attachmentIds} name={what} />}
    </View>
  );
}

const by = (signed: { actor: { name: string }; at: string }) => `${signed.actor.name}，${moment(signed.at)}`;

function Triage({ triage }: { triage: NonNullable<StaffCaseView['triage']> }) {
  return (
    <Block title="村里的意见" aside={proposedBy(triage)}>
      <KeyValue facts={proposalFacts(triage)} />
    </Block>
  );
}

function Appraisal({ appraisal }: { appraisal: NonNullable<StaffCaseView['appraisal']> }) {
  const { yes, no, abstain, attendees, recusals, place, convenor, metAt, minutes, photoIds } = appraisal;
  return (
    <Block title="村里评议" aside={appraisal.passed ? '通过' : '没有通过'}>
      <KeyValue
        facts={[
          { key: '时间地点', value: `${moment(metAt)} · ${place} · 召集人 ${convenor}` },
          { key: '到会', value: `${attendees.length} 人` },
          { key: '票数', value: `同意 ${yes}，不同意 ${no}，弃权 ${abstain}` },
          ...(recusals.length > 0
            ? [{ key: '回避', value: recusals.map((one) => `${one.name}（${one.relation}）`).join('、') }]
            : []),
          ...(minutes === '' ? [] : [{ key: '会上的话', value: minutes }]),
        ]}
      />
      {photoIds.length > 0 && (
        <View className="sw-part">
          <Photos ids={photoIds} name="会场照片" />
        </View>
      )}
    </Block>
  );
}

function Publicity({ publicity }: { publicity: NonNullable<StaffCaseView['publicity']> }) {
  const { firstDay, lastDay, days, postedAt, startPhotoId, endPhotoId } = publicity;
  return (
    <Block title="公示" aside={`${moment(postedAt)} 张贴`}>
      <KeyValue
        facts={[
          { key: '公示期', value: `${day(firstDay)}至${day(lastDay)}，共 ${days} 天` },
          { key: '最后一天', value: endPhotoId === null ? '还没拍公示栏' : '拍过公示栏' },
        ]}
      />
      <View className="sw-part">
        <Photos ids={[startPhotoId, endPhotoId].filter((id) => id !== null)} name="公示栏照片" />
      </View>
    </Block>
  );
}

function Decision({ decision }: { decision: NonNullable<StaffCaseView['decision']> }) {
  return (
    <Block title="县级审定" aside={by(decision)}>
      <KeyValue
        facts={[
          { key: '结果', value: `纳入，${HOUSEHOLD_TYPE_LABELS[decision.householdType]}` },
          { key: '风险', value: decision.risks.map((risk) => RISK_LABELS[risk]).join('、') },
          { key: '意见', value: decision.opinion },
        ]}
      />
    </Block>
  );
}

function Rejection({ rejection }: { rejection: NonNullable<StaffCaseView['rejection']> }) {
  const { dossier } = rejection;
  return (
    <Block title="不予纳入" aside={by(rejection)}>
      <KeyValue
        facts={[
          { key: '原因', value: REJECTION_LABELS[rejection.reasonCode] },
          { key: '意见', value: rejection.opinion },
          { key: '告知', value: `${fullDay(rejection.noticeDueOn)}前告诉农户` },
          {
            key: '专档',
            value: dossier === null ? '没有触发，不用建' : `建了，${fullDay(dossier.revisitOn)}再走访`,
          },
        ]}
      />
    </Block>
  );
}
