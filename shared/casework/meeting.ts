import type { Profile } from '@shared/procedure';
import type { Case } from './case';
import type { Department } from './codes';
import type { AppraisalInput } from './inputs';
import { type Refusal, refuse } from './refusal';

/** The rules of a meeting that hold for every family it speaks of; server and phone count by the same ones. */

type Attendees = AppraisalInput['attendees'];
type Recusals = AppraisalInput['recusals'];

/** A meeting as it was recorded. It is frozen: what happens to a case later does not change what was said. */
export interface MeetingRecord {
  metAt: string;
  place: string;
  convenor: string;
  attendees: Attendees;
  /** Of the meeting as a whole. */
  minutes: string;
  photoIds: string[];
  families: MeetingFamily[];
}

export interface MeetingFamily {
  caseId: string;
  headName: string;
  group: string;
  memberCount: number | null;
  /** Departments whose answers were told to the meeting; never what they said. */
  compared: Department[];
  recusals: Recusals;
  yes: number;
  no: number;
  abstain: number;
  minutes: string;
  passed: boolean;
}

/** How many of those present vote on a family: everybody who is not recused from it. */
export function votersOf(
  attendees: readonly { name: string }[],
  recusals: readonly { name: string }[],
): number {
  const recused = new Set(recusals.map(({ name }) => name.trim()));
  return attendees.filter(({ name }) => !recused.has(name)).length;
}

/** More yes than half of those who may vote (domain.md 1.2: majority). */
export const passes = (yes: number, voters: number): boolean => yes * 2 > voters;

/** Enough people, an odd number where the county wants one, enough villagers among them (domain.md 1.2). */
export function meetingRefused(
  attendees: Attendees,
  { appraisal }: Pick<Profile, 'appraisal'>,
): Refusal | null {
  if (new Set(attendees.map((a) => `${a.name}/${a.role}`)).size !== attendees.length)
    return refuse('INPUT', 'ATTENDEE_REPEATS', {}, 'attendees');
  const have = attendees.length;
  if (have < appraisal.quorum)
    return refuse('INPUT', 'QUORUM', { need: appraisal.quorum, have }, 'attendees');
  if (appraisal.oddOnly && have % 2 === 0) return refuse('INPUT', 'ATTENDEES_ODD', { have }, 'attendees');
  const villagers = attendees.filter((a) => a.role === 'VILLAGER').length;
  const need = Math.ceil((appraisal.minVillagerShare ?? 0) * have);
  return villagers < need ? refuse('INPUT', 'TOO_FEW_VILLAGERS', { need, villagers }, 'attendees') : null;
}

/** Who stands back from a family and how many votes it then has. @param kin whoever declared to be related to it */
export function votesRefused(
  attendees: Attendees,
  { recusals, yes, no, abstain }: Pick<AppraisalInput, 'recusals' | 'yes' | 'no' | 'abstain'>,
  kin: readonly { name: string }[],
): Refusal | null {
  const present = new Set(attendees.map(({ name }) => name));
  const absent = recusals.find(({ name }) => !present.has(name));
  if (absent) return refuse('INPUT', 'RECUSED_NOT_PRESENT', { name: absent.name }, 'recusals');
  const recused = new Set(recusals.map(({ name }) => name));
  const votes = kin.find(({ name }) => present.has(name) && !recused.has(name));
  if (votes) return refuse('INPUT', 'KIN_NOT_RECUSED', { name: votes.name }, 'recusals');
  const voters = votersOf(attendees, recusals);
  const given = yes + no + abstain;
  return given === voters ? null : refuse('INPUT', 'VOTES_DO_NOT_ADD_UP', { votes: given, voters }, 'yes');
}

/** Who should stand back from a family when present: who declared it, and the family itself. A person confirms it. */
export function relativesOf(
  c: Pick<Case, 'kin' | 'members' | 'headName'>,
): { name: string; relation: string }[] {
  const own = [c.headName, ...c.members.map(({ name }) => name)].map((name) => ({
    name,
    relation: '自家人',
  }));
  const kin = c.kin.map(({ name, relation }) => ({ name, relation }));
  return [...new Map([...own, ...kin].map((one) => [one.name, one])).values()];
}

/** What a recorded meeting says of a case, from the case as the meeting left it. @returns null before any appraisal */
export function familyOf(c: Case): MeetingFamily | null {
  if (c.appraisal === null) return null;
  const { recusals, yes, no, abstain, minutes, passed } = c.appraisal;
  return {
    caseId: c.id,
    headName: c.headName,
    group: c.group,
    memberCount: c.memberCount,
    compared: c.dataCheck === null ? [] : [...c.dataCheck.departments],
    recusals,
    yes,
    no,
    abstain,
    minutes,
    passed,
  };
}
