import { Settings } from '@miniapp/features/account/Settings';

export default function Page() {
  return <Settings />;
}
