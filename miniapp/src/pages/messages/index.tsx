import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';

export default function Messages() {
  return (
    <Page tab="messages">
      <Head title="消息" />
    </Page>
  );
}
