import { Supplement } from '@miniapp/features/cases/Supplement';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Supplement />
    </OfOne>
  );
}
