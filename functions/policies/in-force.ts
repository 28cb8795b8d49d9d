import type { PolicyView } from '@shared/contract/policies';
import {
  AFTER_ELIMINATION_WORDS,
  amountLines,
  FREQUENCY_LABELS,
  POLICY_CATEGORY_LABELS,
} from '@shared/messages/policies';
import {
  CATALOGUE,
  type PolicyInForce,
  type PolicyOverride,
  policiesInForce,
  SOURCES,
} from '@shared/policies';
import type { Ctx } from '../runtime/context';
import * as sql from './policies.sql';

/** The policies of a place today: the catalogue, and what its province, city and county say otherwise. */
export async function inForceAt(ctx: Ctx, place: string): Promise<PolicyInForce[]> {
  const rows = await ctx.db.rows(sql.findInForce, [place, ctx.today]);
  return policiesInForce(CATALOGUE, rows.map(overrideOf), place, ctx.today);
}

export function overrideOf(row: sql.OverrideRow): PolicyOverride {
  return {
    code: row.code,
    region: row.region,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    off: row.off,
    change: row.change as PolicyOverride['change'],
  };
}

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
