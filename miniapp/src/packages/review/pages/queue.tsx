import { Queue } from '@miniapp/features/review/Queue';

export default function Page() {
  return <Queue />;
}
