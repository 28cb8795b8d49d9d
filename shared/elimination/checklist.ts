import { addMonths, type LocalDate, later } from '@shared/calendar';
import type { Labour, MeasureCode, RiskType } from '@shared/casework/codes';
import type { Profile } from '@shared/procedure';
import type { EliminationMode } from '@shared/publicity/codes';
import { type Evidence, PRECONDITIONS, type Precondition, TRANSFER_SHARE_PCT, type Verdict } from './codes';
import type { Research } from './research';

/** A measure that has landed. Which risk it answers follows from its code when nobody has said it. */
export interface LandedMeasure {
  code: MeasureCode;
  name: string;
  landedOn: LocalDate;
  answers?: readonly RiskType[] | undefined;
}

/**
 * All that the preconditions look at. Records of other areas (measures, follow-up, visits) are brought into this form
 * before the rule is asked, so that it depends on none of them.
 */
export interface EliminationFacts {
  today: LocalDate;
  identifiedOn: LocalDate;
  mode: EliminationMode;
  /** Recorded when the family was included. */
  risks: readonly RiskType[];
  /** Found since by follow-up, clues or visits, and not solved. */
  newRisks: readonly RiskType[];
  measures: readonly LandedMeasure[];
  /** Newest word on each member; null where nobody has looked. */
  labour: readonly (Labour | null)[];
  /** What was found at the last visit for this purpose; null before any. */
  research: Research | null;
}

/** One line of the checklist: what was looked at, how it stands, with the figures that the sentence needs. */
export interface Checked {
  code: Precondition;
  verdict: Verdict;
  params: Record<string, string | number>;
  evidence: { from: Evidence; on: LocalDate | null };
}

/** Whose profile: the one in force today, for the line is this year's (domain.md 3.6, 2). */
export type EliminationRules = Pick<Profile, 'elimination' | 'line'>;

/** Measures that make a living (domain.md 8.1, kind "development"). */
const DEVELOPMENT: readonly MeasureCode[] = ['IND', 'JOB', 'FIN', 'PUB'];

/** Which measures answer a risk; domain.md 8.1 and 4.9. OTHER is answered by any. */
const ANSWERS: Record<RiskType, readonly MeasureCode[] | null> = {
  ILLNESS: ['HEA', 'COM', 'SOC'],
  SCHOOLING: ['EDU', 'EDX', 'SOC'],
  DISABILITY: ['COM', 'SOC', 'HEA'],
  DISASTER: ['COM', 'SOC', 'HOU', 'LIV', 'INF', 'IND', 'MOV'],
  ACCIDENT: ['COM', 'SOC', 'HEA'],
  INDUSTRY_FAIL: ['IND', 'FIN', 'JOB', 'PUB'],
  JOB_UNSTABLE: ['JOB', 'PUB', 'IND', 'FIN'],
  NO_LABOUR: ['COM', 'SOC', 'HEA'],
  HOUSING: ['HOU', 'MOV'],
  WATER: ['WAT', 'INF'],
  OTHER: null,
};

const CAN_WORK: readonly Labour[] = ['NORMAL', 'SKILLED', 'WEAK'];

/** Whether a measure answers one of a family's risks. */
export function isTargeted({ code, answers }: LandedMeasure, risks: readonly RiskType[]): boolean {
  return risks.some((risk) => answers?.includes(risk) ?? ANSWERS[risk]?.includes(code) ?? true);
}

/**
 * The checklist of domain.md 3.6 on a day: every line, whatever the others say, so that a refusal names all that is in
 * the way. Takes facts and the county's rules of today, money in fen; it decides nothing and knows no ratio.
 */
export function checklist(facts: EliminationFacts, rules: EliminationRules): Checked[] {
  const { research } = facts;
  const checked = { ...sinceWhen(facts, rules), ...ofHousehold(facts, rules) };
  const money = research === null ? UNSEEN_MONEY : ofMoney(research, rules, facts.today);
  const state = research === null ? UNSEEN_STATE : ofState(research, facts);
  const all: Record<Precondition, Said> = { ...checked, ...money, ...state };
  return PRECONDITIONS.map((code) => ({
    code,
    ...all[code],
    evidence: { from: FROM[code], on: dateOf(code, facts) },
  }));
}

