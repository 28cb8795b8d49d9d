import { OurHelp } from '@miniapp/features/family/OurHelp';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <OurHelp />
    </OfOne>
  );
}
