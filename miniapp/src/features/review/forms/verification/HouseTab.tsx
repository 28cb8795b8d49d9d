import type { Photos } from '@miniapp/features/staff';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import type { FindingsInput } from '@shared/casework';
import {
  GUARANTEES,
  type Guarantee,
  HOUSE_OWNERSHIP,
  HOUSEHOLD_KINDS,
  WATER_ASPECTS,
  WATER_MARKS,
  WATER_SOURCES,
} from '@shared/casework/codes';
import { HOUSEHOLD_KIND_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import type { Problems } from '../../model/checked';
import { foundOf, type GuaranteeForm, guaranteeOf, type VerificationForm } from '../../model/verification';
import {
  FINDING_KEYS,
  FINDING_LABELS,
  GUARANTEE_LABELS,
  HOUSE_GRADE_LABELS,
  HOUSE_OWNERSHIP_LABELS,
  WATER_ASPECT_LABELS,
  WATER_MARK_LABELS,
  WATER_SOURCE_LABELS,
} from '../../words';
import { choicesOf, One } from '../One';

export interface HouseTabProps {
  form: VerificationForm;
  photos: Photos;
  problems: Problems;
  onChange: (next: Partial<VerificationForm>) => void;
}

const GUARANTEE_FINDINGS: readonly string[] = Object.values(GUARANTEES);
const OTHER_FINDINGS = FINDING_KEYS.filter((key) => !GUARANTEE_FINDINGS.includes(key));
const GUARANTEE_FINDING_KEYS = FINDING_KEYS.filter((key) => GUARANTEE_FINDINGS.includes(key));

const SHOTS: Record<Guarantee, { hint: string; example: 'scene' | 'card' }> = {
  HOUSING: { hint: '裂缝远一张、近一张，边上放个硬币', example: 'scene' },
  WATER: { hint: '水龙头、水井、水窖', example: 'scene' },
  SCHOOL: { hint: '退学的单子，没有就不拍', example: 'card' },
  INSURANCE: { hint: '没参保的证明，没有就不拍', example: 'card' },
};

/** What was seen beside money: house, water, school, insurance, illness (domain.md 4.2, 4.6). */
export function HouseTab({ form, photos, problems, onChange }: HouseTabProps) {
  const { findings } = form;
  const put = (next: Partial<FindingsInput>) => onChange({ findings: { ...findings, ...next } });
  const tick = (among: typeof FINDING_KEYS, keys: readonly string[]) =>
    put(Object.fromEntries(among.map((key) => [key, keys.includes(key)])) as Partial<FindingsInput>);
  const water = findings.water ?? {};
  return (
    <>
      <Section flush title="房子" pad>
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
        <One
          label="房子是谁的"
          columns={3}
          chips={choicesOf(HOUSE_OWNERSHIP, HOUSE_OWNERSHIP_LABELS)}
          value={findings.houseOwnership}
          onChange={(houseOwnership) => put({ houseOwnership })}
        />
        <Field
          label="多少平方米"
          type="number"
          optional
          maxLength={4}
          initial={findings.houseArea === undefined ? '' : String(findings.houseArea)}
          onInput={(text) =>
            put({ houseArea: /^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text) : undefined })
          }
        />
      </Section>
      <Section title="吃水" pad>
        <One
          label="吃什么水"
          columns={3}
          chips={choicesOf(WATER_SOURCES, WATER_SOURCE_LABELS)}
          value={water.source}
          onChange={(source) => put({ water: { ...water, source } })}
        />
        {WATER_ASPECTS.map((aspect) => (
          <One
            key={aspect}
            label={WATER_ASPECT_LABELS[aspect]}
            columns={3}
            chips={choicesOf(WATER_MARKS, WATER_MARK_LABELS)}
            value={water[aspect]}
            onChange={(mark) => put({ water: { ...water, [aspect]: mark } })}
          />
        ))}
        <Field
          label="断水多少天"
          type="number"
          optional
          maxLength={4}
          initial={findings.waterCutDays === 0 ? '' : String(findings.waterCutDays)}
          onInput={(text) => put({ waterCutDays: /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0 })}
        />
      </Section>
      <Section title="住房、吃水、上学、医保" pad>
        <Choices
          label="有问题就勾上"
          multiple
          value={GUARANTEE_FINDING_KEYS.filter((key) => findings[key])}
          onChange={(keys) => tick(GUARANTEE_FINDING_KEYS, keys)}
          choices={choicesOf(GUARANTEE_FINDING_KEYS, FINDING_LABELS)}
        />
      </Section>
      {foundOf(form).map((what) => (
        <Mend
          key={what}
          what={what}
          form={form}
          photos={photos}
          problem={(field) => problems[`findings.${what}.${field}`]}
          onChange={(said) =>
            onChange({ guarantees: { ...form.guarantees, [what]: { ...guaranteeOf(form, what), ...said } } })
          }
        />
      ))}
      <Section title="别的情况" pad>
        <Choices
          label="有下面的情况就勾上"
          multiple
          value={OTHER_FINDINGS.filter((key) => findings[key])}
          onChange={(keys) => tick(OTHER_FINDINGS, keys)}
          choices={choicesOf(OTHER_FINDINGS, FINDING_LABELS)}
        />
        <One
          label="户类型"
          columns={3}
          chips={choicesOf(HOUSEHOLD_KINDS, HOUSEHOLD_KIND_LABELS)}
          value={findings.householdKind}
          onChange={(householdKind) => put({ householdKind })}
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
    </>
  );
}

interface MendProps {
  what: Guarantee;
  form: VerificationForm;
  photos: Photos;
  problem: (field: string) => string | undefined;
  onChange: (said: Partial<GuaranteeForm>) => void;
}

/** One that something is wrong with: what, a photo, who will mend it and by when. */
function Mend({ what, form, photos, problem, onChange }: MendProps) {
  const name = GUARANTEE_LABELS[what];
  const { detail, fixer, dueOn } = guaranteeOf(form, what);
  return (
    <Section title={`${name}怎么解决`}>
      <Shot title={`${name}的照片`} {...SHOTS[what]} {...photos.shot(KINDS[what], what)} />
      <View className="sw-pad sw-pb">
        <Field
          label={`${name}哪里不好`}
          maxLength={200}
          initial={detail}
          error={problem('detail')}
          onInput={(text) => onChange({ detail: text })}
        />
        <Field
          label={`${name}谁来解决`}
          maxLength={40}
          initial={fixer}
          placeholder="单位或者人"
          error={problem('fixer')}
          onInput={(text) => onChange({ fixer: text })}
        />
        <Field
          label={`${name}哪天前解决`}
          type="date"
          initial={dueOn}
          error={problem('dueOn')}
          onInput={(text) => onChange({ dueOn: text })}
        />
      </View>
    </Section>
  );
}

const KINDS = { HOUSING: 'HOUSE', WATER: 'WATER', SCHOOL: 'SCHOOL', INSURANCE: 'OTHER' } as const;
