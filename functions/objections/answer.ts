import { localDate } from '@shared/calendar';
import { dueOn } from '@shared/casework';
import { contract } from '@shared/contract';
import { findCaseIn } from '../runtime/cases/case-store';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findObjectedCases } from './objections.sql';

/**
 * The answer to an objection for whoever holds its number: nobody is asked who he is, and nothing of the family is told.
 * The number is made from the objection's id, so nothing but the objection itself is kept.
 */
export const answer = handle(contract.objections.answer, async (ctx, { village, code }) => {
  const county = village.slice(0, 6);
  return ctx.db.within(village, async () => {
    const rows = await ctx.db.rows(findObjectedCases, [county, village, ctx.today]);
    for (const { case_id } of rows) {
      const loaded = await findCaseIn(ctx, county, case_id);
      const found = loaded?.case.objections.find(({ id }) => ctx.keys.queryCode(id) === code);
      if (loaded === null || found === undefined) continue;
      const { answer: given } = found;
      return {
        filedOn: localDate(found.filedAt),
        answerDueOn: given === null ? dueOn(loaded.case, loaded.profile, ctx.now) : null,
        answer:
          given === null ? null : { on: localDate(given.at), verdict: given.verdict, words: given.answer },
      };
    }
    throw new Failure('not_found', 'QUERY_CODE_UNKNOWN');
  });
});
