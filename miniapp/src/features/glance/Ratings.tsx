import '@miniapp/styles/glance.css';
import { Staffed } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { Table } from '@miniapp/ui/Table';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { Chart } from './Chart';
import { averageOf, starsTogether } from './words';

type Region = Output<'reviews.ratings'>['regions'][number];

/** 大家怎么评: how many families gave how many stars, village by village; never who. */
export function Ratings() {
  const query = useQuery('office-ratings', () => call('reviews.ratings', {}));
  return (
    <Page title="大家怎么评">
      <Head title="大家怎么评" hint="办完了，各家自己评的。这里只数星，不写是谁。" />
      <Staffed query={query} rows={4}>
        {({ regions }) =>
          regions.length === 0 ? (
            <Section flush>
              <Empty>还没有人评过。办完 30 天里，各家都能评。</Empty>
            </Section>
          ) : (
            <Counted regions={regions} />
          )
        }
      </Staffed>
    </Page>
  );
}

function Counted({ regions }: { regions: Region[] }) {
  const stars = starsTogether(regions.map((region) => region.stars));
  const families = regions.reduce((sum, { count }) => sum + count, 0);
  // The best first, as a person counts them.
  const rows = stars.map((count, index) => ({ label: `${index + 1} 颗星`, values: [count] })).reverse();
  return (
    <>
      <View className="sw-gl">
        <View className="sw-gl__n">
          <View className="sw-gl__v">{families}</View>
          <View className="sw-sub">户评过</View>
        </View>
        <View className="sw-gl__n">
          <View className="sw-gl__v">{averageOf(stars)}</View>
          <View className="sw-sub">颗星，平均</View>
        </View>
      </View>
      <Section title="几颗星的有几户" flush>
        <Chart
          label={rows.map(({ label, values }) => `${label} ${values[0]} 户`).join('，')}
          series={['户']}
          rows={rows}
        />
      </Section>
      <Section title="各村" flush>
        <View className="sw-gl__part">
          <Table
            caption="各村怎么评"
            rows={regions}
            rowKey={({ region }) => region}
            columns={[
              { title: '村', heading: true, cell: ({ name }) => name },
              { title: '户数', right: true, cell: ({ count }) => String(count) },
              { title: '平均几颗星', right: true, cell: (region) => averageOf(region.stars) },
              {
                title: '2 颗以下',
                right: true,
                cell: (region) => String((region.stars[0] ?? 0) + (region.stars[1] ?? 0)),
              },
            ]}
          />
        </View>
      </Section>
    </>
  );
}
