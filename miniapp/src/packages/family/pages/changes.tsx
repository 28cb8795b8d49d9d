import { Changes } from '@miniapp/features/family/Changes';

export default function Page() {
  return <Changes />;
}
