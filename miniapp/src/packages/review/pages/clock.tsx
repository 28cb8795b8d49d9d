import { Clock } from '@miniapp/features/review/Clock';

export default function Page() {
  return <Clock />;
}
