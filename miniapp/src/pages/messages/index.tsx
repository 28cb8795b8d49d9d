import { Messages } from '@miniapp/features/account/Messages';

export default function Page() {
  return <Messages />;
}
