import { Deliveries } from '@miniapp/features/service/Deliveries';

export default function Page() {
  return <Deliveries />;
}
