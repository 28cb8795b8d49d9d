import { Looks } from '@miniapp/features/family/Looks';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Looks />
    </OfOne>
  );
}
