import { rolesOn, SYSTEM_CALLER } from '@shared/access';
import { type Command, decide, mayRead, type StaffCaseView } from '@shared/casework';
import type { Operation, OperationName, ParsedInputOf } from '@shared/contract';
import type { Ctx } from '../context';
import { Failure, failureOfRefusal } from '../failure';
import type { UseCase } from '../use-case';
import { currentOf, householdAnswer, staffAnswer } from './answers';
import { attachmentsOf, type NamedAttachment } from './attachments-of';
import { append, findCase, type LoadedCase } from './case-store';
import { claimAttachments } from './cases.sql';
import { requireFree } from './claims';

/** By which door of the office somebody comes: staff work on a case, the family and its proxy follow it. */
export type Side = 'STAFF' | 'PARTY';

/**
 * Loads a case for somebody who may know it and stands on that side of it. A member of staff who is a party to the
 * case is never its handler, and sees what the family sees.
 * @throws Failure not_found when the caller may not know of it, forbidden when on the other side
 */
export async function getCase(ctx: Ctx, caseId: string, side: Side): Promise<LoadedCase> {
  const loaded = await findCase(ctx, caseId);
  if (loaded === null || !mayRead(loaded.case, ctx.caller)) throw new Failure('not_found', 'NOT_FOUND');
  const isParty = rolesOn(loaded.case, ctx.caller).some((role) => role === 'HOUSEHOLD' || role === 'PROXY');
  if (isParty !== (side === 'PARTY')) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  return loaded;
}

/**
 * Decides a command on a loaded case and writes what follows, in the caller's transaction.
 * @param files 'elsewhere' when the command's files lie with another case of the same notice
 * @throws Failure as the refusal says, with the present state on a conflict
 */
export async function perform(
  ctx: Ctx,
  loaded: LoadedCase,
  command: OneCase,
  files: 'here' | 'elsewhere' = 'here',
): Promise<LoadedCase> {
  const { case: c, profile } = loaded;
  const { caller, now, signing } = ctx;
  const decision = decide(c, command, { caller, now, profile, signing });
  if (!decision.ok) throw failureOfRefusal(decision.refusal, currentOf(ctx, loaded));
  await requireFree(ctx, loaded, command.type, decision.actor);
  const after = await append(ctx, loaded, c.id, decision);
  if (files === 'here') await claim(ctx, after, command);
  return after;
}

/** The same by the system's hand: what another case, another village or the public adds to a case that is not theirs. */
export async function performBySystem(ctx: Ctx, loaded: LoadedCase, command: OneCase): Promise<LoadedCase> {
  const { case: c, profile } = loaded;
  const decision = decide(c, command, { caller: SYSTEM_CALLER, now: ctx.now, profile });
  if (!decision.ok) throw failureOfRefusal(decision.refusal);
  const after = await append(ctx, loaded, c.id, decision);
  await claim(ctx, after, command);
  return after;
}

/** Ties the files of a command to its case. @throws Failure bad_input when one is not the caller's or not ready */
export async function claim(ctx: Ctx, { case: c }: LoadedCase, command: Command): Promise<void> {
  const named = attachmentsOf(command);
  const different = [...new Map(named.map((one) => [`${one.id} ${one.isVoice}`, one])).values()];
  if (different.length === 0) return;
  const take = (some: readonly NamedAttachment[]) =>
    ctx.db.write(claimAttachments, [
      some.map(({ id }) => id),
      c.id,
      c.village,
      ctx.caller.personId,
      some.map(({ isVoice }) => isVoice),
    ]);
  if ((await take(different)) === different.length) return;
  for (const one of named) {
    if ((await take([one])) === 1) continue;
    throw new Failure('bad_input', 'ATTACHMENT_UNKNOWN', {
      issues: [{ field: one.field, reason: 'ATTACHMENT_UNKNOWN', message: '' }],
    });
  }
}

type OneCase = Exclude<Command, { type: 'submit' }>;

/** What a command on a case carries beside the case that it is for. */
type Said<Op> = Omit<ParsedInputOf<Op>, 'caseId' | 'version'>;

/**
 * A staff command on one case: load, compare with the version that was on the screen, decide, write, answer with the
 * case as it stands then. Only the command differs from one to the next; it may look up what the input only names.
 */
export function onCase<N extends OperationName, Op extends Operation & { name: N }>(
  operation: Op & { name: N },
  toCommand: (input: Said<Op>, ctx: Ctx, loaded: LoadedCase) => OneCase | Promise<OneCase>,
): UseCase<N> {
  return onThisVersion<N, Op>(operation, async (ctx, loaded, said) =>
    staffAnswer(ctx, await perform(ctx, loaded, await toCommand(said, ctx, loaded))),
  );
}

/**
 * The same for what touches more than the one case: load, compare the version, work, answer with the case. What it
 * gives is the view of the case as it stands then.
 */
export function onThisVersion<N extends OperationName, Op extends Operation & { name: N }>(
  operation: Op & { name: N },
  work: (ctx: Ctx, loaded: LoadedCase, input: Said<Op>) => Promise<StaffCaseView>,
): UseCase<N> {
  return {
    operation,
    kind: 'TRANSACTION',
    async run(ctx, input) {
      const { caseId, version, ...said } = input as { caseId: string; version: number };
      const loaded = await getCase(ctx, caseId, 'STAFF');
      if (loaded.case.version !== version)
        throw new Failure('conflict', 'STALE_VERSION', { current: currentOf(ctx, loaded) });
      return { case: await work(ctx, loaded, said as Said<Op>) };
    },
  };
}

/** A command of the family on its own case. It names no version: what it adds fits whatever staff did meanwhile. */
export function onOwnCase<N extends OperationName, Op extends Operation & { name: N }>(
  operation: Op & { name: N },
  toCommand: (input: Said<Op>, ctx: Ctx, loaded: LoadedCase) => OneCase | Promise<OneCase>,
): UseCase<N> {
  return {
    operation,
    kind: 'TRANSACTION',
    async run(ctx, input) {
      const { caseId, ...said } = input as { caseId: string };
      const loaded = await getCase(ctx, caseId, 'PARTY');
      const after = await perform(ctx, loaded, await toCommand(said as Said<Op>, ctx, loaded));
      return { case: await householdAnswer(ctx, after) };
    },
  };
}
