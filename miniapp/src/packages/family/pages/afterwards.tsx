import { Afterwards } from '@miniapp/features/family/Afterwards';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Afterwards />
    </OfOne>
  );
}
