import {
  type CheckAction,
  type CheckFault,
  dueFault,
  noteFault,
  placesOfCheck,
  reportFault,
} from '@shared/checks';
import { contract } from '@shared/contract';
import { covers } from '@shared/regions';
import { newId } from '../adapters';
import { audit } from '../runtime/audit';
import { checkReportAt } from '../runtime/check-report';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './checks.sql';
import { unitsOf } from './read';
import { checkRole, getVillage, isFirstHand, stateOf, villagePage } from './view';

/** Opens a round for one or several places of one office; nobody opens one above the own place. */
export const open = handle(
  contract.checks.open,
  async (ctx, { regions, name, target, firstDay, lastDay }) => {
    const places = placesOfCheck(regions);
    const unit = (await unitsOf(ctx)).find((one) => places.every((place) => covers(one.region, place)));
    if (unit === undefined) throw new Failure('not_found', 'NOT_FOUND');
    // The round is the office's that opens it: a level below neither puts it off nor withdraws it.
    const { region } = unit;
    await ctx.db.enter(region);
    const county = region.slice(0, 6);
    const id = newId(county, ctx.now);
    const { personId } = ctx.caller;
    await ctx.db.write(sql.insertRound, [
      ...[county, id, region, name, target, firstDay, lastDay, personId, ctx.now, places],
    ]);
    const villages = await ctx.db.write(sql.insertVillages, [county, id, places, target]);
    if (villages === 0) throw new Failure('conflict', 'CHECK_NOBODY');
    await audit(ctx, { what: 'BULK', caseId: id, detail: `CHECK_OPENED ${places.join(' ')}`, why: '' });
    return { roundId: id, villages };
  },
);

export const setDue = handle(contract.checks.setDue, async (ctx, { roundId, village, due }) => {
  const { row } = await hold(ctx, roundId, village, 'setDue');
  refuse(dueFault({ ...row, state: stateOf(row) }, due));
  await ctx.db.write(sql.setDue, [row.county, roundId, village, due]);
  return done(ctx, row, `DUE ${due}`);
});

export const note = handle(contract.checks.note, async (ctx, { roundId, village, day, households }) => {
  const { row } = await hold(ctx, roundId, village, 'note');
  const { personId } = ctx.caller;
  const days = await ctx.db.rows(sql.findDays, [row.county, roundId, village]);
  const before = days.find((one) => one.day === day && one.noted_by === personId)?.households ?? 0;
  const round = { firstDay: row.first_day, today: ctx.today };
  refuse(noteFault({ ...row, state: stateOf(row) }, { day, households, before }, round));
  await ctx.db.write(sql.noteDay, [row.county, roundId, village, day, personId, households, ctx.now]);
  return done(ctx, row, `NOTED ${day} ${households}`);
});

/** The report in words, and the first of two signatures. */
export const report = handle(contract.checks.report, async (ctx, { roundId, village, words }) => {
  const { row, role } = await hold(ctx, roundId, village, 'report');
  refuse(reportFault({ ...row, state: stateOf(row) }));
  const { county } = row;
  const { keyId, bytes } = ctx.keys.seal(words, checkReportAt(county, roundId, village));
  const by = [ctx.caller.personId, role.onBehalfOf?.personId ?? null, ctx.now];
  await ctx.db.write(sql.reportVillage, [county, roundId, village, keyId, bytes, ...by]);
  return done(ctx, row, 'REPORTED');
});

export const sign = handle(contract.checks.sign, async (ctx, { roundId, village }) => {
  const { row } = await hold(ctx, roundId, village, 'sign');
  if (stateOf(row) !== 'REPORTED') throw new Failure('conflict', 'CHECK_NOT_REPORTED');
  if (isFirstHand(ctx, row)) throw new Failure('conflict', 'CHECK_SAME_HAND');
  await ctx.db.write(sql.signVillage, [row.county, roundId, village, ctx.caller.personId, ctx.now]);
  return done(ctx, row, 'SIGNED');
});

/** The village's row, held until this call ends. @throws Failure forbidden for who reads it and may not do this */
async function hold(ctx: Ctx, roundId: string, village: string, action: CheckAction) {
  const { county } = await getVillage(ctx, roundId, village);
  const role = checkRole(ctx, village, action);
  if (role === undefined) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await ctx.db.first(sql.lockVillage, [county, roundId, village]);
  const row = await getVillage(ctx, roundId, village);
  refuse(row.withdrawn_at === null ? null : 'CHECK_WITHDRAWN');
  return { row, role };
}

export function refuse(fault: CheckFault | null): void {
  if (fault !== null) throw new Failure('conflict', fault);
}

/** Written down, and the village as it stands now. */
async function done(ctx: Ctx, { round_id: roundId, village }: sql.VillageRow, what: string) {
  await audit(ctx, { what: 'BULK', caseId: roundId, detail: `CHECK_${what} ${village}`, why: '' });
  return { village: await villagePage(ctx, await getVillage(ctx, roundId, village)) };
}
