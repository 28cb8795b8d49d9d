import { OurCard } from '@miniapp/features/card/OurCard';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <OurCard />
    </OfOne>
  );
}
