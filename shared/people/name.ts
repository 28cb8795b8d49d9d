import { halfWidth } from './half-width';

export type NameCheck =
  | { ok: true; name: string }
  | { ok: false; reason: 'EMPTY' | 'TOO_LONG' | 'DIGITS' | 'EMOJI' | 'CHARS' };

const MAX_CHARS = 30;
/** The dot of names such as 阿依古丽·买买提 is typed in many ways; one of them is kept. */
const DOTS = /[•‧∙⋅・･．.]/g;

/**
 * Checks a person's name: 1 to 30 Chinese characters (rare ones too), letters, the name dot, single spaces between
 * letters. `name` is the mended text. A stray digit or emoji is refused with its own reason.
 */
export function checkName(text: string): NameCheck {
  const name = halfWidth(text).trim().replace(/\s+/g, ' ').replace(DOTS, '·');
  if (name === '') return { ok: false, reason: 'EMPTY' };
  if (/\d/.test(name)) return { ok: false, reason: 'DIGITS' };
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(name))
    return { ok: false, reason: 'EMOJI' };
  if (!/^[\p{Script=Han}\p{L}](?:[\p{Script=Han}\p{L}\p{M}· ]*[\p{Script=Han}\p{L}\p{M}])?$/u.test(name))
    return { ok: false, reason: 'CHARS' };
  if (Array.from(name).length > MAX_CHARS) return { ok: false, reason: 'TOO_LONG' };
  return { ok: true, name };
}
