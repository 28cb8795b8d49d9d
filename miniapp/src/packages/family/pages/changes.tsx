import { Changes } from '@miniapp/features/family/Changes';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Changes />
    </OfOne>
  );
}
