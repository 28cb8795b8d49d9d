import type { Assessment } from './assess';
import type { IncomeSheet } from './income-sheet';
import { type SheetWarning, sheetWarnings } from './warnings';

/** What does not fit together in a case: the data-quality rules of domain.md 9.3 that a case can break, by number. */
export type InconsistencyRule =
  | 'RISKS_EMPTY' // 5
  | 'DISABILITY_WITHOUT_DISABLED' // 6
  | 'NO_LABOUR_BUT_WORKERS' // 7
  | 'JOB_RISK_WITHOUT_LABOUR' // 8
  | 'WATER_PROBLEM_WITHOUT_RISK' // 9
  | 'WATER_RISK_WITHOUT_PROBLEM' // 9
  | 'HOUSE_PROBLEM_WITHOUT_RISK' // 10
  | 'UNINSURED_WITHOUT_NEED' // 11
  | 'HOUSE_NOT_GRADED' // 12
  | 'DISABILITY_SUBSIDY_WITHOUT_DISABLED' // 17
  | 'NO_LABOUR_NOT_FLAGGED' // 23
  | 'LIFTED_BELOW_LINE' // 26
  | 'ID_MISSING' // 2
  | SheetWarning['code']; // 27, 28, 29

export interface Inconsistency {
  rule: InconsistencyRule;
  /** Where to look again. */
  field: 'risks' | 'findings' | 'members' | 'sheet' | 'needs';
}

export interface ConsistencyFacts {
  risks: readonly string[];
  needs: readonly string[];
  findings: {
    householdKind: 'ORDINARY' | 'LIFTED' | 'MONITORED';
    houseGrade: string;
    housingProblem: boolean;
    waterProblem: boolean;
    waterCutDays: number;
    anyoneUninsured: boolean;
    severeDisability: boolean;
    noLabour: boolean;
  };
  /** Ages and whether the ID number is known; null for an unknown age. */
  members: readonly { age: number | null; hasIdNo: boolean }[];
  sheet: IncomeSheet;
}

const WORKING_AGE = { from: 16, to: 60 };

/**
 * Takes what a case says of a family and the figures made of it; gives what contradicts itself, each with the place to
 * look. A question to the people who judge: nothing is stopped or changed by it.
 */
export function inconsistencies(facts: ConsistencyFacts, assessment: Assessment): Inconsistency[] {
  const { findings, risks, needs, sheet, members } = facts;
  const found: Inconsistency[] = [];
  const check = (wrong: boolean, rule: InconsistencyRule, field: Inconsistency['field']) => {
    if (wrong) found.push({ rule, field });
  };
  const has = (risk: string) => risks.includes(risk);
  const disabled = findings.severeDisability || sheet.rigid.some((row) => row.code === 'R1');
  const wages = sheet.income.some((row) => row.code.startsWith('A') && row.amountFen > 0);
  const workers = members.filter(
    ({ age }) => age !== null && age >= WORKING_AGE.from && age < WORKING_AGE.to,
  ).length;
  const badWater = findings.waterProblem || findings.waterCutDays > 0;
  const badHouse = findings.housingProblem || findings.houseGrade === 'C' || findings.houseGrade === 'D';

  check(risks.length === 0, 'RISKS_EMPTY', 'risks');
  check(
    members.some((m) => !m.hasIdNo),
    'ID_MISSING',
    'members',
  );
  check(has('DISABILITY') && !disabled, 'DISABILITY_WITHOUT_DISABLED', 'risks');
  check(has('NO_LABOUR') && wages && !findings.noLabour, 'NO_LABOUR_BUT_WORKERS', 'risks');
  check(has('JOB_UNSTABLE') && findings.noLabour, 'JOB_RISK_WITHOUT_LABOUR', 'risks');
  check(badWater && !has('WATER'), 'WATER_PROBLEM_WITHOUT_RISK', 'risks');
  check(!badWater && has('WATER'), 'WATER_RISK_WITHOUT_PROBLEM', 'findings');
  check(badHouse && !has('HOUSING'), 'HOUSE_PROBLEM_WITHOUT_RISK', 'risks');
  check(
    findings.anyoneUninsured && !has('ILLNESS') && !needs.includes('INSURANCE'),
    'UNINSURED_WITHOUT_NEED',
    'needs',
  );
  check(findings.houseGrade === 'UNKNOWN', 'HOUSE_NOT_GRADED', 'findings');
  check(
    sheet.income.some((row) => row.code === 'D11' && row.amountFen > 0) && !disabled,
    'DISABILITY_SUBSIDY_WITHOUT_DISABLED',
    'findings',
  );
  check(
    members.length > 0 &&
      workers === 0 &&
      members.every(({ age }) => age !== null) &&
      !wages &&
      !findings.noLabour,
    'NO_LABOUR_NOT_FLAGGED',
    'findings',
  );
  check(
    findings.householdKind === 'LIFTED' && assessment.band.net === 'BELOW' && risks.length === 0,
    'LIFTED_BELOW_LINE',
    'risks',
  );
  for (const { code } of sheetWarnings(sheet, assessment)) found.push({ rule: code, field: 'sheet' });
  return found;
}
