import { FamilyFacts } from '@miniapp/features/family/FamilyFacts';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <FamilyFacts />
    </OfOne>
  );
}
