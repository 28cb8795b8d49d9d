import { type Fact, type FactKey, type FollowTask, firstDayOf } from '@shared/followups';
import type { RegisterEntry } from '@shared/register';
import { newId } from '../../adapters/ids';
import type { LoadedCase } from '../cases/case-store';
import { claimAttachments } from '../cases/cases.sql';
import type { Ctx } from '../context';
import { Failure } from '../failure';
import * as sql from './follow-ups.sql';
import { knownOf } from './known';
import { findRegisterEntry } from './read';
import { sealRecord } from './sealed';

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

export interface FactToWrite {
  member: string;
  key: FactKey;
  value: unknown;
  from: string;
  to: string | null;
  evidence: string;
  /** The coming, going or follow-up that writes it. */
  record?: string;
  /** The row that this one puts right, and why that was wrong. */
  corrects?: string;
  reason?: string;
}

/** Writes facts beside what was written before; none is changed. */
export async function writeFacts(
  ctx: Ctx,
  { loaded }: Pick<Followed, 'loaded'>,
  facts: readonly FactToWrite[],
): Promise<void> {
  const { county, case: c } = loaded;
  for (const { member, key, value, from, to, evidence, record, corrects, reason } of facts) {
    const id = newId(county, ctx.now);
    const { keyId, bytes } = sealRecord(ctx, 'fact', id, { value, reason });
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
      corrects ?? null,
      record ?? null,
    ]);
  }
}

/** What is left to be done after the coming, going or follow-up of that id. */
export async function addTasks(
  ctx: Ctx,
  { loaded }: Pick<Followed, 'loaded'>,
  record: string,
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
      record,
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
