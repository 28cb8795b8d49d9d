import type { Region } from '@shared/regions';
import { codeOf, countyOf, levelOf } from '@shared/regions';
import { z } from '@shared/zod';

/**
 * One county with all its places, compact enough to be read in a diff: digits stand once, where they are new.
 * `towns` hold [three digits, name, villages], a village [three digits, name].
 */
const CountyFile = z.strictObject({
  source: z.string(),
  /** The day for which the codes were published. */
  asOf: z.iso.date(),
  county: z.string().regex(/^[1-9]\d{5}$/),
  names: z.strictObject({ province: z.string(), city: z.string(), county: z.string() }),
  towns: z.array(
    z.tuple([
      z.string().regex(/^\d{3}$/),
      z.string(),
      z.array(z.tuple([z.string().regex(/^\d{3}$/), z.string()])),
    ]),
  ),
});
export type CountyFile = z.infer<typeof CountyFile>;

/** Reads what `fetch-regions` wrote. Throws a zod error when it is something else. */
export function parseCountyFile(json: unknown): CountyFile {
  return CountyFile.parse(json);
}

/** The file's places, from the province down, parents before children. */
export function regionsOf(file: CountyFile): Region[] {
  const { county, names } = file;
  const province = codeOf(county.slice(0, 2));
  const city = county.slice(0, 4).padEnd(12, '0');
  const countyCode = county.padEnd(12, '0');
  const regions: Region[] = [
    { code: province, name: names.province, level: 'PROVINCE', parent: null },
    { code: city, name: names.city, level: 'CITY', parent: province },
  ];
  // Four cities (441900 and others) have no counties: their townships hang on the city itself.
  if (countyCode !== city)
    regions.push({ code: countyCode, name: names.county, level: 'COUNTY', parent: city });
  for (const [townDigits, townName, villages] of file.towns) {
    const town = `${county}${townDigits}`;
    const townCode = town.padEnd(12, '0');
    regions.push({ code: townCode, name: townName, level: 'TOWN', parent: countyCode });
    for (const [digits, name] of villages) {
      regions.push({ code: `${town}${digits}`, name, level: 'VILLAGE', parent: townCode });
    }
  }
  return regions;
}

/** The text of a county file: one line a township, sorted by code. */
export function printCountyFile(file: CountyFile): string {
  const { towns, ...head } = file;
  const lines = towns.map((town) => `    ${JSON.stringify(town)}`).join(',\n');
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "towns": [\n${lines}\n  ]\n}\n`;
}

/** Puts a flat list of published places into a county file. Throws when a township's parent is missing. */
export function countyFileOf(
  county: string,
  places: readonly { code: string; name: string }[],
  origin: Pick<CountyFile, 'source' | 'asOf' | 'names'>,
): CountyFile {
  const towns = new Map<string, CountyFile['towns'][number]>();
  const sorted = [...places].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, name } of sorted) {
    if (countyOf(code) !== county) throw new Error(`${code} ${name} is not in ${county}`);
    const key = code.slice(6, 9);
    if (levelOf(code) === 'TOWN') {
      towns.set(key, [key, name, []]);
      continue;
    }
    const town = towns.get(key);
    if (!town) throw new Error(`${code} ${name} has no township`);
    town[2].push([code.slice(9), name]);
  }
  return {
    source: origin.source,
    asOf: origin.asOf,
    county,
    names: origin.names,
    towns: [...towns.values()],
  };
}
