import { Held } from '@miniapp/features/meeting/Held';
import { MEETINGS_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="meeting" list={['评议会', MEETINGS_PAGE]}>
      <Held />
    </OfOne>
  );
}
