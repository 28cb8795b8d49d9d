import { Plan } from '@miniapp/features/help/Plan';

export default function Page() {
  return <Plan />;
}
