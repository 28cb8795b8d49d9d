import { call } from '@miniapp/platform/api';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { useQuery } from '@miniapp/ui/useQuery';
import { SignedLines } from './Signed';

/** Everything that this person signed by a link, and the way back from each. */
export function MyConsents() {
  const query = useQuery('my-consents', async () => (await call('consents.mine', {})).consents);
  return (
    <Page title="我签过的同意">
      <Head title="我签过的同意" hint="反悔了，随时可以撤回。" read="我签过的同意。反悔了，随时可以撤回。" />
      <QueryView query={query}>
        {(consents) =>
          consents.length === 0 ? (
            <Empty>您没有在链接里签过。在这台手机上给自己家签的，在“我家的申报”里看。</Empty>
          ) : (
            consents.map((signed) => <SignedLines key={signed.id} signed={signed} />)
          )
        }
      </QueryView>
    </Page>
  );
}
