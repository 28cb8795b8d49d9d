import { SupervisedCases } from '@miniapp/features/supervision/SupervisedCases';

export default function Page() {
  return <SupervisedCases />;
}
