import { add, addDays, type Instant, type LocalDate, localDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import type { NoticeKind } from './codes';
import { rulesOf } from './kinds';

/**
 * The days of a notice put up at an instant: as many full days as its kind has in the profile, natural or working, from
 * the day after or from the very day (domain.md 3.0, 6.1). It ends at 24:00 of `lastDay`.
 */
export function noticeWindow(
  kind: NoticeKind,
  postedAt: Instant,
  profile: Profile,
): { firstDay: LocalDate; lastDay: LocalDate; days: number } {
  const { begins, days } = rulesOf(kind);
  const { limit, unit } = days(profile);
  const eve = begins === 'NEXT_DAY' ? localDate(postedAt) : addDays(localDate(postedAt), -1);
  return { firstDay: addDays(eve, 1), lastDay: add(eve, limit, unit), days: limit };
}
