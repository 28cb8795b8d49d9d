import { CountyPolicies } from '@miniapp/features/ledgers/CountyPolicies';

export default function Page() {
  return <CountyPolicies />;
}
