import { Checks } from '@miniapp/features/checks/Checks';

export default function Page() {
  return <Checks />;
}
