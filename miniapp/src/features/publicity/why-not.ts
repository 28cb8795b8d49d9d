import { issuesOf } from '@miniapp/features/staff';
import { ApiError } from '@miniapp/platform/api';
import { sentenceOf } from '@miniapp/ui/QueryView';

/** Why something was not handed in, in one sentence. */
export function whyNot(error: unknown): string {
  const [issue] = Object.values(issuesOf(error));
  if (issue !== undefined && issue !== '') return issue;
  return error instanceof ApiError
    ? error.message
    : (sentenceOf(error) ?? '没有交上，可能是网不好。再点一次。');
}
