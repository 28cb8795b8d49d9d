import { KeyValue } from '@miniapp/ui/KeyValue';
import type { ReporterRelation, RiskType, StaffCaseView } from '@shared/casework';
import {
  CHANNEL_LABELS,
  NEED_LABELS,
  PHRASE_LABELS,
  RELATION_LABELS,
  RISK_LABELS,
  staffDay,
} from '@shared/messages';
import { View } from '@tarojs/components';
import { Block } from './Block';
import { Photos } from './Photos';
import { Reveal } from './Reveal';
import { VoiceNote } from './VoiceNote';

const named = (labels: Readonly<Record<string, string>>, codes: readonly string[]) =>
  codes.map((code) => labels[code] ?? code).join('、');

/** ID numbers are for township and county (domain.md 1.4); the server keeps the rule, this only hides the link. */
const ABOVE_VILLAGE: readonly string[] = ['TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK', 'COUNTY_LEADER'];
const MAY_CALL: readonly string[] = [...ABOVE_VILLAGE, 'VILLAGE', 'TASKFORCE'];

/** What the family said, in its own words, and how it can be reached. */
export function Report({ view }: { view: StaffCaseView }) {
  const { report } = view;
  const relation = report.reporter.relation as ReporterRelation;
  const itself = relation === 'SELF';
  return (
    <Block title="发生了什么" aside={CHANNEL_LABELS[view.channel]}>
      <KeyValue
        facts={[
          {
            key: '谁报的',
            value: itself ? '户主本人' : `${report.reporter.name}（${RELATION_LABELS[relation]}）`,
          },
          ...(itself ? [] : [{ key: '为什么代报', value: report.reporter.reason }]),
          { key: '报的日子', value: staffDay(view.clock.cluedOn) },
          ...(report.phrases.length > 0
            ? [{ key: '点的', value: named(PHRASE_LABELS, report.phrases) }]
            : []),
          ...(report.text === '' ? [] : [{ key: '写的', value: `“${report.text}”` }]),
          { key: '主要困难', value: named(RISK_LABELS, report.riskTypes as RiskType[]) },
          ...(report.needs.length > 0
            ? [{ key: '想要的帮助', value: named(NEED_LABELS, report.needs) }]
            : []),
          {
            key: '身份证',
            value:
              report.idNoMasked === null ? (
                '没有报，上门时补'
              ) : (
                <Reveal
                  caseId={view.id}
                  what="户主的身份证号"
                  field="ID"
                  masked={report.idNoMasked}
                  allowed={view.roles.some((role) => ABOVE_VILLAGE.includes(role))}
                />
              ),
          },
          {
            key: '电话',
            value:
              report.phoneMasked === null ? (
                '没有电话，上门去说'
              ) : (
                <Reveal
                  caseId={view.id}
                  what="电话"
                  field="PHONE"
                  masked={report.phoneMasked}
                  allowed={view.roles.some((role) => MAY_CALL.includes(role))}
                />
              ),
          },
        ]}
      />
      {report.voiceId !== null && (
        <View className="sw-part">
          <VoiceNote id={report.voiceId} />
        </View>
      )}
      {report.photoIds.length > 0 && (
        <View className="sw-part">
          <Photos ids={report.photoIds} name="农户拍的照片" />
        </View>
      )}
    </Block>
  );
}
