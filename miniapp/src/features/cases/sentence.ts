import { refusalOf } from '@miniapp/features/attachments';
import { ApiError } from '@miniapp/platform/api';

const OFFLINE = '没有网，没交上。有网再点一次。';

/** Why something did not get through, as a sentence; undefined when nothing failed. */
export function sentenceOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  return refusalOf(error) ?? (error instanceof ApiError ? error.message : OFFLINE);
}
