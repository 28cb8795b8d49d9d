import { contract } from '@shared/contract';
import { newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { queueHelp } from '../runtime/register/follow-up';
import { handle } from '../runtime/use-case';
import { planner } from './commands';
import { getHelped, type Helped } from './family';
import * as sql from './measures.sql';
import { MAY_ASSIGN, sealedPlaces, staffFamily } from './views';

/** Who may help, without parties and relatives of the family: fewest families first. */
export const helpers = handle(contract.measures.helpers, async (ctx, { caseId }) => {
  const helped = await getHelped(ctx, caseId);
  planner(ctx, helped, MAY_ASSIGN);
  const people = await candidates(ctx, helped);
  return { cap: helped.profile.support.helperCap, people };
});

/** One helper a family, with a phone that it can call; how many families one may have says the profile (domain.md 8.2). */
export const assignHelper = handle(
  contract.measures.assignHelper,
  async (ctx, { caseId, personId, unit, position, phone, reason }) => {
    const helped = await getHelped(ctx, caseId);
    planner(ctx, helped, MAY_ASSIGN);
    const { county, case: c, profile } = helped;
    if (c.parties.some((party) => party.personId === personId)) fault('PARTY_CANNOT_HELP');
    await ctx.db.rows(sql.lockHelper, [`helper/${personId}`]);
    const person = (await candidates(ctx, helped)).find((one) => one.personId === personId);
    if (person === undefined) return fault('HELPER_NOT_SERVING');
    const now = await ctx.db.first(sql.findHelperNow, [county, caseId]);
    if (now?.person_id === personId && now.unit === unit && now.position === position && now.phone === phone)
      throw new Failure('conflict', 'HELPER_SAME');
    const { helperCap: cap } = profile.support;
    if (now?.person_id !== personId && person.families >= cap)
      throw new Failure('conflict', 'HELPER_FULL', { params: { name: person.name } });
    if (now !== undefined && reason === '') fault('REQUIRED', 'reason');
    const id = newId(county, ctx.now);
    const { keyId, bytes } = ctx.keys.seal(reason, sealedPlaces.reasonAt(county, id));
    await ctx.db.write(sql.endHelper, [county, caseId, ctx.now]);
    const named = [personId, unit, position, phone, ctx.caller.personId, ctx.today, ctx.now, keyId, bytes];
    await ctx.db.write(sql.insertHelper, [county, id, caseId, c.village, ...named]);
    await queueHelp(ctx, helped, 'HELPER', personId);
    return { family: await staffFamily(ctx, helped) };
  },
);

async function candidates(ctx: Ctx, { county, case: c }: Helped) {
  // How many families somebody has is the county's to count, not the village's.
  const rows = await ctx.db.within(county, () =>
    ctx.db.rows(sql.findCandidates, [county, c.village, ctx.today, c.id]),
  );
  return rows
    .filter((row) => !c.kin.some(({ personId }) => personId === row.person_id))
    .map((row) => ({ personId: row.person_id, name: row.name, office: row.office, families: row.families }))
    .sort((a, b) => a.families - b.families);
}

function fault(reason: 'PARTY_CANNOT_HELP' | 'HELPER_NOT_SERVING' | 'REQUIRED', field = 'personId'): never {
  throw new Failure('bad_input', reason, { issues: [{ field, reason, message: '' }] });
}
