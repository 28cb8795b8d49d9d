import { RecordVisit } from '@miniapp/features/followups/Record';

export default function Page() {
  return <RecordVisit />;
}