/** Nothing of it stands in the way. A warning does not; what nobody knows does. */
export const isReady = (checked: readonly Checked[]): boolean => unmet(checked).length === 0;

/** What stands in the way, in the order of the checklist. */
export const unmet = (checked: readonly Checked[]): Checked[] =>
  checked.filter(({ verdict }) => verdict === 'FAILED' || verdict === 'UNKNOWN');

type Said = Pick<Checked, 'verdict' | 'params'>;
type Some<K extends Precondition> = Record<K, Said>;

const said = (holds: boolean, params: Checked['params'] = {}): Said => ({
  verdict: holds ? 'MET' : 'FAILED',
  params,
});
const unknown: Said = { verdict: 'UNKNOWN', params: {} };

const UNSEEN_MONEY: Some<'INCOME_ABOVE_LINE' | 'INCOME_STABLE' | 'RIGID_SOLVED' | 'TRANSFER_SHARE'> = {
  INCOME_ABOVE_LINE: unknown,
  INCOME_STABLE: unknown,
  RIGID_SOLVED: unknown,
  TRANSFER_SHARE: { verdict: 'MET', params: {} },
};
const UNSEEN_STATE: Some<'GUARANTEES' | 'RISKS_GONE' | 'NO_NEW_RISK'> = {
  GUARANTEES: unknown,
  RISKS_GONE: unknown,
  NO_NEW_RISK: unknown,
};

function sinceWhen(
  { identifiedOn, today, mode, measures, risks }: EliminationFacts,
  { elimination }: EliminationRules,
): Some<'SIX_MONTHS' | 'MEASURE_LANDED'> {
  const from = addMonths(identifiedOn, elimination.minMonths);
  const landed = measures.filter((one) => isTargeted(one, risks)).length;
  const need = elimination.minLandedMeasures;
  return {
    SIX_MONTHS: said(today >= from, { months: elimination.minMonths, from, identifiedOn }),
    MEASURE_LANDED: said(mode === 'NATURAL' || landed >= need, { need, landed }),
  };
}

function ofHousehold(
  { labour, measures, mode }: EliminationFacts,
  { elimination }: EliminationRules,
): Some<'LABOUR' | 'NOT_ONLY_SAFETY_NET'> {
  const works = labour.some((one) => one !== null && CAN_WORK.includes(one));
  const unseen = labour.length === 0 || labour.some((one) => one === null);
  const development = measures.some(({ code }) => DEVELOPMENT.includes(code));
  const helped = mode === 'BY_SUPPORT' || measures.length > 0;
  return {
    LABOUR: works || !elimination.blockNoLabour ? said(true) : unseen ? unknown : said(false),
    NOT_ONLY_SAFETY_NET: said(!works || development || !helped),
  };
}

function ofMoney(
  research: Research,
  { line }: EliminationRules,
  today: LocalDate,
): Some<'INCOME_ABOVE_LINE' | 'INCOME_STABLE' | 'RIGID_SOLVED' | 'TRANSFER_SHARE'> {
  const lineFen = line.perCapitaFen;
  const net = netFen(research);
  const { people, selfPaidFen, rigidSolved, income } = research;
  const latest = lastQuarters(research.quarters, today);
  const above = latest.filter(({ netPerCapitaFen }) => netPerCapitaFen > lineFen).length;
  const percent = net > 0 ? Math.round((income.transferFen * 100) / net) : 100;
  return {
    // Compared as sums: a share of a fen decides nothing.
    INCOME_ABOVE_LINE: said(net > lineFen * people, { lineFen, netPerCapitaFen: netPerHeadFen(research) }),
    INCOME_STABLE: latest.length < QUARTERS ? unknown : said(above === QUARTERS, { lineFen }),
    RIGID_SOLVED: said(rigidSolved && net - selfPaidFen > lineFen * people, {
      lineFen,
      leftPerCapitaFen: Math.round((net - selfPaidFen) / people),
    }),
    TRANSFER_SHARE: { verdict: percent > TRANSFER_SHARE_PCT ? 'WARN' : 'MET', params: { percent } },
  };
}

