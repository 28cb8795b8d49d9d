import { Hung } from '@miniapp/features/publicity/Hung';
import { PUBLICITY_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="notice" list={['公示', PUBLICITY_PAGE]}>
      <Hung />
    </OfOne>
  );
}
