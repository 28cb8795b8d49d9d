import { Draft } from '@miniapp/features/publicity/Draft';
import { PUBLICITY_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="draft" list={['公示', PUBLICITY_PAGE]}>
      <Draft />
    </OfOne>
  );
}
