import { Ledgers } from '@miniapp/features/ledgers/Ledgers';

export default function Page() {
  return <Ledgers />;
}
