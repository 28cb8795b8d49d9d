import { Families } from '@miniapp/features/followups/Families';

export default function Page() {
  return <Families />;
}
