import { OurMoney } from '@miniapp/features/money/OurMoney';

export default function Page() {
  return <OurMoney />;
}
