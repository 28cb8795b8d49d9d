import { useMe } from '@miniapp/features/account';
import { Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { ListRow } from './ListRow';
import { MakeLists } from './MakeLists';

/** 信息比对: the county makes lists of many cases, one a department; answers come back as tables. */
export function Compare() {
  const me = useMe().data;
  const clerk = me?.grants.some(({ role }) => role === 'COUNTY_CLERK') ?? false;
  const query = useFreshAfterActs(
    useQuery('comparison-lists', async () => (await call('comparisons.lists', {})).lists),
  );
  return (
    <Page title="信息比对">
      <Head
        title={clerk ? '请部门查对' : '查对名单'}
        hint="只查签了同意的大人。查到了什么，不等于不能列入，由人来定。"
      />
      {clerk && <MakeLists />}
      <Staffed query={query} rows={3}>
        {(lists) => (
          <Section title="名单" flush>
            {lists.length === 0 && <Empty>还没有名单。</Empty>}
            {lists.map((list) => (
              <ListRow key={list.id} list={list} />
            ))}
          </Section>
        )}
      </Staffed>
    </Page>
  );
}
