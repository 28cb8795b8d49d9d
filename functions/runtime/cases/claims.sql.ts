import { statement } from '../../adapters/postgres/statement';

export interface ClaimRow {
  id: string;
  person_id: string;
  name: string;
  level: 'VILLAGE' | 'TOWN' | 'COUNTY';
  how: 'CLAIMED' | 'GIVEN' | 'TAKEN';
  made_by: string;
  maker: string;
  at: string;
  key_id: string;
  why: Buffer;
}

const CLAIM = `c.id, c.person_id, p.name, c.level, c.how, c.made_by, m.name AS maker, c.at, c.key_id, c.why
     FROM case_claim c JOIN person p ON p.id = c.person_id JOIN person m ON m.id = c.made_by`;

export const findClaim = statement<ClaimRow>(
  'claims.open',
  `SELECT ${CLAIM} WHERE c.county = $1 AND c.case_id = $2 AND c.ended_at IS NULL`,
);

export const findClaimById = statement<ClaimRow>(
  'claims.byId',
  `SELECT ${CLAIM} WHERE c.county = $1 AND c.id = $2`,
);

/** Whoever claims and whoever decides wait for each other here. */
export const lockCase = statement<{ version: number }>(
  'claims.lock',
  'SELECT version FROM case_row WHERE county = $1 AND id = $2 FOR UPDATE',
);

export const insertClaim = statement(
  'claims.insert',
  `INSERT INTO case_claim (county, case_id, id, village, person_id, level, how, made_by, at, key_id, why)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);

export const endClaim = statement(
  'claims.end',
  `UPDATE case_claim SET ended_at = $4, ended_how = $5
    WHERE county = $1 AND case_id = $2 AND id = $3 AND ended_at IS NULL`,
);

/** Ends what another office held, or the same one in another village. */
export const endElsewhere = statement(
  'claims.endElsewhere',
  `UPDATE case_claim SET ended_at = $5, ended_how = 'LEFT_OFFICE'
    WHERE county = $1 AND case_id = $2 AND ended_at IS NULL AND (level <> $3 OR village <> $4)`,
);

/** A claim that ended with the act of that moment. */
export const findLeft = statement<{ id: string }>(
  'claims.left',
  `SELECT id FROM case_claim
    WHERE county = $1 AND case_id = $2 AND person_id = $3 AND ended_at = $4 AND ended_how = 'LEFT_OFFICE'
      AND NOT EXISTS (SELECT 1 FROM case_claim o
                       WHERE o.county = $1 AND o.case_id = $2 AND o.ended_at IS NULL)`,
);

export const setHolder = statement(
  'claims.setHolder',
  'UPDATE case_row SET holder_id = $3 WHERE county = $1 AND id = $2',
);

/** Everything that a person has in hand in a county goes back to the queues. */
export const endOfPerson = statement<{ case_id: string }>(
  'claims.endOfPerson',
  `UPDATE case_claim SET ended_at = $3, ended_how = 'LEAVER'
    WHERE county = $1 AND person_id = $2 AND ended_at IS NULL RETURNING case_id`,
);

export const freeCases = statement(
  'claims.free',
  'UPDATE case_row SET holder_id = NULL WHERE county = $1 AND id = ANY ($2::text[])',
);

/** Who serves the case's village in one of some roles today, at one level: the regions of an office are of one length. */
export const findHolders = statement<{ person_id: string; name: string }>(
  'claims.holders',
  `SELECT DISTINCT g.person_id, p.name
     FROM serving g JOIN person p ON p.id = g.person_id
    WHERE g.county = $1 AND starts_with($2, g.region) AND g.role = ANY ($3::text[])
      AND g.from_day <= $4 AND (g.until_day IS NULL OR g.until_day >= $4)
    ORDER BY p.name, g.person_id`,
);
