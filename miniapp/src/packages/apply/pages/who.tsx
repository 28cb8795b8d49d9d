import { WhoQuestion } from '@miniapp/features/apply/WhoQuestion';

export default function Page() {
  return <WhoQuestion />;
}
