import type { LocalDate } from '@shared/calendar';
import { HEAD_KEY } from '@shared/casework/codes';
import { ageOn, checkIdNumber } from '@shared/people';
import type {
  ChangeEvidence,
  ChangeLevel,
  ChangeWarning,
  FollowTaskKind,
  MemberChange,
  StandingInFamily,
} from './codes';
import {
  type Fact,
  type FactKey,
  type FamilyOnDay,
  familyAt,
  knownUntil,
  type Member,
  presentOf,
} from './facts';
import type { NewMember } from './inputs';
import { type FollowTask, followTask } from './results';

/** How one kind of coming or going is done (domain.md 3.8). */
interface ChangeRule {
  /** Somebody new or back, somebody who goes, or the family as a whole. */
  who: 'COMES' | 'GOES' | 'ALL';
  standing: StandingInFamily;
  counted: boolean;
  level: ChangeLevel;
  evidence: readonly ChangeEvidence[];
  /** All of the evidence is needed, not one of it. */
  all?: true;
}

/**
 * The table of domain.md 3.8. A student whose 户籍 goes to the school is away and stays a dependant; who is in prison, missing
 * or in the army is away and not counted, and comes back by RETURN.
 */
export const CHANGE_RULES: Record<MemberChange, ChangeRule> = {
  BIRTH: comes(['BIRTH_CERTIFICATE', 'HUKOU_BOOK']),
  MARRIAGE_IN: comes(['MARRIAGE_CERTIFICATE', 'HUKOU_BOOK']),
  RETURN: comes(['HUKOU_BOOK', 'RETURN_SEEN', 'DIVORCE_CERTIFICATE']),
  DEATH: goes('CLOSED', ['DEATH_CERTIFICATE', 'DEREGISTRATION', 'NEIGHBOUR_CONFIRMED']),
  MARRIAGE_OUT: goes('CLOSED', ['MARRIAGE_CERTIFICATE', 'HUKOU_TRANSFER']),
  SCHOOL_MOVE: { ...goes('SUSPENDED', ['SCHOOL_RECORD', 'HUKOU_TRANSFER']), counted: true },
  PRISON: goes('SUSPENDED', ['COURT_RECORD']),
  MISSING: goes('SUSPENDED', ['POLICE_RECORD', 'NEIGHBOUR_CONFIRMED']),
  ARMY: goes('SUSPENDED', ['ARMY_NOTICE']),
  SPLIT: { ...goes('CLOSED', ['HUKOU_BOOK', 'LIVING_CHECKED']), level: 'COUNTY', all: true },
  MERGE: { ...comes(['HUKOU_BOOK', 'LIVING_CHECKED']), level: 'COUNTY', all: true },
  MOVED_AWAY: { ...goes('CLOSED', ['HUKOU_TRANSFER']), who: 'ALL', level: 'TOWN' },
  EXTINCT: {
    ...goes('CLOSED', ['DEATH_CERTIFICATE', 'DEREGISTRATION', 'NEIGHBOUR_CONFIRMED']),
    who: 'ALL',
    level: 'TOWN',
  },
};

function comes(evidence: readonly ChangeEvidence[]): ChangeRule {
  return { who: 'COMES', standing: 'MEMBER', counted: true, level: 'NONE', evidence };
}

function goes(standing: StandingInFamily, evidence: readonly ChangeEvidence[]): ChangeRule {
  return { who: 'GOES', standing, counted: false, level: 'NONE', evidence };
}

/** A change as somebody writes it down. */
export interface ChangeOfMembers {
  kind: MemberChange;
  on: LocalDate;
  /** Those of the family whom it is about. */
  memberKeys: readonly string[];
  /** Of a coming: who is new. A RETURN is mostly of somebody who is known. */
  newMember: NewMember | null;
  evidence: readonly ChangeEvidence[];
}

export interface ChangeProblem {
  field: 'on' | 'memberKeys' | 'newMember' | 'evidence';
  reason:
    | 'CHANGE_IN_FUTURE'
    | 'CHANGE_BEFORE_KNOWN'
    | 'CHANGE_WHO'
    | 'CHANGE_WHO_GONE'
    | 'CHANGE_WHO_HERE'
    | 'CHANGE_NOT_ALL'
    | 'CHANGE_EVIDENCE'
    | 'CHANGE_ID_KNOWN';
}

