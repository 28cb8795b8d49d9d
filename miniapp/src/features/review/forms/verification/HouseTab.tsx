import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Section } from '@miniapp/ui/Section';
import type { FindingsInput } from '@shared/casework';
import { HOUSEHOLD_KINDS } from '@shared/casework/codes';
import { HOUSEHOLD_KIND_LABELS } from '@shared/messages';
import { FINDING_KEYS, FINDING_LABELS, HOUSE_GRADE_LABELS } from '../../words';
import { choicesOf, One } from '../One';

export interface HouseTabProps {
  findings: FindingsInput;
  onChange: (findings: FindingsInput) => void;
}

/** What was seen beside money: house, water, school, insurance, illness (domain.md 4.6). */
export function HouseTab({ findings, onChange }: HouseTabProps) {
  const put = (next: Partial<FindingsInput>) => onChange({ ...findings, ...next });
  return (
    <Section flush pad>
      <One
        label="户类型"
        columns={3}
        chips={choicesOf(HOUSEHOLD_KINDS, HOUSEHOLD_KIND_LABELS)}
        value={findings.householdKind}
        onChange={(householdKind) => put({ householdKind })}
      />
      <One<FindingsInput['houseGrade']>
        label="住房等级"
        chips={choicesOf(['A', 'B', 'C', 'D', 'UNKNOWN'], HOUSE_GRADE_LABELS)}
        value={findings.houseGrade}
        onChange={(houseGrade) => put({ houseGrade })}
      />
      <One
        label="是不是唯一住房"
        chips={[
          { value: 'YES', label: '是，只有这一处' },
          { value: 'NO', label: '不是，还有别的房' },
        ]}
        value={findings.houseIsOnly ? 'YES' : 'NO'}
        onChange={(answer) => put({ houseIsOnly: answer === 'YES' })}
      />
      <Choices
        label="有下面的情况就勾上"
        multiple
        value={FINDING_KEYS.filter((key) => findings[key])}
        onChange={(keys) =>
          put(
            Object.fromEntries(
              FINDING_KEYS.map((key) => [key, keys.includes(key)]),
            ) as Partial<FindingsInput>,
          )
        }
        choices={choicesOf(FINDING_KEYS, FINDING_LABELS)}
      />
      <Field
        label="断水多少天"
        type="number"
        optional
        maxLength={4}
        initial={findings.waterCutDays === 0 ? '' : String(findings.waterCutDays)}
        onInput={(text) => put({ waterCutDays: /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0 })}
      />
      <Field
        label="还看到什么"
        type="textarea"
        optional
        maxLength={1000}
        initial={findings.note}
        onInput={(note) => put({ note })}
      />
    </Section>
  );
}
