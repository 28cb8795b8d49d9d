import type { Caller, StaffRole } from '@shared/access';
import { addDays, type LocalDate } from '@shared/calendar';
import { DEPARTMENTS, type Department } from '@shared/casework/codes';
import { PAYERS, type Payer } from '@shared/payments';
import type { Profile } from '@shared/procedure';
import { covers } from '@shared/regions';

/** 「没收到」「钱数不对」 of one line: who answers, and by when (domain.md 7.1). */

/** What a line is of: a payment, a policy that should have come, a measure on the card. */
export const TICKET_LINES = ['PAYMENT', 'POLICY', 'MEASURE'] as const;
export type TicketLine = (typeof TICKET_LINES)[number];

/** Paid by now, put right, or looked up and as it should be. */
export const TICKET_OUTCOMES = ['PAID', 'CORRECTED', 'RIGHT'] as const;
export type TicketOutcome = (typeof TICKET_OUTCOMES)[number];

/** Who answers beside the paying department: the village first, those above it when it is late or said again. */
const ANSWERERS: readonly StaffRole[] = ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK'];

/** Who reads them: whoever answers, and the county's leader. Not the grid, which sees no bank data (domain.md 1.1). */
export const TICKET_READERS: readonly StaffRole[] = [...ANSWERERS, 'COUNTY_LEADER'];

/** The last day on which a ticket is answered in time. */
export function ticketDueOn(profile: Profile, askedOn: LocalDate): LocalDate {
  return addDays(askedOn, profile.tickets.answerDays);
}

/** The department with people of its own in the system that a payer is, if it is one. */
export function departmentOf(payer: Payer): Department | null {
  return DEPARTMENTS.find((one) => (one as string) === payer) ?? null;
}

/** The same by the name that stands on a card or a policy: 「医保局」; null where it is no such name. */
export function departmentNamed(name: string, labels: Record<Payer, string>): Department | null {
  const payer = PAYERS.find((one) => labels[one] === name.replace(/^[县旗市区]/, ''));
  return payer === undefined ? null : departmentOf(payer);
}

/** The role in which somebody answers a ticket of that village and department, or undefined. */
export function ticketRole(
  { grants }: Caller,
  { village, department }: { village: string; department: string | null },
): StaffRole | undefined {
  const here = grants.filter(({ region }) => covers(region, village));
  const own = here.find((grant) => grant.role === 'DEPT' && grant.department === department);
  if (own !== undefined && department !== null) return 'DEPT';
  return ANSWERERS.find((role) => here.some((grant) => grant.role === role));
}
