import type { Profile } from '@shared/procedure';
import { type CostCode, EDUCATION_AID, type IncomeCode, type RigidCode } from './codes';
import type { IncomeRow, IncomeSheet, RigidRow } from './income-sheet';

/** Where a figure lies: at or below the line, up to 1.2 times the line, above (domain.md 5.1). */
export type Band = 'BELOW' | 'NEAR' | 'ABOVE';

/** Why a row, or a part of it, is not in the reference figure. */
export type NotCounted = 'OUT_OF_CATALOGUE' | 'EDUCATION_AID' | 'LOCAL_RULE' | 'OVER_CAP';

/** What the reference figure took of one row, so that the sheet can show each switch at work. */
export interface CountedRow {
  section: 'income' | 'costs' | 'rigid';
  index: number;
  code: IncomeCode | CostCode | RigidCode;
  /** The row's amount; for a rigid row after reimbursement. */
  amountFen: number;
  countedFen: number;
  /** null when all of it counts. */
  notCounted: NotCounted | null;
}

/**
 * The figures of an income sheet under one profile. All money in fen, per-head figures rounded to whole fen.
 * `parameters` is the snapshot that keeps an old decision readable after the rules change (domain.md 5.3).
 */
export interface Assessment {
  /** A + B + C + D. */
  gross: number;
  /** E. */
  costs: number;
  /** 家庭纯收入. */
  net: number;
  netPerCapitaFen: number;
  /** 合规自付支出. */
  compliantSelfPaidFen: number;
  /** Claims added to the reference figure; 0 where the profile does not add them. */
  claimsFen: number;
  /** Education aid left out of the reference figure by the profile; 0 where it counts. */
  excludedAidFen: number;
  /** net + claims − excluded aid − compliant self-paid spending (纳入参考收入). */
  referenceFen: number;
  referencePerCapitaFen: number;
  band: { net: Band; reference: Band };
  countedRows: CountedRow[];
  parameters: {
    profileCode: string;
    profileVersion: number;
    lineFen: number;
    window: IncomeSheet['window'];
    members: number;
    netReference: Profile['netReference'];
  };
}

/** What of a profile the figures and prompts need: a screen that computes along while a cadre types holds no more. */
export type AssessmentRules = Pick<Profile, 'code' | 'version' | 'netReference' | 'triggers'> & {
  line: Pick<Profile['line'], 'perCapitaFen'>;
};

/**
 * Computes net income and reference income per head (domain.md 5.1) from a valid sheet. It proposes nothing: the
 * figures are one part of a judgement that people make. Education aid is income in any case; the profile's switch
 * takes it out of the reference figure only, as in the worked example of domain.md 5.2.
 */
export function assess(sheet: IncomeSheet, profile: AssessmentRules): Assessment {
  const { members } = sheet;
  const lineFen = profile.line.perCapitaFen;
  const income = sheet.income.map((row, index) => incomeRow('income', row, index, profile));
  const costRows = sheet.costs.map((row, index) => incomeRow('costs', row, index, profile));
  const rigid = sheet.rigid.map((row, index) => rigidRow(row, index, profile));

  const gross = sum(income, 'amountFen');
  const costs = sum(costRows, 'amountFen');
  const net = gross - costs;
  const compliantSelfPaidFen = sum(rigid, 'countedFen');
  const claimsFen = profile.netReference.addClaims ? sheet.claimsFen : 0;
  const excludedAidFen = gross - sum(income, 'countedFen');
  const referenceFen = net + claimsFen - excludedAidFen - compliantSelfPaidFen;
  const netPerCapitaFen = perHead(net, members);
  const referencePerCapitaFen = perHead(referenceFen, members);

  return {
    gross,
    costs,
    net,
    netPerCapitaFen,
    compliantSelfPaidFen,
    claimsFen,
    excludedAidFen,
    referenceFen,
    referencePerCapitaFen,
    band: { net: bandOf(netPerCapitaFen, lineFen), reference: bandOf(referencePerCapitaFen, lineFen) },
    countedRows: [...income, ...costRows, ...rigid],
    parameters: {
      profileCode: profile.code,
      profileVersion: profile.version,
      lineFen,
      window: sheet.window,
      members,
      netReference: profile.netReference,
    },
  };
}

/** What the family paid itself for a rigid item, in fen. */
export function selfPaidFen(row: RigidRow): number {
  return row.paidFen - row.reimbursedFen;
}

function incomeRow(
  section: 'income' | 'costs',
  { code, amountFen }: IncomeRow,
  index: number,
  profile: AssessmentRules,
): CountedRow {
  const excluded = code === EDUCATION_AID && !profile.netReference.countEducationAid;
  return {
    section,
    index,
    code,
    amountFen,
    countedFen: excluded ? 0 : amountFen,
    notCounted: excluded ? 'EDUCATION_AID' : null,
  };
}

function rigidRow(row: RigidRow, index: number, profile: AssessmentRules): CountedRow {
  const amountFen = selfPaidFen(row);
  return { section: 'rigid', index, code: row.code, amountFen, ...countRigid(row.code, amountFen, profile) };
}

/** The "default treatment" column of domain.md 4.5. */
function countRigid(
  code: RigidCode,
  amountFen: number,
  { netReference }: AssessmentRules,
): Pick<CountedRow, 'countedFen' | 'notCounted'> {
  const whole = { countedFen: amountFen, notCounted: null };
  const none = (notCounted: NotCounted) => ({ countedFen: 0, notCounted });
  switch (code) {
    case 'M3':
      return netReference.countOutOfCatalogueMedical ? whole : none('OUT_OF_CATALOGUE');
    case 'M4':
    case 'L1':
    case 'P1':
      return netReference.localRigid.includes(code) ? whole : none('LOCAL_RULE');
    case 'S2': {
      const cap = netReference.studentLivingCapFen;
      if (cap === 0) return none('LOCAL_RULE');
      return amountFen <= cap ? whole : { countedFen: cap, notCounted: 'OVER_CAP' };
    }
    default:
      return whole;
  }
}

function sum(rows: CountedRow[], key: 'amountFen' | 'countedFen'): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

/** Rounded to whole fen as on a calculator (四舍五入): half a fen goes away from zero. */
export function perHead(totalFen: number, members: number): number {
  const doubled = 2 * Math.abs(totalFen) + members;
  const rounded = (doubled - (doubled % (2 * members))) / (2 * members);
  return totalFen < 0 && rounded > 0 ? -rounded : rounded;
}

function bandOf(perCapitaFen: number, lineFen: number): Band {
  if (perCapitaFen <= lineFen) return 'BELOW';
  return perCapitaFen * 10 <= lineFen * 12 ? 'NEAR' : 'ABOVE';
}
