import { type LocalDate, localDate } from '@shared/calendar';
import { checkIdNumber } from '@shared/people';
import { isMinor, publicName } from '@shared/publicity/minors';
import type { Case } from './case';
import { HEAD_KEY, type HouseholdType } from './codes';
import type { MemberInput } from './inputs';

/**
 * All that may leave a case for a notice (domain.md 6.1): head, number of people, group, and, where the county prints
 * them, category and day of decision. A type of its own, never a filtered staff record.
 */
export interface PublicHousehold {
  caseId: string;
  headName: string;
  memberCount: number;
  group: string;
  category?: HouseholdType | undefined;
  decidedOn?: LocalDate | undefined;
}

/** The public's whole knowledge of a family on a day. `caseId` is for linking on the server and never leaves it. */
export function publicView(c: Case, today: LocalDate): PublicHousehold {
  const { householdType } = c.decision ?? c.triage ?? {};
  return {
    caseId: c.id,
    headName: publicName(c.headName, headBornOn(c), today),
    memberCount: c.memberCount ?? 1,
    group: c.group,
    category: householdType ?? undefined,
    decidedOn: c.decision === null ? undefined : localDate(c.decision.at),
  };
}

/** Names of a case's people who are minors on a day: none of them stands on anything that is put up (domain.md 6.3). */
export function minorNames(c: Case, today: LocalDate): string[] {
  const minors = c.members.filter((member) => {
    const born = bornOn(member);
    return born !== null && isMinor(born, today);
  });
  const head = headBornOn(c);
  const names = minors.map(({ name }) => name);
  return head !== null && isMinor(head, today) ? [...new Set([c.headName, ...names])] : names;
}

function headBornOn(c: Case): LocalDate | null {
  const head = c.members.find(({ key }) => key === HEAD_KEY);
  return (head && bornOn(head)) ?? bornOn({ birthDate: null, idNo: c.report.idNo });
}

function bornOn({ birthDate, idNo }: Pick<MemberInput, 'birthDate' | 'idNo'>): LocalDate | null {
  if (birthDate !== null) return birthDate;
  const checked = idNo === null ? null : checkIdNumber(idNo);
  return checked?.ok ? checked.birthDate : null;
}
