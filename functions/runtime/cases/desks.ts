import { levelOfRole, STAFF_ROLES, type StaffRole } from '@shared/access';
import { ACTIONS, type ActionName, type Case, type Holder, holderOf, openReminder } from '@shared/casework';

/** Actions that carry a case on. Those that only add something (a measure, a second list of papers) call nobody to it. */
const CARRY_ON: readonly ActionName[] = [
  'accept',
  'recordVerification',
  'signVerification',
  'requestDataCheck',
  'answerDataCheck',
  'triage',
  'confirmRejection',
  'overturnRejection',
  'recordAppraisal',
  'postPublicity',
  'photographBoard',
  'townReview',
  'countyDecide',
  'announce',
];

const LEVELS: Partial<Record<Holder, ReturnType<typeof levelOfRole>>> = {
  VILLAGE: 'VILLAGE',
  TOWN: 'TOWN',
  COUNTY: 'COUNTY',
};

/**
 * The roles on whose desk a case lies: those of the office that holds it which can carry it on in this state. While
 * the comparison may run beside the verification (domain.md 3.1), the county's clerk has it too.
 */
export function desksOf(c: Case): StaffRole[] {
  const reminded = openReminder(c) === null ? [] : ANSWER_REMINDER;
  return [...new Set([...workingDesks(c), ...reminded])];
}

/** A family that asked why nothing happens lies with the village, which answers, and with the township, which sees to it. */
const ANSWER_REMINDER: readonly StaffRole[] = ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'];

function workingDesks(c: Case): StaffRole[] {
  const level = LEVELS[holderOf(c)];
  if (level === undefined) return [];
  const actions: readonly ActionName[] = c.withdrawal === null ? CARRY_ON : ['confirmWithdrawal'];
  const holders = STAFF_ROLES.filter(
    (role) =>
      levelOfRole(role) === level &&
      actions.some(
        (action) => ACTIONS[action].states.includes(c.state) && ACTIONS[action].roles.includes(role),
      ),
  );
  return comparesBesideVisit(c) ? [...holders, 'COUNTY_CLERK'] : holders;
}

function comparesBesideVisit(c: Case): boolean {
  return (
    c.state === 'VERIFYING' &&
    c.withdrawal === null &&
    c.verification !== null &&
    (c.dataCheck === null || c.dataCheck.completedAt === null)
  );
}
