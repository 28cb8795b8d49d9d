import { COUNTY_KEEPERS, type StaffRole } from '@shared/access';
import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { releaseClaimsOf } from '../runtime/cases/claims';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './sessions.sql';

/** Where the caller is signed in, the latest first. Who comes over WeChat has no session there. */
export const sessions = handle(contract.accounts.sessions, async (ctx) => {
  const rows = await ctx.db.rows(sql.findSessions, [ctx.caller.personId, ctx.clock.wall()]);
  return {
    sessions: rows.map(({ id, device, created_at, expires_at }) => ({
      id,
      device,
      since: created_at,
      until: expires_at,
      here: ctx.session?.toString('hex').startsWith(id) ?? false,
    })),
  };
});

/** Ends one of the own sessions, on whatever it runs. */
export const endSession = handle(contract.accounts.endSession, async (ctx, { sessionId }) => {
  const ended = await ctx.db.write(sql.endOwnSession, [ctx.caller.personId, sessionId, ctx.clock.wall()]);
  if (ended === 0) throw new Failure('not_found', 'NOT_FOUND');
  return {};
});

/**
 * A person leaves the service of the county: the roles end with yesterday, sessions end at once, what was in the own
 * hands goes back to the queue. Over WeChat the same holds from the next call, since grants are looked up in each.
 */
export const endService = handle(contract.accounts.endService, async (ctx, { personId, reason }) => {
  const county = countyOf(ctx);
  if (personId === ctx.caller.personId) throw new Failure('conflict', 'NOT_YOURSELF');
  const ended = await ctx.db.within(county, () => ctx.db.write(sql.endGrants, [county, personId, ctx.today]));
  if (ended === 0) throw new Failure('not_found', 'NOT_FOUND');
  await ctx.db.write(sql.endSessionsOf, [personId, ctx.clock.wall()]);
  const cases = await releaseClaimsOf(ctx, county, personId);
  await audit(ctx, { what: 'SERVICE', county, caseId: personId, detail: `${cases} cases back`, why: reason });
  return { roles: ended, cases };
});

const KEEPERS: readonly StaffRole[] = COUNTY_KEEPERS;

/** The county that the caller administers. @throws Failure forbidden when it is none */
function countyOf(ctx: Ctx): string {
  const grant = ctx.caller.grants.find(
    ({ role, onBehalfOf }) => KEEPERS.includes(role) && onBehalfOf === undefined,
  );
  if (grant === undefined) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  return grant.region;
}
