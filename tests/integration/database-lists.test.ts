import { byteaArray, intArray, textArray } from '@functions/adapters/postgres/arrays';
import { type Database, openDatabase } from '@functions/adapters/postgres/scoped';
import { statement } from '@functions/adapters/postgres/statement';
import { startTestDatabase, type TestDatabase } from '@tests/support/stack';
import fc from 'fast-check';

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await startTestDatabase();
  database = openDatabase({ url: own.appUrl, max: 1 });
}, 60_000);
afterAll(async () => {
  await database.close();
  await own.drop();
});

const NOBODY = { region: null, person: null };
/** PostgreSQL reads the list, and says it item by item in words of its own. */
const told = statement<{ n: number; text: string | null; bytes: string | null; number: number | null }>(
  'test.lists',
  `SELECT n::int, t AS text, encode(b, 'hex') AS bytes, i AS number
     FROM unnest($1::text[], $2::bytea[], $3::int[]) WITH ORDINALITY AS p(t, b, i, n) ORDER BY n`,
);
const sizes = statement<{ texts: number; first: number | null }>(
  'test.listSizes',
  'SELECT cardinality($1::text[]) AS texts, array_lower($1::text[], 1) AS first',
);

test('lists in binary arrive as they were sent: any letters, quotes, nothing, empty, odd bytes, all whole numbers', async () => {
  // PostgreSQL has no text with a zero in it.
  const word = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
  const item = fc.record({
    text: fc.option(fc.oneof(word, fc.constantFrom('', 'NULL', '{}', '"', '\\', '𠮷田', 'a,b'))),
    bytes: fc.uint8Array({ maxLength: 40 }),
    number: fc.oneof(fc.integer(), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 0)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 30 }), async (items) => {
      const values = [
        textArray(items.map(({ text }) => text)),
        byteaArray(items.map(({ bytes }) => Buffer.from(bytes))),
        intArray(items.map(({ number }) => number)),
      ];
      const rows = await database.transaction(NOBODY, (db) => db.rows(told, values));
      expect(rows).toEqual(
        items.map(({ text, bytes, number }, index) => ({
          n: index + 1,
          text,
          bytes: Buffer.from(bytes).toString('hex'),
          number,
        })),
      );
    }),
    { numRuns: 60 },
  );
});

test('a list counts from one, an empty one has nothing, and what is no whole number of 32 bits is refused', async () => {
  const size = (items: string[]) => database.transaction(NOBODY, (db) => db.first(sizes, [textArray(items)]));
  expect(await size(['a', 'b'])).toEqual({ texts: 2, first: 1 });
  expect(await size([])).toEqual({ texts: 0, first: null });
  expect(() => intArray([1.5])).toThrow(RangeError);
  expect(() => intArray([2 ** 31])).toThrow('out of range');
});

const add = statement('test.addScratch', 'INSERT INTO scratch (id) SELECT unnest($1::int[])');
const region = statement<{ region: string }>('test.region', 'SELECT scope_region() AS region');
const all = statement<{ id: number }>('test.allScratch', 'SELECT id FROM scratch ORDER BY id');
const make = statement('test.makeScratch', 'CREATE TEMP TABLE scratch (id int PRIMARY KEY, CHECK (id > 0))');

test('what is there already undoes its own attempt and no more; any other failure is a failure', async () => {
  const put = (...ids: number[]) => [intArray(ids)];
  // The application's own role makes no tables.
  const scratch = openDatabase({ url: own.ownerUrl, max: 1 });
  await scratch.transaction(NOBODY, async (db) => {
    await db.write(make);
    expect(await db.unlessThere(() => db.write(add, put(1, 2)))).toBe(2);
    const second = db.unlessThere(async () => {
      await db.write(add, put(3));
      return db.write(add, put(4, 2));
    });
    expect(await second).toBeNull();
    await db.write(add, put(5));
    // Undone in another region: afterwards that region is entered anew, not believed to be entered still.
    expect(await db.unlessThere(() => db.within('150521', () => db.write(add, put(1))))).toBeNull();
    expect(await db.first(region)).toEqual({ region: 'none' });
    expect(await db.within('150521', () => db.first(region))).toEqual({ region: '150521' });
    expect((await db.rows(all)).map(({ id }) => id)).toEqual([1, 2, 5]);
  });
  const broken = scratch.transaction(NOBODY, (db) => db.unlessThere(() => db.write(add, put(-1))));
  await expect(broken).rejects.toMatchObject({ code: '23514' });
  await scratch.close();
});
