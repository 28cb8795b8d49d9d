import { Glance } from '@miniapp/features/glance/Glance';

export default function Page() {
  return <Glance />;
}
