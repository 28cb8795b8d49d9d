import { type Instant, type LocalDate, localDate, weekday } from '@shared/calendar/dates';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** 「3月5日」 of a China date. */
export function day(date: LocalDate): string {
  const [, month, dayOfMonth] = date.split('-').map(Number);
  return `${month}月${dayOfMonth}日`;
}

/** 「2026年3月5日」 */
export function fullDay(date: LocalDate): string {
  return `${Number(date.slice(0, 4))}年${day(date)}`;
}

/** 「3月5日 9:10」 of an instant, in China time. */
export function moment(at: Instant): string {
  const minutes = Math.floor((Date.parse(at) + 8 * 3_600_000) / 60_000);
  const clock = `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`;
  return `${day(localDate(at))} ${clock}`;
}

/** 「3月5日 星期四」: staff plan by weekday. */
export function staffDay(date: LocalDate): string {
  return `${day(date)} 星期${WEEKDAYS[weekday(date)]}`;
}

/** Takes fen; gives 「1,500」 or 「6,283.75」 without the unit. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(fen) / 100);
  const cents = Math.abs(fen) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === 0 ? `${sign}${grouped}` : `${sign}${grouped}.${String(cents).padStart(2, '0')}`;
}

/** Takes fen; gives 「1,500 元」. */
export function money(fen: number): string {
  return `${yuan(fen)} 元`;
}
