import { Quarter } from '@miniapp/features/followups/Quarter';
import { FOLLOWS_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="caseId" list={['跟踪帮扶', FOLLOWS_PAGE]}>
      <Quarter />
    </OfOne>
  );
}
