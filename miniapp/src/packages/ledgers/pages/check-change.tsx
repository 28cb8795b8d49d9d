import { ChangeRound } from '@miniapp/features/checks/ChangeRound';

export default function Page() {
  return <ChangeRound />;
}
