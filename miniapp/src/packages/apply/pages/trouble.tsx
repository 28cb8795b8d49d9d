import { TroubleQuestion } from '@miniapp/features/apply/TroubleQuestion';

export default function Page() {
  return <TroubleQuestion />;
}
