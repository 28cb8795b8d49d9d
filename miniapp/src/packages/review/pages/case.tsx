import { DESK_PAGE } from '@miniapp/features/account/pages';
import { StaffCase } from '@miniapp/features/review/StaffCase';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="caseId" list={['工作台', DESK_PAGE]}>
      <StaffCase />
    </OfOne>
  );
}
