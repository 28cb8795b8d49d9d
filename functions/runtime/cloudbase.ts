import { identityOf } from '../adapters/cloudbase/identity';
import { deployment } from './deployment';
import type { Answer, Pipeline } from './pipeline';

/** The CloudBase door: `wx.cloud.callFunction({ name: 'api', data: { operation, input, requestId } })`. */
export async function main(event: unknown, context: unknown): Promise<Answer> {
  return answerEvent(deployment().pipeline, event, context);
}

/**
 * Turns an event into a call. Only these three fields of it are read: whatever else it holds (an openid, say) was
 * written by the client and names nobody.
 */
export async function answerEvent(pipeline: Pipeline, event: unknown, context: unknown): Promise<Answer> {
  const { operation, input, requestId } = fieldsOf(event);
  const { openid, address } = identityOf(context);
  return pipeline.invoke({
    operation: typeof operation === 'string' ? operation : '',
    input,
    requestId: typeof requestId === 'string' ? requestId : undefined,
    identity: openid === undefined ? { kind: 'anonymous' } : { kind: 'openid', openid },
    address,
  });
}

function fieldsOf(event: unknown): Record<string, unknown> {
  return typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {};
}
