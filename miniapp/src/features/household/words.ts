import type { Village } from '@miniapp/features/account';
import type { HouseholdCase } from '@miniapp/features/cases';
import { caseTitle } from '@shared/messages/household';

/** What the front page says aloud. */
export function homeReadAloud(
  village: Pick<Village, 'name'>,
  cases: readonly HouseholdCase[],
  running: readonly unknown[],
): string {
  const mine = cases
    .filter(({ result }) => result.kind === 'NONE')
    .map((view) => `您家的申报，${caseTitle(view)}。`)
    .join('');
  const notices = running.length === 0 ? '村里现在没有公示。' : `村里正在公示 ${running.length} 份名单。`;
  return `${village.name}。家里有难处，点绿色的大按钮，我要申报，不收钱。${mine}${notices}`;
}
