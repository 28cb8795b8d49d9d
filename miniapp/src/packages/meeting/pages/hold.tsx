import { Hold } from '@miniapp/features/meeting/Hold';

export default function Page() {
  return <Hold />;
}
