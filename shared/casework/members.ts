import type { Case } from './case';
import { HEAD_KEY } from './codes';
import type { MemberInput } from './inputs';

type Identity = Pick<MemberInput, 'name' | 'idNo'>;

/** Who stands under a key as the case knows it so far: from the last record, or the head from the report. */
export function knownMember(c: Case, key: string): Identity | undefined {
  const recorded = c.members.find((member) => member.key === key);
  if (recorded !== undefined || key !== HEAD_KEY) return recorded;
  return { name: c.report.headName, idNo: c.report.idNo };
}

/** Whether two entries mean one person: by ID number where both carry one, else by name. */
export function samePerson(a: Identity, b: Identity): boolean {
  return a.idNo !== null && b.idNo !== null ? a.idNo === b.idNo : a.name === b.name;
}
