import { Tasks } from '@miniapp/features/review/Tasks';

export default function Page() {
  return <Tasks />;
}
