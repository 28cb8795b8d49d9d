import { Sent } from '@miniapp/features/cases/Sent';

export default function Page() {
  return <Sent />;
}
