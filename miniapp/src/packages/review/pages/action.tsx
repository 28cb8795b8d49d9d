import { Act } from '@miniapp/features/review/Act';

export default function Page() {
  return <Act />;
}
