import type { StaffRole } from '@shared/access';

/** What becomes of a clue: a case, a family that is helped already, or no risk, because. */
export const CLUE_ANSWERS = ['OPENED', 'HELPED', 'NO_RISK'] as const;
export type ClueAnswer = (typeof CLUE_ANSWERS)[number];

/** How a clue comes (domain.md 3.1 `source`); what a family reports itself is a case at once. */
export const CLUE_CHANNELS = ['DEPT_ALERT', 'CADRE'] as const;
export type ClueChannel = (typeof CLUE_CHANNELS)[number];

/** Who looks into a clue: the village; the township answers for a village that is late (domain.md 3.1, 1.4). */
export const CLUE_ANSWERERS: readonly StaffRole[] = ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'];

/** Who reports one: everybody who serves the village on the spot, and its township (domain.md 1.4). */
export const CLUE_REPORTERS: readonly StaffRole[] = [
  'GRID',
  'VILLAGE',
  'TASKFORCE',
  'HELPER',
  'TOWN_CLERK',
  'TOWN_LEADER',
];
