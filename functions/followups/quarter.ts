import { earlier } from '@shared/calendar';
import { contract } from '@shared/contract';
import {
  CONFIRMERS,
  factAt,
  firstDayOfQuarter,
  HOUSEHOLD,
  headsIn,
  knownUntil,
  lastDayOfQuarter,
  monthsOf,
  QUARTER_KEEPERS,
  quarterFigures,
  quarterOf,
} from '@shared/followups';
import { findProfileInForce } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { writeFollowUp } from '../runtime/register/follow-up';
import { lockFamily } from '../runtime/register/follow-ups.sql';
import { type Followed, keepFiles, writeFacts } from '../runtime/register/followed';
import { sealRecord, sheetId } from '../runtime/register/sealed';
import { handle } from '../runtime/use-case';
import * as sql from './followups.sql';
import { getToWrite, handOf, type OpenFamily, openCase, withFacts } from './hands';
import { openTasks } from './record';
import { isSameHand, quarterView } from './views';

/**
 * 监测户季度监测台账 of one family (domain.md 3.5, 8.3): figures by the income sheet's rules and the profile of the quarter's end,
 * kept with the parameters and the people of each month. A sheet that comes again replaces nothing: the one before stays.
 */
export const quarter = handle(contract.followups.quarter, async (ctx, { caseId, ...said }) => {
  const followed = await getToWrite(ctx, caseId, QUARTER_KEEPERS);
  const { loaded, facts, entry } = followed;
  const { county, case: c } = loaded;
  if (firstDayOfQuarter(said.quarter) > ctx.today) throw wrong('QUARTER_NOT_BEGUN');
  if (said.quarter < quarterOf(entry.identifiedOn)) throw wrong('QUARTER_BEFORE_LIST');
  const before = (await ctx.db.rows(sql.findQuarters, [county, caseId])).find(
    (one) => one.quarter === said.quarter,
  );
  if (before?.state === 'DONE') throw new Failure('conflict', 'QUARTER_CONFIRMED');
  if (said.signatureId !== null)
    await keepFiles(ctx, followed, [{ field: 'signatureId', ids: [said.signatureId] }]);
  const on = earlier(lastDayOfQuarter(said.quarter), ctx.today);
  const profile = (await findProfileInForce({ db: ctx.db, today: on }, county)) ?? loaded.profile;
  const [a, b, d] = monthsOf(said.quarter).map((month) => headsIn(facts, month));
  const figures = quarterFigures(said.sheet, said.quarter, [a ?? 0, b ?? 0, d ?? 0], profile);
  const revision = (before?.revision ?? 0) + 1;
  const { sheet, workWords, troubles, familyWords, newRisks, words, guarantees, photoIds } = said;
  const { keyId, bytes } = sealRecord(ctx, 'quarter', sheetId(caseId, said.quarter, revision), {
    sheet,
    workWords,
    troubles,
    familyWords,
    newRisks,
    words,
    guarantees,
    photoIds,
  });
  const isBroken = (what: string) => guarantees.some((one) => one.what === what);
  await ctx.db.write(sql.supersede, [county, caseId, said.quarter]);
  await ctx.db.write(sql.insertQuarter, [
    county,
    caseId,
    said.quarter,
    revision,
    c.village,
    said.on,
    figures.A,
    figures.B,
    figures.C,
    figures.D,
    figures.E,
    figures.net,
    figures.rigid,
    figures.reference,
    figures.heads,
    figures.netPerHead,
    figures.referencePerHead,
    profile.code,
    profile.version,
    profile.line.perCapitaFen,
    isBroken('HOUSING'),
    isBroken('WATER'),
    isBroken('SCHOOL'),
    isBroken('INSURANCE'),
    said.work,
    said.feeling,
    said.result,
    said.signed,
    said.signatureId,
    ctx.caller.personId,
    ctx.now,
    keyId,
    bytes,
    followed.hands[1] ?? null,
  ]);
  await writeFollowUp(ctx, followed, { ...said, cadence: 'QUARTER', event: null }, followed.role);
  await mend(ctx, followed, said.on, isBroken);
  return { sheet: await sheetOf(ctx, followed, said.quarter), tasks: await openTasks(ctx, followed) };
});

/** A guarantee that was broken and is not named any more is whole again from this visit on. */
async function mend(
  ctx: Ctx,
  followed: Followed,
  on: string,
  isBroken: (what: string) => boolean,
): Promise<void> {
  const keys = {
    HOUSING: 'HOUSING',
    WATER: 'WATER',
    SCHOOL: 'SCHOOL_PROBLEM',
    INSURANCE: 'INSURANCE',
  } as const;
  const was = (key: (typeof keys)[keyof typeof keys]) =>
    factAt(followed.facts, HOUSEHOLD, key, { on }) === true;
  const whole = Object.entries(keys).filter(([what, key]) => was(key) && !isBroken(what));
  await writeFacts(
    ctx,
    followed,
    whole.map(([, key]) => ({
      member: HOUSEHOLD,
      key,
      value: false,
      from: on,
      to: knownUntil(followed.facts, HOUSEHOLD, key, on),
      evidence: 'FOLLOW_UP',
    })),
  );
}

/** The village, then the township, each by another hand than the one before (domain.md 1.4, 3.5); or back with a reason. */
export const confirmQuarter = handle(
  contract.followups.confirmQuarter,
  async (ctx, { caseId, quarter: which, revision, agree, words }) => {
    const opened = await openCase(ctx, caseId);
    await ctx.db.first(lockFamily, [caseId]);
    const followed = await withFacts(ctx, opened);
    const { county } = opened.loaded;
    const rows = await ctx.db.rows(sql.findQuarters, [county, caseId]);
    const row = rows.find((one) => one.quarter === which && one.revision === revision);
    if (row === undefined) throw new Failure('not_found', 'NOT_FOUND');
    if (row.state !== 'VILLAGE' && row.state !== 'TOWN') throw new Failure('conflict', 'ALREADY_ANSWERED');
    const hand = handOf(ctx, opened, CONFIRMERS[row.state]);
    if (hand === null) throw new Failure('forbidden', 'ROLE_MAY_NOT');
    if (isSameHand(row, hand)) throw new Failure('conflict', 'NEXT_HAND');
    if (!agree && words === '')
      throw new Failure('bad_input', 'REQUIRED', {
        issues: [{ field: 'words', reason: 'REQUIRED', message: '' }],
      });
    const of = [county, caseId, which, revision];
    const by = [ctx.caller.personId, ctx.now];
    if (!agree) await ctx.db.write(sql.sendBack, of);
    else if (row.state === 'TOWN') await ctx.db.write(sql.confirmByTown, [...of, ...by]);
    else await ctx.db.write(sql.confirmByVillage, [...of, ...by, hand.hands[1] ?? null]);
    return { sheet: await sheetOf(ctx, followed, which) };
  },
);

async function sheetOf(ctx: Ctx, followed: OpenFamily, which: string) {
  const rows = await ctx.db.rows(sql.findQuarters, [followed.loaded.county, followed.loaded.case.id]);
  const row = rows.find((one) => one.quarter === which);
  if (row === undefined) throw new Error('A sheet that was written is not there');
  return quarterView(ctx, followed, row);
}

const wrong = (reason: 'QUARTER_NOT_BEGUN' | 'QUARTER_BEFORE_LIST') =>
  new Failure('bad_input', reason, { issues: [{ field: 'quarter', reason, message: '' }] });
