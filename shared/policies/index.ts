/** The policies that a family may receive (domain.md 7): the catalogue, who qualifies, and why. */
export { CATALOGUE } from './catalogue';
export {
  FACT_KINDS,
  FACTS,
  type Fact,
  type FactValue,
  type FamilyFacts,
  HOUSEHOLD_FACTS,
  type HouseholdFact,
  isHouseholdFact,
  MEMBER_FACTS,
  type MemberFact,
  type MemberFacts,
} from './facts';
export { type CatalogueFault, catalogueFaults, type PolicyInForce, policiesInForce } from './in-force';
export { type FactAnswer, factsOfCase } from './of-case';
export { type Entitlement, type NotEntitled, type OurPolicies, ourPolicies, type Question } from './ours';
export { RECEIVED_WITHIN_DAYS, type Received, receivedPolicies } from './received';
export {
  AFTER_ELIMINATION,
  type AfterElimination,
  Amount,
  type AmountLine,
  type AmountUnit,
  type ApplyWay,
  type Frequency,
  POLICY_CATEGORIES,
  type PolicyCategory,
  PolicyCode,
  PolicyOverride,
} from './record';
export { factsOf, judge, type Reason, Rule, type Verdict } from './rule';
export { searchPolicies } from './search';
export { SOURCES } from './sources';
