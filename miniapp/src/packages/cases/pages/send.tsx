import { SendLink } from '@miniapp/features/cases/SendLink';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <SendLink />
    </OfOne>
  );
}
