import { Dispute } from '@miniapp/features/money/Dispute';

export default function Page() {
  return <Dispute />;
}
