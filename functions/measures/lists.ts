import { localDate } from '@shared/calendar';
import { contract } from '@shared/contract';
import type { HelpedFamily } from '@shared/contract/measures';
import { MEASURE_ACTIONS } from '@shared/measures';
import { audit } from '../runtime/audit';
import { findCaseIn } from '../runtime/cases/case-store';
import { Failure } from '../runtime/failure';
import { servesAt } from '../runtime/help/helper';
import { measureOfRow } from '../runtime/help/measures';
import { handle } from '../runtime/use-case';
import { departmentsOf, getHelped, type Helped } from './family';
import * as sql from './measures.sql';
import { headOf, helpedFamily, measureView, ourHelp, staffFamily } from './views';

/** The help of a family for its offices and its helper. */
export const of = handle(contract.measures.of, async (ctx, { caseId }) => {
  const helped = await getHelped(ctx, caseId);
  // A family reads its own help on its own page, a department the measures that were handed to it.
  if (helped.roles.every((role) => role === 'HOUSEHOLD' || role === 'PROXY' || role === 'DEPT'))
    throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await audit(ctx, { what: 'READ', caseId, detail: 'HELP', why: '' });
  return { family: await staffFamily(ctx, helped) };
});

/** The family's own page; who reported for it reads it too as long as nobody of the family has an account. */
export const ours = handle(contract.measures.ours, async (ctx, { caseId }) => {
  const helped = await getHelped(ctx, caseId);
  const family = helped.roles.includes('HOUSEHOLD');
  const proxy = helped.roles.includes('PROXY') && !helped.case.parties.some(({ as }) => as === 'HOUSEHOLD');
  if (!family && !proxy) throw new Failure('forbidden', 'FAMILY_ONLY');
  return { help: await ourHelp(ctx, helped) };
});

/** Families whose helper the caller is: those whose visit is due first come first. */
export const helping = handle(contract.measures.helping, async (ctx) => {
  const rows = await ctx.db.rows(sql.findHelped, [ctx.caller.personId]);
  const families: HelpedFamily[] = [];
  for (const row of rows.filter(({ village }) => servesAt(ctx, village))) {
    const county = row.village.slice(0, 6);
    // The helper reads this one case and no other of its village.
    const loaded = await ctx.db.within(row.village, () => findCaseIn(ctx, county, row.case_id));
    if (loaded === null || loaded.case.state !== 'INCLUDED') continue;
    const helped: Helped = { ...loaded, roles: ['HELPER'], departments: [] };
    await audit(ctx, { what: 'READ', caseId: row.case_id, detail: 'HELPER', why: '' });
    families.push(await helpedFamily(ctx, helped));
  }
  const due = ({ visitDueOn }: HelpedFamily) => visitDueOn ?? '9999';
  return { today: ctx.today, families: families.sort((a, b) => (due(a) < due(b) ? -1 : 1)) };
});

/** So many are listed; a case is read for each. */
const HANDED_AT_MOST = 200;
/** In these a department can do something. */
const ITS_TURN = MEASURE_ACTIONS.land.states;

/** What waits for the caller's department, and what it did. */
export const handed = handle(contract.measures.handed, async (ctx) => {
  const measures = [];
  const departments = departmentsOf(ctx);
  let left = 0;
  let cut = false;
  for (const { region } of ctx.caller.grants.filter(({ role }) => role === 'DEPT')) {
    const county = region.slice(0, 6);
    const where = [county, departments, region];
    const rows = await ctx.db.rows(sql.findHanded, [...where, HANDED_AT_MOST + 1]);
    const here = [];
    for (const row of rows.slice(0, HANDED_AT_MOST)) {
      const { measure } = measureOfRow(ctx, county, row);
      // The family's name and place come with what was handed over, and nothing else of its case.
      const loaded = await ctx.db.within(row.village, () => findCaseIn(ctx, county, row.case_id));
      if (loaded === null) continue;
      const helped: Helped = { ...loaded, roles: ['DEPT'], departments };
      const { memberCount: _, ...head } = await headOf(ctx, loaded.case);
      here.push({ ...head, measure: measureView(ctx, helped, measure) });
    }
    measures.push(...here);
    if (rows.length > HANDED_AT_MOST) {
      cut = true;
      left += (await ctx.db.first(sql.countHanded, [...where, ITS_TURN]))?.left ?? 0;
    } else left += here.filter(({ measure }) => measure.acts.length > 0).length;
  }
  return { today: ctx.today, measures, left, cut };
});

/** Families on the list, and how the help of each stands; those with something late, or that did not come, first. */
export const families = handle(contract.measures.families, async (ctx, { cursor, limit }) => {
  const found = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const where = [region.slice(0, 6), region, ctx.caller.personId, ctx.today, cursor, limit + 1];
    found.push(...(await ctx.db.rows(sql.findFamilies, where)));
  }
  found.sort((a, b) => (a.place < b.place ? -1 : 1));
  const page = found.slice(0, limit);
  return {
    today: ctx.today,
    families: page.map((row) => ({
      caseId: row.id,
      caseNo: row.case_no,
      headName: row.head_name,
      group: row.village_group,
      villageName: row.village_name,
      memberCount: row.member_count,
      includedOn: localDate(row.included_at),
      helper: row.helper,
      planSigned: row.plan_signed,
      reached: row.reached,
      late: row.late,
      notReceived: row.not_received,
      lastVisitOn: row.last_visit,
    })),
    next: found.length > limit ? (page.at(-1)?.place ?? null) : null,
  };
});
