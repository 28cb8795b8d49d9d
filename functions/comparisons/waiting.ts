import { askedAbout, type Case, isAdult, isAnswered, mayRead } from '@shared/casework';
import { contract } from '@shared/contract';
import { findCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import { findWaiting } from './comparisons.sql';
import { clerkOf } from './who';

/** Cases that wait for their comparison, and how many people of each may be asked about today. */
export const waiting = handle(contract.comparisons.waiting, async (ctx) => {
  const { county } = clerkOf(ctx);
  const rows = await ctx.db.rows(findWaiting, [county]);
  const cases = [];
  for (const row of rows) {
    const loaded = await findCase(ctx, row.id);
    if (loaded === null || !mayRead(loaded.case, ctx.caller)) continue;
    cases.push({ ...view(ctx, loaded.case), villageName: row.village_name, dueOn: row.due_on });
  }
  return { cases };
});

function view(ctx: Ctx, c: Case) {
  const adults = c.members.filter((member) => isAdult(member, ctx.now));
  const check = c.dataCheck;
  return {
    caseId: c.id,
    caseNo: c.caseNo,
    headName: c.headName,
    adults: adults.length,
    withoutId: adults.filter(({ idNo }) => idNo === null).map(({ name }) => name),
    unsigned: adults.filter(({ key }) => c.authorizations[key] === undefined).map(({ name }) => name),
    requested: check !== null,
    waitingFor:
      check === null
        ? []
        : check.departments.filter((department) =>
            askedAbout(check, department).some((key) => !isAnswered(check, department, key)),
          ),
  };
}
