import { NotOurs } from '@miniapp/features/money/NotOurs';

export default function Page() {
  return <NotOurs />;
}
