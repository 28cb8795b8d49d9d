import { ProposalPage } from '@miniapp/features/profiles/ProposalPage';
import { RULES_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="proposalId" list={['办理规则', RULES_PAGE]}>
      <ProposalPage />
    </OfOne>
  );
}
