import { FamilyFacts } from '@miniapp/features/family/FamilyFacts';

export default function Page() {
  return <FamilyFacts />;
}
