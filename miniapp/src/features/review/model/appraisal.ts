import { isLocalDate } from '@shared/calendar/dates';
import type { AppraisalInput, AttendeeRole } from '@shared/casework';
import { ATTENDEE_ROLES } from '@shared/casework/codes';
import { sentence } from '@shared/messages/reasons';
import { checkName } from '@shared/people';
import { type Checked, checked, type Problems } from './checked';

/** Minutes of the appraisal meeting as they are being written (domain.md 1.2). */
export interface AppraisalForm {
  date: string;
  /** As typed: 「15:00」, 「15：00」 or 「1500」. */
  time: string;
  place: string;
  convenor: string;
  /** Names of one role in one text: a cadre writes 「周正平、李春梅」, not eleven forms. */
  names: Record<AttendeeRole, string>;
  recusals: { name: string; relation: string }[];
  votes: { yes?: number; no?: number; abstain?: number };
  minutes: string;
}

/** What one meeting has in common for every family that it speaks of. */
export type Meeting = Pick<AppraisalForm, 'date' | 'time' | 'place' | 'convenor' | 'names'>;

const NOBODY = Object.fromEntries(ATTENDEE_ROLES.map((role) => [role, ''])) as Record<AttendeeRole, string>;

/** Takes today and, when there was one today, the meeting that was last written down. */
export function openAppraisal(today: string, meeting?: Meeting): AppraisalForm {
  const fresh: Meeting = { date: today, time: '', place: '', convenor: '', names: NOBODY };
  return { ...(meeting?.date === today ? meeting : fresh), recusals: [], votes: {}, minutes: '' };
}

/** Names in a text, however they are separated. */
export function splitNames(text: string): string[] {
  return text
    .split(/[、，,;；.。\s]+/)
    .map((name) => name.trim())
    .filter(Boolean);
}

export function attendeesOf({ names }: Pick<AppraisalForm, 'names'>): AppraisalInput['attendees'] {
  return ATTENDEE_ROLES.flatMap((role) => splitNames(names[role]).map((name) => ({ name, role })));
}

/** Those present who may vote on this family. */
export function votersOf(form: Pick<AppraisalForm, 'names' | 'recusals'>): number {
  const present = attendeesOf(form);
  const recused = new Set(form.recusals.map(({ name }) => name.trim()).filter(Boolean));
  return present.filter(({ name }) => !recused.has(name)).length;
}

/** 「15:00」 of what was typed, or undefined when it is no time of day. */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})[:：点.]?(\d{2})?分?$/.exec(text.trim());
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Problems by `names.<role>`, `recusals`, `votes` and the fields' own names. */
export function appraisalProblems(form: AppraisalForm, quorum: number): Problems {
  const problems: Problems = {};
  if (!isLocalDate(form.date)) problems.date = sentence('BAD_DATE');
  if (parseTime(form.time) === undefined) problems.time = '几点开的会？比如 15:00。';
  if (form.place.trim() === '') problems.place = '还没有写在哪里开的。';
  const convenor = checkName(form.convenor);
  if (!convenor.ok) problems.convenor = sentence(`NAME_${convenor.reason}`);

  const present = attendeesOf(form);
  for (const { name, role } of present) {
    const check = checkName(name);
    if (!check.ok) problems[`names.${role}`] = `“${name}”：${sentence(`NAME_${check.reason}`)}`;
  }
  if (new Set(present.map(({ name, role }) => `${name}/${role}`)).size !== present.length)
    problems.attendees = sentence('ATTENDEE_REPEATS');
  else if (present.length < quorum)
    problems.attendees = sentence('QUORUM', { need: quorum, have: present.length });

  for (const { name, relation } of form.recusals) {
    if (!present.some((attendee) => attendee.name === name.trim()))
      problems.recusals = sentence('RECUSED_NOT_PRESENT', { name: name.trim() || '回避的人' });
    else if (relation.trim() === '') problems.recusals = `写一下${name.trim()}和这家是什么关系。`;
  }
  const { yes, no, abstain } = form.votes;
  const voters = votersOf(form);
  if (yes === undefined || no === undefined || abstain === undefined)
    problems.votes = '三样票都要填，没有就填 0。';
  else if (yes + no + abstain !== voters)
    problems.votes = sentence('VOTES_DO_NOT_ADD_UP', { votes: yes + no + abstain, voters });
  return problems;
}

export function toAppraisal(
  form: AppraisalForm,
  quorum: number,
  photoIds: string[],
): Checked<AppraisalInput> {
  return checked(appraisalProblems(form, quorum), () => ({
    metAt: `${form.date}T${parseTime(form.time) ?? '00:00'}:00+08:00`,
    place: form.place.trim(),
    convenor: form.convenor.trim(),
    attendees: attendeesOf(form),
    recusals: form.recusals.map(({ name, relation }) => ({ name: name.trim(), relation: relation.trim() })),
    yes: form.votes.yes ?? 0,
    no: form.votes.no ?? 0,
    abstain: form.votes.abstain ?? 0,
    minutes: form.minutes.trim(),
    photoIds,
  }));
}
