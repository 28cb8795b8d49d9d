import { NeedsQuestion } from '@miniapp/features/apply/NeedsQuestion';

export default function Page() {
  return <NeedsQuestion />;
}
