import { isLocalDate } from '@shared/calendar/dates';
import type { MemberInput, MemberRelation, StaffCaseView } from '@shared/casework';
import { HEAD_KEY, type Health, type Labour, type School } from '@shared/casework/codes';
import { sentence } from '@shared/messages/reasons';
import { ageOn, checkIdNumber, checkName } from '@shared/people';
import type { Problems } from './checked';

/** One person of the family, as typed. */
export interface MemberRow {
  key: string;
  name: string;
  relation: MemberRelation;
  /** Empty keeps the number that is known already (`idNoMasked`). */
  idNo: string;
  birthDate: string;
  /** Away for work or school: signs on the own phone. */
  away: boolean;
  idNoMasked: string | null;
  /** Asked of whom it bears on only; undefined: not asked. */
  health?: Health[];
  labour?: Labour;
  school?: School;
  insured?: boolean;
}

/** The head as reported, before anybody else is recorded. */
export function headRow(view: Pick<StaffCaseView, 'headName' | 'report'>): MemberRow {
  return {
    key: HEAD_KEY,
    name: view.headName,
    relation: 'HEAD',
    idNo: '',
    birthDate: '',
    away: false,
    idNoMasked: view.report.idNoMasked,
  };
}

/** Those of an earlier record; their ID numbers are masked and stay as they are. */
export function memberRows(view: Pick<StaffCaseView, 'members' | 'verification'>): MemberRow[] {
  const recorded = view.verification?.record.members ?? [];
  return view.members.map((member) => ({
    key: member.key,
    name: member.name,
    relation: member.relation as MemberRelation,
    idNo: '',
    birthDate: member.birthDate ?? '',
    away: member.away,
    idNoMasked: member.idNoMasked,
    ...asked(recorded.find(({ key }) => key === member.key) ?? {}),
  }));
}

/** A key that no member has. */
export function nextKey(rows: readonly MemberRow[]): string {
  const taken = new Set(rows.map((row) => row.key));
  let number = rows.length + 1;
  while (taken.has(`m${number}`)) number += 1;
  return `m${number}`;
}

/** What is wrong with one person's row, by `name`, `idNo`, `birthDate`. */
export function memberProblems(row: MemberRow): Problems {
  const problems: Problems = {};
  const name = checkName(row.name);
  if (!name.ok) problems.name = sentence(`NAME_${name.reason}`);
  if (row.idNo.trim() !== '') {
    const id = checkIdNumber(row.idNo);
    if (!id.ok) problems.idNo = sentence(`ID_${id.reason}`, { digits: id.digits });
  }
  if (row.birthDate !== '' && !isLocalDate(row.birthDate)) problems.birthDate = sentence('BAD_DATE');
  return problems;
}

/** Takes a row that has no problems; gives the member. */
export function toMember(row: MemberRow): MemberInput {
  const id = row.idNo.trim() === '' ? null : checkIdNumber(row.idNo);
  const name = checkName(row.name);
  return {
    key: row.key,
    name: name.ok ? name.name : row.name.trim(),
    relation: row.relation,
    idNo: id?.ok ? id.id : null,
    birthDate: row.birthDate !== '' ? row.birthDate : id?.ok ? id.birthDate : null,
    away: row.away,
    ...asked(row),
  };
}

type Asked = Pick<MemberRow, 'health' | 'labour' | 'school' | 'insured'>;

const asked = ({ health, labour, school, insured }: Asked): Asked => ({
  ...(health !== undefined && { health }),
  ...(labour !== undefined && { labour }),
  ...(school !== undefined && { school }),
  ...(insured !== undefined && { insured }),
});

const SCHOOL_AGE = { from: 3, to: 25 };
const WORKING_FROM = 16;

/** What bears on a person, and has not been answered by the department that knows it (domain.md 4.3, ux.md 12). */
export interface Questions {
  health: boolean;
  labour: boolean;
  school: boolean;
  insured: boolean;
}

/**
 * Takes a person, today's China date, whether illness or disability is what the family suffers from, and which
 * departments have answered about her; gives what to ask. Nobody is asked about health without need.
 */
export function questionsFor(
  row: Pick<MemberRow, 'birthDate' | 'idNo' | 'health'>,
  today: string,
  healthMatters: boolean,
  answered: ReadonlySet<string>,
): Questions {
  const id = row.idNo.trim() === '' ? null : checkIdNumber(row.idNo);
  const birthDate = id?.ok ? id.birthDate : row.birthDate;
  const age = isLocalDate(birthDate) ? ageOn(birthDate, today) : null;
  return {
    health: healthMatters || (row.health ?? []).length > 0,
    labour: age === null || age >= WORKING_FROM,
    school: (age === null || (age >= SCHOOL_AGE.from && age < SCHOOL_AGE.to)) && !answered.has('EDUCATION'),
    insured: !answered.has('MEDICAL_INSURANCE'),
  };
}

type Compared = Pick<StaffCaseView, 'dataCheck'>;

/** Departments that have answered about a person, or about all who were asked about at once. */
export function answeredAbout({ dataCheck }: Compared, key: string): Set<string> {
  if (dataCheck === null) return new Set();
  const about = (answer: (typeof dataCheck.answers)[number]) =>
    ('memberKey' in answer ? answer.memberKey : null) ?? (dataCheck.memberKeys.includes(key) ? key : null);
  return new Set(
    dataCheck.answers
      .filter((answer) => answer.result !== 'UNAVAILABLE' && about(answer) === key)
      .map(({ department }) => department),
  );
}
