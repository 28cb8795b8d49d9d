import { Notice } from '@miniapp/features/notices/Notice';

export default function Page() {
  return <Notice />;
}
