import { SayWrong } from '@miniapp/features/family/SayWrong';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <SayWrong />
    </OfOne>
  );
}
