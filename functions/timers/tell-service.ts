import type { StaffRole } from '@shared/access';
import { SERVICE_TOLD } from '@shared/messages';
import { codeOf } from '@shared/regions';
import type { Ctx } from '../runtime/context';
import type { ServiceWork } from '../runtime/service-work';
import { tell } from './tell';
import { findServing, nameOf } from './telling.sql';

/** Who leads an office, by how wide its region is: a county, a township, a village. */
const LEADERS: Record<number, readonly StaffRole[]> = {
  6: ['COUNTY_LEADER'],
  9: ['TOWN_LEADER'],
  12: ['VILLAGE'],
};

/** Tells whoever leads the office that somebody does not serve there any more, and what others must take up. */
export async function tellService(
  ctx: Ctx,
  county: string,
  workId: number,
  { personId, at, region, returned, visits, families, errands }: ServiceWork,
): Promise<void> {
  const person = await ctx.db.first(nameOf, [personId]);
  if (person === undefined) throw new Error('Nobody to tell of');
  const roles = LEADERS[region.length] ?? [];
  const serving = await ctx.db.rows(findServing, [county, roles, codeOf(region), ctx.today, '']);
  await tell(ctx, county, {
    people: serving.map(({ person_id }) => person_id).filter((id) => id !== personId),
    key: `${county}-m${workId}`,
    at,
    title: SERVICE_TOLD.SERVICE_ENDED.title(person.name),
    body: SERVICE_TOLD.SERVICE_ENDED.body({ returned, visits, families, errands }),
    opens: 'QUEUE',
    caseId: null,
    caseNo: '',
    code: 'SERVICE_ENDED',
  });
}
