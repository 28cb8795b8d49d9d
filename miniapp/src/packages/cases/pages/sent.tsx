import { Sent } from '@miniapp/features/cases/Sent';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Sent />
    </OfOne>
  );
}
