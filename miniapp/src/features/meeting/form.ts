import type { Output } from '@miniapp/platform/api';
import { isLocalDate } from '@shared/calendar/dates';
import type { AttendeeRole, MeetingInput } from '@shared/casework';
import { ATTENDEE_ROLES } from '@shared/casework/codes';
import { meetingRefused, votersOf, votesRefused } from '@shared/casework/meeting';
import { sentence } from '@shared/messages/reasons';
import { checkName } from '@shared/people';

/** A meeting as it is being written down (domain.md 1.2): what the phone keeps at each change. */

export type Family = Output<'meetings.waiting'>['villages'][number]['cases'][number];
type Recusal = MeetingInput['cases'][number]['recusals'][number];

export interface FamilyForm {
  votes: { yes?: number; no?: number; abstain?: number };
  /** Who stands back beside those whom the machine proposes. */
  added: Recusal[];
  /** Proposed by the machine, and it is somebody else of that name. */
  dismissed: string[];
  minutes: string;
}

export interface MeetingForm {
  date: string;
  /** As typed: 「15:00」, 「15：00」 or 「1500」. */
  time: string;
  place: string;
  convenor: string;
  /** Names of one role in one text: a cadre writes 「周正平、李春梅」, not eleven forms. */
  names: Record<AttendeeRole, string>;
  minutes: string;
  /** Families of this meeting. */
  taken: string[];
  families: Record<string, FamilyForm>;
}

export type Problems = Record<string, string>;

const NOBODY = Object.fromEntries(ATTENDEE_ROLES.map((role) => [role, ''])) as Record<AttendeeRole, string>;
const NOTHING_SAID: FamilyForm = { votes: {}, added: [], dismissed: [], minutes: '' };

export function openMeeting(today: string, taken: string[]): MeetingForm {
  return { date: today, time: '', place: '', convenor: '', names: NOBODY, minutes: '', taken, families: {} };
}

/** What is written of one family so far. */
export const saidOf = ({ families }: MeetingForm, caseId: string): FamilyForm =>
  families[caseId] ?? NOTHING_SAID;

/** Families that are taken and still wait. */
export const takenOf = ({ taken }: MeetingForm, waiting: readonly Family[]): Family[] =>
  waiting.filter(({ caseId, off }) => off === null && taken.includes(caseId));

/** Names in a text, however they are separated. */
export function splitNames(text: string): string[] {
  return text
    .split(/[、，,;；.。\s]+/)
    .map((name) => name.trim())
    .filter(Boolean);
}

export function attendeesOf({ names }: Pick<MeetingForm, 'names'>): MeetingInput['attendees'] {
  return ATTENDEE_ROLES.flatMap((role) => splitNames(names[role]).map((name) => ({ name, role })));
}

/** Who stands back from a family: relatives who are present, unless a person said that it is somebody else, and others. */
export function recusalsOf(form: MeetingForm, family: Pick<Family, 'caseId' | 'relatives'>): Recusal[] {
  const present = new Set(attendeesOf(form).map(({ name }) => name));
  const { added, dismissed } = saidOf(form, family.caseId);
  const proposed = family.relatives.filter(({ name }) => present.has(name) && !dismissed.includes(name));
  const named = added.map(({ name, relation }) => ({ name: name.trim(), relation: relation.trim() }));
  return [...proposed, ...named.filter(({ name }) => name !== '')];
}

/** Those present who may vote on a family. */
export const votersFor = (form: MeetingForm, family: Family): number =>
  votersOf(attendeesOf(form), recusalsOf(form, family));

/** 「15:00」 of what was typed, or undefined when it is no time of day. */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})[:：点.]?(\d{2})?分?$/.exec(text.trim());
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** How many people the strictest of the families' profiles asks for. */
export const quorumOf = (families: readonly Family[]): number =>
  Math.max(0, ...families.map(({ rule }) => rule.quorum));

/** What is wrong with the meeting itself, by field. */
export function meetingProblems(form: MeetingForm, families: readonly Family[]): Problems {
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
  for (const { rule } of families) {
    const refused = meetingRefused(present, { appraisal: rule });
    if (refused !== null) problems.attendees = sentence(refused.code, refused.params);
  }
  return problems;
}

/** What is wrong with one family's part, or undefined. An empty box is wrong too. */
export function familyProblem(form: MeetingForm, family: Family): string | undefined {
  const recusals = recusalsOf(form, family);
  const unsaid = recusals.find(({ relation }) => relation === '');
  if (unsaid) return `写一下${unsaid.name}和这家是什么关系。`;
  const { yes, no, abstain } = saidOf(form, family.caseId).votes;
  if (yes === undefined || no === undefined || abstain === undefined) return '三样票都要填，没有就填 0。';
  const refused = votesRefused(attendeesOf(form), { recusals, yes, no, abstain }, []);
  return refused === null ? undefined : sentence(refused.code, refused.params);
}

/** Why the meeting cannot be handed in yet, in a few words; the rest is said when it is. */
export function whyOff(
  form: MeetingForm,
  families: readonly Family[],
  photosWaiting: number,
): string | undefined {
  if (families.length === 0) return '一户也没选，选上才能交';
  const missing = quorumOf(families) - attendeesOf(form).length;
  if (missing > 0) return `到会的还差 ${missing} 人`;
  for (const family of families) {
    const { yes, no, abstain } = saidOf(form, family.caseId).votes;
    if (yes === undefined || no === undefined || abstain === undefined)
      return `${family.headName}家的票还没填全`;
    const off = votersFor(form, family) - yes - no - abstain;
    if (off !== 0) return `${family.headName}家${off > 0 ? '差' : '多'} ${Math.abs(off)} 票，再数一数`;
  }
  return photosWaiting > 0 ? '照片正在传，传完再交' : undefined;
}

/** A meeting before whoever records it has said that none of the families is kin. */
export type Meeting = Omit<MeetingInput, 'kinshipDeclared'>;

/** The whole meeting as the server takes it. */
export function toMeeting(form: MeetingForm, families: readonly Family[], photoIds: string[]): Meeting {
  return {
    metAt: `${form.date}T${parseTime(form.time) ?? '00:00'}:00+08:00`,
    place: form.place.trim(),
    convenor: form.convenor.trim(),
    attendees: attendeesOf(form),
    photoIds,
    minutes: form.minutes.trim(),
    cases: families.map((family) => {
      const { votes, minutes } = saidOf(form, family.caseId);
      const { yes = 0, no = 0, abstain = 0 } = votes;
      const { caseId, version } = family;
      const recusals = recusalsOf(form, family);
      return { caseId, version, recusals, yes, no, abstain, minutes: minutes.trim() };
    }),
  };
}
