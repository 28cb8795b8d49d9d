import { add, addDays, type Instant, type LocalDate, localDate } from '@shared/calendar';
import type { Profile } from './profile';

/**
 * The days of a publicity: day 1 is the day after posting, whatever the hour of posting, and it holds
 * `profile.publicity.days` full days of its unit (domain.md 3.0). It ends at 24:00 of `lastDay`.
 */
export function publicityWindow(
  postedAt: Instant,
  profile: Profile,
): { firstDay: LocalDate; lastDay: LocalDate; days: number } {
  const postedOn = localDate(postedAt);
  const { days, unit } = profile.publicity;
  return { firstDay: addDays(postedOn, 1), lastDay: add(postedOn, days, unit), days };
}
