import { Clue } from '@miniapp/features/clues/Clue';
import { CLUES_PAGE } from '@miniapp/features/staff';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="clueId" list={['线索', CLUES_PAGE]}>
      <Clue />
    </OfOne>
  );
}
