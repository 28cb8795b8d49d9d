import { CheckVillage } from '@miniapp/features/checks/CheckVillage';
import { CHECKS_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="roundId" list={['集中排查', CHECKS_PAGE]}>
      <CheckVillage />
    </OfOne>
  );
}
