import { Payments } from '@miniapp/features/ledgers/Payments';

export default function Page() {
  return <Payments />;
}
