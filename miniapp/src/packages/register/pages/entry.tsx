import { OneEntry } from '@miniapp/features/register/OneEntry';
import { REGISTER_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="caseId" list={['风险消除', REGISTER_PAGE]}>
      <OneEntry />
    </OfOne>
  );
}
