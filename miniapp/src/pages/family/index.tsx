import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';

export default function Family() {
  return (
    <Page tab="family">
      <Head title="我家" />
    </Page>
  );
}
