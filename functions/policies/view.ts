import type { PolicyView } from '@shared/contract/policies';
import {
  AFTER_ELIMINATION_WORDS,
  amountLines,
  FREQUENCY_LABELS,
  POLICY_CATEGORY_LABELS,
} from '@shared/messages/policies';
import { type PolicyInForce, SOURCES } from '@shared/policies';

export function policyView(policy: PolicyInForce): PolicyView {
  return {
    code: policy.code,
    name: policy.name,
    category: POLICY_CATEGORY_LABELS[policy.category],
    summary: policy.summary,
    amount: amountLines(policy.amount),
    confirmed: policy.confirmed,
    payer: policy.payer,
    frequency: FREQUENCY_LABELS[policy.frequency],
    how: policy.how,
    papers: policy.papers,
    basis: policy.basis,
    sources: policy.sources.map((key) => SOURCES[key]),
    afterwards: AFTER_ELIMINATION_WORDS[policy.afterElimination],
  };
}
