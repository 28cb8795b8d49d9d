import { rolesOn } from '@shared/access';
import { mayRead } from '@shared/casework';
import type { Operation, OperationName, ParsedInputOf } from '@shared/contract';
import { type ExitCommand, unmet } from '@shared/elimination';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { findHelpedCase, isHelperOf } from '../runtime/help/helper';
import { findExit, type LoadedExit } from '../runtime/register/exit-store';
import { performExit } from '../runtime/register/on-exit';
import type { UseCase } from '../runtime/use-case';
import { lineOf, viewOf } from './view';

/**
 * Loads a family of the register for staff. Who helps the family now suggests its way off without opening its case; its village is
 * entered for that one family (domain.md 1.1: a helper sees only those that are assigned).
 * @throws Failure not_found for whoever may not know of it, forbidden for who is of the family
 */
export async function getExit(ctx: Ctx, caseId: string): Promise<LoadedExit> {
  const found = (await findExit(ctx, caseId)) ?? (await exitOfHelped(ctx, caseId));
  if (found === null) throw new Failure('not_found', 'NOT_FOUND');
  const { case: c } = found.loaded;
  const roles = rolesOn(c, ctx.caller);
  if (!mayRead(c, ctx.caller) && !(await isHelperOf(ctx, caseId)))
    throw new Failure('not_found', 'NOT_FOUND');
  if (roles.some((role) => role === 'HOUSEHOLD' || role === 'PROXY'))
    throw new Failure('forbidden', 'ROLE_MAY_NOT');
  return found;
}

async function exitOfHelped(ctx: Ctx, caseId: string): Promise<LoadedExit | null> {
  const village = (await findHelpedCase(ctx, caseId))?.case.village;
  if (village === undefined) return null;
  await ctx.db.enter(village);
  return findExit({ ...ctx, scopes: [village] }, caseId);
}

type Said<Op> = Omit<ParsedInputOf<Op>, 'caseId' | 'version' | 'kinshipDeclared'>;

/**
 * A staff act on a family of the register: load, compare with the version that was on the screen, decide, write, answer
 * with the family as it stands then and with what the checklist refused by name.
 */
export function onEntry<N extends OperationName, Op extends Operation & { name: N }>(
  operation: Op & { name: N },
  toCommand: (input: Said<Op>, ctx: Ctx, loaded: LoadedExit) => ExitCommand | Promise<ExitCommand>,
): UseCase<N> {
  return {
    operation,
    kind: 'TRANSACTION',
    async run(ctx, input) {
      const {
        caseId,
        version,
        kinshipDeclared: _,
        ...said
      } = input as {
        caseId: string;
        version: number;
        kinshipDeclared?: true;
      };
      const loaded = await getExit(ctx, caseId);
      if (loaded.exit.version !== version) throw new Failure('conflict', 'STALE_VERSION');
      const after = await performExit(ctx, loaded, await toCommand(said as Said<Op>, ctx, loaded));
      const refused = after.history.slice(loaded.history.length).flatMap((event) => {
        if (event.type === 'ProposalRefused')
          return unmet(event.data.checked).concat(warned(event.data.checked));
        return event.type === 'ProposalEnded' ? event.data.checked : [];
      });
      return { exit: await viewOf(ctx, after), refused: refused.map(lineOf) };
    },
  };
}

type Checked = Parameters<typeof lineOf>[0];

/** What stops nobody and belongs to the reasons all the same. */
const warned = (checked: readonly Checked[]): Checked[] =>
  checked.filter(({ verdict }) => verdict === 'WARN');
