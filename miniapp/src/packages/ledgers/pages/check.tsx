import { CheckRound } from '@miniapp/features/checks/CheckRound';

export default function Page() {
  return <CheckRound />;
}
