import { AskAgain } from '@miniapp/features/cases/AskAgain';

export default function Page() {
  return <AskAgain />;
}
