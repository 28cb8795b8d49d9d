import { Leave } from '@miniapp/features/service/Leave';

export default function Page() {
  return <Leave />;
}
