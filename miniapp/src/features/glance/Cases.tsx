import { CASE_PAGE, More, Staffed, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { GLANCE_COUNTS, GLANCE_SPANS, type GlanceCount } from '@shared/casework/codes';
import { day, STATE_LABELS } from '@shared/messages';
import { Text } from '@tarojs/components';
import { useWalk } from './useWalk';
import { daysSaid, listTitle } from './words';

type Told = Output<'reviews.glanceCases'>;
type One = Told['cases'][number];
type List = Omit<Told, 'cases'> & { rows: One[] };
type Asked = Parameters<typeof call<'reviews.glanceCases'>>[1];

/** Before the day on which it happened. */
const DONE: Partial<Record<GlanceCount, string>> = {
  CAME_IN: '收到 ',
  WENT_OUT: '办完 ',
  DECIDED: '定下来 ',
  ON_TIME: '定下来 ',
  STEP: '办过 ',
};

/** The cases behind one number of the office. */
export function Cases() {
  const asked = useParams<
    'what' | 'part' | 'person' | 'whom' | 'village' | 'region' | 'span' | 'from' | 'to' | 'name'
  >();
  const {
    part = '',
    person = '',
    whom = '',
    village = '',
    region = '',
    from = '',
    to = '',
    name = '',
  } = asked;
  const what = GLANCE_COUNTS.find((one) => one === asked.what) ?? 'OPEN';
  const span = GLANCE_SPANS.find((one) => one === asked.span) ?? 'D30';
  const input = { what, part, person, village, region, span, from, to } as Asked;
  const leave = useWalk();
  const list = usePages<One, List>(`office-cases:${JSON.stringify(input)}`, async (cursor) => {
    const { cases: rows, ...page } = await call('reviews.glanceCases', { ...input, cursor });
    return { ...page, rows };
  });
  return (
    <Page title="是哪几家">
      <Head title={listTitle({ what, part, person, whom })} hint={name} />
      <Staffed query={list.query} rows={6}>
        {({ today }) => (
          <Section flush>
            {list.rows.length === 0 && <Empty>没有</Empty>}
            {list.rows.map((one) => (
              <Row
                key={`${one.caseId} ${one.on}`}
                title={
                  <>
                    {one.headName} <Text className="sw-sub">{one.villageName}</Text>
                  </>
                }
                detail={[
                  STATE_LABELS[one.state],
                  one.on === null ? '' : `${DONE[what]}${day(one.on)}`,
                  one.days === null ? '' : `这一步 ${daysSaid(one.days)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {...(one.dueOn !== null && {
                  tag: (
                    <Tag state={one.dueOn < today ? 'late' : 'doing'}>
                      {one.dueOn < today ? `晚了，${day(one.dueOn)}就该办好` : `${day(one.dueOn)}前办好`}
                    </Tag>
                  ),
                })}
                onTap={() => {
                  leave();
                  go(CASE_PAGE, { caseId: one.caseId });
                }}
              />
            ))}
            <More list={list} />
          </Section>
        )}
      </Staffed>
    </Page>
  );
}
