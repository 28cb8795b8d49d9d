import { Family } from '@miniapp/features/household/Family';

export default function Page() {
  return <Family />;
}
