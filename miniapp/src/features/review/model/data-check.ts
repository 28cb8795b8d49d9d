import type { AssetFlag, Department, StaffCaseView } from '@shared/casework';
import { ASSET_FLAGS, DEPARTMENTS } from '@shared/casework/codes';
import { type Checked, checked, type Problems } from './checked';

/** Bank deposits are asked about separately (ux.md 06), so the bank is not asked unless a clerk says so. */
export const USUAL_DEPARTMENTS: readonly Department[] = DEPARTMENTS.filter((name) => name !== 'BANK');

type Person = StaffCaseView['members'][number];

/** Who may be asked about, and why the others may not: only adults, only with their own signature (domain.md 3.1, I2). */
export function queryable(members: readonly Person[]): { member: Person; off?: string }[] {
  return members.map((member) => {
    if (!member.adult) return { member, off: '不满 18 岁，不查' };
    return member.authorized ? { member } : { member, off: '还没签同意，签了才能查' };
  });
}

/** What each department can know of (domain.md 2.5): its form offers these and no others. */
const FLAGS_OF: Readonly<Record<Department, readonly AssetFlag[]>> = {
  POLICE: ['CAR', 'ABSENT', 'FALSE_STATEMENT'],
  REAL_ESTATE: ['URBAN_HOUSE'],
  MARKET: ['BUSINESS', 'MACHINE'],
  TAX: ['BUSINESS', 'PAYROLL'],
  HUMAN_RESOURCES: ['PAYROLL', 'SUPPORTER_CAPABLE'],
  MEDICAL_INSURANCE: ['PAYROLL', 'BIG_INSURANCE'],
  HOUSING_FUND: ['FUND', 'PAYROLL', 'URBAN_HOUSE'],
  CIVIL_AFFAIRS: ['SUPPORTER_CAPABLE', 'FALSE_STATEMENT'],
  DISABLED_FEDERATION: ['FALSE_STATEMENT'],
  EDUCATION: ['FALSE_STATEMENT'],
  BANK: ['FUND', 'BIG_INSURANCE'],
};

/** The flags of a department, and those that stand in its answer already: nothing that was said disappears. */
export const flagsOf = ({ department, flags }: Pick<AnswerRow, 'department' | 'flags'>): AssetFlag[] =>
  ASSET_FLAGS.filter((flag) => FLAGS_OF[department].includes(flag) || flags.includes(flag));

export interface DataRequest {
  memberKeys: string[];
  departments: Department[];
  /** Of a dibao family, compared by civil affairs already: not asked about again (domain.md 3.1). */
  comparedBefore: string[];
}

export function toDataRequest({
  memberKeys,
  departments,
  comparedBefore,
}: DataRequest): Checked<DataRequest> {
  const problems: Problems = {};
  const left = memberKeys.filter((key) => !comparedBefore.includes(key));
  if (left.length + comparedBefore.length === 0) problems.memberKeys = '查谁？至少选一个签了同意的大人。';
  if (departments.length === 0) problems.departments = '请哪个部门查？至少选一个。';
  return checked(problems, () => ({ memberKeys: left, departments, comparedBefore }));
}

export interface AnswerRow {
  department: Department;
  result?: 'CLEAR' | 'FLAGGED' | 'UNAVAILABLE';
  flags: AssetFlag[];
  note: string;
}

/** What a clerk sends: about all who were asked about, in one word. */
type Said = Required<AnswerRow>;

/** What the form needs of a comparison. */
type Asked = Pick<NonNullable<StaffCaseView['dataCheck']>, 'departments' | 'answers'>;

/** One row for every department that was asked, with what it answered already. */
export function openAnswers(dataCheck: Asked): AnswerRow[] {
  return dataCheck.departments.map((department) => {
    const before = dataCheck.answers.find((answer) => answer.department === department);
    return {
      department,
      result: before?.result,
      flags: before?.flags ?? [],
      note: before?.note ?? '',
    };
  });
}

/** Only what is new or changed is sent; problems by department, or `answers` when nothing was filled. */
export function toAnswers(rows: readonly AnswerRow[], dataCheck: Asked): Checked<{ answers: Said[] }> {
  const before = openAnswers(dataCheck);
  const changed = rows.filter(
    (row, index) => row.result !== undefined && JSON.stringify(row) !== JSON.stringify(before[index]),
  );
  const problems: Problems = {};
  for (const row of changed)
    if (row.result === 'FLAGGED' && row.flags.length === 0 && row.note.trim() === '')
      problems[row.department] = '查到了什么？选一项，或者写一句。';
  if (changed.length === 0) problems.answers = '还没有填答复。至少填一个部门。';
  return checked(problems, () => ({
    answers: changed.map(({ department, result = 'UNAVAILABLE', flags, note }) => ({
      department,
      result,
      flags: result === 'FLAGGED' ? flags : [],
      note: note.trim(),
    })),
  }));
}
