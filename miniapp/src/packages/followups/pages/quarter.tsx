import { Quarter } from '@miniapp/features/followups/Quarter';

export default function Page() {
  return <Quarter />;
}
