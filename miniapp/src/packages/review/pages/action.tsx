import { DESK_PAGE } from '@miniapp/features/account/pages';
import { Act } from '@miniapp/features/review/Act';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="caseId" list={['工作台', DESK_PAGE]}>
      <Act />
    </OfOne>
  );
}
