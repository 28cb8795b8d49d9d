import { OurCard } from '@miniapp/features/card/OurCard';

export default function Page() {
  return <OurCard />;
}
