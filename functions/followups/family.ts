import { endOfDay } from '@shared/calendar';
import { mayRead } from '@shared/casework';
import { contract } from '@shared/contract';
import {
  dutiesOf,
  FACT_KEEPERS,
  FOLLOWERS,
  headsIn,
  monthOf,
  monthsOf,
  QUARTER_KEEPERS,
  quarterOf,
  yearPerHead,
} from '@shared/followups';
import { hasLeft } from '@shared/register';
import { audit } from '../runtime/audit';
import { findProfileInForce } from '../runtime/cases/case-store';
import { placesOf } from '../runtime/papers';
import { followUpsOf } from '../runtime/register/follow-up';
import { handle } from '../runtime/use-case';
import * as sql from './followups.sql';
import { handOf, openFamily } from './hands';
import { addedRisksView, changeView, familyView, incomeView, quarterView, taskView } from './views';

/** One family on the list with everything that follows up on it. Looking is written down. */
export const family = handle(contract.followups.family, async (ctx, { caseId }) => {
  const followed = await openFamily(ctx, caseId);
  const { entry, facts, knownFrom, loaded } = followed;
  const { county, case: c } = loaded;
  await audit(ctx, { what: 'READ', caseId, detail: '', why: '' });
  const profile = (await findProfileInForce(ctx, county)) ?? loaded.profile;
  const of = [county, caseId];
  const changes = await ctx.db.rows(sql.findChanges, of);
  const followUps = await followUpsOf(ctx, county, caseId);
  const quarters = await ctx.db.rows(sql.findQuarters, of);
  const tasks = await ctx.db.rows(sql.findTasks, of);
  const { villageName } = await placesOf(ctx, c.village);
  const handed = quarters.filter(({ state }) => state !== 'RETURNED');
  const duties = dutiesOf(
    {
      includedOn: entry.identifiedOn,
      visitedOn: followUps
        .filter(({ cadence, result }) => cadence !== 'EVENT' && result !== 'UNREACHABLE')
        .map(({ on }) => on),
      quarters: handed.map(({ quarter }) => quarter),
    },
    profile,
    ctx.today,
  );
  const left = hasLeft(entry.status);
  const may = (roles: Parameters<typeof handOf>[2]) => !left && handOf(ctx, followed, roles) !== null;
  const last = handed[0]?.quarter;
  return {
    family: {
      today: ctx.today,
      caseId,
      caseNo: c.caseNo,
      headName: c.headName,
      group: c.group,
      villageName,
      status: entry.status,
      householdType: entry.householdType,
      identifiedOn: entry.identifiedOn,
      knownFrom,
      ...familyView(facts, { on: ctx.today }),
      heads: headsIn(facts, monthOf(ctx.today)),
      ...duties,
      quarterHeads: monthsOf(duties.quarter?.quarter ?? quarterOf(ctx.today)).map((month) =>
        headsIn(facts, month),
      ),
      yearPerHead:
        last === undefined
          ? null
          : yearPerHead(
              handed.map(({ quarter, net, heads }) => ({ quarter, net: Number(net), heads })),
              last,
            ),
      rules: {
        code: profile.code,
        version: profile.version,
        netReference: profile.netReference,
        triggers: profile.triggers,
        line: { perCapitaFen: profile.line.perCapitaFen },
      },
      changes: changes
        .map((row) => changeView(ctx, followed, row, changes))
        .map((one) => (left ? { ...one, mayTakeBack: false } : one)),
      addedRisks: addedRisksView(facts, may(FACT_KEEPERS)),
      followUps,
      quarters: quarters.map((row) => quarterView(ctx, followed, row)),
      tasks: tasks.map((row) => taskView(ctx, followed, row)),
      may: {
        follow: may(FOLLOWERS),
        keepQuarter: may(QUARTER_KEEPERS),
        keepFacts: may(FACT_KEEPERS),
        readCase: mayRead(c, ctx.caller),
      },
    },
  };
});

/** What was true on a day as it was known at the end of another: both axes of validity in time. */
export const facts = handle(contract.followups.facts, async (ctx, { caseId, on, knownOn }) => {
  const { facts: known, loaded } = await openFamily(ctx, caseId);
  await audit(ctx, { what: 'READ', caseId, detail: '', why: '' });
  const knownAt = knownOn === '' ? null : endOfDay(knownOn);
  const quarters = await ctx.db.rows(sql.findQuarters, [loaded.county, caseId]);
  return {
    on,
    knownOn: knownOn === '' ? ctx.today : knownOn,
    ...familyView(known, { on, knownAt }),
    ...incomeView(quarters, { on, knownAt }),
  };
});
