import { Requests } from '@miniapp/features/review/Requests';

export default function Page() {
  return <Requests />;
}
