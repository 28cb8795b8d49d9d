import { OneProblem } from '@miniapp/features/problems/OneProblem';
import { PROBLEMS_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="problemId" list={['问题整改', PROBLEMS_PAGE]}>
      <OneProblem />
    </OfOne>
  );
}
