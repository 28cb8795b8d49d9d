import type { Case } from '@shared/casework';
import { findCaseIn, type LoadedCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { findObjectedCases } from './objections.sql';

/**
 * The objection of whoever holds its number, with the case that it lies on. The number is made from the objection's id,
 * so nothing but the objection itself is kept. Works inside of the village, whoever asks.
 * @throws Failure not_found for a number that was never given there
 */
export async function objectionOfCode<T>(
  ctx: Ctx,
  { village, code }: { village: string; code: string },
  work: (loaded: LoadedCase, objection: Case['objections'][number]) => T | Promise<T>,
): Promise<T> {
  const county = village.slice(0, 6);
  return ctx.db.within(village, async () => {
    const rows = await ctx.db.rows(findObjectedCases, [county, village, ctx.today]);
    for (const { case_id } of rows) {
      const loaded = await findCaseIn(ctx, county, case_id);
      const found = loaded?.case.objections.find(({ id }) => ctx.keys.queryCode(id) === code);
      if (loaded !== null && found !== undefined) return work(loaded, found);
    }
    throw new Failure('not_found', 'QUERY_CODE_UNKNOWN');
  });
}
