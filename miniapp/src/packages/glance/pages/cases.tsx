import { Cases } from '@miniapp/features/glance/Cases';

export default function Page() {
  return <Cases />;
}
