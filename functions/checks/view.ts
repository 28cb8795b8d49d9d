import type { StaffRole } from '@shared/access';
import { addDays, localDate } from '@shared/calendar';
import {
  CHECK_ACTIONS,
  CHECK_READERS,
  type CheckAction,
  type CheckFault,
  type CheckSoFar,
  type CheckState,
  extendFault,
  withdrawFault,
} from '@shared/checks';
import { clueRole } from '@shared/clues';
import type { CheckedVillage, CheckedVillagePage, CheckRound, CheckRoundPage } from '@shared/contract';
import { covers } from '@shared/regions';
import { countyOfId } from '../adapters';
import { checkReportAt } from '../runtime/check-report';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import * as sql from './checks.sql';

/** The role in which the caller does something in a round in a village, or undefined. */
export const checkRole = (ctx: Ctx, village: string, action: CheckAction) =>
  clueRole(ctx.caller, village, CHECK_ACTIONS[action] satisfies readonly StaffRole[]);

/** Places in which the caller reads rounds; the database is entered there and nowhere else. */
export const readableScopes = ({ caller, scopes }: Ctx): string[] =>
  scopes.filter((scope) =>
    caller.grants.some(({ role, region }) => CHECK_READERS.includes(role) && covers(scope, region)),
  );

export const stateOf = ({ reported_at, signed_at }: sql.VillageRow): CheckState =>
  signed_at !== null ? 'CLOSED' : reported_at !== null ? 'REPORTED' : 'GOING';

/**
 * A round in one village, in its scope.
 * @throws Failure not_found where the caller does not serve, and where the round is not
 */
export async function getVillage(ctx: Ctx, roundId: string, village: string): Promise<sql.VillageRow> {
  const county = countyOfId(roundId);
  const serves = readableScopes(ctx).some((scope) => covers(scope, village));
  if (county !== undefined && serves) {
    await ctx.db.enter(village);
    const row = await ctx.db.first(sql.findVillage, [county, roundId, village]);
    if (row !== undefined) return row;
  }
  throw new Failure('not_found', 'NOT_FOUND');
}

export function villageLine(ctx: Ctx, row: sql.VillageRow): CheckedVillage {
  const { village, village_name, town_name, due, done, clues, last_day } = row;
  const state = stateOf(row);
  const late = state !== 'CLOSED' && last_day < ctx.today && row.withdrawn_at === null;
  return { village, villageName: village_name, townName: town_name, due, done, clues, state, late };
}

/** What the rules ask of a round, of those of its villages that the row counts. */
export const soFar = (row: sql.RoundRow): CheckSoFar => ({
  ...row,
  firstDay: row.first_day,
  lastDay: row.last_day,
  isWithdrawn: row.withdrawn_at !== null,
});

/** A round; `late` are villages past the last day, of those that the caller sees. */
export function roundView(ctx: Ctx, row: sql.RoundRow): CheckRound {
  const {
    first_day: firstDay,
    last_day: lastDay,
    opened_by: openedBy,
    withdrawn_at,
    region: _,
    reported: __,
    ...rest
  } = row;
  const isWithdrawn = withdrawn_at !== null;
  const late = lastDay < ctx.today && !isWithdrawn ? row.villages - row.closed : 0;
  return { ...rest, firstDay, lastDay, openedBy, isWithdrawn, late };
}

/** Where the words are sealed that say why a round was withdrawn, or put off for the n-th time. */
export const roundWordsAt = (county: string, roundId: string, what: 'WITHDRAWN' | number) =>
  `check_round/${county}/${roundId}/${what}`;

/** A round with what became of its days; the caller's scope is one in which it is read. */
export async function roundPage(ctx: Ctx, row: sql.RoundRow): Promise<CheckRoundPage> {
  const county = row.region.slice(0, 6);
  const of = [county, row.id];
  const gone = await ctx.db.first(sql.findWithdrawal, of);
  const longer = await ctx.db.rows(sql.findExtensions, of);
  type Said = { by_name: string; at: string; key_id: string; sealed: Buffer };
  const said = ({ by_name: by, at, key_id: keyId, sealed: bytes }: Said, what: 'WITHDRAWN' | number) => ({
    by,
    on: localDate(at),
    words: ctx.keys.open({ keyId, bytes }, roundWordsAt(county, row.id, what)),
  });
  const may = (action: 'extend' | 'withdraw', fault: CheckFault | null) =>
    fault === null && clueRole(ctx.caller, row.region, CHECK_ACTIONS[action]) !== undefined;
  return {
    ...roundView(ctx, row),
    withdrawn: gone === undefined ? null : said(gone, 'WITHDRAWN'),
    extensions: longer.map((one) => ({ ...said(one, one.number), was: one.was, lastDay: one.last_day })),
    may: {
      extend: may('extend', extendFault(soFar(row), addDays(row.last_day, 1))),
      withdraw: may('withdraw', withdrawFault(soFar(row))),
    },
  };
}

export async function villagePage(ctx: Ctx, row: sql.VillageRow): Promise<CheckedVillagePage> {
  const { county, round_id: id, village, name, target, first_day: firstDay, last_day: lastDay } = row;
  const days = await ctx.db.rows(sql.findDays, [county, id, village]);
  const state = stateOf(row);
  const may = (action: CheckAction) =>
    row.withdrawn_at === null && checkRole(ctx, village, action) !== undefined;
  return {
    ...villageLine(ctx, row),
    round: { id, name, target, firstDay, lastDay, isWithdrawn: row.withdrawn_at !== null },
    today: ctx.today,
    days: days.map(({ noted_by, name: by, ...one }) => ({
      ...one,
      by,
      own: noted_by === ctx.caller.personId,
    })),
    report: reportOf(ctx, row),
    second: row.signed_at === null ? null : { by: row.signed_by_name ?? '', at: row.signed_at },
    may: {
      setDue: state === 'GOING' && may('setDue'),
      note: state === 'GOING' && may('note'),
      report: state === 'GOING' && may('report'),
      sign: state === 'REPORTED' && may('sign') && !isFirstHand(ctx, row),
    },
  };
}

function reportOf(ctx: Ctx, row: sql.VillageRow): CheckedVillagePage['report'] {
  const { county, round_id, village, key_id: keyId, sealed: bytes, reported_at: at } = row;
  if (keyId === null || bytes === null || at === null) return null;
  const words = ctx.keys.open({ keyId, bytes }, checkReportAt(county, round_id, village));
  return { words, by: row.reported_by_name ?? '', at };
}

/** Whether the caller, or who lent the role, signed first: two people sign (domain.md 3.5). */
export function isFirstHand(ctx: Ctx, { village, reported_by, reported_for }: sql.VillageRow): boolean {
  const lender = checkRole(ctx, village, 'sign')?.onBehalfOf?.personId;
  return [reported_by, reported_for].some(
    (first) => first !== null && (first === ctx.caller.personId || first === lender),
  );
}
