import { CASE_PAGE, Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Problem } from '@miniapp/ui/Problem';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { GLANCE_COUNTS, type GlanceCount } from '@shared/casework/codes';
import { day, STATE_LABELS } from '@shared/messages';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { daysSaid, listTitle } from './words';

type List = Output<'reviews.glanceCases'>;
type Asked = Parameters<typeof call<'reviews.glanceCases'>>[1];

/** The cases behind one number of the office. */
export function Cases() {
  const {
    what,
    part = '',
    village = '',
    region = '',
    days = '30',
    name = '',
  } = useParams<'what' | 'part' | 'village' | 'region' | 'days' | 'name'>();
  const count: GlanceCount = GLANCE_COUNTS.find((one) => one === what) ?? 'OPEN';
  const asked = { what: count, part, village, region, days: Number(days) } as Asked;
  const key = `office-cases:${JSON.stringify(asked)}`;
  const query = useFreshAfterActs(useQuery(key, () => call('reviews.glanceCases', asked)));
  const [behind, setBehind] = useState<List[]>([]);
  const first = query.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a first page that came anew begins the list anew
  useEffect(() => setBehind([]), [first]);
  const next = behind.length > 0 ? (behind.at(-1)?.next ?? null) : (first?.next ?? null);
  const fetching = useCommand((cursor: string) => call('reviews.glanceCases', { ...asked, cursor }));
  const more = async () => {
    const page = next === null ? undefined : await fetching.run(next);
    if (page !== undefined) setBehind((pages) => [...pages, page]);
  };
  const cases = [...(first?.cases ?? []), ...behind.flatMap((page) => page.cases)];
  return (
    <Page title="是哪几家">
      <Head title={listTitle(count, part)} hint={name} />
      <Staffed query={query} rows={6}>
        {({ today }) => (
          <Section flush>
            {cases.length === 0 && <Empty>没有</Empty>}
            {cases.map((one) => (
              <Row
                key={one.caseId}
                title={
                  <>
                    {one.headName} <Text className="sw-sub">{one.villageName}</Text>
                  </>
                }
                detail={[STATE_LABELS[one.state], one.days === null ? '' : `这一步 ${daysSaid(one.days)}`]
                  .filter(Boolean)
                  .join(' · ')}
                {...(one.dueOn !== null && {
                  tag: (
                    <Tag state={one.dueOn < today ? 'late' : 'doing'}>
                      {one.dueOn < today ? `晚了，${day(one.dueOn)}就该办好` : `${day(one.dueOn)}前办好`}
                    </Tag>
                  ),
                })}
                onTap={() => go(CASE_PAGE, { caseId: one.caseId })}
              />
            ))}
            {next !== null && (
              <View className="sw-in">
                {fetching.error !== undefined && (
                  <Problem text={sentenceOf(fetching.error) ?? '没有取到。可能是网不好，再点一次。'} />
                )}
                <Button busy={fetching.busy} busyText="正在取…" onTap={more}>
                  再看后面的
                </Button>
              </View>
            )}
          </Section>
        )}
      </Staffed>
    </Page>
  );
}
