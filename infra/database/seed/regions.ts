import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countyOf, type Region } from '@shared/regions';
import { Client } from 'pg';
import { parseCountyFile, regionsOf } from './county-file';

/** The county that the local stack serves: 通辽市科尔沁左翼中旗. */
export const DEMO_COUNTY = '150521';

export interface CountySeed {
  regions: Region[];
  /** The day from which these codes are known to hold, 'YYYY-MM-DD'. */
  asOf: string;
}

/** The places of a county whose seed file lies beside this one. Throws when there is none. */
export function readCounty(county: string): CountySeed {
  const file = parseCountyFile(JSON.parse(readFileSync(join(__dirname, `regions-${county}.json`), 'utf8')));
  return { regions: regionsOf(file), asOf: file.asOf };
}

/**
 * Puts places into the table `region`; run again it changes nothing. A name or a parent that was mended in the seed
 * is mended in the table; what a deployer recorded of merged villages (`valid_to`, `replaced_by`) stays.
 * @param ownerUrl connection string of the owner's login
 * @returns how many rows were new or changed
 */
export async function seedRegions(ownerUrl: string, { regions, asOf }: CountySeed): Promise<number> {
  const client = new Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `INSERT INTO region AS r (county, code, name, level, parent, valid_from)
       SELECT county, code, name, level, parent, $1::date
         FROM jsonb_to_recordset($2::jsonb) AS x(county text, code text, name text, level text, parent text)
       ON CONFLICT (code) DO UPDATE
          SET name = excluded.name, level = excluded.level, parent = excluded.parent
        WHERE (r.name, r.level, r.parent) IS DISTINCT FROM (excluded.name, excluded.level, excluded.parent)`,
      [asOf, JSON.stringify(regions.map((region) => ({ ...region, county: countyOf(region.code) })))],
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
