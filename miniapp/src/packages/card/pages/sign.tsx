import { SignCard } from '@miniapp/features/card/SignCard';

export default function Page() {
  return <SignCard />;
}
