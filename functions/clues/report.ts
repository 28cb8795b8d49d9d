import { localDate } from '@shared/calendar';
import { isClosed } from '@shared/casework';
import { CLUE_REPORTERS, clueDueOn, clueRole } from '@shared/clues';
import { contract } from '@shared/contract';
import { newId } from '../adapters';
import { findCaseIn, findProfileInForce } from '../runtime/cases/case-store';
import { findVillage } from '../runtime/cases/cases.sql';
import { findOpenCase } from '../runtime/cases/same-person';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findCheck, insertClues } from './clues.sql';
import { getClue } from './get';
import { clueView, sealClue } from './view';

/** A cadre's clue: it waits in the village's list as a department's does, and opens nothing by itself. */
export const report = handle(
  contract.clues.report,
  async (ctx, { village, caseId, name, risk, note, roundId }) => {
    if (clueRole(ctx.caller, village, CLUE_REPORTERS) === undefined)
      throw new Failure('not_found', 'NOT_FOUND');
    const county = village.slice(0, 6);
    await ctx.db.enter(village);
    const profile = await findProfileInForce(ctx, county);
    if (profile === null || (await ctx.db.first(findVillage, [village])) === undefined)
      throw new Failure('not_found', 'VILLAGE_UNKNOWN');
    if (roundId !== null && (await ctx.db.first(findCheck, [county, roundId, village])) === undefined)
      throw new Failure('not_found', 'NOT_FOUND');
    const person =
      caseId === null ? { name: name ?? '', idNo: null } : await knownHead(ctx, county, village, caseId);
    const id = newId(county, ctx.now);
    const { keyId, bytes } = sealClue(ctx, county, id, { ...person, value: null, note });
    const digest = person.idNo === null ? null : ctx.keys.blindIndex('ID', person.idNo);
    await ctx.db.write(insertClues, [
      county,
      'CADRE',
      null,
      ctx.caller.personId,
      ctx.now,
      clueDueOn(profile, localDate(ctx.now)),
      [id],
      [village],
      [null],
      [risk],
      [digest],
      [caseId],
      [keyId],
      [bytes],
      roundId,
    ]);
    return { clue: clueView(ctx, await getClue(ctx, id)) };
  },
);

/** @throws Failure conflict when the family has a case in hand: what is new belongs there */
async function knownHead(ctx: Ctx, county: string, village: string, caseId: string) {
  const known = await findCaseIn(ctx, county, caseId);
  if (known === null || known.case.village !== village) throw new Failure('not_found', 'NOT_FOUND');
  const { headName, report, state } = known.case;
  const open = report.idNo === null ? null : await findOpenCase(ctx, county, report.idNo, caseId);
  if (!isClosed(state) || open !== null) throw new Failure('conflict', 'CLUE_CASE_OPEN');
  return { name: headName, idNo: report.idNo };
}
