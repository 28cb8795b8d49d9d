import { contract } from '@shared/contract';
import { covers } from '@shared/regions';
import { countyOfId, newId } from '../adapters';
import { staffAnswer } from '../runtime/cases/answers';
import { findCaseIn } from '../runtime/cases/case-store';
import { onThisVersion, perform, performBySystem } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './assists.sql';
import { findVillage } from './queue.sql';

/** What is sealed of a request: all that the other village reads of the family. */
interface Question {
  headName: string;
  question: string;
}

const placeOf = (county: string, id: string) => `assist/${county}/${id}`;

/** Asks the village where the family lives for facts; it has three days and decides nothing (domain.md 3.9). */
export const requestAssist = onThisVersion(
  contract.reviews.requestAssist,
  async (ctx, loaded, { village, question }) => {
    if ((await ctx.db.first(findVillage, [village])) === undefined)
      throw new Failure('not_found', 'VILLAGE_UNKNOWN');
    const { county } = loaded;
    const assistId = newId(county, ctx.now);
    const after = await perform(ctx, loaded, { type: 'requestAssist', assistId, village, question });
    const asked = after.case.assists.at(-1);
    const content: Question = { headName: after.case.headName, question };
    const { keyId, bytes } = ctx.keys.seal(JSON.stringify(content), placeOf(county, assistId));
    await ctx.db.write(sql.insertAssist, [
      county,
      assistId,
      after.case.id,
      after.case.village,
      village,
      ctx.now,
      asked?.dueOn,
      keyId,
      bytes,
    ]);
    return staffAnswer(ctx, after);
  },
);

/** Requests that other villages sent to those that the caller serves. */
export const assists = handle(contract.reviews.assists, async (ctx) => {
  const requests = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    for (const row of await ctx.db.rows(sql.findAssists, [region])) {
      const sealed = { keyId: row.key_id, bytes: row.sealed };
      const { headName, question } = JSON.parse(
        ctx.keys.open(sealed, placeOf(row.county, row.id)),
      ) as Question;
      requests.push({
        assistId: row.id,
        headName,
        question,
        fromVillage: row.from_village,
        fromVillageName: row.from_name,
        toVillageName: row.to_name,
        dueOn: row.due_on,
        answeredAt: row.answered_at,
      });
    }
  }
  return { today: ctx.today, requests };
});

/** The facts that were asked for become an event of the case, told by the village that gave them. */
export const answerAssist = handle(
  contract.reviews.answerAssist,
  async (ctx, { assistId, facts, photoIds }) => {
    const county = countyOfId(assistId);
    const row = county === undefined ? undefined : await ownRequest(ctx, county, assistId);
    if (county === undefined || row === undefined) throw new Failure('not_found', 'NOT_FOUND');
    if (row.answered_at !== null) throw new Failure('conflict', 'UNKNOWN_ASSIST');
    await ctx.db.write(sql.answered, [county, assistId, ctx.now]);
    const command = {
      type: 'answerAssist' as const,
      assistId,
      facts,
      photoIds,
      by: { name: ctx.caller.name, office: row.to_name },
    };
    // The case is the other village's: this one adds its facts to it and reads nothing of it.
    await ctx.db.within(county, async () => {
      const loaded = await findCaseIn(ctx, county, row.case_id);
      if (loaded === null) throw new Failure('not_found', 'NOT_FOUND');
      await performBySystem(ctx, loaded, command);
    });
    return { answeredAt: ctx.now };
  },
);

async function ownRequest(ctx: Ctx, county: string, assistId: string) {
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const row = await ctx.db.first(sql.findAssist, [county, assistId]);
    if (row === undefined) continue;
    const mine = ctx.caller.grants.some(
      (grant) =>
        ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'].includes(grant.role) && covers(grant.region, row.to_village),
    );
    if (mine) return row;
  }
  return undefined;
}
