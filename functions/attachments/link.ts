import { levelOfRole, rolesOn } from '@shared/access';
import { mayKnowObjector, mayRead, maySeeFlags } from '@shared/casework';
import { contract } from '@shared/contract';
import { countyOfId } from '../adapters';
import { audit } from '../runtime/audit';
import { findCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { type AttachmentRow, findAttachment } from './attachments.sql';

const LINK_SECONDS = 5 * 60;

/** A short-lived address of a file, for its owner or for who may read the case that it lies with. */
export const link = handle(contract.attachments.link, async (ctx, { attachmentId }) => {
  const row = await findReadable(ctx, attachmentId);
  if (row === null) throw new Failure('not_found', 'NOT_FOUND');
  const url = await ctx.objects.presignRead(row.object_key, row.content_type, LINK_SECONDS);
  const expiresAt = new Date(Date.parse(ctx.clock.wall()) + LINK_SECONDS * 1000).toISOString();
  return { url, contentType: row.content_type, takenAt: row.created_at, seconds: row.seconds, expiresAt };
});

async function findReadable(ctx: Ctx, attachmentId: string): Promise<AttachmentRow | null> {
  const county = countyOfId(attachmentId);
  if (county === undefined) return null;
  for (const region of ctx.scopes.length > 0 ? ctx.scopes : [null]) {
    if (region !== null) await ctx.db.enter(region);
    const row = await ctx.db.first(findAttachment, [county, attachmentId]);
    if (row === undefined || row.state !== 'READY') continue;
    if (row.owner_id === ctx.caller.personId) return row;
    if (row.case_id !== null && (await mayReadCase(ctx, row.case_id, row.village, attachmentId))) return row;
  }
  return null;
}

async function mayReadCase(
  ctx: Ctx,
  caseId: string,
  village: string | null,
  attachmentId: string,
): Promise<boolean> {
  const loaded = await findCase(ctx, caseId);
  // The photo of a board can lie with a notice that is of no case: whoever works in the village sees the board anyway.
  if (loaded === null) return village !== null && mayRead({ village, parties: [] }, ctx.caller);
  if (!mayRead(loaded.case, ctx.caller)) return false;
  const evidence = Object.values(loaded.case.flagNotes).some(({ photoIds }) =>
    photoIds.includes(attachmentId),
  );
  // What explains a department's answer is for those who may see the answer (scenarios F08).
  if (evidence && !maySeeFlags(loaded.case, ctx.caller)) return false;
  // A voice and a handwriting are known in a village: for who handles the objection, never for the family.
  const objected = loaded.case.objections.find(
    ({ voiceId, photoIds }) => voiceId === attachmentId || photoIds.includes(attachmentId),
  );
  if (objected !== undefined && !mayKnowObjector(loaded.case, ctx.caller, objected)) return false;
  const roles = rolesOn(loaded.case, ctx.caller);
  const isParty = roles.some((role) => role === 'HOUSEHOLD' || role === 'PROXY');
  // A case that went to another county is its archive's here: the village and the township have no part in it any more.
  const isGone = loaded.case.state === 'TRANSFERRED';
  if (isGone && !isParty && !roles.some((role) => levelOfRole(role) === 'COUNTY')) return false;
  if (!isParty) await audit(ctx, { what: 'LINK', caseId, detail: attachmentId, why: '' });
  return true;
}
