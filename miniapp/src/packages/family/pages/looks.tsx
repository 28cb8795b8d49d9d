import { Looks } from '@miniapp/features/family/Looks';

export default function Page() {
  return <Looks />;
}
