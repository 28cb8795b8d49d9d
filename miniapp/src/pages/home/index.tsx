import { Home } from '@miniapp/features/household/Home';

export default function Page() {
  return <Home />;
}
