import { identityOf } from '../adapters/cloudbase/identity';
import { deployment } from './deployment';
import type { Pipeline } from './pipeline';

/** The CloudBase door: `wx.cloud.callFunction({ name: 'api', data: { operation, input, requestId } })`. */
export async function main(event: unknown, context: unknown): Promise<CloudAnswer> {
  return answerEvent(deployment().pipeline, event, context);
}

/** A function's answer has no headers: what HTTP says there stands beside the body, 304 and no body for what is held. */
export interface CloudAnswer {
  status: number;
  body: unknown;
  etag?: string;
}

/**
 * Turns an event into a call. Only these four fields of it are read: whatever else it holds (an openid, say) was
 * written by the client and names nobody. `etag` is that of the answer which the client holds.
 */
export async function answerEvent(
  pipeline: Pick<Pipeline, 'invoke'>,
  event: unknown,
  context: unknown,
): Promise<CloudAnswer> {
  const { operation, input, requestId, etag } = fieldsOf(event);
  const { openid, address } = identityOf(context);
  const { status, body, shared } = await pipeline.invoke({
    operation: typeof operation === 'string' ? operation : '',
    input,
    requestId: typeof requestId === 'string' ? requestId : undefined,
    identity: openid === undefined ? { kind: 'anonymous' } : { kind: 'openid', openid },
    address,
  });
  if (shared === undefined) return { status, body };
  const isHeld = etag === shared.etag;
  return { status: isHeld ? 304 : status, body: isHeld ? null : body, etag: shared.etag };
}

function fieldsOf(event: unknown): Record<string, unknown> {
  return typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {};
}
