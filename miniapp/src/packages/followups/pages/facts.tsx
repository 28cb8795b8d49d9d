import { Facts } from '@miniapp/features/followups/facts/Facts';

export default function Page() {
  return <Facts />;
}
