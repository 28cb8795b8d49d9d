import { OwnWords } from '@miniapp/features/cases/OwnWords';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <OwnWords />
    </OfOne>
  );
}
