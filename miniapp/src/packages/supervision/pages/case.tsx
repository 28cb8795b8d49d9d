import { SupervisedCase } from '@miniapp/features/supervision/SupervisedCase';

export default function Page() {
  return <SupervisedCase />;
}
