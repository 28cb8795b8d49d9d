import { levelOfRole, STAFF_ROLES, type StaffRole } from '@shared/access';
import {
  ACTIONS,
  type ActionName,
  type Case,
  type Holder,
  holderOf,
  isAwaitingAnswers,
  openReminder,
} from '@shared/casework';

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
  'merge',
  'decideSecondReturn',
  'assignReviewers',
  'answerReview',
  'recordInvestigation',
  'answerObjection',
  'handUpObjection',
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
  const actions = actionsOf(c);
  const holders = STAFF_ROLES.filter(
    (role) =>
      levelOfRole(role) === level &&
      actions.some(
        (action) => ACTIONS[action].states.includes(c.state) && ACTIONS[action].roles.includes(role),
      ),
  );
  return comparesBesideVisit(c) ? [...holders, 'COUNTY_CLERK'] : holders;
}

/** A wish to withdraw, a word of falsehood, a second list of papers come before the step itself. */
function actionsOf(c: Case): readonly ActionName[] {
  if (c.withdrawal !== null) return ['confirmWithdrawal'];
  if (c.falseStatement !== null) return ['hearHousehold', 'decideFalseStatement'];
  if (c.secondReturn !== null) return ['decideSecondReturn'];
  // A department may be asked again until the decision: only then is its answer somebody's work.
  return isAwaitingAnswers(c.dataCheck)
    ? CARRY_ON
    : CARRY_ON.filter((action) => action !== 'answerDataCheck');
}

function comparesBesideVisit(c: Case): boolean {
  return (
    c.state === 'VERIFYING' &&
    c.withdrawal === null &&
    c.falseStatement === null &&
    c.verification !== null &&
    (c.dataCheck === null || c.dataCheck.completedAt === null)
  );
}
