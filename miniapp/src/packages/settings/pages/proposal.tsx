import { ProposalPage } from '@miniapp/features/profiles/ProposalPage';

export default function Page() {
  return <ProposalPage />;
}
