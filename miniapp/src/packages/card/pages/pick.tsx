import { PickLine } from '@miniapp/features/card/PickLine';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <PickLine />
    </OfOne>
  );
}
