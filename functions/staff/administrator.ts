import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';

/** Lists of staff are the administrator's of that very county, in the own name. @throws Failure forbidden */
export function requireAdministrator({ caller }: Pick<Ctx, 'caller'>, county: string): void {
  const is = caller.grants.some(
    ({ role, region, onBehalfOf }) => role === 'SYSADMIN' && region === county && onBehalfOf === undefined,
  );
  if (!is) throw new Failure('forbidden', 'ROLE_MAY_NOT');
}

/** Where a phone number is sealed. */
export const phonePlace = (county: string, id: string) => `staff_entry/${county}/${id}`;
