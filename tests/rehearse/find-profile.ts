import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROFILES, type Profile, parseProfile } from '@shared/procedure';
import type { ReadScenario } from './read-scenario';
import { BadFile, readSource } from './source';

/**
 * A profile by its code, or from a file: YAML of a whole profile, or `extends: CODE` and what is changed in it.
 * @throws BadFile when there is none of that name, or the file is not a profile that makes sense
 */
export function findProfile(name: string): Profile {
  const known = PROFILES[name];
  if (known !== undefined) return known;
  if (!/\.ya?ml$/.test(name)) throw new BadFile([`${name}: ${noSuch()}`]);
  return readProfile(readText(name), name);
}

/**
 * The profile that a scenario names: by its code, or a file beside the scenario's own.
 * @throws BadFile with the scenario's line when there is none of that code
 */
export function ownProfile({ scenario: { profile }, source }: ReadScenario): Profile {
  if (/\.ya?ml$/.test(profile)) return findProfile(path.join(path.dirname(source.file), profile));
  if (PROFILES[profile] === undefined) throw new BadFile([source.say(['profile'], noSuch())]);
  return findProfile(profile);
}

const noSuch = () => `no such profile; there are ${Object.keys(PROFILES).join(', ')}, or a .yaml file`;

/** The profile in YAML text; `file` is for messages. */
export function readProfile(text: string, file: string): Profile {
  const source = readSource(text, file);
  const { extends: base, ...own } = isGroup(source.data) ? source.data : {};
  const parent = typeof base === 'string' ? PROFILES[base] : undefined;
  if (base !== undefined && parent === undefined)
    throw new BadFile([
      source.say(['extends'], `no such profile; there are ${Object.keys(PROFILES).join(', ')}`),
    ]);
  const parsed = parseProfile(parent === undefined ? own : merged(parent, own));
  if (parsed.ok) return parsed.profile;
  throw new BadFile(
    parsed.problems.map(({ path, message }) => {
      const keys = path === '' ? [] : path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
      return source.say(keys, `${path}: ${message}`);
    }),
  );
}

/** Reads a file; @throws BadFile when it cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadFile([`${file}: cannot be read`]);
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Groups are merged key by key; everything else, lists too, is replaced. */
function merged(base: unknown, changes: unknown): unknown {
  if (!isGroup(base) || !isGroup(changes)) return changes;
  const all = Object.entries(changes).map(([key, value]) => [key, merged(base[key], value)] as const);
  return { ...base, ...Object.fromEntries(all) };
}
