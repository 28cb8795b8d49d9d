import { z } from '@shared/zod';
import { Profile } from './profile';
import { DEMO_2026, GANSU2023, PROFILES } from './profiles';

export interface FilledProfile {
  profile: Profile;
  /** Dotted places of the values that the county had not written, a list as one: `clues.answerDays`, `assetFlags`. */
  filled: string[];
}

/** What makes a profile a version of a county: never taken from another one. */
const OWN: readonly string[] = ['code', 'version', 'effectiveFrom', 'regionCode'];

/**
 * A profile that was checked when it was written, with what later code asks for and it could not know. Each missing key
 * is taken from the profile that ships under its code, else from the one that counts in the same days; the limit of
 * publicity follows the county's own days. What is optional says something by its absence and stays away; what is
 * written is never changed.
 */
export function fillIn(written: object): FilledProfile {
  const filled: string[] = [];
  const profile = filledAt(Profile, written, baseOf(written), [], filled) as Profile;
  if (!filled.some((path) => path.startsWith('steps.publicity.'))) return { profile, filled };
  const { days: limit, unit } = profile.publicity;
  return { profile: { ...profile, steps: { ...profile.steps, publicity: { limit, unit } } }, filled };
}

function baseOf(written: object): Profile {
  const { code, clock } = written as { code?: unknown; clock?: { unit?: unknown } };
  return PROFILES[String(code)] ?? (clock?.unit === 'WORKING' ? GANSU2023 : DEMO_2026);
}

function filledAt(
  schema: unknown,
  own: unknown,
  base: unknown,
  path: readonly string[],
  filled: string[],
): unknown {
  const parts = partsOf(schema);
  if (parts === null) {
    if (own !== undefined) return own;
    filled.push(path.join('.'));
    return base;
  }
  if (own !== undefined && !isGroup(own)) return own;
  const all = parts.flatMap(([key, part]): [string, unknown][] => {
    const at = isGroup(own) ? own[key] : undefined;
    if (at === undefined && (part instanceof z.ZodOptional || (path.length === 0 && OWN.includes(key))))
      return [];
    return [[key, filledAt(part, at, (base as Group)[key], [...path, key], filled)]];
  });
  return { ...own, ...Object.fromEntries(all) };
}

/** The keys that a group must have; null for what is one value: a word, a number, a list. */
function partsOf(schema: unknown): [string, unknown][] | null {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape);
  if (!(schema instanceof z.ZodRecord)) return null;
  const keys = (schema.keyType as z.ZodEnum).options;
  return keys.map((key) => [String(key), schema.valueType]);
}

type Group = Record<string, unknown>;

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
