import type { Caller, StaffRole } from '@shared/access';
import { addDays, type LocalDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import { covers } from '@shared/regions';

/** The role in which somebody acts on clues of a village, or undefined for everybody else. */
export function clueRole(
  caller: Caller,
  village: string,
  roles: readonly StaffRole[],
): { role: StaffRole; onBehalfOf?: { personId: string; name: string } } | undefined {
  const grant = roles
    .flatMap((role) => caller.grants.filter((one) => one.role === role && covers(one.region, village)))
    .sort((a, b) => Number(a.onBehalfOf !== undefined) - Number(b.onBehalfOf !== undefined))[0];
  return grant && { role: grant.role, ...(grant.onBehalfOf && { onBehalfOf: grant.onBehalfOf }) };
}

/** The day by which the village answers. The cap of the case itself runs from the clue as well (domain.md 3.1). */
export function clueDueOn(profile: Profile, reportedOn: LocalDate): LocalDate {
  return addDays(reportedOn, profile.clues.answerDays);
}
