import { isLocalDate, type LocalDate } from '@shared/calendar/dates';

/**
 * Full years of age on a day; negative before birth. A person born on 29 February grows older on 1 March in years
 * without that day. Throws RangeError for a day that does not exist.
 */
export function ageOn(birthDate: LocalDate, on: LocalDate): number {
  for (const day of [birthDate, on])
    if (!isLocalDate(day)) throw new RangeError(`Not a calendar day: ${String(day)}`);
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
