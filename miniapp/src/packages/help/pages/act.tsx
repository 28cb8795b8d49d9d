import { HelpAct } from '@miniapp/features/help/Act';
import { HELP_LIST_PAGE } from '@miniapp/features/help/pages';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="caseId" list={['帮扶措施', HELP_LIST_PAGE]}>
      <HelpAct />
    </OfOne>
  );
}
