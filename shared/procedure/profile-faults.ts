import { PROFILE_FIELDS, type ProfileField, profileLabel } from '@shared/messages/profile-fields';
import { type ProfileProblem, parseProfile } from './parse-profile';
import type { Profile } from './profile';

/** A field of the form that is wrong: `path` is the form's own, the message one sentence with what it may be. */
export interface ProfileFault {
  path: string;
  message: string;
}

type Read = { ok: true; profile: Profile } | { ok: false; faults: ProfileFault[] };

/**
 * Reads a profile from the form: the profile, or one sentence for each faulty field, in the order of the form. What its
 * writer left empty is not filled in behind his back.
 */
export function readProfile(input: unknown): Read {
  const parsed = parseProfile(input);
  if (parsed.ok && parsed.filled.length === 0) return parsed;
  const problems: ProfileProblem[] = parsed.ok
    ? parsed.filled.map((path) => ({ path, message: '缺这一项' }))
    : parsed.problems;
  const faults = new Map<string, ProfileFault>();
  for (const { path: at, message, bounds } of problems) {
    const path = formPath(at, input);
    if (faults.has(path)) continue;
    const kind = PROFILE_FIELDS.find((field) => field.path === path)?.kind;
    const said = bounds === undefined ? message : (inShownUnit(kind, bounds) ?? message);
    faults.set(path, { path, message: `${profileLabel(path)}：${said}。` });
  }
  const order = (path: string) => PROFILE_FIELDS.findIndex((field) => field.path === path);
  return { ok: false, faults: [...faults.values()].sort((a, b) => order(a.path) - order(b.path)) };
}

/** Bounds of what the form shows in another unit than it keeps. */
function inShownUnit(kind: ProfileField['kind'] | undefined, { min, max }: { min: number; max: number }) {
  if (kind === 'YUAN') return `要填 ${min / 100} 到 ${max / 100} 元`;
  return kind === 'SHARE' ? `要填 ${min * 100} 到 ${max * 100}，不带百分号` : null;
}

/** Where the form shows a place of the document: flags by their code, publicity's days once. */
function formPath(path: string, input: unknown): string {
  const [, index, part] = /^assetFlags\.(\d+)(?:\.(\w+))?/.exec(path) ?? [];
  if (index !== undefined) {
    const rules = (input as { assetFlags?: { code?: unknown }[] }).assetFlags;
    return `assetFlags.${rules?.[Number(index)]?.code ?? index}.${part ?? 'level'}`;
  }
  if (path === 'steps.publicity' || path.startsWith('steps.publicity.')) return 'publicity.days';
  const [, list] =
    /^(clock\.pauseOn|publicity\.place|notices\.fields|netReference\.localRigid)\./.exec(path) ?? [];
  return list ?? path;
}
