import { contract, Draft } from '@shared/contract';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import * as sql from './drafts.sql';

const placeOf = (personId: string) => `draft/${personId}`;

/** Clocks of phones go wrong: a draft from the future would never be replaced. Milliseconds. */
const CLOCKS_MAY_DIFFER = 5 * 60_000;

/**
 * Keeps the half-filled report, sealed: it holds what a family would tell nobody else. One that was changed later, on
 * another phone, is not overwritten.
 */
export const saveDraft = handle(contract.applications.saveDraft, async (ctx, given) => {
  const { personId } = ctx.caller;
  const latest = Date.parse(ctx.clock.wall()) + CLOCKS_MAY_DIFFER;
  const mine = { ...given, changedAt: Math.min(given.changedAt, latest) };
  await ctx.db.rows(sql.lockDraft, [personId]);
  const there = await findDraft(ctx);
  if (there !== undefined && there.draft.changedAt > mine.changedAt)
    return { personId, savedAt: there.savedAt, kept: false };
  await write(ctx, mine);
  return { personId, savedAt: ctx.now, kept: true };
});

/**
 * Ends the half-filled report: it has become a case. Nothing of it stays but the moment, so that a page of it which is
 * still on its way over a slow line does not bring it back.
 */
export async function endDraft(ctx: Ctx): Promise<void> {
  await ctx.db.rows(sql.lockDraft, [ctx.caller.personId]);
  const there = await findDraft(ctx);
  const changedAt = Math.max(Date.parse(ctx.clock.wall()), there?.draft.changedAt ?? 0);
  await write(ctx, { formVersion: 1, step: '', answers: {}, changedAt });
}

async function write(ctx: Ctx, kept: Draft): Promise<void> {
  const { personId } = ctx.caller;
  const { keyId, bytes } = ctx.keys.seal(JSON.stringify(kept), placeOf(personId));
  await ctx.db.write(sql.saveDraft, [personId, keyId, bytes, ctx.now]);
}

/** The half-filled report, or null. */
export const draft = handle(contract.applications.draft, async (ctx) => {
  const found = await findDraft(ctx);
  const isEnded = found === undefined || Object.keys(found.draft.answers).length === 0;
  return isEnded ? { draft: null, savedAt: null } : found;
});

async function findDraft(ctx: Ctx): Promise<{ draft: Draft; savedAt: string } | undefined> {
  const { personId } = ctx.caller;
  const row = await ctx.db.first(sql.findDraft, [personId]);
  if (row === undefined) return undefined;
  const text = ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, placeOf(personId));
  return { draft: Draft.parse(JSON.parse(text)), savedAt: row.saved_at };
}
