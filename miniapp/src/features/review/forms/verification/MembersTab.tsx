import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Section } from '@miniapp/ui/Section';
import type { MemberRelation, StaffCaseView } from '@shared/casework';
import {
  HEAD_KEY,
  HEALTH,
  type Health,
  LABOUR,
  type Labour,
  MEMBER_RELATIONS,
  SCHOOL,
  type School,
} from '@shared/casework/codes';
import { MEMBER_RELATION_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import type { Problems } from '../../model/checked';
import { answeredAbout, type MemberRow, nextKey, type Questions, questionsFor } from '../../model/members';
import { healthMatters, type VerificationForm } from '../../model/verification';
import { HEALTH_LABELS, LABOUR_LABELS, SCHOOL_LABELS } from '../../words';
import { choicesOf, One } from '../One';

export interface MembersTabProps {
  view: StaffCaseView;
  form: VerificationForm;
  problems: Problems;
  onChange: (next: Partial<VerificationForm>) => void;
}

const RELATIONS = choicesOf(
  MEMBER_RELATIONS.filter((relation) => relation !== 'HEAD'),
  MEMBER_RELATION_LABELS,
);

/** Who lives on this income: names, relation, ID or birthday, what bears on each; the group that the notice will name. */
export function MembersTab({ view, form, problems, onChange }: MembersTabProps) {
  const put = (row: MemberRow) =>
    onChange({ members: form.members.map((one) => (one.key === row.key ? row : one)) });
  const add = () =>
    onChange({
      members: [
        ...form.members,
        {
          key: nextKey(form.members),
          name: '',
          relation: 'SPOUSE',
          idNo: '',
          birthDate: '',
          away: false,
          idNoMasked: null,
        },
      ],
    });
  return (
    <>
      <Section flush pad>
        <Field
          label="哪个小组"
          maxLength={20}
          initial={form.group}
          placeholder="2组"
          hint="公示上写的就是这个"
          error={problems.group}
          onInput={(group) => onChange({ group })}
        />
        <Field
          label="算人均按几口人"
          type="number"
          maxLength={2}
          optional
          initial={form.sheet.heads === undefined ? '' : String(form.sheet.heads)}
          hint={`不填就按 ${form.members.length} 口人算`}
          error={problems.heads}
          onInput={(text) =>
            onChange({
              sheet: { ...form.sheet, heads: /^\d{1,2}$/.test(text.trim()) ? Number(text) : undefined },
            })
          }
        />
      </Section>
      {form.members.map((row, index) => (
        <Member
          key={row.key}
          row={row}
          number={index + 1}
          questions={questionsFor(row, view.today, healthMatters(form, view), answeredAbout(view, row.key))}
          problem={(field) => problems[`members.${row.key}.${field}`]}
          onChange={put}
          onRemove={() => onChange({ members: form.members.filter(({ key }) => key !== row.key) })}
        />
      ))}
      <Section pad>
        <Button icon="plus" onTap={add}>
          加一口人
        </Button>
      </Section>
    </>
  );
}

interface MemberProps {
  row: MemberRow;
  number: number;
  questions: Questions;
  problem: (field: string) => string | undefined;
  onChange: (row: MemberRow) => void;
  onRemove: () => void;
}

function Member({ row, number, questions, problem, onChange, onRemove }: MemberProps) {
  const isHead = row.key === HEAD_KEY;
  const title = isHead ? '户主' : `第 ${number} 口人`;
  return (
    <Section
      title={title}
      aside={
        isHead ? undefined : (
          <Link onTap={onRemove} label={`去掉${title}`}>
            去掉
          </Link>
        )
      }
      pad
    >
      <Field
        label={`${title}姓名`}
        maxLength={30}
        initial={row.name}
        error={problem('name')}
        onInput={(name) => onChange({ ...row, name })}
      />
      {!isHead && (
        <One<MemberRelation>
          label={`${title}和户主的关系`}
          columns={3}
          chips={RELATIONS}
          value={row.relation}
          onChange={(relation) => onChange({ ...row, relation })}
        />
      )}
      <Field
        label={`${title}身份证号`}
        type="idcard"
        optional
        initial={row.idNo}
        placeholder={row.idNoMasked ?? ''}
        hint={row.idNoMasked === null ? '没带就先不填' : '已经登记过，不改就不填'}
        error={problem('idNo')}
        onInput={(idNo) => onChange({ ...row, idNo })}
      />
      <Field
        label={`${title}生日`}
        type="date"
        optional
        initial={row.birthDate}
        hint="填了身份证就不用填"
        error={problem('birthDate')}
        onInput={(birthDate) => onChange({ ...row, birthDate })}
      />
      <View className="sw-mt16">
        <Choices
          label={`${title}在不在家`}
          hideLabel
          multiple
          value={row.away ? ['AWAY'] : []}
          onChange={(values) => onChange({ ...row, away: values.length > 0 })}
          choices={[{ value: 'AWAY', label: '在外务工、上学', detail: '签名发给本人，在手机上签' }]}
        />
      </View>
      {questions.labour && (
        <One<Labour>
          label={`${title}能不能干活`}
          chips={choicesOf(LABOUR, LABOUR_LABELS)}
          value={row.labour}
          onChange={(labour) => onChange({ ...row, labour })}
        />
      )}
      {questions.school && (
        <One<School>
          label={`${title}上学没有`}
          columns={3}
          chips={choicesOf(SCHOOL, SCHOOL_LABELS)}
          value={row.school}
          onChange={(school) => onChange({ ...row, school })}
        />
      )}
      {questions.health && (
        <Chips<Health>
          label={`${title}身体（没病就不点）`}
          columns={3}
          chips={choicesOf(HEALTH, HEALTH_LABELS)}
          value={row.health ?? []}
          onChange={(health) => onChange({ ...row, health })}
        />
      )}
      {questions.insured ? (
        <One
          label={`${title}参没参加医保`}
          chips={[
            { value: 'YES', label: '参加了' },
            { value: 'NO', label: '没参加' },
          ]}
          value={row.insured === undefined ? undefined : row.insured ? 'YES' : 'NO'}
          onChange={(answer) => onChange({ ...row, insured: answer === 'YES' })}
        />
      ) : (
        <View className="sw-sub sw-mt16">医保：部门数据，不用问农户</View>
      )}
    </Section>
  );
}
