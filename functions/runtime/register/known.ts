import { type Fact, type FactKey, factsOfCase } from '@shared/followups';
import { statement } from '../../adapters/postgres/statement';
import type { LoadedCase } from '../cases/case-store';
import type { Ctx } from '../context';
import { openRecord } from './sealed';

interface FactRow {
  id: string;
  member_key: string;
  fact: string;
  valid_from: string;
  valid_to: string | null;
  recorded_at: string;
  recorded_name: string;
  evidence: string;
  corrects: string | null;
  record: string | null;
  key_id: string;
  sealed: Buffer;
}

const findFacts = statement<FactRow>(
  'register.facts',
  `SELECT f.id, f.member_key, f.fact, f.valid_from, f.valid_to, f.recorded_at, p.name AS recorded_name, f.evidence,
          f.corrects, f.record, f.key_id, f.sealed
     FROM household_fact f JOIN person p ON p.id = f.recorded_by
    WHERE f.county = $1 AND f.case_id = $2 ORDER BY f.written`,
);

/** All that is known of a family in the order in which it was written: what its case found, and what came later (domain.md 3.5, 3.8). */
export async function knownOf(ctx: Ctx, { county, case: c }: LoadedCase): Promise<Fact[]> {
  const rows = await ctx.db.rows(findFacts, [county, c.id]);
  const written = rows.map(
    (row): Fact => ({
      id: row.id,
      member: row.member_key,
      key: row.fact as FactKey,
      ...openRecord(ctx, 'fact', row.id, { keyId: row.key_id, bytes: row.sealed }),
      from: row.valid_from,
      to: row.valid_to,
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_name,
      evidence: row.evidence,
      ...(row.record !== null && { record: row.record }),
      ...(row.corrects !== null && { corrects: row.corrects }),
    }),
  );
  return [...factsOfCase(c), ...written];
}
