import type { Role } from '@shared/access';
import { localDate } from '@shared/calendar';
import { mayRead } from '@shared/casework';
import type { HelpedFamily, MeasureView, OurHelp, StaffFamily, VisitView } from '@shared/contract/measures';
import {
  type HelpFacts,
  helpFacts,
  helpWarnings,
  isOverdue,
  KIND_OF,
  MAY_PLAN,
  MEASURE_ACTS,
  type Measure,
  ON_THE_SPOT,
  permitMeasure,
  visitDueOn,
} from '@shared/measures';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { type LoadedMeasure, measuresOf } from '../runtime/help/measures';
import { placesOf } from '../runtime/papers';
import { followUpsOf, risksOn } from '../runtime/register/follow-up';
import { knownOf } from '../runtime/register/known';
import { type Helped, standingTo } from './family';
import * as sql from './measures.sql';

type HelpCase = Helped['case'];

export function measureView(ctx: Ctx, helped: Helped, m: Measure): MeasureView {
  const standing = standingTo(ctx, helped, m);
  const open = m.state === 'IN_PROGRESS' ? m.disputes.at(-1) : undefined;
  return {
    id: m.id,
    code: m.code,
    kind: KIND_OF[m.code],
    name: m.name,
    state: m.state,
    overdue: isOverdue(m, ctx.today),
    risk: m.risk,
    need: m.need,
    memberName: helped.case.members.find(({ key }) => key === m.memberKey)?.name ?? '',
    owner: m.owner,
    office: m.office,
    person: m.person,
    dueOn: m.dueOn,
    amountFen: m.landing?.amountFen ?? m.amountFen,
    service: m.service,
    expected: m.expected,
    emergency: m.emergency,
    papersDueOn: m.papersAt === null ? m.papersDueOn : null,
    landing:
      m.landing === null
        ? null
        : {
            on: m.landing.on,
            note: m.landing.note,
            photos: m.landing.attachmentIds.length,
            by: m.landing.actor.name,
          },
    received:
      m.receipt === null
        ? null
        : { on: localDate(m.receipt.at), how: m.receipt.how, by: m.receipt.actor.name },
    notReceived: open?.text ?? null,
    effect: m.effect?.words ?? '',
    ended: m.ended?.words ?? '',
    acts: MEASURE_ACTS.filter((act) => permitMeasure(m, standing, act).ok),
  };
}

const reasonAt = (county: string, id: string) => `helper_assignment/${county}/${id}`;
const planAt = (county: string, id: string) => `support_plan/${county}/${id}`;
export const sealedPlaces = { reasonAt, planAt };

export async function plansOf(ctx: Ctx, county: string, caseId: string): Promise<StaffFamily['plans']> {
  const rows = await ctx.db.rows(sql.findPlans, [county, caseId]);
  return rows.map((row) => ({
    id: row.id,
    needs: row.needs as StaffFamily['plans'][number]['needs'],
    words: ctx.keys.open({ keyId: row.key_id, bytes: row.words }, planAt(county, row.id)),
    madeOn: localDate(row.made_at),
    madeBy: row.made_by_name,
    signedOn: row.signed_at === null ? null : localDate(row.signed_at),
    how: row.how,
  }));
}

/** What was found on visits and otherwise, the newest first. */
export async function visitsOf(ctx: Ctx, county: string, caseId: string): Promise<VisitView[]> {
  return (await followUpsOf(ctx, county, caseId)).map(({ words: findings, photoIds, ...one }) => {
    const { id, cadence, on, by, way, met, problem, solved, result, newRisks } = one;
    return {
      id,
      cadence,
      on,
      by,
      way,
      met,
      findings,
      problem,
      solved,
      result,
      newRisks,
      photos: photoIds.length,
    };
  });
}

export function factsOf(c: HelpCase, ctx: Pick<Ctx, 'today'>) {
  const facts = helpFacts(c, ctx.today);
  if (facts === null) throw new Failure('conflict', 'NOT_INCLUDED');
  return facts;
}

/** Risks of today: those of the decision, and what follow-ups found since. The helper reads them of this one family. */
async function risksNow(ctx: Ctx, helped: Helped) {
  return risksOn(await ctx.db.within(helped.case.village, () => knownOf(ctx, helped)), ctx.today);
}

