import { chosenVillage, FIND_VILLAGE_PAGE } from '@miniapp/features/account';
import { go } from '@miniapp/platform/navigate';

const REPORT_PAGE = 'packages/apply/pages/village';

/** 替农户登记: a cadre reports for a family as its proxy, by the family's own questions (domain.md 3.1). */
export function reportForOthers(): void {
  if (chosenVillage() === undefined) go(FIND_VILLAGE_PAGE, { onward: REPORT_PAGE });
  else go(REPORT_PAGE);
}
