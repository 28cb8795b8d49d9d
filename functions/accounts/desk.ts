import { randomInt } from 'node:crypto';
import { contract } from '@shared/contract';
import { newToken, qrPicture } from '../adapters';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { describe } from '../runtime/describe';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findPerson } from './accounts.sql';
import * as sql from './desk.sql';
import { openSession } from './session';

/** A code stands on the screen for two minutes; the desk then asks for another. */
const CODE_SECONDS = 120;
/** A working day: whoever forgets to leave a desk is out by the evening. */
const DESK_HOURS = 12;
/** Whoever walked away is out after half an hour without a call. */
const IDLE_MS = 30 * 60_000;
const MS_PER_HOUR = 3_600_000;

/** The page of the phone that a code opens, as in routes.ts of the mini-program. */
const CONFIRM_PAGE = 'packages/account/pages/confirm-desk';

/** A desk asks to be signed in. The secret stays with it: who photographs the code has nothing to fetch a session with. */
export const askDesk = handle(contract.accounts.askDesk, async (ctx, { browser }) => {
  const [code, secret] = [newToken(), newToken()];
  const now = ctx.clock.wall();
  const expiresAt = new Date(Date.parse(now) + CODE_SECONDS * 1000).toISOString();
  const number = randomInt(10, 100);
  const row = [ctx.keys.tokenHash(code), ctx.keys.tokenHash(secret), number, browser, now, expiresAt];
  await ctx.db.write(sql.insertDesk, row);
  return {
    secret,
    number,
    seconds: CODE_SECONDS,
    picture: await qrPicture(`${ctx.site}/#/${CONFIRM_PAGE}?c=${code}`),
  };
});

/** What a scanned code asks for. A code that is over, answered or another system's is none. */
export const seeDesk = handle(contract.accounts.seeDesk, async (ctx, { code }) => {
  const row = await ctx.db.first(sql.findDesk, [ctx.keys.tokenHash(code), ctx.clock.wall()]);
  if (row === undefined) throw new Failure('conflict', 'DESK_CODE_GONE');
  return { number: row.number, browser: row.browser, askedAt: row.asked_at };
});

/** Yes or no of the person who scanned; the first answer counts, of whoever it is. */
export const confirmDesk = handle(contract.accounts.confirmDesk, async (ctx, { code, yes }) => {
  const answer = [ctx.keys.tokenHash(code), ctx.clock.wall(), ctx.caller.personId, yes];
  const desk = await ctx.db.first(sql.answerDesk, answer);
  if (desk === undefined) throw new Failure('conflict', 'DESK_CODE_GONE');
  const county = ctx.caller.grants[0]?.region.slice(0, 6);
  const detail = `desk ${yes ? 'confirmed' : 'refused'}: ${desk.browser}`;
  await audit(ctx, { what: 'SIGN_IN', county, caseId: ctx.caller.personId, detail, why: '' });
  return {};
});

/** The desk asks whether somebody has confirmed. The session is given once. */
export const collectDesk = handle(contract.accounts.collectDesk, async (ctx, { secret }) => {
  const hash = ctx.keys.tokenHash(secret);
  const now = ctx.clock.wall();
  const confirmed = await ctx.db.first(sql.collectDesk, [hash, now]);
  if (confirmed === undefined) return { state: await stateOf(ctx, hash, now), session: null, me: null };
  const person = await ctx.db.first(findPerson, [confirmed.answered_by]);
  if (person === undefined) throw new Failure('forbidden', 'LINK_INVALID');
  const lasts = { ms: DESK_HOURS * MS_PER_HOUR, idleMs: IDLE_MS };
  const { session, caller } = await openSession(ctx, person, lasts, confirmed.browser);
  return { state: 'DONE' as const, session, me: await ctx.db.as(person.id, () => describe(ctx, caller)) };
});

async function stateOf(ctx: Ctx, hash: Buffer, now: string): Promise<'WAITING' | 'REFUSED' | 'OVER'> {
  const asked = await ctx.db.first(sql.findAsked, [hash, now]);
  if (asked?.confirmed === false) return 'REFUSED';
  return asked === undefined || asked.over || asked.collected || asked.confirmed ? 'OVER' : 'WAITING';
}
