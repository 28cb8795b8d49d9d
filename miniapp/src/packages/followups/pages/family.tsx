import { Family } from '@miniapp/features/followups/Family';

export default function Page() {
  return <Family />;
}
