import { Said } from '@miniapp/features/card/Said';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Said />
    </OfOne>
  );
}
