import { MyConsents } from '@miniapp/features/cases/MyConsents';

export default function Page() {
  return <MyConsents />;
}
