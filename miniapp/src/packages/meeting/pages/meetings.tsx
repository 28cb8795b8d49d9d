import { Meetings } from '@miniapp/features/meeting/Meetings';

export default function Page() {
  return <Meetings />;
}
