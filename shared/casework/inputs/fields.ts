import { isLocalDate } from '@shared/calendar';
import { checkIdNumber, checkName, checkPhone } from '@shared/people';
import { z } from '@shared/zod';

/** Text that a person wrote: trimmed, without control characters, of bounded length. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'TOO_LONG' })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), {
      error: 'CONTROL_CHARS',
    });

export const requiredWords = (max: number) =>
  words(max).refine((text) => text.length > 0, { error: 'REQUIRED' });

export const Id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.:-]+$/);

export const LocalDateField = z.string().refine(isLocalDate, { error: 'BAD_DATE' });

export const PersonName = z
  .string()
  .trim()
  .superRefine((text, ctx) => {
    const checked = checkName(text);
    if (!checked.ok) ctx.addIssue({ code: 'custom', message: `NAME_${checked.reason}` });
  });

export const IdNumber = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const checked = checkIdNumber(text);
    if (checked.ok) return checked.id;
    ctx.addIssue({ code: 'custom', message: `ID_${checked.reason}`, params: { digits: checked.digits } });
    return z.NEVER;
  });

export const Phone = z
  .string()
  .max(30)
  .transform((text, ctx) => {
    const checked = checkPhone(text);
    if (checked.ok) return checked.phone;
    ctx.addIssue({ code: 'custom', message: `PHONE_${checked.reason}`, params: { digits: checked.digits } });
    return z.NEVER;
  });

/** Whoever signs says that the family is no kin of hers (domain.md 1.1): part of every input of `KINSHIP_ACTS`. */
export const Unrelated = { kinshipDeclared: z.literal(true, { error: 'KINSHIP_NOT_DECLARED' }) };

export const VillageCode = z.string().regex(/^\d{12}$/, { error: 'BAD_VILLAGE' });
