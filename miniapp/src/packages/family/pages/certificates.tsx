import { Certificates } from '@miniapp/features/family/Certificates';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Certificates />
    </OfOne>
  );
}
