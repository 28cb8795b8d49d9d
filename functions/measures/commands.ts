import { type Actor, type Role, SYSTEM_CALLER } from '@shared/access';
import { type Refusal, refuse } from '@shared/casework/refusal';
import { contract } from '@shared/contract';
import {
  decideMeasure,
  landingRefused,
  MAY_PLAN,
  MEASURE_ACTIONS,
  type Measure,
  type MeasureCommand,
  type MeasureEvent,
  planRefused,
} from '@shared/measures';
import { newId } from '../adapters';
import { claimAttachments } from '../runtime/cases/cases.sql';
import { performBySystem } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure, failureOfRefusal } from '../runtime/failure';
import {
  appendMeasure,
  bearMeasure,
  findMeasure,
  type LoadedMeasure,
  measuresOf,
} from '../runtime/help/measures';
import { queueHelp } from '../runtime/register/follow-up';
import { handle } from '../runtime/use-case';
import { getHelped, type Helped, standingTo } from './family';
import * as sql from './measures.sql';
import { measureView, ourHelp, sealedPlaces, staffFamily } from './views';

/** One plan a family (一户一策): needs, and measures by risk, owner and day. It waits for the family's signature. */
export const makePlan = handle(
  contract.measures.makePlan,
  async (ctx, { caseId, needs, words, measures }) => {
    const helped = await getHelped(ctx, caseId);
    const actor = planner(ctx, helped);
    refused(planRefused(measures, ctx.today));
    for (const [index, { memberKey }] of measures.entries())
      knowMember(helped, memberKey, `measures.${index}.memberKey`);
    const { county, case: c } = helped;
    const id = newId(county, ctx.now);
    const { keyId, bytes } = ctx.keys.seal(words, sealedPlaces.planAt(county, id));
    const values = [county, id, caseId, c.village, needs, ctx.caller.personId, ctx.now, keyId, bytes];
    await ctx.db.write(sql.insertPlan, values);
    for (const one of measures)
      await bearMeasure(ctx, { county, caseId, village: c.village }, actor, {
        type: 'Planned',
        data: { ...one, planId: id },
      });
    await queueHelp(ctx, helped, 'PLAN', id);
    return { family: await staffFamily(ctx, helped) };
  },
);

/** The family's yes to the plan is its yes to each of its measures. */
export const signPlan = handle(
  contract.measures.signPlan,
  async (ctx, { caseId, planId, how, attachmentId }) => {
    const helped = await getHelped(ctx, caseId);
    const { county, case: c } = helped;
    const actor = planner(ctx, helped, MEASURE_ACTIONS.agree.roles);
    if (actor.role !== 'HOUSEHOLD' && attachmentId === null)
      refused(refuse('INPUT', 'CONFIRM_NEEDS_PAPER', {}, 'attachmentId'));
    const planned = (await measuresOf(ctx, county, caseId)).filter(
      ({ measure }) => measure.planId === planId && measure.state === 'PLANNED',
    );
    await claim(ctx, helped, [{ field: 'attachmentId', id: attachmentId, isVoice: how === 'VOICE' }]);
    for (const one of planned) await take(ctx, helped, one, { do: 'agree', how, attachmentId });
    const signed = [county, planId, caseId, ctx.now, ctx.caller.personId, how, attachmentId];
    if ((await ctx.db.write(sql.signPlan, signed)) === 0) {
      const known = await ctx.db.rows(sql.findPlans, [county, c.id]);
      throw known.some(({ id }) => id === planId)
        ? new Failure('conflict', 'PLAN_SIGNED')
        : new Failure('not_found', 'NOT_FOUND');
    }
    return { help: await ourHelp(ctx, helped) };
  },
);

/** A measure beside the plan, or one that has reached the family already. A department adds to families handed to it. */
export const add = handle(contract.measures.add, async (ctx, { caseId, landing, ...one }) => {
  const helped = await getHelped(ctx, caseId);
  const byDepartment = helped.departments.includes(one.owner);
  const actor = byDepartment ? actorOf(ctx, 'DEPT') : planner(ctx, helped);
  knowMember(helped, one.memberKey, 'memberKey');
  refused(landing === null ? planRefused([one], ctx.today) : landingRefused(landing, ctx.today));
  await claim(ctx, helped, photos(landing?.attachmentIds ?? [], 'landing.attachmentIds'));
  const { county, case: c } = helped;
  const event: MeasureEvent =
    landing === null
      ? { type: 'Planned', data: { ...one, planId: null } }
      : { type: 'Recorded', data: { ...one, landing, emergency: false, caseIndex: null, papersDueOn: null } };
  const measure = await bearMeasure(ctx, { county, caseId, village: c.village }, actor, event);
  if (measure === null) throw new Error('A new measure was there already');
  if (landing !== null) await queueHelp(ctx, helped, 'LANDED', measure.id);
  return { measure: measureView(ctx, helped, measure) };
});

