import { ERROR_STATUS, type ErrorBody } from '@shared/contract';
import { sentence } from '@shared/messages';
import type { Failure } from './failure';

export interface Answer {
  status: number;
  body: unknown;
  /** Of an answer that many are given. */
  shared?: Shared;
}

/** How an answer that many are given travels. */
export interface Shared {
  etag: string;
  /** The body as JSON. */
  bytes: Buffer;
  /** Seconds for which caches outside may hold it; null where it is a signed-in reader's, and none may. */
  maxAge: number | null;
}

/** A failure as every door answers it: status, code, reason and the Chinese sentence. */
export function errorAnswer(
  { code, reason, details }: Failure,
  traceId: string,
): Answer & { body: ErrorBody } {
  const { params, issues, current, retryAfter } = details;
  return {
    status: ERROR_STATUS[code],
    body: {
      error: {
        code,
        reason,
        message: sentence(reason, params),
        ...(issues !== undefined && {
          issues: issues.map((issue) => ({
            ...issue,
            message: issue.message || sentence(issue.reason, params),
          })),
        }),
        ...(current !== undefined && { current }),
        ...(retryAfter !== undefined && { retryAfter }),
        traceId,
      },
    },
  };
}
