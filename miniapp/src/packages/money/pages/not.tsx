import { NotOurs } from '@miniapp/features/money/NotOurs';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <NotOurs />
    </OfOne>
  );
}
