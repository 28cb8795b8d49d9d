import { somethingWasDone } from '@miniapp/features/staff';
import { backOr } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { failureOf } from '@miniapp/ui/QueryView';
import { PLAN_PAGE } from '../pages';

/** What the whole form suffers from, in one sentence. */
export const problemOf = (count: number, error: unknown): string | undefined =>
  count > 0 ? `还有 ${count} 处要改，改好再交` : failureOf(error);

/** An act on the help of a family is done: said, and back to it. */
export async function done(caseId: string, words: string): Promise<void> {
  somethingWasDone();
  toast(words);
  await backOr(PLAN_PAGE, { caseId });
}
