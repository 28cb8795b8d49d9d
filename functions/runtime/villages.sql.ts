import { statement } from '../adapters/postgres/statement';

/**
 * The village on a person's front page: the one chosen last, else that of the newest case. Bound by the board's code,
 * or by a case in that village.
 */
export const findFrontVillage = statement<{ village: string; bound: boolean }>(
  'villages.front',
  `SELECT v.village,
          coalesce(bool_or(pv.bound), false)
            OR EXISTS (SELECT 1 FROM case_party p WHERE p.person_id = $1 AND p.village = v.village) AS bound
     FROM coalesce(
            (SELECT village FROM person_village WHERE person_id = $1 ORDER BY chosen_at DESC, village LIMIT 1),
            (SELECT village FROM case_party WHERE person_id = $1 ORDER BY case_id DESC LIMIT 1)
          ) AS v(village)
     LEFT JOIN person_village pv ON pv.person_id = $1 AND pv.village = v.village
    WHERE v.village IS NOT NULL GROUP BY v.village`,
);

export const isBound = statement<{ bound: boolean }>(
  'villages.bound',
  `SELECT EXISTS (SELECT 1 FROM person_village WHERE person_id = $1 AND village = $2 AND bound)
       OR EXISTS (SELECT 1 FROM case_party WHERE person_id = $1 AND village = $2) AS bound`,
);

export const findRegionNames = statement<{ code: string; name: string }>(
  'villages.names',
  'SELECT code, name FROM region WHERE code = ANY($1::text[])',
);
