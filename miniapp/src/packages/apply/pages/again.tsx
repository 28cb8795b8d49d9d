import { ReportAgain } from '@miniapp/features/apply/ReportAgain';

export default function Page() {
  return <ReportAgain />;
}
