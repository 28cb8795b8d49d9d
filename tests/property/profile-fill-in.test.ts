/** A county's published version lacks what later code asks for: it is filled in and named, and nothing else is. */
import {
  ANHUI2022,
  DEMO_2026,
  fillIn,
  GANSU2023,
  Profile,
  parseProfile,
  readProfile,
} from '@shared/procedure';
import { z } from '@shared/zod';
import { deepFreeze } from '@tests/support/deep-freeze';
import fc from 'fast-check';

interface Leaf {
  path: string[];
  schema: unknown;
}

/** Every place of the schema that must have a value, and every group of them, found apart from the code. */
function placesOf(schema: unknown, path: string[]): { leaves: Leaf[]; groups: string[][] } {
  const parts: [string, unknown][] =
    schema instanceof z.ZodObject
      ? Object.entries(schema.shape)
      : schema instanceof z.ZodRecord
        ? (schema.keyType as z.ZodEnum).options.map((key) => [String(key), schema.valueType])
        : [];
  if (parts.length === 0)
    return schema instanceof z.ZodOptional
      ? { leaves: [], groups: [] }
      : { leaves: [{ path, schema }], groups: [] };
  const below = parts.map(([key, part]) => placesOf(part, [...path, key]));
  return {
    leaves: below.flatMap(({ leaves }) => leaves),
    groups: [...(path.length > 0 ? [path] : []), ...below.flatMap(({ groups }) => groups)],
  };
}

const IDENTITY = ['code', 'version', 'effectiveFrom', 'regionCode'];
const { leaves, groups } = placesOf(Profile, []);
const fillable = leaves.filter(({ path }) => !IDENTITY.includes(path[0] ?? ''));
const dotted = (path: readonly string[]) => path.join('.');
const SHIPPED = [DEMO_2026, GANSU2023, ANHUI2022];

function without(doc: object, [key = '', ...rest]: readonly string[]): object {
  const { [key]: value, ...others } = doc as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [key]: without(value as object, rest) };
}

function withValue(doc: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const own = (doc as Record<string, unknown>)[key];
  return { ...doc, [key]: rest.length === 0 ? value : withValue(own as object, rest, value) };
}

const valueAt = (doc: object, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], doc);

test('the schema has leaves to take away', () => {
  expect(fillable.length).toBeGreaterThan(80);
  expect(groups.map(dotted)).toEqual(expect.arrayContaining(['steps', 'steps.helpPapers', 'clues']));
});

test.each(fillable.map(({ path }) => [dotted(path), path] as const))(
  '%s taken away comes back with the value of the base, and is named',
  (name, path) => {
    for (const profile of SHIPPED) {
      const published = deepFreeze(without(profile, path));
      expect(parseProfile(published)).toEqual({ ok: true, profile, filled: [name] });
      // A form that was left empty there is not filled in, but asked about.
      expect(readProfile(published)).toMatchObject({ ok: false });
    }
  },
);

test.each(groups.map((path) => [dotted(path), path] as const))(
  'the group %s comes back whole',
  (name, path) => {
    const parsed = parseProfile(without(DEMO_2026, path));
    const below = leaves.map((leaf) => dotted(leaf.path)).filter((leaf) => leaf.startsWith(`${name}.`));
    expect(parsed).toEqual({ ok: true, profile: DEMO_2026, filled: below });
  },
);

test.each(IDENTITY)('%s says which version it is, and is nobody else’s to give', (key) => {
  expect(parseProfile(without(DEMO_2026, [key]))).toEqual({
    ok: false,
    problems: [{ path: key, message: expect.stringMatching(/缺这一项|写法不对|要填/) }],
  });
});

test('any set of keys taken away comes back, and what the county wrote otherwise stays', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SHIPPED),
      fc.uniqueArray(fc.constantFrom(...fillable.map(({ path }) => path)), { selector: dotted }),
      fc.integer({ min: 1_00, max: 1_000_000_00 }),
      (profile, gone, perCapitaFen) => {
        const own = { ...profile, line: { ...profile.line, perCapitaFen } };
        const lacking = gone.filter((path) => dotted(path) !== 'line.perCapitaFen');
        const filled = fillIn(deepFreeze(lacking.reduce<object>(without, own)));
        expect(filled.profile).toEqual(own);
        expect([...filled.filled].sort()).toEqual(lacking.map(dotted).sort());
      },
    ),
  );
});

test('the limit of publicity follows the days of the county, which its base does not know', () => {
  const longer = { ...DEMO_2026.publicity, days: 7 };
  const own = { ...DEMO_2026, publicity: longer, budget: { ...DEMO_2026.budget, publicity: 13 } };
  const parsed = parseProfile(without(own, ['steps', 'publicity']));
  expect(parsed.ok && parsed.profile.steps.publicity).toEqual({ limit: 7, unit: 'NATURAL' });
});

test('a county with a code of its own is filled in from the base that counts in the same days', () => {
  const own = { ...GANSU2023, code: 'OWN-CODE' };
  expect(fillIn(without(own, ['steps', 'verify'])).profile.steps.verify).toEqual(GANSU2023.steps.verify);
});

test('what is optional stays away: it says something by its absence', () => {
  const { idPhotos: _, ...silent } = DEMO_2026;
  expect(parseProfile(silent)).toEqual({ ok: true, profile: silent, filled: [] });
});

test('an unknown key is refused wherever it stands', () => {
  for (const path of [[], ...groups])
    expect(parseProfile(withValue(DEMO_2026, [...path, 'hurry'], 1))).toMatchObject({
      ok: false,
      problems: [{ path: dotted([...path, 'hurry']) }],
    });
});

test('a value of another type is refused wherever it stands, null too', () => {
  for (const { path } of leaves)
    for (const wrong of [
      null,
      { wrong: true },
      ...(Array.isArray(valueAt(DEMO_2026, path)) ? ['x'] : [[]]),
    ]) {
      const parsed = parseProfile(withValue(DEMO_2026, path, wrong));
      expect(parsed.ok ? dotted(path) : '').toBe('');
      if (!parsed.ok) expect(parsed.problems[0]?.path).toBe(dotted(path));
    }
});
