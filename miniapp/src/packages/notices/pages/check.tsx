import { CheckNotice } from '@miniapp/features/notices/CheckNotice';

export default function Page() {
  return <CheckNotice />;
}
