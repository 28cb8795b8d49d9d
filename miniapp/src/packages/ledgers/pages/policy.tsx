import { CountyPolicy } from '@miniapp/features/ledgers/CountyPolicy';

export default function Page() {
  return <CountyPolicy />;
}
