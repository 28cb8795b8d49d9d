import { Act } from '@miniapp/features/register/Act';

export default function Page() {
  return <Act />;
}
