import { isNetUnlikely } from '@shared/assessment/warnings';
import { isLocalDate } from '@shared/calendar/dates';
import type { FindingsInput, StaffCaseView, VerificationInput, VerifyMode } from '@shared/casework';
import { GUARANTEE_KEYS, GUARANTEES, type Guarantee, NO_FINDINGS } from '@shared/casework/codes';
import { sentence } from '@shared/messages/reasons';
import { checkName, checkPhone } from '@shared/people';
import { boxOf } from '../yard/acts';
import { type Checked, checked, type Problems } from './checked';
import { headRow, type MemberRow, memberProblems, memberRows, toMember } from './members';
import { rulesOf } from './rules';
import { EMPTY_SHEET, figuresOf, fromSheet, type SheetForm, sheetProblems, toSheet } from './sheet';

/** What is wrong with one of the guarantees, as it is being typed. */
export interface GuaranteeForm {
  detail: string;
  fixer: string;
  dueOn: string;
  /** Of an earlier record; new ones lie in the guarantee's own box. */
  photoIds: string[];
}

const NO_GUARANTEE: GuaranteeForm = { detail: '', fixer: '', dueOn: '', photoIds: [] };

/** The verification form (入户核实) as it is being filled, and as it is kept on the phone. */
export interface VerificationForm {
  visitedOn: string;
  mode: VerifyMode;
  group: string;
  members: MemberRow[];
  sheet: SheetForm;
  findings: FindingsInput;
  guarantees: Partial<Record<Guarantee, GuaranteeForm>>;
  /** Who was spoken to when nobody went there. */
  contact: { phone: string; interviewee: string; phoneMasked: string | null };
  /** Why the net income per head is what it is, when it is unlikely. */
  netReason: string;
  /** Photos of an earlier record. */
  photoIds: string[];
  /** What this verifier thinks of it, when she signs along with the record; empty: she signs later. */
  opinion: string;
}

export const guaranteeOf = (form: Pick<VerificationForm, 'guarantees'>, what: Guarantee): GuaranteeForm =>
  form.guarantees[what] ?? NO_GUARANTEE;

/** Nobody went there. */
export const isSpokenTo = (mode: VerifyMode): boolean => mode === 'VIDEO' || mode === 'PHONE';

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
      guarantees: {},
      contact: { phone: '', interviewee: '', phoneMasked: null },
      netReason: '',
      photoIds: [],
      opinion: '',
    };
  return {
    visitedOn: record.visitedOn,
    mode: record.mode,
    group: record.group,
    members: memberRows(view),
    sheet: fromSheet(record.sheet, record.members.length),
    findings: record.findings,
    guarantees: Object.fromEntries(
      (record.findings.guarantees ?? []).map(({ what, ...said }) => [what, said]),
    ),
    contact: {
      phone: '',
      interviewee: record.contact?.interviewee ?? '',
      phoneMasked: record.contact?.phone ?? null,
    },
    netReason: record.netReason ?? '',
    photoIds: record.photoIds,
    opinion: '',
  };
}

/** Parts of the form, as its tabs: which of them a problem belongs to. */
export const PARTS = ['MONEY', 'HOUSE', 'MEMBERS', 'VISIT'] as const;
export type Part = (typeof PARTS)[number];

type Seen = Pick<StaffCaseView, 'incomeWindow' | 'profile'>;

/**
 * Problems by `row id`, `members.<key>.<field>`, `group`, `visitedOn`, `heads`, `findings.<guarantee>.<field>`,
 * `contact.<field>`, `netReason`.
 */
export function verificationProblems(form: VerificationForm, view: Seen): Problems {
  const problems: Problems = { ...sheetProblems(form.sheet) };
  for (const member of form.members)
    for (const [field, problem] of Object.entries(memberProblems(member)))
      problems[`members.${member.key}.${field}`] = problem;
  const { heads } = form.sheet;
  if (heads !== undefined && (heads < 1 || heads > form.members.length))
    problems.heads = sentence('SHEET_MEMBERS_DIFFER', { sheet: heads, members: form.members.length });
  if (form.group.trim() === '') problems.group = '还没有写是几组。';
  if (!isLocalDate(form.visitedOn)) problems.visitedOn = sentence('BAD_DATE');
  Object.assign(problems, guaranteeProblems(form), contactProblems(form));
  if (netNeedsReason(form, view) && form.netReason.trim() === '')
    problems.netReason = sentence('NET_REASON_NEEDED');
  return problems;
}

