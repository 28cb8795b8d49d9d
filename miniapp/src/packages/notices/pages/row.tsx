import { AskRow } from '@miniapp/features/notices/AskRow';

export default function Page() {
  return <AskRow />;
}
