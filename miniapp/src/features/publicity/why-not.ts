import { issuesOf } from '@miniapp/features/staff';
import { failureOf } from '@miniapp/ui/QueryView';

/** Why something was not handed in, in one sentence. */
export function whyNot(error: unknown): string {
  const [issue] = Object.values(issuesOf(error));
  return issue !== undefined && issue !== '' ? issue : (failureOf(error) ?? '');
}
