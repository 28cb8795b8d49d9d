import { GiveCode } from '@miniapp/features/cases/GiveCode';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <GiveCode />
    </OfOne>
  );
}
