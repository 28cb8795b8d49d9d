import { formatYuan, parseYuan } from '@miniapp/ui/money';
import {
  type ProfileField,
  type ProfileValue,
  profileValue,
  withProfileValue,
} from '@shared/messages/profile-fields';
import type { Profile } from '@shared/procedure';

/** What has been changed so far, by field; null where a field was emptied. Kept on this phone until it is handed in. */
export interface RulesDraft {
  changes: Readonly<Record<string, ProfileValue | null>>;
  fromDay: string;
  note: string;
}

export const EMPTY_DRAFT: RulesDraft = { changes: {}, fromDay: '', note: '' };

/** The base with the draft's changes. A newer base keeps them: each is about its own field. */
export function applied(base: Profile, { changes }: RulesDraft): Profile {
  return Object.entries(changes).reduce(
    (profile, [path, value]) => withProfileValue(profile, path, value ?? undefined),
    base,
  );
}

/** The draft with one more field said; what says again what the base has is no change. */
export function withChange(draft: RulesDraft, base: Profile, path: string, value: ProfileValue): RulesDraft {
  const { [path]: _, ...others } = draft.changes;
  const same = JSON.stringify(profileValue(base, path)) === JSON.stringify(value);
  return { ...draft, changes: same ? others : { ...others, [path]: value ?? null } };
}

/** What stands in the box of a field that is typed. */
export function typedOf({ kind }: ProfileField, value: ProfileValue): string {
  if (value === undefined) return '';
  if (typeof value !== 'number') return String(value);
  if (kind === 'YUAN') return formatYuan(value);
  return kind === 'SHARE' ? String(Math.round(value * 1000) / 10) : String(value);
}

/** What was typed, as the profile keeps it; what is no number stays as it is, and the server says what it should be. */
export function typedValue({ kind }: ProfileField, typed: string): ProfileValue {
  const text = typed.trim();
  if (kind === 'TEXT') return text;
  if (text === '') return undefined;
  if (kind === 'YUAN') return parseYuan(text) ?? text;
  const number = Number(text.replace(/[,，%％\s]/g, ''));
  if (!Number.isFinite(number)) return text;
  return kind === 'SHARE' ? Math.round(number * 10) / 1000 : number;
}

/** Sentences by field of the form, of an answer that refused the profile. The label stands above the box already. */
export function faultsOf(issues: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(issues).map(([field, message]) => [
      field.replace(/^profile\./, ''),
      message.replace(/^[^：]*：/, ''),
    ]),
  );
}
