import { Receipt } from '@miniapp/features/apply/Receipt';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Receipt />
    </OfOne>
  );
}
