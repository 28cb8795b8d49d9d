import { statement } from '../adapters';

export interface RegionRow {
  code: string;
  name: string;
  level: 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWN' | 'VILLAGE';
  parent: string | null;
}

export const findChildren = statement<RegionRow>(
  'regions.children',
  'SELECT code, name, level, parent FROM region WHERE parent = $1 AND valid_to IS NULL ORDER BY code',
);

/** Counties in which a procedure is in force. */
export const findServed = statement<RegionRow>(
  'regions.served',
  `SELECT code, name, level, parent FROM region
    WHERE code IN (SELECT rpad(county, 12, '0') FROM profile_in_force) AND valid_to IS NULL ORDER BY code`,
);

/** Villages whose own name or township's contains the text, with the places that they lie in. */
export const findNamed = statement<RegionRow>(
  'regions.named',
  `WITH found AS (
     SELECT v.code, v.parent FROM region v LEFT JOIN region t ON t.code = v.parent
      WHERE v.level = 'VILLAGE' AND v.valid_to IS NULL
        AND (v.name LIKE '%' || $1 || '%' OR t.name LIKE '%' || $1 || '%' OR v.code LIKE $1 || '%')
      ORDER BY v.code LIMIT 500)
   SELECT code, name, level, parent FROM region
    WHERE code IN (SELECT code FROM found UNION SELECT parent FROM found
                   UNION SELECT t.parent FROM found f JOIN region t ON t.code = f.parent)`,
);

/** A village and the places that it lies in. */
export const findLine = statement<RegionRow>(
  'regions.line',
  `SELECT code, name, level, parent FROM region
    WHERE code = ANY(ARRAY[$1, rpad(left($1, 9), 12, '0'), rpad(left($1, 6), 12, '0')]) AND valid_to IS NULL`,
);
