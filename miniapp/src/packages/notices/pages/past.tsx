import { PastNotices } from '@miniapp/features/notices/PastNotices';

export default function Page() {
  return <PastNotices />;
}
