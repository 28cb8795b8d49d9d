import { randomInt } from 'node:crypto';
import type { Case } from '@shared/casework';
import { decide } from '@shared/casework';
import { knownMember } from '@shared/casework/members';
import { contract } from '@shared/contract';
import { countyOf } from '@shared/regions';
import { audit } from '../runtime/audit';
import { currentOf, householdAnswer, staffAnswer } from '../runtime/cases/answers';
import { append, findCase, type LoadedCase } from '../runtime/cases/case-store';
import { getCase, onOwnCase, perform } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure, failureOfRefusal } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './applications.sql';

/** Digits of a code: they can be said on the phone (ux.md 03). With the ceiling on tries they cannot be guessed. */
const DIGITS = 8;
const DAYS = 30;
const MS_PER_DAY = 86_400_000;

const hashOf = (ctx: Ctx, county: string, code: string) => ctx.keys.tokenHash(`take-over/${county}/${code}`);

/** A one-time code for the family of a case that a proxy reported: his to give. A new one ends the old. */
export const takeOverCode = handle(contract.applications.takeOverCode, async (ctx, { caseId }) => {
  const loaded = await findCase(ctx, caseId);
  if (loaded === null) throw new Failure('not_found', 'NOT_FOUND');
  const until = endOf(ctx);
  const after = await perform(ctx, loaded, { type: 'offerTakeOver', until });
  return { code: await newCode(ctx, after, until), until };
});

/**
 * The same by a cadre of the village, to somebody of the family whom he checked face to face: whom and by what is in the
 * history and in the trail, the code itself nowhere but in the answer.
 */
export const handTakeOverCode = handle(
  contract.reviews.handTakeOverCode,
  async (ctx, { caseId, version, who, proof, checkedInPerson }) => {
    const loaded = await getCase(ctx, caseId, 'STAFF');
    if (loaded.case.version !== version)
      throw new Failure('conflict', 'STALE_VERSION', { current: currentOf(ctx, loaded) });
    const until = endOf(ctx);
    const after = await perform(ctx, loaded, {
      type: 'handTakeOverCode',
      until,
      who,
      proof,
      checkedInPerson,
    });
    // A slip that leaves the office, like any paper: the family reads it among who looked at its case.
    await audit(ctx, { what: 'PAPER', caseId, detail: `TAKE_OVER_CODE ${proof}`, why: who });
    return { case: staffAnswer(ctx, after), code: await newCode(ctx, after, until), until };
  },
);

const endOf = (ctx: Ctx) => new Date(Date.parse(ctx.clock.wall()) + DAYS * MS_PER_DAY).toISOString();

async function newCode(ctx: Ctx, { county, case: c }: LoadedCase, until: string): Promise<string> {
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  await ctx.db.write(sql.giveCode, [county, c.id, hashOf(ctx, county, code), ctx.caller.personId, until]);
  return code;
}

/**
 * Makes the caller a party to the case behind a code, and ends the proxy's part. The code and the head's ID number are
 * the reason for looking at a case of the county, so this much is done in the county's scope: it may have gone to another
 * village meanwhile. A code that never was, one that is over and a wrong number get one and the same answer.
 */
export const takeOver = handle(contract.applications.takeOver, async (ctx, { village, code, idNo }) => {
  const county = countyOf(village);
  const found = await ctx.db.first(sql.findCode, [county, hashOf(ctx, county, code), ctx.clock.wall()]);
  if (found === undefined) throw notProven();
  return ctx.db.within(county, async () => {
    const loaded = await findCase({ ...ctx, scopes: [] }, found.case_id);
    if (loaded === null || headIdOf(loaded.case) !== idNo) throw notProven();
    const { case: c, profile } = loaded;
    const decision = decide(c, { type: 'takeOver' }, { caller: ctx.caller, now: ctx.now, profile });
    if (!decision.ok) throw failureOfRefusal(decision.refusal);
    const after = await append(ctx, loaded, c.id, decision);
    await ctx.db.write(sql.useCode, [county, c.id, ctx.clock.wall()]);
    return { case: await householdAnswer(ctx, after) };
  });
});

const notProven = () => new Failure('forbidden', 'TAKE_OVER_NOT_PROVEN');

/** The head's ID number as it was reported, or as the visit found it. */
const headIdOf = (c: Case): string | null => knownMember(c, 'head')?.idNo ?? c.report.idNo;

/** The family has read what was reported for it, and says that it is so. */
export const confirmReport = onOwnCase(contract.applications.confirmReport, () => ({
  type: 'confirmReport',
}));