/** Net income of the family in fen. */
const netFen = ({
  income: { wagesFen, businessFen, propertyFen, transferFen, costsFen },
}: Research): number => wagesFen + businessFen + propertyFen + transferFen - costsFen;

/** Net income per head, in whole fen. */
export const netPerHeadFen = (research: Research): number => Math.round(netFen(research) / research.people);

/** Half a year is two quarters (domain.md 3.6, 2). */
const QUARTERS = 2;

/** The newest quarters that are over, one word each, when they follow each other and the last is not stale. */
function lastQuarters(quarters: Research['quarters'], today: LocalDate): Research['quarters'] {
  const now = quarterNo(`${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`);
  const byNo = new Map(quarters.map((one) => [quarterNo(one.quarter), one]));
  // The quarter that is over last may not be counted yet: the two before it will do.
  for (const end of [now - 1, now - 2]) {
    const found = [byNo.get(end), byNo.get(end - 1)].flatMap((one) => one ?? []);
    if (found.length === QUARTERS) return found;
  }
  return [];
}

const quarterNo = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));

function ofState(
  research: Research,
  { risks, newRisks }: EliminationFacts,
): Some<'GUARANTEES' | 'RISKS_GONE' | 'NO_NEW_RISK'> {
  const { houseGrade, waterProblem, schoolProblem, anyoneUninsured, gone } = research;
  const unsafeHouse = houseGrade === 'C' || houseGrade === 'D';
  const wrong = [
    ...(unsafeHouse ? ['HOUSE'] : []),
    ...(waterProblem ? ['WATER'] : []),
    ...(schoolProblem ? ['SCHOOL'] : []),
    ...(anyoneUninsured ? ['INSURANCE'] : []),
  ];
  const open = risks.filter((risk) => !gone.includes(risk));
  const found: RiskType[] = [
    ...newRisks,
    ...research.newRisks,
    ...(unsafeHouse ? (['HOUSING'] as const) : []),
    ...(waterProblem ? (['WATER'] as const) : []),
    ...(schoolProblem ? (['SCHOOLING'] as const) : []),
  ];
  const fresh = [...new Set(found)].filter((risk) => !risks.includes(risk) || gone.includes(risk));
  return {
    GUARANTEES:
      wrong.length === 0 && houseGrade === 'UNKNOWN'
        ? unknown
        : said(wrong.length === 0, { wrong: wrong.join(','), houseGrade }),
    RISKS_GONE: said(open.length === 0, { risks: open.join(',') }),
    NO_NEW_RISK: said(fresh.length === 0, { risks: fresh.join(',') }),
  };
}

const FROM: Record<Precondition, Evidence> = {
  SIX_MONTHS: 'REGISTER',
  MEASURE_LANDED: 'MEASURES',
  INCOME_ABOVE_LINE: 'RESEARCH',
  INCOME_STABLE: 'RESEARCH',
  RIGID_SOLVED: 'RESEARCH',
  GUARANTEES: 'RESEARCH',
  RISKS_GONE: 'RESEARCH',
  NO_NEW_RISK: 'RESEARCH',
  LABOUR: 'MEMBERS',
  NOT_ONLY_SAFETY_NET: 'MEASURES',
  TRANSFER_SHARE: 'RESEARCH',
};

/** The day of what a line rests on; null when there is nothing yet. */
function dateOf(
  code: Precondition,
  { identifiedOn, measures, research }: EliminationFacts,
): LocalDate | null {
  const from = FROM[code];
  if (from === 'REGISTER') return identifiedOn;
  if (from === 'MEASURES')
    return measures.reduce<LocalDate | null>((last, { landedOn }) => later(last ?? landedOn, landedOn), null);
  return research?.visitedOn ?? null;
}

/** New risks that a checklist named. */
export function newRisksIn(checked: readonly Checked[]): RiskType[] {
  const named = checked.find(({ code }) => code === 'NO_NEW_RISK')?.params.risks;
  return typeof named === 'string' && named !== '' ? (named.split(',') as RiskType[]) : [];
}
