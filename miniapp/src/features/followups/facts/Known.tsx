import { DESK_FROM_PX } from '@miniapp/features/staff';
import { useWidth } from '@miniapp/platform/width';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import type { FollowedFamily } from '@shared/contract';
import {
  day,
  evidenceWords,
  FACT_LABELS,
  factWords,
  fullDay,
  HEALTH_LABELS,
  LABOUR_LABELS,
  MEMBER_RELATION_LABELS,
  SCHOOL_LABELS,
  STANDING_IN_FAMILY_LABELS,
  YES_NO,
} from '@shared/messages';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { memberWords, OF_FAMILY, valueNow, WHOLE } from './model';

type Member = FollowedFamily['members'][number];

interface KnownProps {
  /** On a desk beside what is true of the family as a whole, on a phone below it. */
  beside?: ReactNode;
  members: readonly Member[];
  household: FollowedFamily['household'];
}

/** A family on one day: its people, and what is true of it as a whole. */
export function Known({ members, household, beside }: KnownProps) {
  const wide = useWidth() >= DESK_FROM_PX;
  const { shown, more } = useLong(members.length, '人');
  const rows = members.slice(0, shown);
  return (
    <>
      <Section title="家里人" aside={`${members.filter(({ counted }) => counted).length} 口人`}>
        {members.length === 0 && <Empty>那天还没有记过这家的人。</Empty>}
        {wide && members.length > 0 ? (
          <DataTable
            caption="家里人"
            rowKey={({ key }) => key}
            rows={rows}
            columns={[
              { title: '名字', heading: true, cell: ({ name }) => name },
              { title: '是户主的', cell: ({ relation }) => MEMBER_RELATION_LABELS[relation] },
              { title: '出生', cell: ({ birthDate }) => (birthDate === null ? '' : fullDay(birthDate)) },
              { title: '身份证号', cell: ({ idNoMasked }) => idNoMasked ?? '' },
              { title: '能不能干活', cell: ({ labour }) => labour && LABOUR_LABELS[labour] },
              { title: '身体', cell: ({ health }) => health?.map((one) => HEALTH_LABELS[one]).join('、') },
              { title: '上学', cell: ({ school }) => school && SCHOOL_LABELS[school] },
              {
                title: '医保',
                cell: ({ insured }) => insured !== undefined && YES_NO.INSURED[insured ? 0 : 1],
              },
              { title: '在不在家', cell: whereWords },
            ]}
          />
        ) : (
          rows.map((member) => (
            <Row
              key={member.key}
              title={`${member.name} ${MEMBER_RELATION_LABELS[member.relation]}`}
              detail={[
                member.birthDate === null ? '' : `${fullDay(member.birthDate)}出生`,
                memberWords(member),
                member.standing === 'MEMBER' ? '' : whereWords(member),
              ]
                .filter(Boolean)
                .join(' · ')}
              {...(!member.counted && { tag: <Tag state="off">不算人口</Tag> })}
            />
          ))
        )}
        {more}
      </Section>
      <View className="sw-lg">
        <Section title="房子、吃水、上学、医保">
          <KeyValue
            facts={[
              ...OF_FAMILY.map((key) => ({
                key: FACT_LABELS[key],
                value: factWords(key, valueNow({ members, household }, WHOLE, key)),
              })),
              { key: FACT_LABELS.RISKS, value: factWords('RISKS', household.risks) },
            ]}
          />
        </Section>
        <View>{beside}</View>
      </View>
    </>
  );
}

const whereWords = ({ standing, away, since, evidence }: Member): string =>
  standing === 'MEMBER'
    ? YES_NO.AWAY[away ? 0 : 1]
    : `${since === '' ? '' : `${day(since)}起`}${STANDING_IN_FAMILY_LABELS[standing]}，凭：${evidenceWords(evidence)}`;