export interface ChangeContext {
  /** The family on the day of the change, as it is known now. */
  family: FamilyOnDay;
  /** The family today: others may have gone after that day. */
  familyNow: FamilyOnDay;
  /** First day of which anything is known of the family. */
  knownFrom: LocalDate;
  today: LocalDate;
}

/** What is wrong with a change, in the order of its form; nothing when it can be written down. */
export function changeProblems(
  change: ChangeOfMembers,
  { family, familyNow, knownFrom, today }: ChangeContext,
): ChangeProblem[] {
  const { kind, on, memberKeys, newMember, evidence } = change;
  const rule = CHANGE_RULES[kind];
  const problems: ChangeProblem[] = [];
  const say = (field: ChangeProblem['field'], reason: ChangeProblem['reason']) =>
    problems.push({ field, reason });
  if (on > today) say('on', 'CHANGE_IN_FUTURE');
  if (on < knownFrom) say('on', 'CHANGE_BEFORE_KNOWN');
  const named = memberKeys.map((key) => family.members.find((member) => member.key === key));
  if (rule.who === 'COMES') {
    const back = kind === 'RETURN' && memberKeys.length > 0;
    if (back === (newMember !== null)) say('newMember', 'CHANGE_WHO');
    if (back && named.some((one) => one === undefined)) say('memberKeys', 'CHANGE_WHO');
    else if (back && named.some((one) => one?.STANDING === 'MEMBER')) say('memberKeys', 'CHANGE_WHO_HERE');
    if (newMember?.idNo && family.members.some((one) => one.ID_NO === newMember.idNo))
      say('newMember', 'CHANGE_ID_KNOWN');
  } else if (rule.who === 'GOES') {
    if (memberKeys.length === 0 || named.some((one) => one === undefined)) say('memberKeys', 'CHANGE_WHO');
    else if (named.some((one) => one?.STANDING === 'CLOSED')) say('memberKeys', 'CHANGE_WHO_GONE');
    // Whoever is left makes a family; when nobody is, that is the end of the family and said so.
    else if ([family, familyNow].some((one) => presentOf(one).every(({ key }) => memberKeys.includes(key))))
      say('memberKeys', 'CHANGE_NOT_ALL');
  }
  const fit = evidence.filter((one) => rule.evidence.includes(one));
  if (rule.all ? fit.length < rule.evidence.length : fit.length === 0) say('evidence', 'CHANGE_EVIDENCE');
  return problems;
}

/** A row that a change writes, valid from its day on. */
export interface ChangedFact {
  member: string;
  key: FactKey;
  value: unknown;
  to: LocalDate | null;
}

/**
 * What a change writes once it counts: who comes gets all her facts, who goes a new standing. The household itself is
 * closed elsewhere when it goes as a whole. `newKey` is the key of somebody new. One that is written down late holds until what
 * is known of a later day; who is gone for good is so for ever.
 */
export function factsOfChange(
  change: ChangeOfMembers,
  facts: readonly Fact[],
  newKey: string,
): ChangedFact[] {
  const { kind, on, memberKeys, newMember } = change;
  const { standing, counted, who } = CHANGE_RULES[kind];
  const stands = (member: string): ChangedFact[] => {
    const to = standing === 'CLOSED' ? null : knownUntil(facts, member, 'STANDING', on);
    return [
      { member, key: 'STANDING', value: standing, to },
      { member, key: 'COUNTED', value: counted, to },
    ];
  };
  if (who === 'ALL')
    return kind === 'EXTINCT' ? presentOf(familyAt(facts, { on })).flatMap(({ key }) => stands(key)) : [];
  if (newMember === null) return memberKeys.flatMap(stands);
  const { name, relation, birthDate, idNo, labour, school, insured } = newMember;
  const said: [FactKey, unknown][] = [
    ['NAME', name],
    ['RELATION', relation],
    ['BIRTH_DATE', birthDate],
    ['ID_NO', idNo],
    ['LABOUR', labour],
    ['SCHOOL', school],
    ['INSURED', insured],
  ];
  return [
    ...stands(newKey),
    ...said.flatMap(([key, value]) =>
      value === undefined ? [] : [{ member: newKey, key, value, to: null }],
    ),
  ];
}

