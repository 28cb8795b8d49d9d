import type { Operation, OperationName, ParsedInputOf } from '@shared/contract';
import { type CaseInHand, contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import type { LoadedCase } from '../runtime/cases/case-store';
import {
  colleaguesOf,
  endClaim,
  lockClaim,
  mayClaim,
  putInHand,
  queueClaimMessage,
} from '../runtime/cases/claims';
import type { ClaimRow } from '../runtime/cases/claims.sql';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle, type UseCase } from '../runtime/use-case';
import { inHand } from './in-hand';

const { desk } = contract;

/** What is the same for all: load, may the caller have it at all, hold the case fast, change hands, write it down. */
function onClaim<N extends OperationName, Op extends Operation & { name: N }>(
  operation: Op & { name: N },
  work: (
    ctx: Ctx,
    loaded: LoadedCase,
    claim: ClaimRow | undefined,
    said: ParsedInputOf<Op>,
  ) => Promise<{ detail: string; why: string } | null>,
): UseCase<N> {
  return {
    operation,
    kind: 'TRANSACTION',
    async run(ctx, input): Promise<CaseInHand> {
      const { caseId } = input as { caseId: string };
      const loaded = await getCase(ctx, caseId, 'STAFF');
      const done = await work(ctx, loaded, await lockClaim(ctx, loaded), input as ParsedInputOf<Op>);
      if (done !== null) await audit(ctx, { what: 'CLAIM', caseId, ...done });
      return inHand(ctx, loaded);
    },
  };
}

/** The case in the caller's hands, or the reason why it is not. */
function mine(ctx: Ctx, claim: ClaimRow | undefined): ClaimRow {
  if (claim === undefined) throw new Failure('conflict', 'NOT_HELD_BY_YOU');
  if (claim.person_id !== ctx.caller.personId)
    throw new Failure('conflict', 'CLAIMED_BY', { params: { name: claim.name } });
  return claim;
}

/** Takes a case of the own office in hand. Claiming what is in the own hands already changes nothing. */
export const claim = onClaim(desk.claim, async (ctx, loaded, held) => {
  if (held?.person_id === ctx.caller.personId) return null;
  if (!mayClaim(ctx, loaded.case)) throw new Failure('conflict', 'NOT_IN_THIS_OFFICE');
  if (held !== undefined) throw new Failure('conflict', 'CLAIMED_BY', { params: { name: held.name } });
  const { personId } = ctx.caller;
  return { detail: await putInHand(ctx, loaded, { personId, how: 'CLAIMED', why: '' }), why: '' };
});

/** Puts it back: it is nobody's until somebody else takes it. */
export const release = onClaim(desk.release, async (ctx, loaded, held) => {
  const own = mine(ctx, held);
  await endClaim(ctx, loaded, own, 'RELEASED');
  return { detail: own.id, why: '' };
});

/** Gives it to a colleague, who is told. @throws Failure bad_input when that is nobody of this office */
export const handOver = onClaim(desk.handOver, async (ctx, loaded, held, { to, reason }) => {
  const own = mine(ctx, held);
  const known = await colleaguesOf(ctx, loaded);
  if (!known.some(({ personId }) => personId === to))
    throw new Failure('bad_input', 'NOT_OF_THIS_OFFICE', {
      issues: [{ field: 'to', reason: 'NOT_OF_THIS_OFFICE', message: '' }],
    });
  await endClaim(ctx, loaded, own, 'GIVEN');
  const claimId = await putInHand(ctx, loaded, { personId: to, how: 'GIVEN', why: reason });
  await queueClaimMessage(ctx, loaded.county, { caseId: loaded.case.id, claimId, personId: to });
  return { detail: claimId, why: reason };
});

/** Takes it from a colleague, who is told by whom and why. */
export const takeOver = onClaim(desk.takeOver, async (ctx, loaded, held, { from, reason }) => {
  if (!mayClaim(ctx, loaded.case)) throw new Failure('conflict', 'NOT_IN_THIS_OFFICE');
  if (held?.person_id === ctx.caller.personId) throw new Failure('conflict', 'HELD_BY_YOU');
  // It was put back, or has gone on to a third person since: look again before taking it.
  if (held === undefined) throw new Failure('conflict', 'NOT_HELD_BY');
  if (held.person_id !== from) throw new Failure('conflict', 'CLAIMED_BY', { params: { name: held.name } });
  await endClaim(ctx, loaded, held, 'TAKEN');
  const { personId } = ctx.caller;
  const claimId = await putInHand(ctx, loaded, { personId, how: 'TAKEN', why: reason });
  await queueClaimMessage(ctx, loaded.county, { caseId: loaded.case.id, claimId, personId: from });
  return { detail: claimId, why: reason };
});

/** To whom the case can be handed over. */
export const colleagues = handle(desk.colleagues, async (ctx, { caseId }) => ({
  colleagues: await colleaguesOf(ctx, await getCase(ctx, caseId, 'STAFF')),
}));
