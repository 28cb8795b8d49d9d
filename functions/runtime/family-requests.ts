import { type FamilyFact, type RequestKind, requestDueOn } from '@shared/casework';
import { newId, statement } from '../adapters';
import type { LoadedCase } from './cases/case-store';
import type { Ctx } from './context';
import { Failure } from './failure';

export interface Asked {
  kind: RequestKind;
  /** One of the facts, or a policy's code: what the kind is about. */
  fact: FamilyFact | string;
  memberKey: string | null;
  text: string;
}

/** Where the words of a request are sealed. */
export const saidAt = (county: string, id: string) => `household_request/${county}/${id}/said`;

/** Where the words of its answer are. */
export const answeredAt = (county: string, id: string) => `household_request/${county}/${id}/answer`;

const insertRequest = statement(
  'households.insertRequest',
  `INSERT INTO household_request (county, id, case_id, village, person_id, kind, fact, member_key, key_id, sealed,
                                  asked_at, due_on)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
);

/**
 * What a family says to its village waits there with a date, whatever state the case is in.
 * @throws Failure conflict while the same thing waits already
 */
export async function askVillage(
  ctx: Ctx,
  { county, case: c }: LoadedCase,
  { kind, fact, memberKey, text }: Asked,
): Promise<{ id: string; dueOn: string }> {
  const id = newId(county, ctx.now);
  const dueOn = requestDueOn(ctx.today);
  const { keyId, bytes } = ctx.keys.seal(text, saidAt(county, id));
  const written = await ctx.db.write(insertRequest, [
    county,
    id,
    c.id,
    c.village,
    ctx.caller.personId,
    kind,
    fact,
    memberKey ?? '',
    keyId,
    bytes,
    ctx.now,
    dueOn,
  ]);
  if (written === 0) throw new Failure('conflict', 'ALREADY_REQUESTED');
  return { id, dueOn };
}

const insertForFamily = statement(
  'households.tellFamily',
  `INSERT INTO message (county, person_id, id, at, title, case_id)
   SELECT $1, person_id, $3, $4, $5, $2 FROM case_party
    WHERE county = $1 AND case_id = $2 AND stands_as = 'HOUSEHOLD' ON CONFLICT DO NOTHING`,
);

/**
 * To the whole family, in its inbox, once under a key. Only the system writes into inboxes; what it writes is fixed words, and
 * what somebody said stays where it was said.
 */
export async function tellFamily(
  ctx: Ctx,
  county: string,
  caseId: string,
  key: string,
  title: string,
): Promise<void> {
  await ctx.db.as('system', () => ctx.db.write(insertForFamily, [county, caseId, key, ctx.now, title]));
}
