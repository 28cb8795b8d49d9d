import type { CaseState, GlanceCount, Holder } from '@shared/casework';
import { STATE_LABELS } from '@shared/messages';

export const COUNT_LABELS: Record<Exclude<GlanceCount, 'STEP'>, string> = {
  CAME_IN: '收到',
  WENT_OUT: '办完',
  DECIDED: '定下来',
  ON_TIME: '按时定下来',
  OPEN: '在办',
  OVERDUE: '晚了',
};

export const WITH: Record<Holder, string> = {
  HOUSEHOLD: '等他家',
  VILLAGE: '在村里',
  TOWN: '在镇里',
  COUNTY: '在县里',
  NOBODY: '没有人拿着',
};

/** What a list of cases is called, as its number was. */
export function listTitle(what: GlanceCount, part: string): string {
  if (what === 'STEP') return `走过“${STATE_LABELS[part as CaseState]}”`;
  return part === '' ? COUNT_LABELS[what] : `${COUNT_LABELS[what]}，${WITH[part as Holder]}`;
}

/** 「92%」; nothing was decided: 「还没有」. */
export function rateOf({ DECIDED, ON_TIME }: { DECIDED: number; ON_TIME: number }): string {
  return DECIDED === 0 ? '还没有' : `${Math.floor((ON_TIME * 100) / DECIDED)}%`;
}

/** Days with at most one decimal, as they are said. */
export function daysSaid(days: number): string {
  if (days < 0.05) return '当天';
  return `${Math.round(days * 10) / 10} 天`;
}

/** Stars of several villages added up, one to five. */
export function starsTogether(villages: readonly (readonly number[])[]): number[] {
  return [0, 1, 2, 3, 4].map((index) => villages.reduce((sum, stars) => sum + (stars[index] ?? 0), 0));
}

/** 「4.3」 of how many families gave one to five stars; nobody did: 「还没有」. */
export function averageOf(stars: readonly number[]): string {
  const families = stars.reduce((sum, count) => sum + count, 0);
  if (families === 0) return '还没有';
  const all = stars.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return String(Math.round((all * 10) / families) / 10);
}
