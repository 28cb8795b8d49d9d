import { MyCase } from '@miniapp/features/cases/MyCase';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <MyCase />
    </OfOne>
  );
}
