import { SignCard } from '@miniapp/features/card/SignCard';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <SignCard />
    </OfOne>
  );
}
