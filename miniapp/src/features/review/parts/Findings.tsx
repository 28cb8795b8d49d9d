import { KeyValue } from '@miniapp/ui/KeyValue';
import type { FindingsInput, StaffCaseView } from '@shared/casework';
import { WATER_ASPECTS } from '@shared/casework/codes';
import { HOUSEHOLD_KIND_LABELS, staffDay, VERIFY_MODE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import {
  FINDING_KEYS,
  FINDING_LABELS,
  GUARANTEE_LABELS,
  HOUSE_GRADE_LABELS,
  HOUSE_OWNERSHIP_LABELS,
  WATER_ASPECT_LABELS,
  WATER_MARK_LABELS,
  WATER_SOURCE_LABELS,
} from '../words';
import { Block } from './Block';
import { Photos } from './Photos';

/** What the visit found beside money. */
export function Findings({ verification }: { verification: NonNullable<StaffCaseView['verification']> }) {
  const { findings, visitedOn, mode, photoIds, contact, netReason } = verification.record;
  const { houseArea, houseOwnership, water, guarantees = [] } = findings;
  const found = FINDING_KEYS.filter((key) => findings[key]).map((key) => FINDING_LABELS[key]);
  return (
    <Block title="上门看到的" aside={`${staffDay(visitedOn)} · ${VERIFY_MODE_LABELS[mode]}`}>
      <KeyValue
        facts={[
          { key: '户类型', value: HOUSEHOLD_KIND_LABELS[findings.householdKind] },
          {
            key: '房子',
            value: `${HOUSE_GRADE_LABELS[findings.houseGrade]}${findings.houseIsOnly ? '，唯一住房' : '，还有别的房'}`,
          },
          ...(houseOwnership === undefined && houseArea === undefined
            ? []
            : [
                {
                  key: '房产',
                  value: [
                    houseOwnership === undefined ? '' : HOUSE_OWNERSHIP_LABELS[houseOwnership],
                    houseArea === undefined ? '' : `${houseArea} 平方米`,
                  ]
                    .filter(Boolean)
                    .join('，'),
                },
              ]),
          ...(water === undefined ? [] : [{ key: '吃水', value: waterWords(water) }]),
          ...(findings.waterCutDays > 0 ? [{ key: '断水', value: `${findings.waterCutDays} 天` }] : []),
          { key: '情况', value: found.length === 0 ? '没有勾别的问题' : found.join('、') },
          ...guarantees.map(({ what, detail, fixer, dueOn }) => ({
            key: `${GUARANTEE_LABELS[what]}怎么解决`,
            value: `${detail}。${fixer}，${staffDay(dueOn)}前`,
          })),
          ...(contact === undefined
            ? []
            : [{ key: '跟谁说的', value: [contact.interviewee, contact.phone].filter(Boolean).join(' ') }]),
          ...(netReason === undefined ? [] : [{ key: '人均的缘由', value: netReason }]),
          ...(findings.note === '' ? [] : [{ key: '另外', value: findings.note }]),
        ]}
      />
      {photoIds.length > 0 && (
        <View className="sw-part">
          <Photos ids={photoIds} name="核实照片" />
        </View>
      )}
    </Block>
  );
}

function waterWords(water: NonNullable<FindingsInput['water']>): string {
  const marks = WATER_ASPECTS.flatMap((aspect) => {
    const mark = water[aspect];
    return mark === undefined ? [] : `${WATER_ASPECT_LABELS[aspect]}：${WATER_MARK_LABELS[mark]}`;
  });
  return [water.source === undefined ? '' : WATER_SOURCE_LABELS[water.source], ...marks]
    .filter(Boolean)
    .join('，');
}
