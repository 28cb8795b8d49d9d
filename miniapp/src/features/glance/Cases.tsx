import { CASE_PAGE, More, Staffed, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { GLANCE_COUNTS, type GlanceCount } from '@shared/casework/codes';
import { day, STATE_LABELS } from '@shared/messages';
import { Text } from '@tarojs/components';
import { daysSaid, listTitle } from './words';

type Told = Output<'reviews.glanceCases'>;
type One = Told['cases'][number];
type List = Omit<Told, 'cases'> & { rows: One[] };
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
  const list = usePages<One, List>(`office-cases:${JSON.stringify(asked)}`, async (cursor) => {
    const { cases: rows, ...page } = await call('reviews.glanceCases', { ...asked, cursor });
    return { ...page, rows };
  });
  return (
    <Page title="是哪几家">
      <Head title={listTitle(count, part)} hint={name} />
      <Staffed query={list.query} rows={6}>
        {({ today }) => (
          <Section flush>
            {list.rows.length === 0 && <Empty>没有</Empty>}
            {list.rows.map((one) => (
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
            <More list={list} />
          </Section>
        )}
      </Staffed>
    </Page>
  );
}