/** Whether the figures are such that somebody has to say why; a sheet that is still empty says nothing yet. */
export function netNeedsReason({ sheet, members }: VerificationForm, view: Seen): boolean {
  return isNetUnlikely(figuresOf(sheet, view.incomeWindow, members.length, rulesOf(view)));
}

const OF_HEALTH: readonly string[] = ['ILLNESS', 'DISABILITY', 'ACCIDENT', 'NO_LABOUR'];

/** Whether illness or disability is what the family suffers from: only then somebody is asked about it. */
export function healthMatters(
  { findings }: Pick<VerificationForm, 'findings'>,
  { report }: Pick<StaffCaseView, 'report'>,
): boolean {
  const found =
    findings.bigIllness || findings.severeDisability || findings.suddenAccident || findings.noLabour;
  return found || report.riskTypes.some((risk) => OF_HEALTH.includes(risk));
}

function guaranteeProblems(form: VerificationForm): Problems {
  const problems: Problems = {};
  for (const what of foundOf(form)) {
    const { detail, fixer, dueOn } = guaranteeOf(form, what);
    if (detail.trim() === '') problems[`findings.${what}.detail`] = '哪里不好？写一句。';
    if (fixer.trim() === '') problems[`findings.${what}.fixer`] = '谁来解决？写单位或者人。';
    if (!isLocalDate(dueOn)) problems[`findings.${what}.dueOn`] = '哪天前解决？选个日子。';
    else if (dueOn < form.visitedOn) problems[`findings.${what}.dueOn`] = sentence('DUE_BEFORE_VISIT');
  }
  return problems;
}

/** Guarantees that something is wrong with. */
export const foundOf = ({ findings }: Pick<VerificationForm, 'findings'>): Guarantee[] =>
  GUARANTEE_KEYS.filter((what) => findings[GUARANTEES[what]]);

function contactProblems({ mode, contact }: VerificationForm): Problems {
  if (!isSpokenTo(mode)) return {};
  const problems: Problems = {};
  const name = checkName(contact.interviewee);
  if (!name.ok) problems['contact.interviewee'] = sentence(`NAME_${name.reason}`);
  if (contact.phone.trim() === '') {
    if (contact.phoneMasked === null) problems['contact.phone'] = '打的哪个电话？写上号码。';
  } else {
    const phone = checkPhone(contact.phone);
    if (!phone.ok) problems['contact.phone'] = sentence(`PHONE_${phone.reason}`, { digits: phone.digits });
  }
  return problems;
}

export function partOf(problem: string): Part {
  if (problem === 'visitedOn' || problem === 'mode' || problem === 'opinion' || problem.startsWith('contact'))
    return 'VISIT';
  if (problem === 'heads' || problem === 'group' || problem.startsWith('members')) return 'MEMBERS';
  return problem.startsWith('findings') ? 'HOUSE' : 'MONEY';
}

/**
 * Takes the form, the case and which boxes hold photos that are not on the server yet; gives the operation's input with
 * the boxes in place of their photos (`filled`), or the problems.
 */
export function toVerification(
  form: VerificationForm,
  view: Seen,
  boxes: readonly string[],
): Checked<VerificationInput> {
  return checked(verificationProblems(form, view), () => ({
    visitedOn: form.visitedOn,
    mode: form.mode,
    group: form.group.trim(),
    members: form.members.map(toMember),
    sheet: toSheet(form.sheet, view.incomeWindow, form.members.length, boxes),
    findings: toFindings(form, boxes),
    photoIds: [...form.photoIds, ...boxes.map(boxOf)],
    ...(isSpokenTo(form.mode) && { contact: toContact(form) }),
    ...(netNeedsReason(form, view) && { netReason: form.netReason.trim() }),
  }));
}

function toFindings(form: VerificationForm, boxes: readonly string[]): FindingsInput {
  const { guarantees: _, ...findings } = form.findings;
  const said = foundOf(form).map((what) => {
    const { detail, fixer, dueOn, photoIds } = guaranteeOf(form, what);
    return {
      what,
      detail: detail.trim(),
      fixer: fixer.trim(),
      dueOn,
      photoIds: [...photoIds, ...(boxes.includes(what) ? [boxOf(what)] : [])],
    };
  });
  return said.length === 0 ? findings : { ...findings, guarantees: said };
}

function toContact({ contact }: VerificationForm): NonNullable<VerificationInput['contact']> {
  const phone = checkPhone(contact.phone);
  const name = checkName(contact.interviewee);
  return {
    phone: phone.ok ? phone.phone : null,
    interviewee: name.ok ? name.name : contact.interviewee.trim(),
  };
}
