import { TakeOver } from '@miniapp/features/cases/TakeOver';

export default function Page() {
  return <TakeOver />;
}
