import { contract, Draft } from '@shared/contract';
import { handle } from '../runtime/use-case';
import * as sql from './drafts.sql';

const placeOf = (personId: string) => `draft/${personId}`;

/** Keeps the half-filled report, sealed: it holds what a family would tell nobody else. */
export const saveDraft = handle(contract.applications.saveDraft, async (ctx, draft) => {
  const { personId } = ctx.caller;
  const { keyId, bytes } = ctx.keys.seal(JSON.stringify(draft), placeOf(personId));
  await ctx.db.write(sql.saveDraft, [personId, keyId, bytes, ctx.now]);
  return { savedAt: ctx.now };
});

/** The half-filled report, or null. */
export const draft = handle(contract.applications.draft, async (ctx) => {
  const { personId } = ctx.caller;
  const row = await ctx.db.first(sql.findDraft, [personId]);
  if (row === undefined) return { draft: null, savedAt: null };
  const text = ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, placeOf(personId));
  return { draft: Draft.parse(JSON.parse(text)), savedAt: row.saved_at };
});
