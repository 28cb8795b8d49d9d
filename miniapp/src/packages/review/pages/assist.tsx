import { AssistAnswer } from '@miniapp/features/review/AssistAnswer';

export default function Page() {
  return <AssistAnswer />;
}
