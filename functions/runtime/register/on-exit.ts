import { SYSTEM_CALLER } from '@shared/access';
import { decideExit, type Exit, type ExitCommand } from '@shared/elimination';
import { countyOfId } from '../../adapters/ids';
import { claimAttachments } from '../cases/cases.sql';
import type { Ctx } from '../context';
import { Failure, failureOfRefusal } from '../failure';
import { appendExit, type LoadedExit } from './exit-store';
import { atHome, recordedFacts } from './facts';

/**
 * Decides an act on a family's way off the register and writes what follows, in the caller's transaction.
 * @throws Failure as the refusal says
 */
export async function performExit(ctx: Ctx, loaded: LoadedExit, command: ExitCommand): Promise<LoadedExit> {
  const facts = withLabour(recordedFacts(loaded), loaded, command);
  const { caller, now } = ctx;
  const decision = decideExit(loaded.exit, command, { caller, now, profile: loaded.profile, facts });
  if (!decision.ok) throw failureOfRefusal(decision.refusal);
  const after = await appendExit(ctx, loaded, decision);
  await claim(ctx, loaded, command);
  return after;
}

/** By the system's hand: who was sent to look and serves no more is not waited for. */
export function giveBackLook(
  ctx: Ctx,
  loaded: LoadedExit,
  gone: { personId: string; name: string },
): Promise<LoadedExit> {
  return performExit({ ...ctx, caller: SYSTEM_CALLER }, loaded, { type: 'giveBackVisit', ...gone });
}

/** What the visit says of each member goes before what stood there. */
function withLabour<F extends { labour: Exit extends never ? never : readonly unknown[] }>(
  facts: F,
  { family }: LoadedExit,
  command: ExitCommand,
): F {
  if (command.type !== 'propose' && command.type !== 'verify') return facts;
  const { labour } = command.research;
  const members = atHome(family);
  return { ...facts, labour: members.map(({ key }, index) => labour[key] ?? facts.labour[index] ?? null) };
}

/** Ties photos and signatures to the case. @throws Failure bad_input when one is not the caller's or not ready */
async function claim(ctx: Ctx, { loaded: { case: c } }: LoadedExit, command: ExitCommand): Promise<void> {
  for (const [field, id] of filesOf(command)) {
    if (countyOfId(id) !== undefined) {
      const taken = await ctx.db.write(claimAttachments, [
        [id],
        c.id,
        c.village,
        ctx.caller.personId,
        [false],
      ]);
      if (taken === 1) continue;
    }
    throw new Failure('bad_input', 'ATTACHMENT_UNKNOWN', {
      issues: [{ field, reason: 'ATTACHMENT_UNKNOWN', message: '' }],
    });
  }
}

function filesOf(command: ExitCommand): [field: string, id: string][] {
  const photos = (field: string, ids: readonly string[]) =>
    ids.map((id, index): [string, string] => [`${field}.${index}`, id]);
  const one = (field: string, id: string | null): [string, string][] => (id === null ? [] : [[field, id]]);
  switch (command.type) {
    case 'propose':
      return photos('research.photoIds', command.research.photoIds);
    case 'verify':
      return [
        ...photos('research.photoIds', command.research.photoIds),
        ...one('family.signatureId', command.family.signatureId),
      ];
    case 'signVerification':
      return one('signatureId', command.signatureId);
    case 'appraise':
      return photos('photoIds', command.photoIds);
    default:
      return [];
  }
}
