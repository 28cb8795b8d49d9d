import { CATALOGUE, type PolicyInForce, type PolicyOverride, policiesInForce } from '@shared/policies';
import { statement } from '../adapters';
import type { Ctx } from './context';

/** What a region says otherwise about a policy, as it stands in the database. */
export interface SaidOtherwise {
  region: string;
  code: string;
  valid_from: string;
  valid_to: string | null;
  off: boolean;
  change: unknown;
}

/** What is in force of a place on a day, said by its county, city or province. */
const findInForce = statement<SaidOtherwise>(
  'policies.inForce',
  `SELECT region, code, valid_from, valid_to, off, change FROM policy_override
    WHERE region IN (left($1, 2), left($1, 4), left($1, 6)) AND published_at IS NOT NULL
      AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)`,
);

/** The policies of a place today: the catalogue, and what its province, city and county say otherwise. */
export async function inForceAt(ctx: Ctx, place: string): Promise<PolicyInForce[]> {
  const rows = await ctx.db.rows(findInForce, [place, ctx.today]);
  return policiesInForce(CATALOGUE, rows.map(overrideOf), place, ctx.today);
}

export function overrideOf(row: SaidOtherwise): PolicyOverride {
  return {
    code: row.code,
    region: row.region,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    off: row.off,
    change: row.change as PolicyOverride['change'],
  };
}
