import { RecordVisit } from '@miniapp/features/help/Visit';

export default function Page() {
  return <RecordVisit />;
}
