import { CheckRound } from '@miniapp/features/checks/CheckRound';
import { CHECKS_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="roundId" list={['集中排查', CHECKS_PAGE]}>
      <CheckRound />
    </OfOne>
  );
}
