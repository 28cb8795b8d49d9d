/** Small pieces of which the format is made: codes, days, times, money. Their faults are said in English. */
import { isLocalDate } from '@shared/calendar';
import { z } from '@shared/zod';

/** A word of a code list: the code itself, or the Chinese word that the screens show for it. */
export function coded<T extends string>(labels: Readonly<Record<T, string>>) {
  const codes = Object.keys(labels) as T[];
  const byWord = new Map<string, T>(codes.flatMap((code) => [[code, code] as const, [labels[code], code]]));
  return z.string().transform((text, ctx): T => {
    const found = byWord.get(text.trim());
    if (found !== undefined) return found;
    ctx.addIssue({ code: 'custom', message: `"${text}" is not one of ${codes.join(', ')}` });
    return z.NEVER;
  });
}

/** A list of codes that have no Chinese word of their own. */
export function oneOf<T extends string>(codes: readonly T[]) {
  return coded<T>(Object.fromEntries(codes.map((code) => [code, code])) as Record<string, T> as Record<T, T>);
}

/** YAML reads 990101 as a number; a code or a telephone number is text all the same. */
export const Digits = z.union([z.string(), z.number()]).transform(String);

export const Text = z.union([z.string(), z.number()]).transform(String);

export const Day = z.string().refine(isLocalDate, { error: 'must be a day that exists, such as 2026-03-02' });

/** A moment of the village's clock. */
export const Moment = z.string().refine(
  (text) => {
    const [, date, time] = /^(\S+) (\S+)$/.exec(text) ?? [];
    return isLocalDate(date) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? '');
  },
  { error: 'must be a day and a time of the village clock, such as 2026-03-02 09:10' },
);

/** Takes yuan with at most two decimals, gives fen. */
export const Yuan = z
  .number()
  .refine((yuan) => Number.isInteger(Math.round(yuan * 1e6) / 1e4), {
    error: 'must be yuan with at most two decimals',
  })
  .transform((yuan) => Math.round(yuan * 100));
