import { Rate } from '@miniapp/features/cases/Rate';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <Rate />
    </OfOne>
  );
}
