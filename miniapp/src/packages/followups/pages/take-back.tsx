import { TakeBack } from '@miniapp/features/followups/TakeBack';

export default function Page() {
  return <TakeBack />;
}
