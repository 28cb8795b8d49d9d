import { countyFileOf, parseCountyFile, printCountyFile, regionsOf } from '@infra/database/seed/county-file';
import { DEMO_COUNTY, readCounty, seedRegions } from '@infra/database/seed/regions';
import { levelOf, parentOf } from '@shared/regions';
import { startTestDatabase, type TestDatabase } from '@tests/support/stack';

jest.setTimeout(60_000);

const { regions, asOf } = readCounty(DEMO_COUNTY);

describe('the demo county', () => {
  const count = (level: string) => regions.filter((region) => region.level === level).length;

  test('is 科尔沁左翼中旗 with all its townships and villages', () => {
    expect(regions.slice(0, 3).map(({ code, name }) => [code, name])).toEqual([
      ['150000000000', '内蒙古自治区'],
      ['150500000000', '通辽市'],
      ['150521000000', '科尔沁左翼中旗'],
    ]);
    expect([count('COUNTY'), count('TOWN'), count('VILLAGE')]).toEqual([1, 21, 553]);
    expect(asOf).toBe('2023-06-30');
  });

  test('has a level and a parent for each place that its code agrees with, and every parent is there', () => {
    const codes = new Set(regions.map(({ code }) => code));
    expect(codes.size).toBe(regions.length);
    for (const { code, level, parent } of regions) {
      expect([code, level, parent]).toEqual([code, levelOf(code), parentOf(code)]);
      if (parent !== null) expect(codes).toContain(parent);
    }
  });

  test('has names that are names', () => {
    for (const { name } of regions) expect(name).toMatch(/^\p{Script=Han}{2,20}$/u);
  });
});

describe('a county file', () => {
  const origin = {
    source: 'test',
    asOf: '2026-01-01',
    names: { province: '甲省', city: '乙市', county: '丙县' },
  };
  const places = [
    { code: '990101001201', name: '青禾村' },
    { code: '990101001000', name: '云岭镇' },
  ];

  test('is read as it was written', () => {
    const file = countyFileOf('990101', places, origin);
    expect(parseCountyFile(JSON.parse(printCountyFile(file)))).toEqual(file);
    expect(regionsOf(file).map(({ code, name, parent }) => [code, name, parent])).toEqual([
      ['990000000000', '甲省', null],
      ['990100000000', '乙市', '990000000000'],
      ['990101000000', '丙县', '990100000000'],
      ['990101001000', '云岭镇', '990101000000'],
      ['990101001201', '青禾村', '990101001000'],
    ]);
  });

  test('of a city without counties hangs its townships on the city', () => {
    const file = countyFileOf('990200', [{ code: '990200003000', name: '东城街道' }], origin);
    expect(regionsOf(file).map(({ level, parent }) => [level, parent])).toEqual([
      ['PROVINCE', null],
      ['CITY', '990000000000'],
      ['TOWN', '990200000000'],
    ]);
  });

  test('takes no place of another county and no village without its township', () => {
    expect(() => countyFileOf('990101', [{ code: '990102001000', name: '别处' }], origin)).toThrow(
      /not in 990101/,
    );
    expect(() => countyFileOf('990101', places.slice(0, 1), origin)).toThrow(/no township/);
  });
});

describe('the table', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
    await database.look('DELETE FROM region');
  });
  afterAll(() => database.drop());

  test('is filled once; a second time changes nothing', async () => {
    expect(await seedRegions(database.ownerUrl, { regions, asOf })).toBe(regions.length);
    expect(await seedRegions(database.ownerUrl, { regions, asOf })).toBe(0);
    const [row] = await database.look(
      "SELECT county, name, level, parent, valid_from::text FROM region WHERE code = '150521100200'",
    );
    expect(row).toEqual({
      county: '150521',
      name: '保西村',
      level: 'VILLAGE',
      parent: '150521100000',
      valid_from: '2023-06-30',
    });
  });

  test('has a mended name mended, and keeps what was recorded of a merger', async () => {
    await database.look(
      `UPDATE region SET name = '写错了', valid_to = '2026-01-01', replaced_by = '150521100201' WHERE code = '150521100200'`,
    );
    expect(await seedRegions(database.ownerUrl, { regions, asOf })).toBe(1);
    const [row] = await database.look("SELECT name, replaced_by FROM region WHERE code = '150521100200'");
    expect(row).toEqual({ name: '保西村', replaced_by: '150521100201' });
  });
});
