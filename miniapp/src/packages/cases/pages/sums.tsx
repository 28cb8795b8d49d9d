import { Sums } from '@miniapp/features/cases/Sums';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Sums />
    </OfOne>
  );
}
