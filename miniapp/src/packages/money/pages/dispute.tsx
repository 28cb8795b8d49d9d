import { Dispute } from '@miniapp/features/money/Dispute';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Dispute />
    </OfOne>
  );
}
