import { ConfirmDesk } from '@miniapp/features/account/ConfirmDesk';

export default function Page() {
  return <ConfirmDesk />;
}
