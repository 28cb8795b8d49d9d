import { Included } from '@miniapp/features/review/Included';

export default function Page() {
  return <Included />;
}
