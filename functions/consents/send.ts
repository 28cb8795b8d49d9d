import { isAdult } from '@shared/casework';
import { knownMember } from '@shared/casework/members';
import { contract } from '@shared/contract';
import { newId, newToken } from '../adapters';
import { enabledActions } from '../runtime/cases/answers';
import { getCase } from '../runtime/cases/on-case';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './links.sql';

const LINK_DAYS = 7;
const MS_PER_DAY = 86_400_000;

/** A link for one adult who has not signed. The token is told once; the database keeps its hash. */
export const send = handle(contract.consents.send, async (ctx, { caseId, memberKey }) => {
  const loaded = await getCase(ctx, caseId, 'PARTY');
  const { case: c, county } = loaded;
  if (!enabledActions(ctx, loaded).includes('recordAuthorization'))
    throw new Failure('conflict', 'WRONG_STATE', { params: { state: c.state } });
  const member = knownMember(c, memberKey);
  const recorded = c.members.find(({ key }) => key === memberKey);
  if (member === undefined || (recorded !== undefined && !isAdult(recorded, ctx.now)))
    throw new Failure('not_found', 'UNKNOWN_MEMBER');
  if (c.authorizations[memberKey] !== undefined) throw new Failure('conflict', 'ALREADY_AUTHORIZED');
  const now = ctx.clock.wall();
  const expiresAt = new Date(Date.parse(now) + LINK_DAYS * MS_PER_DAY).toISOString();
  const token = newToken();
  await ctx.db.write(sql.endOlderLinks, [county, caseId, memberKey, now]);
  await ctx.db.write(sql.insertLink, [
    county,
    newId(county, now),
    ctx.keys.tokenHash(token),
    caseId,
    c.village,
    memberKey,
    ctx.caller.personId,
    now,
    expiresAt,
  ]);
  return { token, expiresAt };
});
