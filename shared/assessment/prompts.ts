import { type Assessment, type AssessmentRules, selfPaidFen } from './assess';
import type { IncomeSheet } from './income-sheet';
import type { HouseholdKind } from './propose-type';

/** Trigger rules of domain.md 2.4 that a verified case can decide. */
export type PromptRule =
  | 'T-INCOME'
  | 'T-NETREF'
  | 'T-MEDICAL10K'
  | 'T-INCOMEDROP'
  | 'T-RIGID>INCOME'
  | 'T-HOUSE'
  | 'T-WATER'
  | 'T-SCHOOL'
  | 'T-INSURANCE'
  | 'T-FOUR'
  | 'T-NEWDIBAO';

/** The groups of `T-FOUR` that are normally included. */
export type FourGroup = 'BIG_ILLNESS' | 'SEVERE_DISABILITY' | 'SUDDEN_ACCIDENT' | 'NEW_GUARANTEE_PROBLEM';

/** A hint for the people who judge, never a verdict. `params` are the figures that its sentence names. */
export interface Prompt {
  rule: PromptRule;
  /** Whether a refusal needs a dossier that explains it (domain.md 3.3). */
  mandatoryDossier: boolean;
  params: Record<string, number | string>;
}

/** What the visit found. A fact that is absent is unknown, and an unknown fact fires nothing. */
export interface TriggerFacts {
  householdKind: HouseholdKind;
  sheet: IncomeSheet;
  risks?: readonly string[];
  houseGrade?: 'A' | 'B' | 'C' | 'D' | 'UNKNOWN';
  /** Taken as true when not said: a rural household has one homestead (一户一宅). */
  houseIsOnly?: boolean;
  /** Cracks and the like that make a graded house suspect. */
  housingProblem?: boolean;
  waterCutDays?: number;
  waterProblem?: boolean;
  schoolProblem?: boolean;
  anyoneUninsured?: boolean;
  bigIllness?: boolean;
  severeDisability?: boolean;
  suddenAccident?: boolean;
  /** A problem of housing, schooling, medical insurance or water that arose since the family was last checked. */
  newGuaranteeProblem?: boolean;
  /** Dibao or 特困 granted this year, or a severe disability or a disabled elder newly registered this year. */
  newDibaoOrTekun?: boolean;
  /** Fall of the family's income against the year before, in percent, when not told by the sheet. */
  incomeDropPct?: number;
}

/**
 * The prompts that fire for a case, in the order of domain.md 2.4. `T-VISIT8` is not among them: it says whom to
 * visit, not what to think of a case.
 *
 * Two rules of the list leave room and are read so:
 * - `T-FOUR` speaks of a big illness "beyond means" and of severe disability with "low income". Low income is a net
 *   income per head up to 1.2 times the line. Beyond means is that, or bills larger than the year's net income. So a
 *   stroke in a family that still earns above that (F01) is left to T-NETREF and T-MEDICAL10K, while a severely
 *   disabled man just above the line (F08) fires. Only its severe-disability group makes a dossier mandatory.
 * - In `T-NEWDIBAO`, "newly … this year" covers all it names. A disability of long standing belongs to `T-FOUR`.
 */
export function prompts(facts: TriggerFacts, assessment: Assessment, profile: AssessmentRules): Prompt[] {
  const fired: Prompt[] = [];
  const fire = (rule: PromptRule, params: Prompt['params'] = {}, mandatoryDossier = false) =>
    fired.push({ rule, mandatoryDossier, params });

  const { triggers } = profile;
  const { net, compliantSelfPaidFen, netPerCapitaFen, referencePerCapitaFen } = assessment;
  const { lineFen } = assessment.parameters;

  if (assessment.band.net === 'BELOW') fire('T-INCOME', { netPerCapitaFen, lineFen });
  if (profile.netReference.enabled && assessment.band.reference === 'BELOW')
    fire('T-NETREF', { referencePerCapitaFen, lineFen });

  const medicalFen = medicalSelfPaidFen(facts.sheet, profile);
  if (medicalFen >= triggers.medicalSelfPaidFen)
    fire('T-MEDICAL10K', { medicalSelfPaidFen: medicalFen, thresholdFen: triggers.medicalSelfPaidFen }, true);

  const dropPct = incomeDropPct(facts, net);
  if (dropPct !== null && dropPct >= triggers.incomeDropPct)
    fire('T-INCOMEDROP', { dropPct, thresholdPct: triggers.incomeDropPct });

  if (compliantSelfPaidFen > 0 && compliantSelfPaidFen > net)
    fire('T-RIGID>INCOME', { compliantSelfPaidFen, netFen: net });

  if (houseInDanger(facts)) fire('T-HOUSE', { grade: facts.houseGrade ?? 'UNKNOWN' });

  const waterCutDays = facts.waterCutDays ?? 0;
  if (facts.waterProblem || waterCutDays > triggers.waterCutDays) fire('T-WATER', { waterCutDays });
  if (facts.schoolProblem) fire('T-SCHOOL');
  if (facts.anyoneUninsured) fire('T-INSURANCE');

  const groups = triggers.fourGroups ? fourGroups(facts, assessment, medicalFen) : [];
  if (groups.length > 0) fire('T-FOUR', { groups: groups.join(',') }, groups.includes('SEVERE_DISABILITY'));
  if (facts.newDibaoOrTekun) fire('T-NEWDIBAO', {}, true);
  return fired;
}

/** Self-paid medical spending of the twelve months, in fen; what is outside the catalogue as the profile counts it. */
function medicalSelfPaidFen(sheet: IncomeSheet, profile: AssessmentRules): number {
  const codes = profile.netReference.countOutOfCatalogueMedical ? ['M1', 'M2', 'M3'] : ['M1', 'M2'];
  return sheet.rigid
    .filter((row) => codes.includes(row.code))
    .reduce((total, row) => total + selfPaidFen(row), 0);
}

/** Whole percent, rounded down so that a fall just short of the threshold does not reach it; null when unknown. */
function incomeDropPct(facts: TriggerFacts, net: number): number | null {
  if (facts.incomeDropPct !== undefined) return facts.incomeDropPct;
  const before = facts.sheet.previousNetFen;
  if (before === undefined || before <= 0) return null;
  return Math.floor(((before - net) * 100) / before);
}

function houseInDanger({ houseGrade, houseIsOnly, housingProblem }: TriggerFacts): boolean {
  if (houseIsOnly === false) return false;
  return houseGrade === 'C' || houseGrade === 'D' || housingProblem === true;
}

function fourGroups(facts: TriggerFacts, assessment: Assessment, medicalFen: number): FourGroup[] {
  const lowIncome = assessment.band.net !== 'ABOVE';
  const groups: FourGroup[] = [];
  if (facts.bigIllness && (lowIncome || medicalFen > assessment.net)) groups.push('BIG_ILLNESS');
  if (facts.severeDisability && lowIncome) groups.push('SEVERE_DISABILITY');
  if (facts.suddenAccident) groups.push('SUDDEN_ACCIDENT');
  if (facts.newGuaranteeProblem) groups.push('NEW_GUARANTEE_PROBLEM');
  return groups;
}
