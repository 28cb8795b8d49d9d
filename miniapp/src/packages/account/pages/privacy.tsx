import { Privacy } from '@miniapp/features/account/Privacy';

export default function Page() {
  return <Privacy />;
}
