import { isLocalDate } from '@shared/calendar/dates';
import type { MemberInput, MemberRelation, StaffCaseView } from '@shared/casework';
import { HEAD_KEY } from '@shared/casework/codes';
import { sentence } from '@shared/messages/reasons';
import { checkIdNumber, checkName } from '@shared/people';
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
export function memberRows(view: Pick<StaffCaseView, 'members'>): MemberRow[] {
  return view.members.map((member) => ({
    key: member.key,
    name: member.name,
    relation: member.relation as MemberRelation,
    idNo: '',
    birthDate: member.birthDate ?? '',
    away: member.away,
    idNoMasked: member.idNoMasked,
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
  };
}
