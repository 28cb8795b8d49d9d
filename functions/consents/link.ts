import { rolesOn } from '@shared/access';
import { asksBank, type Case } from '@shared/casework';
import { knownMember } from '@shared/casework/members';
import type { SignedConsent, SigningView } from '@shared/contract';
import { CONSENT } from '@shared/messages/consent';
import { halfWidth } from '@shared/people';
import { findCase, type LoadedCase } from '../runtime/cases/case-store';
import { signedConsent } from '../runtime/cases/consent';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import * as sql from './links.sql';

/** Wrong answers that a link forgives: the last four of an ID number are one of some ten thousand. */
const TRIES = 5;

/** A link that may still be used, with the case that it is for. */
export interface OpenLink {
  link: sql.LinkRow;
  loaded: LoadedCase;
}

/**
 * Finds what a token stands for. One that never was, is used up by somebody else, ended, too old or guessed at too often
 * gets one and the same answer.
 * @throws Failure forbidden
 */
export async function takeLink(ctx: Ctx, token: string): Promise<OpenLink> {
  const link = await ctx.db.first(sql.takeLink, [ctx.keys.tokenHash(token)]);
  if (link === undefined) throw gone();
  const own = link.bound_to === ctx.caller.personId;
  const loaded = await loadOf(ctx, link);
  if (loaded === null) throw gone();
  if (link.signed_at !== null) {
    if (own) return { link, loaded };
    throw gone();
  }
  const over = link.revoked_at !== null || link.expires_at <= ctx.clock.wall() || link.wrong_tries >= TRIES;
  if (over || (link.bound_to !== null && !own)) throw gone();
  await requireSigner(ctx, link, loaded.case);
  return { link, loaded };
}

const gone = () => new Failure('forbidden', 'SIGNING_LINK_GONE');

/** The case behind a link: the token is the reason for looking at it, so this much is done in the village's scope. */
export function loadOf(ctx: Ctx, link: sql.LinkRow): Promise<LoadedCase | null> {
  return ctx.db.within(link.village, () => findCase({ ...ctx, scopes: [] }, link.case_id));
}

/** Neither whoever sent it, nor another of the family, nor a cadre under another name signs for him. */
async function requireSigner(ctx: Ctx, link: sql.LinkRow, c: Case): Promise<void> {
  const { caller } = ctx;
  const roles = rolesOn(c, caller);
  const isParty = roles.includes('HOUSEHOLD') || roles.includes('PROXY');
  const isOther = roles.length > 0 && knownMember(c, link.member_key)?.name !== caller.name;
  const already = await ctx.db.first(sql.findOtherOfCase, [
    link.county,
    link.case_id,
    caller.personId,
    link.member_key,
  ]);
  if (isParty || isOther || already !== undefined) throw new Failure('forbidden', 'SIGN_FOR_YOURSELF');
}

/** What whoever holds the link sees of it now. */
export function viewOf(ctx: Ctx, { link, loaded }: OpenLink): SigningView {
  const { case: c, profile } = loaded;
  const member = knownMember(c, link.member_key);
  const bound = link.bound_to === ctx.caller.personId;
  const signed = link.signed_at === null ? null : consentOf(loaded, link);
  return {
    step: signed !== null ? 'SIGNED' : bound ? 'SIGN' : 'PROVE',
    ask: member?.idNo ? 'ID_TAIL' : 'NAME',
    triesLeft: TRIES - link.wrong_tries,
    expiresAt: link.expires_at,
    name: bound ? (member?.name ?? '') : null,
    textVersion: CONSENT.version,
    asksBank: asksBank(profile),
    signed,
  };
}

/** What was signed by a link, from the case's own history. */
export function consentOf(loaded: LoadedCase, link: sql.LinkRow): SignedConsent | null {
  const found = signedConsent(loaded, link.member_key, link.bound_to);
  return found === null ? null : { ...found, id: link.id };
}

/** Whether an answer shows that it is this member. */
export function isMember(c: Case, memberKey: string, answer: string): boolean {
  const member = knownMember(c, memberKey);
  if (member === undefined) return false;
  const said = halfWidth(answer).replace(/\s/g, '').toUpperCase();
  return member.idNo === null
    ? said === member.name.replace(/\s/g, '').toUpperCase()
    : said === member.idNo.slice(-4);
}
