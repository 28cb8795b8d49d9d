import { LABOUR, SCHOOL } from '@shared/casework/codes';

const yes = { kind: 'FLAG' } as const;

/** Where somebody works: nowhere, in the county, elsewhere in the province, outside it (domain.md 4.3 `work.area`). */
export const WORK_AREAS = ['NONE', 'COUNTY', 'PROVINCE', 'AWAY'] as const;
/** Grade of the disability card; NONE for a person without one (domain.md 4.3 `disability`). */
export const DISABILITY_GRADES = ['NONE', 'G1', 'G2', 'G3', 'G4'] as const;
/** domain.md 4.2 `house.grade`; NO_HOUSE for a family that has none of its own. */
export const HOUSE_GRADES = ['A', 'B', 'C', 'D', 'NO_HOUSE'] as const;

/** What a rule may ask about the family as a whole (domain.md 4.2). */
export const HOUSEHOLD_FACTS = {
  /** On the county's list, and the risk not eliminated. */
  monitored: yes,
  lifted: yes,
  dibao: yes,
  /** Income per head below the dibao standard of the place: what an office works out, never asked. */
  belowDibaoLine: yes,
  tekun: yes,
  edge: yes,
  rigidFamily: yes,
  relocated: yes,
  reservoirMigrant: yes,
  houseGrade: { kind: 'CHOICE', values: HOUSE_GRADES },
  waterProblem: yes,
  disasterHit: yes,
  suddenTrouble: yes,
  /** Much paid for illness by the family itself within the last twelve months. */
  heavyMedicalCost: yes,
  contractedLand: yes,
  growsGrain: yes,
  raisesForSale: yes,
  yardForSale: yes,
  insuresCrops: yes,
  boughtMachine: yes,
  grassland: yes,
  returnedForest: yes,
  publicForest: yes,
  villageAssets: yes,
} as const satisfies Record<string, FactKind>;

/** What a rule may ask about one person of the family (domain.md 4.3). */
export const MEMBER_FACTS = {
  /** Full years on the day that is looked at. */
  age: { kind: 'NUMBER' },
  school: { kind: 'CHOICE', values: SCHOOL },
  /** At a higher vocational college; said only of students. */
  higherVocational: yes,
  boards: yes,
  disability: { kind: 'CHOICE', values: DISABILITY_GRADES },
  chronicCard: yes,
  seriousIllness: yes,
  careNeeded: yes,
  orphan: yes,
  labour: { kind: 'CHOICE', values: LABOUR },
  workArea: { kind: 'CHOICE', values: WORK_AREAS },
  wagesOwed: yes,
  insured: yes,
  paysPension: yes,
  veteran: yes,
  plannedFamily: yes,
  wheelchairVehicle: yes,
} as const satisfies Record<string, FactKind>;

export type FactKind = { kind: 'FLAG' } | { kind: 'NUMBER' } | { kind: 'CHOICE'; values: readonly string[] };

export type HouseholdFact = keyof typeof HOUSEHOLD_FACTS;
export type MemberFact = keyof typeof MEMBER_FACTS;
export type Fact = HouseholdFact | MemberFact;

export const FACT_KINDS: Readonly<Record<Fact, FactKind>> = { ...HOUSEHOLD_FACTS, ...MEMBER_FACTS };
export const FACTS = Object.keys(FACT_KINDS) as Fact[];

export const isHouseholdFact = (fact: Fact): fact is HouseholdFact => fact in HOUSEHOLD_FACTS;

export type FactValue = boolean | number | string;

/** A person of the family as far as rules look. A fact that is not there is not known. */
export interface MemberFacts {
  key: string;
  name: string;
  facts: Partial<Record<MemberFact, FactValue>>;
}

/** A family as far as rules look: what nobody has recorded or answered is absent, never guessed. */
export interface FamilyFacts {
  household: Partial<Record<HouseholdFact, FactValue>>;
  members: readonly MemberFacts[];
}

/** Whether a value can be one of this fact: yes or no, a year of age, or one of the list. */
export function fitsFact(fact: Fact, value: unknown): value is FactValue {
  const kind = FACT_KINDS[fact];
  if (kind.kind === 'FLAG') return typeof value === 'boolean';
  if (kind.kind === 'NUMBER')
    return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 150;
  return kind.values.includes(value as string);
}
