import { AskAgain } from '@miniapp/features/cases/AskAgain';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="case">
      <AskAgain />
    </OfOne>
  );
}
