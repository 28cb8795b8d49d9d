import type { Caller, StaffRole } from '@shared/access';
import { addDays, type LocalDate } from '@shared/calendar';
import { clueRules, type Profile } from '@shared/procedure';
import { covers } from '@shared/regions';

/** What becomes of a clue: a case, a family that is helped already, or no risk, because. */
export const CLUE_ANSWERS = ['OPENED', 'HELPED', 'NO_RISK'] as const;
export type ClueAnswer = (typeof CLUE_ANSWERS)[number];

/** How a clue comes (domain.md 3.1 `source`); what a family reports itself is a case at once. */
export const CLUE_CHANNELS = ['DEPT_ALERT', 'CADRE'] as const;
export type ClueChannel = (typeof CLUE_CHANNELS)[number];

/** Who looks into a clue: the village; the township answers for a village that is late (domain.md 3.1, 1.4). */
export const CLUE_ANSWERERS: readonly StaffRole[] = ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'];

/** Who reports one: everybody who serves the village on the spot, and its township (domain.md 1.4). */
export const CLUE_REPORTERS: readonly StaffRole[] = ['GRID', 'VILLAGE', 'TASKFORCE', 'HELPER', 'TOWN_CLERK'];

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
  return addDays(reportedOn, clueRules(profile).answerDays);
}
