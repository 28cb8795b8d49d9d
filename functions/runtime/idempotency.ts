import type { Caller } from '@shared/access';
import { sha256 } from '../adapters/keys';
import type { Ctx } from './context';
import { Failure } from './failure';
import * as sql from './identify.sql';

/**
 * Runs a command once for its request id. The id is taken in the command's own transaction: a twin that arrives
 * meanwhile waits at the unique index, then gets the first answer; if the first was refused or failed, nothing was
 * written and the twin is decided anew.
 * @throws Failure conflict when the same id comes with another input
 */
export async function once(ctx: Ctx, input: unknown, run: () => Promise<unknown>): Promise<unknown> {
  // With a key: from a bare hash of a short input, such as a phone number, the input can be found by trying.
  const digest = ctx.keys.blindIndex('INPUT', JSON.stringify(input));
  const key = [requesterOf(ctx.caller, input), ctx.operation, ctx.requestId];
  const taken = await ctx.db.write(sql.takeRequest, [...key, digest, ctx.clock.wall()]);
  const place = `request_log/${key.join('/')}`;
  if (taken === 0) {
    const first = await ctx.db.first(sql.findRequest, key);
    if (first === undefined) throw new Failure('conflict', 'TRY_AGAIN');
    if (!first.input_digest.equals(digest)) throw new Failure('conflict', 'REQUEST_ID_REUSED');
    return JSON.parse(ctx.keys.open({ keyId: first.key_id, bytes: first.answer }, place));
  }
  const output = await run();
  const sealed = ctx.keys.seal(JSON.stringify(output), place);
  const kept = await ctx.db.write(sql.answerRequest, [...key, sealed.keyId, sealed.bytes]);
  if (kept !== 1) throw new Error('The first answer was not kept');
  return output;
}

/**
 * Whose request id it is. Strangers share none: the answer to a sign-in is found again only by who sends the same
 * secret.
 */
export function requesterOf(caller: Caller, input: unknown): string {
  if (caller.kind === 'PERSON') return caller.personId;
  return `anonymous-${digestOf(input).toString('hex').slice(0, STRANGER_DIGITS)}`;
}

const STRANGER_DIGITS = 40;

function digestOf(input: unknown): Buffer {
  return sha256(JSON.stringify(input));
}
