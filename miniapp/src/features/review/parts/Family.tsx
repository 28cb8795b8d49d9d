import { FACTS_PAGE } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import type { MemberRelation, StaffCaseView } from '@shared/casework';
import { fullDay, MEMBER_RELATION_LABELS } from '@shared/messages';
import { Text } from '@tarojs/components';
import { Block } from './Block';

/** Who belongs to the family, and which adults have signed that departments may be asked. */
export function Family({ view }: { view: StaffCaseView }) {
  const { members } = view;
  if (members.length === 0) return null;
  return (
    <Block title="家里人" aside={`${members.length} 口人`}>
      {members.map((member) => (
        <Row
          key={member.key}
          title={
            <>
              {member.name}{' '}
              <Text className="sw-sub">{MEMBER_RELATION_LABELS[member.relation as MemberRelation]}</Text>
            </>
          }
          detail={[
            member.birthDate === null ? '' : `${fullDay(member.birthDate)}生`,
            member.idNoMasked ?? '没有登记身份证',
            member.away ? '在外' : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          right={<Signed member={member} />}
        />
      ))}
      {view.state === 'INCLUDED' && (
        <Row
          title="后来的变化"
          detail="现在的情况，什么时候变的，谁改的"
          onTap={() => go(FACTS_PAGE, { caseId: view.id })}
        />
      )}
    </Block>
  );
}

function Signed({ member }: { member: StaffCaseView['members'][number] }) {
  if (!member.adult) return <Tag state="off">未成年</Tag>;
  return member.authorized ? <Tag state="ok">已签同意</Tag> : <Tag state="need">没签同意</Tag>;
}
