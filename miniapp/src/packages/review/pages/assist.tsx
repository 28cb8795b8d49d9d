import { AssistAnswer } from '@miniapp/features/review/AssistAnswer';
import { ASSISTS_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="assistId" list={['外村协查', ASSISTS_PAGE]}>
      <AssistAnswer />
    </OfOne>
  );
}
