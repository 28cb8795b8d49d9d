import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';

/**
 * Lists of staff are the administrator's of that very county, in the own name: whoever handles cases does not choose
 * who reviews them (domain.md 1.1, 1.4). @throws Failure forbidden
 */
export function requireAdministrator({ caller }: Pick<Ctx, 'caller'>, county: string): void {
  const is = caller.grants.some(
    ({ role, region, onBehalfOf }) => role === 'SYSADMIN' && region === county && onBehalfOf === undefined,
  );
  if (!is) throw new Failure('forbidden', 'ROLE_MAY_NOT');
}

/** Where a phone number is sealed. */
export const phonePlace = (county: string, id: string) => `staff_entry/${county}/${id}`;

/** Whether an id is of somebody who is on the list and has not come yet. */
export const isWaiting = (staffId: string): boolean => staffId.startsWith('w-');
