import { CASE_WORKERS, type Role, rolesOn } from '@shared/access';
import { type Case, mayKnowObjector } from '@shared/casework';
import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
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
  if (!mayReveal(ctx, c, field, memberKey)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const value = find(c, field, memberKey);
  if (value === null) throw new Failure('not_found', 'NOT_FOUND');
  await audit(ctx, { what: 'REVEAL', caseId, detail: `${field} ${memberKey ?? ''}`.trim(), why: reason });
  return { value };
});

type Field = 'ID' | 'PHONE' | 'OBJECTOR';

function mayReveal({ caller }: Ctx, c: Case, field: Field, key: string | null): boolean {
  if (field !== 'OBJECTOR') return rolesOn(c, caller).some((role) => MAY_REVEAL[field].includes(role));
  const objection = c.objections.find(({ id }) => id === key);
  return objection === undefined || mayKnowObjector(c, caller, objection);
}

function find(c: Case, field: Field, memberKey: string | null): string | null {
  if (field === 'OBJECTOR') {
    const objector = c.objections.find(({ id }) => id === memberKey)?.objector ?? null;
    return objector && [objector.name, objector.phone ?? ''].filter(Boolean).join('，');
  }
  if (field === 'PHONE') return c.report.phone;
  if (memberKey === null) return c.report.idNo;
  return c.members.find((member) => member.key === memberKey)?.idNo ?? null;
}
