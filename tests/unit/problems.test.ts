import type { Caller, Grant, StaffRole } from '@shared/access';
import { mayOnProblem, PROBLEM_STATES, type ProblemStanding } from '@shared/problems';

const VILLAGE = '150521100200';
const caller = (personId: string, ...grants: Grant[]): Caller => ({
  personId,
  name: personId,
  kind: 'PERSON',
  grants,
});
const grant = (role: StaffRole, region: string, more: Partial<Grant> = {}): Grant => ({
  role,
  region,
  ...more,
});
const mended: ProblemStanding = {
  ...{ region: VILLAGE, department: 'EDUCATION', state: 'MENDED' as const },
  ...{ enteredBy: 'clerk', claimedBy: 'village', mendedBy: ['village'] },
};

test.each<[string, Caller, string]>([
  ['who entered it', caller('clerk', grant('TOWN_CLERK', '150521100')), 'grant'],
  ['another one of the township', caller('other', grant('TOWN_CLERK', '150521100')), 'ROLE_MAY_NOT'],
  ['the county', caller('county', grant('COUNTY_LEADER', '150521')), 'grant'],
  ['another county', caller('county', grant('COUNTY_LEADER', '150522')), 'ROLE_MAY_NOT'],
  ['who put it right', caller('village', grant('COUNTY_LEADER', '150521')), 'PROBLEM_OWN_WORK'],
  [
    'somebody in the stead of who put it right',
    caller('x', grant('COUNTY_LEADER', '150521', { onBehalfOf: { personId: 'village', name: '' } })),
    'PROBLEM_OWN_WORK',
  ],
  [
    'somebody in the stead of who entered it',
    caller('x', grant('TOWN_CLERK', '150521100', { onBehalfOf: { personId: 'clerk', name: '' } })),
    'grant',
  ],
])('closing: %s', (_, who, expected) => {
  const answer = mayOnProblem(who, mended, 'close');
  expect('grant' in answer ? 'grant' : answer.why).toBe(expected);
});

test('each step has its one state, whoever asks', () => {
  const all = caller('village', grant('VILLAGE', VILLAGE), grant('COUNTY_CLERK', '150521'));
  for (const state of PROBLEM_STATES) {
    const standing = { ...mended, state, mendedBy: [] };
    const may = (['claim', 'mend', 'close'] as const).filter(
      (act) => 'grant' in mayOnProblem(all, standing, act),
    );
    expect(may).toEqual({ OPEN: ['claim'], CLAIMED: ['mend'], MENDED: ['close'], CLOSED: [] }[state]);
  }
});

test('a department takes on what is asked of it alone', () => {
  const open = { ...mended, state: 'OPEN' as const, claimedBy: null, mendedBy: [] };
  const of = (department: string) =>
    'grant' in mayOnProblem(caller('d', grant('DEPT', '150521', { department })), open, 'claim');
  expect([of('EDUCATION'), of('CIVIL_AFFAIRS')]).toEqual([true, false]);
});
