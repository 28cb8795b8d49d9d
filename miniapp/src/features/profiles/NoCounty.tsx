import { useMe } from '@miniapp/features/account';
import { Staffed } from '@miniapp/features/staff';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';

/** Whoever does not work for a county, or is not known yet. */
export function NoCounty() {
  return (
    <Page title="办理规则">
      <Head title="办理规则" hint="县里定的天数、收入线和做法。" />
      <Staffed query={useMe()} rows={4}>
        {() => <Empty>办理规则由县里来改，您看不到。</Empty>}
      </Staffed>
    </Page>
  );
}
