import { CASE_WORKERS, type StaffRole } from '@shared/access';
import type { Ctx } from '../runtime/context';

/** Votes are for those who work on them (domain.md 1.1): not the grid, not departments. */
const READERS: ReadonlySet<StaffRole> = new Set(CASE_WORKERS);

/** Regions where the caller may read meetings. */
export const readableScopes = (ctx: Ctx): string[] =>
  ctx.scopes.filter((scope) =>
    ctx.caller.grants.some(({ role, region }) => READERS.has(role) && region === scope),
  );