const may = (roles: readonly Role[], some: readonly Role[]) => roles.some((role) => some.includes(role));
/** Who makes somebody a helper: the village and the township (domain.md 3.4). */
export const MAY_ASSIGN: readonly Role[] = ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'];
export const MAY_VISIT: readonly Role[] = [...ON_THE_SPOT, 'GRID'];

/** All that offices and the helper see of a family's help. */
export async function staffFamily(ctx: Ctx, helped: Helped): Promise<StaffFamily> {
  const { county, case: c, profile, roles } = helped;
  const helperRows = await ctx.db.rows(sql.findHelpers, [county, c.id]);
  const measures = (await measuresOf(ctx, county, c.id)).map(({ measure }) => measure);
  const plans = await plansOf(ctx, county, c.id);
  const visits = await visitsOf(ctx, county, c.id);
  const risks = await risksNow(ctx, helped);
  const facts = { ...factsOf(c, ctx), risks };
  const all: HelpFacts = {
    ...facts,
    hasHelper: helperRows.some(({ ended_at }) => ended_at === null),
    planSignedOn: plans.find(({ signedOn }) => signedOn !== null)?.signedOn ?? null,
    measures,
    visits,
  };
  const kin = c.kin.some(({ personId }) => personId === ctx.caller.personId);
  return {
    ...(await headOf(ctx, c)),
    today: ctx.today,
    includedOn: facts.includedOn,
    risks: [...facts.risks],
    members: c.members.map(({ key, name }) => ({ key, name })),
    helpers: helperRows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      unit: row.unit,
      position: row.position,
      phone: row.phone,
      from: row.start_on,
      until: row.ended_at === null ? null : localDate(row.ended_at),
      reason: ctx.keys.open({ keyId: row.key_id, bytes: row.reason }, reasonAt(county, row.id)),
    })),
    plans,
    measures: measures.map((m) => measureView(ctx, helped, m)),
    visits,
    warnings: helpWarnings(all, profile).map(({ code, dueOn, late, risk, measureId }) => ({
      code,
      dueOn,
      late,
      risk: risk ?? null,
      measureName: measures.find(({ id }) => id === measureId)?.name ?? '',
    })),
    visitDueOn: visitDueOn(all, profile.visits.monthly),
    may: {
      assign: !kin && may(roles, MAY_ASSIGN),
      plan: !kin && may(roles, MAY_PLAN),
      sign: !kin && may(roles, [...ON_THE_SPOT, 'GRID']),
      visit: !kin && may(roles, MAY_VISIT),
      readCase: mayRead(c, ctx.caller),
    },
  };
}

export async function headOf(ctx: Ctx, c: HelpCase) {
  const { villageName } = await placesOf(ctx, c.village);
  const { id: caseId, caseNo, headName, group, memberCount } = c;
  return { caseId, caseNo, headName, group, villageName, memberCount };
}

/** What the helper takes along. */
export async function helpedFamily(ctx: Ctx, helped: Helped): Promise<HelpedFamily> {
  const { county, case: c, profile } = helped;
  const measures = await measuresOf(ctx, county, c.id);
  const visits = await visitsOf(ctx, county, c.id);
  const facts = { ...factsOf(c, ctx), risks: await risksNow(ctx, helped) };
  const last = visits[0];
  return {
    ...(await headOf(ctx, c)),
    phone: c.report.phone,
    includedOn: facts.includedOn,
    risks: [...facts.risks],
    visitDueOn: visitDueOn({ ...facts, visits }, profile.visits.monthly),
    lastVisit: last === undefined ? null : { on: last.on, result: last.result, problem: last.problem },
    measures: measures.map(({ measure }) => measureView(ctx, helped, measure)),
  };
}

/** What the family reads of its own help. What was written down on visits is not here. */
export async function ourHelp(ctx: Ctx, helped: Helped): Promise<OurHelp> {
  const { county, case: c, roles } = helped;
  const row = await ctx.db.first(sql.findHelperNow, [county, c.id]);
  const plans = await plansOf(ctx, county, c.id);
  const measures: LoadedMeasure[] = await measuresOf(ctx, county, c.id);
  return {
    caseId: c.id,
    today: ctx.today,
    helper: row === undefined ? null : { name: row.name, unit: row.unit, phone: row.phone },
    plan: plans[0] ?? null,
    measures: measures.map(({ measure }) => measureView(ctx, helped, measure)),
    maySign: !roles.includes('HOUSEHOLD'),
  };
}