/** A change as it lies in the records: in the order in which they were written down, whom each is about. */
export interface RecordedChange {
  id: string;
  /** Keys of those who were known, and of whoever came with it. */
  about: readonly string[];
  /** Whether it counts or waits for its level: neither refused nor taken back, nor only told by the family. */
  stands: boolean;
}

/** Whether somebody whom this change is about came or went again afterwards: then that one is taken back first. */
export function restsOn(changes: readonly RecordedChange[], id: string): boolean {
  const at = changes.findIndex((one) => one.id === id);
  const { about = [] } = changes[at] ?? {};
  return changes
    .slice(at + 1)
    .some((later) => later.stands && later.about.some((one) => about.includes(one)));
}

const OLD_FROM = 60;
const WORKING_FROM = 16;
const CAN_WORK: readonly string[] = ['NORMAL', 'SKILLED', 'WEAK'];
const IN_SCHOOL: readonly string[] = ['PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR', 'VOCATIONAL', 'COLLEGE'];

/** Age on a day, null when neither the day of birth nor the ID number is known. */
export function ageOf({ BIRTH_DATE, ID_NO }: Member, on: LocalDate): number | null {
  const id = ID_NO ? checkIdNumber(ID_NO) : null;
  const born = BIRTH_DATE ?? (id?.ok ? id.birthDate : null);
  return born === null || born > on ? null : ageOn(born, on);
}

/** Whether somebody can work: as it was written down, else by age; one of whom nothing is known counts as one who can. */
export function canWork(member: Member, on: LocalDate): boolean {
  if (member.STANDING !== 'MEMBER') return false;
  if (member.LABOUR !== undefined) return CAN_WORK.includes(member.LABOUR);
  if (member.SCHOOL !== undefined && IN_SCHOOL.includes(member.SCHOOL)) return false;
  const age = ageOf(member, on);
  return age === null || (age >= WORKING_FROM && age < OLD_FROM);
}

/** What somebody should know before a change is written down (domain.md 3.8); none of it stops her. */
export function changeWarnings(
  change: ChangeOfMembers,
  { family, today }: Pick<ChangeContext, 'family' | 'today'>,
  paidSince: number,
): ChangeWarning[] {
  const { kind, memberKeys, on } = change;
  const warnings: ChangeWarning[] = [];
  const { who, counted } = CHANGE_RULES[kind];
  if (kind === 'DEATH' || kind === 'EXTINCT') warnings.push('STOP_PERSONAL_PAYMENTS');
  if (paidSince > 0) warnings.push('DOUBLE_PAY');
  if (who === 'GOES' && counted) warnings.push('STAYS_DEPENDANT');
  if (who !== 'GOES') return warnings;
  const present = presentOf(family);
  const gone = present.filter(({ key }) => memberKeys.includes(key));
  const left = present.filter(({ key }) => !memberKeys.includes(key));
  const works = (some: readonly Member[]) => some.some((one) => canWork(one, on));
  if (works(gone) && !works(left)) warnings.push('LAST_LABOUR_GONE');
  if (left.length > 0 && memberKeys.includes(HEAD_KEY)) warnings.push('HEAD_GONE');
  if (kind !== 'SPLIT') return warnings;
  const old = (some: readonly Member[]) =>
    some.length > 0 && some.every((one) => (ageOf(one, today) ?? 0) >= OLD_FROM);
  if (old(gone) || old(left)) warnings.push('OLD_PEOPLE_ALONE');
  if (works(gone) !== works(left)) warnings.push('NO_LABOUR_ALONE');
  return warnings;
}

/** What is to be done after a change that counts. */
export function tasksOfChange(
  change: ChangeOfMembers,
  warnings: readonly ChangeWarning[],
  today: LocalDate,
): FollowTask[] {
  const about = change.memberKeys.join('.');
  const kinds: FollowTaskKind[] = [];
  if (warnings.includes('STOP_PERSONAL_PAYMENTS')) kinds.push('STOP_PAYMENTS');
  if (warnings.includes('LAST_LABOUR_GONE')) kinds.push('REASSESS_LABOUR');
  if (change.evidence.length === 1 && change.evidence[0] === 'NEIGHBOUR_CONFIRMED')
    kinds.push('PAPERS_OF_CHANGE');
  return kinds.map((kind) => followTask(kind as 'STOP_PAYMENTS', about, today));
}
