import { isLocalDate } from '@shared/calendar/dates';
import type { FindingsInput, StaffCaseView, VerificationInput, VerifyMode } from '@shared/casework';
import { NO_FINDINGS } from '@shared/casework/codes';
import { sentence } from '@shared/messages/reasons';
import { type Checked, checked, type Problems } from './checked';
import { headRow, type MemberRow, memberProblems, memberRows, toMember } from './members';
import { EMPTY_SHEET, fromSheet, type SheetForm, sheetProblems, toSheet } from './sheet';

/** The verification form (入户核实) as it is being filled, and as it is kept on the phone. */
export interface VerificationForm {
  visitedOn: string;
  mode: VerifyMode;
  group: string;
  members: MemberRow[];
  sheet: SheetForm;
  findings: FindingsInput;
}

/** Takes the case and today's China date; gives what is known: the earlier record, else the head from the report. */
export function openVerification(view: StaffCaseView, today: string): VerificationForm {
  const record = view.verification?.record;
  if (record === undefined)
    return {
      visitedOn: today,
      mode: 'HOME_VISIT',
      group: view.group,
      members: [headRow(view)],
      sheet: EMPTY_SHEET,
      findings: NO_FINDINGS,
    };
  return {
    visitedOn: record.visitedOn,
    mode: record.mode,
    group: record.group,
    members: memberRows(view),
    sheet: fromSheet(record.sheet, record.members.length),
    findings: record.findings,
  };
}

/** Parts of the form, as its tabs: which of them a problem belongs to. */
export const PARTS = ['MONEY', 'HOUSE', 'MEMBERS', 'VISIT'] as const;
export type Part = (typeof PARTS)[number];

/** Problems by `row id`, `members.<key>.<field>`, `group`, `visitedOn`, `heads`. */
export function verificationProblems(form: VerificationForm): Problems {
  const problems: Problems = { ...sheetProblems(form.sheet) };
  for (const member of form.members)
    for (const [field, problem] of Object.entries(memberProblems(member)))
      problems[`members.${member.key}.${field}`] = problem;
  const { heads } = form.sheet;
  if (heads !== undefined && (heads < 1 || heads > form.members.length))
    problems.heads = sentence('SHEET_MEMBERS_DIFFER', { sheet: heads, members: form.members.length });
  if (form.group.trim() === '') problems.group = '还没有写是几组。';
  if (!isLocalDate(form.visitedOn)) problems.visitedOn = sentence('BAD_DATE');
  return problems;
}

export function partOf(problem: string): Part {
  if (problem === 'visitedOn' || problem === 'mode') return 'VISIT';
  if (problem === 'heads' || problem === 'group' || problem.startsWith('members')) return 'MEMBERS';
  return problem.startsWith('findings') ? 'HOUSE' : 'MONEY';
}

/** Takes the form, the case's income window and the photos that were sent; gives the operation's input or the problems. */
export function toVerification(
  form: VerificationForm,
  window: StaffCaseView['incomeWindow'],
  photoIds: string[],
): Checked<VerificationInput> {
  return checked(verificationProblems(form), () => ({
    visitedOn: form.visitedOn,
    mode: form.mode,
    group: form.group.trim(),
    members: form.members.map(toMember),
    sheet: toSheet(form.sheet, window, form.members.length),
    findings: form.findings,
    photoIds,
  }));
}
