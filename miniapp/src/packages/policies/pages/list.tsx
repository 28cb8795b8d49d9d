import { AllPolicies } from '@miniapp/features/policies/AllPolicies';

export default function Page() {
  return <AllPolicies />;
}