export const step = handle(contract.measures.step, async (ctx, { caseId, measureId, step: command }) => {
  const helped = await getHelped(ctx, caseId);
  const before = await getMeasure(ctx, helped, measureId);
  const after = await take(ctx, helped, before, command);
  if (command.do === 'land') {
    await claim(ctx, helped, photos(command.attachmentIds, 'step.attachmentIds'));
    await queueHelp(ctx, helped, 'LANDED', measureId);
  }
  return { measure: measureView(ctx, helped, after) };
});

/** What came is on the card and on notices from now on; what did not goes back to whoever answers for it. */
export const confirm = handle(contract.measures.confirm, async (ctx, { caseId, measureId, ...said }) => {
  const helped = await getHelped(ctx, caseId);
  const before = await getMeasure(ctx, helped, measureId);
  const after = await take(ctx, helped, before, { do: 'confirm', ...said });
  await claim(ctx, helped, [{ field: 'attachmentId', id: said.attachmentId, isVoice: said.how === 'VOICE' }]);
  if (said.received) await enterOnCard(ctx, helped, after);
  else await queueHelp(ctx, helped, 'NOT_RECEIVED', measureId);
  return { help: await ourHelp(ctx, helped) };
});

async function enterOnCard(ctx: Ctx, helped: Helped, m: Measure): Promise<void> {
  if (m.caseIndex !== null || m.landing === null) return;
  const { on, amountFen, note } = m.landing;
  // The case's history is the family's whole file: the system adds to it for whoever said yes.
  await ctx.db.within(helped.case.village, () =>
    performBySystem({ ...ctx, caller: SYSTEM_CALLER }, helped, {
      type: 'recordMeasure',
      measureId: m.id,
      measureCode: m.code,
      name: m.name,
      department: m.office,
      on,
      amountFen,
      detail: m.service === '' ? note : m.service,
    }),
  );
}

async function getMeasure(ctx: Ctx, { county, case: c }: Helped, id: string): Promise<LoadedMeasure> {
  const found = await findMeasure(ctx, county, id);
  if (found === null || found.caseId !== c.id) throw new Failure('not_found', 'NOT_FOUND');
  return found;
}

async function take(
  ctx: Ctx,
  helped: Helped,
  before: LoadedMeasure,
  command: MeasureCommand,
): Promise<Measure> {
  const decision = decideMeasure(before.measure, command, standingTo(ctx, helped, before.measure));
  if (!decision.ok) throw failureOfRefusal(decision.refusal);
  let now = before;
  for (const event of decision.events) now = await appendMeasure(ctx, now, decision.actor, event);
  return now.measure;
}

const actorOf = ({ caller }: Ctx, role: Role): Actor => ({
  personId: caller.personId,
  name: caller.name,
  role,
});

/** In which role the caller plans for the family. @throws Failure forbidden, conflict for a relative */
export function planner(ctx: Ctx, helped: Helped, roles: readonly Role[] = MAY_PLAN): Actor {
  const role = roles.find((one) => helped.roles.includes(one));
  if (role === undefined) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (helped.case.kin.some(({ personId }) => personId === ctx.caller.personId))
    throw new Failure('conflict', 'KIN_MUST_STEP_BACK');
  return actorOf(ctx, role);
}

export function refused(refusal: Refusal | null): void {
  if (refusal !== null) throw failureOfRefusal(refusal);
}

function knowMember({ case: c }: Helped, key: string | null, field: string): void {
  if (key !== null && !c.members.some((member) => member.key === key))
    throw failureOfRefusal(refuse('INPUT', 'UNKNOWN_MEMBER', {}, field));
}

interface Named {
  field: string;
  id: string | null;
  isVoice: boolean;
}

const photos = (ids: readonly string[], field: string): Named[] =>
  ids.map((id, index) => ({ field: `${field}.${index}`, id, isVoice: false }));

/** Ties files to the family. @throws Failure bad_input when one is not the caller's or not looked at */
async function claim(ctx: Ctx, { case: c }: Helped, named: readonly Named[]): Promise<void> {
  for (const { field, id, isVoice } of named) {
    if (id === null) continue;
    if ((await ctx.db.write(claimAttachments, [[id], c.id, c.village, ctx.caller.personId, [isVoice]])) === 1)
      continue;
    throw new Failure('bad_input', 'ATTACHMENT_UNKNOWN', {
      issues: [{ field, reason: 'ATTACHMENT_UNKNOWN', message: '' }],
    });
  }
}
