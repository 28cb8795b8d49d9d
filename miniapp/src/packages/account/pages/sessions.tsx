import { Sessions } from '@miniapp/features/account/Sessions';

export default function Page() {
  return <Sessions />;
}
