import { SUPERVISED_PAGE } from '@miniapp/features/staff';
import { SupervisedCase } from '@miniapp/features/supervision/SupervisedCase';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="caseId" list={['监督查看', SUPERVISED_PAGE]}>
      <SupervisedCase />
    </OfOne>
  );
}
