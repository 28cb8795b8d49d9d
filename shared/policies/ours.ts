import { type Fact, type FamilyFacts, isHouseholdFact, type MemberFacts } from './facts';
import type { PolicyInForce } from './in-force';
import { judge, type Reason, type Verdict } from './rule';

/** For whom a policy is, when it is not for the family as one. */
export interface Whom {
  key: string;
  name: string;
}

/** What a family may be entitled to, with the facts that make it so. */
export interface Entitlement {
  policy: PolicyInForce;
  member: Whom | null;
  reasons: Reason[];
}

/** What a family is not entitled to: nobody of it is, each for the facts beside the name. */
export interface NotEntitled {
  policy: PolicyInForce;
  why: { member: Whom | null; reasons: Reason[] }[];
}

/** One question that carries policies on; `member` is null for the family's own facts. */
export interface Question {
  fact: Fact;
  member: Whom | null;
  policies: PolicyInForce[];
}

export interface OurPolicies {
  /** Not received yet, and the rules say yes. */
  maybe: Entitlement[];
  /** One a fact, those that carry most policies on first. */
  questions: Question[];
  not: NotEntitled[];
  /** Hang on something that a family need not know: an office looks it up. */
  askOffice: { policy: PolicyInForce; missing: Fact[] }[];
}

export interface OurOptions {
  /** What comes already: code of the policy, and the member's key or null for the family. */
  received: readonly { code: string; member: string | null }[];
  /** Whether a family can be asked this at all, and has not said that it does not know. */
  mayAsk(fact: Fact, member: string | null): boolean;
}

/**
 * Three lists from a family's own facts and the rules (domain.md 7.1): may be entitled to, not entitled to, and what
 * has to be asked first. Nothing is decided by it: offices decide, this only says where to look.
 */
export function ourPolicies(
  policies: readonly PolicyInForce[],
  family: FamilyFacts,
  { received, mayAsk }: OurOptions,
): OurPolicies {
  const ours: OurPolicies = { maybe: [], questions: [], not: [], askOffice: [] };
  for (const policy of policies) {
    const verdicts = judged(policy, family).filter(
      ({ member }) => !received.some((one) => one.code === policy.code && matches(one.member, member)),
    );
    if (verdicts.length === 0) continue;
    for (const { member, verdict } of verdicts)
      if (verdict.result === 'YES') ours.maybe.push({ policy, member, reasons: verdict.reasons });
    const open = verdicts.filter(({ verdict }) => verdict.result === 'UNKNOWN');
    const decided = verdicts.some(({ verdict }) => verdict.result === 'YES');
    let asked = false;
    for (const { member, verdict } of open) {
      const fact = missingOf(verdict).find((one) => mayAsk(one, keyOf(one, member)));
      if (fact === undefined) continue;
      asked = true;
      ask(ours.questions, policy, fact, isHouseholdFact(fact) ? null : member);
    }
    if (decided || asked) continue;
    const missing = [...new Set(open.flatMap(({ verdict }) => missingOf(verdict)))];
    if (missing.length > 0) ours.askOffice.push({ policy, missing });
    else
      ours.not.push({
        policy,
        why: verdicts.map(({ member, verdict }) => ({
          member,
          reasons: verdict.result === 'NO' ? verdict.reasons : [],
        })),
      });
  }
  ours.questions.sort((a, b) => b.policies.length - a.policies.length);
  return ours;
}

interface Judged {
  member: Whom | null;
  verdict: Verdict;
}

function judged(policy: PolicyInForce, family: FamilyFacts): Judged[] {
  if (policy.per === 'HOUSEHOLD') return [{ member: null, verdict: judge(policy.who, family, null) }];
  return family.members.map((member) => ({
    member: whom(member),
    verdict: judge(policy.who, family, member),
  }));
}

const whom = ({ key, name }: MemberFacts): Whom => ({ key, name });
const missingOf = (verdict: Verdict): Fact[] => (verdict.result === 'UNKNOWN' ? verdict.missing : []);
const keyOf = (fact: Fact, member: Whom | null) => (isHouseholdFact(fact) ? null : (member?.key ?? null));
/** What came for the family as one counts for each of it: a payment does not always say for whom it was. */
const matches = (received: string | null, member: Whom | null) =>
  received === null || received === member?.key;

function ask(questions: Question[], policy: PolicyInForce, fact: Fact, member: Whom | null): void {
  const known = questions.find((one) => one.fact === fact && one.member?.key === member?.key);
  if (known === undefined) questions.push({ fact, member, policies: [policy] });
  else if (!known.policies.includes(policy)) known.policies.push(policy);
}
