import { CASE_WORKERS, type Role, rolesOn } from '@shared/access';
import type { Case } from '@shared/casework';
import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { getCase } from '../runtime/cases/on-case';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';

/** domain.md 1.4: ID numbers are for township and county; the village calls the family and goes there. */
const MAY_REVEAL: Record<'ID' | 'PHONE', readonly Role[]> = {
  ID: ['TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK', 'COUNTY_LEADER'],
  PHONE: CASE_WORKERS,
};

/** Shows one masked value. It is written down before it is shown. */
export const reveal = handle(contract.reviews.reveal, async (ctx, { caseId, field, memberKey, reason }) => {
  const { case: c } = await getCase(ctx, caseId, 'STAFF');
  if (!rolesOn(c, ctx.caller).some((role) => MAY_REVEAL[field].includes(role)))
    throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const value = find(c, field, memberKey);
  if (value === null) throw new Failure('not_found', 'NOT_FOUND');
  await audit(ctx, { what: 'REVEAL', caseId, detail: `${field} ${memberKey ?? ''}`.trim(), why: reason });
  return { value };
});

function find(c: Case, field: 'ID' | 'PHONE', memberKey: string | null): string | null {
  if (field === 'PHONE') return c.report.phone;
  if (memberKey === null) return c.report.idNo;
  return c.members.find((member) => member.key === memberKey)?.idNo ?? null;
}
