import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import type { FamilyFact } from '@shared/casework';
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { FACT_WORDS, type FamilyFacts, type FamilyRequest, OUTCOME_WORDS } from './words';

/** What the family said is wrong, each with its date or its answer: nothing ends in a void. */
export function Requests({ requests, family }: { requests: readonly FamilyRequest[]; family: FamilyFacts }) {
  if (requests.length === 0) return null;
  return (
    <Section flush title="您说过的">
      {requests.map((request) => (
        <Row
          key={request.id}
          title={titleOf(request, family)}
          tag={<Tag state={toneOf(request)}>{tagOf(request)}</Tag>}
          detail={
            <>
              {request.text !== '' && <View>{`您说：${request.text}`}</View>}
              {request.answer !== null && (
                <View>{`${request.answer.by} ${day(request.answer.on)}答复：${request.answer.text}`}</View>
              )}
            </>
          }
        />
      ))}
    </Section>
  );
}

function titleOf({ kind, fact, policyName, memberKey }: FamilyRequest, family: FamilyFacts): string {
  if (policyName !== null) return `请村里帮我办${policyName}`;
  if (kind === 'VISIT') return '请干部再来看一次';
  const member = family.members.find(({ key }) => key === memberKey);
  return `${member?.name ?? FACT_WORDS[fact as FamilyFact]}不对`;
}

function toneOf({ answer, overdueDays }: FamilyRequest): 'ok' | 'off' | 'late' | 'doing' {
  if (answer !== null) return answer.outcome === 'KEPT' ? 'off' : 'ok';
  return overdueDays > 0 ? 'late' : 'doing';
}

function tagOf({ answer, overdueDays, dueOn }: FamilyRequest): string {
  if (answer !== null) return OUTCOME_WORDS[answer.outcome];
  return overdueDays > 0 ? `晚了 ${overdueDays} 天` : `${day(dueOn)}前答复`;
}
