import { ASSIST_PAGE, Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import { assistTag } from './model/assist';

/** What other villages asked the own one, open ones first. */
export function useAssists(): Query<Output<'reviews.assists'>> {
  return useFreshAfterActs(useQuery('assists', () => call('reviews.assists', {})));
}

/** Requests for facts from other villages: they see a family's name and a question, and answer within three days. */
export function Assists() {
  const query = useAssists();
  return (
    <Page title="外村协查">
      <Head title="外村请我们看一看" hint="只说看到的、问到的。那一家办不办，由他们定。" />
      <Staffed query={query} rows={4}>
        {({ requests, today }) => (
          <Section flush>
            {requests.length === 0 && <Empty>没有外村来问的</Empty>}
            {requests.map((one) => {
              const tag = assistTag(one, today);
              return (
                <Row
                  key={one.assistId}
                  title={`${one.fromVillageName}问${one.headName}家`}
                  detail={one.question}
                  tag={<Tag state={tag.state}>{tag.text}</Tag>}
                  {...(one.answeredAt === null && {
                    onTap: () => go(ASSIST_PAGE, { assistId: one.assistId }),
                  })}
                  quiet={one.answeredAt !== null}
                />
              );
            })}
          </Section>
        )}
      </Staffed>
    </Page>
  );
}
