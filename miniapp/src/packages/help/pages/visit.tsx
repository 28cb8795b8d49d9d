import { HELPING_PAGE } from '@miniapp/features/help/pages';
import { RecordVisit } from '@miniapp/features/help/Visit';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="caseId" list={['我联系的家庭', HELPING_PAGE]}>
      <RecordVisit />
    </OfOne>
  );
}
