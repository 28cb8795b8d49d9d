import { Together } from '@miniapp/features/review/together/Together';

export default function Page() {
  return <Together />;
}
