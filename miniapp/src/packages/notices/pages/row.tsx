import { AskRow } from '@miniapp/features/notices/AskRow';
import { PAST_NOTICES_PAGE } from '@miniapp/features/notices/pages';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="notice" list={['村里的公示', PAST_NOTICES_PAGE]}>
      <AskRow />
    </OfOne>
  );
}
