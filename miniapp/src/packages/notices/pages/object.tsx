import { Objection } from '@miniapp/features/notices/Objection';

export default function Page() {
  return <Objection />;
}
