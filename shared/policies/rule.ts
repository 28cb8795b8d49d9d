import { z } from '@shared/zod';
import {
  FACT_KINDS,
  FACTS,
  type Fact,
  type FactValue,
  type FamilyFacts,
  fitsFact,
  isHouseholdFact,
  type MemberFacts,
} from './facts';

/**
 * Who qualifies, as data (domain.md 7, `targetRule`): a fact has one of some values, or a number lies in a span; and
 * `all`, `any`, `not` of such. A rule of a policy that is paid for a person looks at that person and the family.
 */
export type Rule =
  | { fact: Fact; is: FactValue[] }
  | { fact: Fact; from?: number | undefined; to?: number | undefined }
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule };

const FactName = z.enum(FACTS as [Fact, ...Fact[]]);
const Value = z.union([z.boolean(), z.number(), z.string()]);

export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z
      .strictObject({ fact: FactName, is: z.array(Value).min(1) })
      .refine(({ fact, is }) => is.every((value) => fitsFact(fact, value)), { error: 'VALUE_UNKNOWN' }),
    z
      .strictObject({ fact: FactName, from: z.int().optional(), to: z.int().optional() })
      .refine(({ fact }) => FACT_KINDS[fact].kind === 'NUMBER', { error: 'NOT_A_NUMBER' })
      .refine(({ from, to }) => (from ?? to) !== undefined && (from ?? 0) <= (to ?? 150), {
        error: 'EMPTY_SPAN',
      }),
    z.strictObject({ all: z.array(Rule).min(1) }),
    z.strictObject({ any: z.array(Rule).min(1) }),
    z.strictObject({ not: Rule }),
  ]),
);

type Leaf = Extract<Rule, { fact: Fact }>;
const isLeaf = (rule: Rule): rule is Leaf => 'fact' in rule;

/** Every fact that a rule looks at. */
export function factsOf(rule: Rule): Fact[] {
  if (isLeaf(rule)) return [rule.fact];
  const parts = 'not' in rule ? [rule.not] : 'all' in rule ? rule.all : rule.any;
  return [...new Set(parts.flatMap(factsOf))];
}

/** One fact that decided: its value, and whether the rule was content with it. */
export interface Reason {
  fact: Fact;
  value: FactValue;
  met: boolean;
}

/** YES and NO with the facts that suffice for it; UNKNOWN with those that would carry it on, in the rule's order. */
export type Verdict = { result: 'YES' | 'NO'; reasons: Reason[] } | { result: 'UNKNOWN'; missing: Fact[] };

/**
 * Holds a rule against what is known. The reasons are the very facts from which the result follows, so an explanation
 * made of them cannot say anything else than the rule; what is not known is named, never guessed.
 */
export function judge(rule: Rule, family: FamilyFacts, member: MemberFacts | null): Verdict {
  if (isLeaf(rule)) return judgeLeaf(rule, known(rule.fact, family, member));
  if ('not' in rule) return turned(judge(rule.not, family, member));
  const decides = 'all' in rule ? 'NO' : 'YES';
  const verdicts = ('all' in rule ? rule.all : rule.any).map((part) => judge(part, family, member));
  const deciding = verdicts.filter((one) => one.result === decides);
  if (deciding.length > 0) return deciding.reduce(shorter);
  const missing = verdicts.flatMap((one) => (one.result === 'UNKNOWN' ? one.missing : []));
  if (missing.length > 0) return { result: 'UNKNOWN', missing: [...new Set(missing)] };
  return {
    result: decides === 'NO' ? 'YES' : 'NO',
    reasons: once(verdicts.flatMap((one) => (one.result === 'UNKNOWN' ? [] : one.reasons))),
  };
}

function judgeLeaf(leaf: Leaf, value: FactValue | undefined): Verdict {
  if (value === undefined) return { result: 'UNKNOWN', missing: [leaf.fact] };
  const holds =
    'is' in leaf
      ? leaf.is.includes(value)
      : typeof value === 'number' && value >= (leaf.from ?? value) && value <= (leaf.to ?? value);
  return { result: holds ? 'YES' : 'NO', reasons: [{ fact: leaf.fact, value, met: holds }] };
}

function known(fact: Fact, { household }: FamilyFacts, member: MemberFacts | null): FactValue | undefined {
  return isHouseholdFact(fact) ? household[fact] : member?.facts[fact];
}

function turned(verdict: Verdict): Verdict {
  if (verdict.result === 'UNKNOWN') return verdict;
  return {
    result: verdict.result === 'YES' ? 'NO' : 'YES',
    reasons: verdict.reasons.map((reason) => ({ ...reason, met: !reason.met })),
  };
}

function shorter(a: Verdict, b: Verdict): Verdict {
  const length = (one: Verdict) => (one.result === 'UNKNOWN' ? 0 : one.reasons.length);
  return length(b) < length(a) ? b : a;
}

function once(reasons: Reason[]): Reason[] {
  return reasons.filter(({ fact }, index) => reasons.findIndex((one) => one.fact === fact) === index);
}
