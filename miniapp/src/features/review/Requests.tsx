import { ANSWER_PAGE, Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import { REQUEST_FACTS, REQUEST_OUTCOMES } from './words';

export type StaffRequest = Output<'households.requests'>['open'][number];

/** What families of the region said is wrong: one fetch serves list, count and answer. */
export const useRequests = (): Query<Output<'households.requests'>> =>
  useFreshAfterActs(useQuery('family-requests', () => call('households.requests', {})));

/** 农户说不对的: those that wait by date, then what was answered. */
export function Requests() {
  const query = useRequests();
  const count = query.data?.open.length;
  return (
    <Page title="农户说不对的">
      <Head
        title={count === undefined ? '农户说不对的' : `农户说不对的 ${count} 件`}
        hint="看一看，改过来，或者说明为什么不改。到期前要答复。"
      />
      <Staffed query={query} rows={4}>
        {({ open, answered }) => (
          <>
            <Section flush>
              {open.length === 0 && <Empty>都答复完了</Empty>}
              {open.map((request) => (
                <RequestRow key={request.id} request={request} />
              ))}
            </Section>
            {answered.length > 0 && (
              <Section title="答复过的">
                {answered.map((request) => (
                  <RequestRow key={request.id} request={request} />
                ))}
              </Section>
            )}
          </>
        )}
      </Staffed>
    </Page>
  );
}

/** 「田有福家 · 儿子田志强不对」 */
export function titleOf(request: StaffRequest): string {
  const { headName, kind, policyName } = request;
  if (policyName !== null) return `${headName}家 · 请帮着办${policyName}`;
  return `${headName}家 · ${kind === 'VISIT' ? '请再来看一次' : `${aboutOf(request)}不对`}`;
}

/** The person or the thing that a request is about, by name. */
export function aboutOf({ memberName, policyName, fact }: StaffRequest): string {
  return memberName || (policyName ?? REQUEST_FACTS[fact as keyof typeof REQUEST_FACTS]);
}

function RequestRow({ request }: { request: StaffRequest }) {
  const { answer, overdueDays, dueOn, text, villageName, group, mayAnswer } = request;
  const tag =
    answer !== null ? (
      <Tag state="off">{REQUEST_OUTCOMES[answer.outcome]}</Tag>
    ) : overdueDays > 0 ? (
      <Tag state="late">{`晚了 ${overdueDays} 天`}</Tag>
    ) : (
      <Tag state="doing">{`${day(dueOn)}前`}</Tag>
    );
  return (
    <Row
      title={titleOf(request)}
      detail={
        <>
          {text !== '' && <View>{text}</View>}
          {answer !== null && <View>{`${answer.by}：${answer.text}`}</View>}
          <View>{[villageName, group].filter(Boolean).join(' ')}</View>
        </>
      }
      tag={tag}
      onTap={mayAnswer ? () => go(ANSWER_PAGE, { request: request.id }) : undefined}
    />
  );
}
