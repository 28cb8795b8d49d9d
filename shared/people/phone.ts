import { halfWidth } from './half-width';

export type PhoneCheck =
  | { ok: true; phone: string }
  | { ok: false; reason: 'LENGTH' | 'CHARS' | 'PREFIX'; digits: number };

/**
 * Checks a Chinese mobile number: 11 digits that begin with 13 to 19. Spaces, hyphens, full-width digits and +86 in
 * front are mended first; `digits` is how many were counted, for 「您填了 10 位」.
 */
export function checkPhone(text: string): PhoneCheck {
  const phone = halfWidth(text)
    .replace(/[\s-]/g, '')
    .replace(/^(\+|00)86/, '');
  const digits = Array.from(phone).length;
  if (!/^\d*$/.test(phone)) return { ok: false, reason: 'CHARS', digits };
  if (digits !== 11) return { ok: false, reason: 'LENGTH', digits };
  if (!/^1[3-9]/.test(phone)) return { ok: false, reason: 'PREFIX', digits };
  return { ok: true, phone };
}
