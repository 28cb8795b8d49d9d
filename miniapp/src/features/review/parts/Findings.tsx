import { KeyValue } from '@miniapp/ui/KeyValue';
import type { StaffCaseView } from '@shared/casework';
import { HOUSEHOLD_KIND_LABELS, staffDay, VERIFY_MODE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { FINDING_KEYS, FINDING_LABELS, HOUSE_GRADE_LABELS } from '../words';
import { Block } from './Block';
import { Photos } from './Photos';

/** What the visit found beside money. */
export function Findings({ verification }: { verification: NonNullable<StaffCaseView['verification']> }) {
  const { findings, visitedOn, mode, photoIds } = verification.record;
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
          ...(findings.waterCutDays > 0 ? [{ key: '断水', value: `${findings.waterCutDays} 天` }] : []),
          { key: '情况', value: found.length === 0 ? '没有勾别的问题' : found.join('、') },
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
