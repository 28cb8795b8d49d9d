import type { Case } from './case';

/** All that may leave a case for a notice: head, number of people, group (domain.md 6.1). A type of its own, never a filtered staff record. */
export interface PublicHousehold {
  caseId: string;
  headName: string;
  memberCount: number;
  group: string;
}

/** The public's whole knowledge of a family. `caseId` is for linking on the server and never leaves it. */
export function publicView(c: Case): PublicHousehold {
  return { caseId: c.id, headName: c.headName, memberCount: c.memberCount ?? 1, group: c.group };
}
