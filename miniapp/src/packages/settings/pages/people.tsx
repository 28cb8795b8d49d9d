import { People } from '@miniapp/features/service/People';

export default function Page() {
  return <People />;
}
