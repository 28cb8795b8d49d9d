import { Signed } from '@miniapp/features/cases/Signed';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Signed />
    </OfOne>
  );
}
