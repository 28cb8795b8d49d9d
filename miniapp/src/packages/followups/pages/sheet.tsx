import { QuarterSheet } from '@miniapp/features/followups/Sheet';

export default function Page() {
  return <QuarterSheet />;
}
