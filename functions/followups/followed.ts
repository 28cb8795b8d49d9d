import { type StaffRole, standingsOn } from '@shared/access';
import { type Fact, type FactKey, type FollowTask, firstDayOf } from '@shared/followups';
import { hasLeft, type RegisterEntry } from '@shared/register';
import { newId } from '../adapters';
import type { LoadedCase } from '../runtime/cases/case-store';
import { claimAttachments } from '../runtime/cases/cases.sql';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { knownOf } from '../runtime/register/known';
import { findRegisterEntry } from '../runtime/register/read';
import { sealRecord } from '../runtime/register/sealed';
import * as sql from './followups.sql';

/** A family on the register with all that is known of it, oldest first. */
export interface Followed {
  loaded: LoadedCase;
  entry: RegisterEntry;
  facts: Fact[];
  /** First day of which anything is known. */
  knownFrom: string;
}

/** @throws Failure not_found for a family that is on no register, or not the caller's to know */
export async function getFollowed(ctx: Ctx, loaded: LoadedCase): Promise<Followed> {
  const entry = await findRegisterEntry(ctx, loaded.case.id);
  if (entry === null) throw new Failure('not_found', 'NOT_FOUND');
  const facts = await knownOf(ctx, loaded);
  return { loaded, entry, facts, knownFrom: firstDayOf(facts) ?? entry.identifiedOn };
}

/** The same for staff who are about to write: one at a time, and nothing of a family that has left. */
export async function getToWrite(
  ctx: Ctx,
  caseId: string,
  roles: readonly StaffRole[],
): Promise<Followed & Hand> {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  const hand = handOf(ctx, loaded, roles);
  if (hand === null) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await ctx.db.first(sql.lockFamily, [caseId]);
  const followed = await getFollowed(ctx, loaded);
  if (hasLeft(followed.entry.status)) throw new Failure('conflict', 'HOUSEHOLD_LEFT');
  return { ...followed, ...hand };
}

export interface Hand {
  role: StaffRole;
  /** Everybody who answers for what is done: nobody of them signs the next level. */
  hands: string[];
}

/**
 * In which of these roles the caller acts on a case, the first of them; null in none. Relatives of the family do nothing here
 * (domain.md 1.1, 回避).
 */
export function handOf(ctx: Ctx, { case: c }: LoadedCase, roles: readonly StaffRole[]): Hand | null {
  const standings = standingsOn(c, ctx.caller).filter(
    ({ onBehalfOf }) =>
      !c.kin.some(({ personId }) => personId === ctx.caller.personId || personId === onBehalfOf?.personId),
  );
  for (const role of roles) {
    const standing = standings.find((one) => one.role === role);
    if (standing !== undefined) {
      const stead = standing.onBehalfOf?.personId;
      return { role, hands: [ctx.caller.personId, ...(stead === undefined ? [] : [stead])] };
    }
  }
  return null;
}

export interface FactToWrite {
  member: string;
  key: FactKey;
  value: unknown;
  from: string;
  to: string | null;
  evidence: string;
}

/** Writes facts beside what was written before; none is changed. */
export async function writeFacts(
  ctx: Ctx,
  { loaded }: Pick<Followed, 'loaded'>,
  facts: readonly FactToWrite[],
): Promise<void> {
  const { county, case: c } = loaded;
  for (const { member, key, value, from, to, evidence } of facts) {
    const id = newId(county, ctx.now);
    const { keyId, bytes } = sealRecord(ctx, 'fact', id, { value });
    await ctx.db.write(sql.insertFact, [
      county,
      id,
      c.id,
      c.village,
      member,
      key,
      from,
      to,
      ctx.now,
      ctx.caller.personId,
      evidence,
      keyId,
      bytes,
    ]);
  }
}

export async function addTasks(
  ctx: Ctx,
  { loaded }: Pick<Followed, 'loaded'>,
  tasks: readonly FollowTask[],
): Promise<void> {
  const { county, case: c } = loaded;
  for (const { kind, about, dueOn } of tasks)
    await ctx.db.write(sql.addTask, [
      county,
      newId(county, ctx.now),
      c.id,
      c.village,
      kind,
      about,
      dueOn,
      ctx.now,
    ]);
}

/** Photos and signatures go with the case. @throws Failure bad_input when one is not the caller's or not ready */
export async function keepFiles(
  ctx: Ctx,
  { loaded }: Pick<Followed, 'loaded'>,
  named: readonly { field: string; ids: readonly string[] }[],
): Promise<void> {
  for (const { field, ids } of named) {
    const different = [...new Set(ids)];
    if (different.length === 0) continue;
    const values = [
      different,
      loaded.case.id,
      loaded.case.village,
      ctx.caller.personId,
      different.map(() => false),
    ];
    if ((await ctx.db.write(claimAttachments, values)) !== different.length)
      throw new Failure('bad_input', 'ATTACHMENT_UNKNOWN', {
        issues: [{ field, reason: 'ATTACHMENT_UNKNOWN', message: '' }],
      });
  }
}
