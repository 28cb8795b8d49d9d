import { OurMoney } from '@miniapp/features/money/OurMoney';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <OurMoney />
    </OfOne>
  );
}
