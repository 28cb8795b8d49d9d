import type { CaseState, GlanceCount, GlanceSpan, Holder } from '@shared/casework';
import { IN_NO_HAND } from '@shared/casework/codes';
import { STATE_LABELS } from '@shared/messages';

export const COUNT_LABELS: Record<Exclude<GlanceCount, 'STEP'>, string> = {
  CAME_IN: '收到',
  WENT_OUT: '办完',
  DECIDED: '定下来',
  ON_TIME: '按时定下来',
  OPEN: '在办',
  OVERDUE: '晚了',
  DUE_SOON: '今明两天到期',
};

export const SPAN_LABELS: Record<GlanceSpan, string> = {
  D7: '近 7 天',
  D30: '近 30 天',
  D90: '近 90 天',
  MONTH: '这个月',
  QUARTER: '这个季度',
  OWN: '自己选',
};

export const WITH: Record<Holder, string> = {
  HOUSEHOLD: '等他家',
  VILLAGE: '在村里',
  TOWN: '在镇里',
  COUNTY: '在县里',
  NOBODY: '没有人拿着',
};

/** In the order in which a case goes through them. */
export const HOLDERS = Object.keys(WITH) as Holder[];

/** 「在村里 · 李春梅」, 「在镇里 · 没人领」; what waits for the family is not in the hands of anybody who could be asked. */
export function withWhom({ holder, name }: { holder: Holder; name: string }): string {
  if (name !== '') return `${WITH[holder]} · ${name}`;
  return holder === 'HOUSEHOLD' ? WITH[holder] : `${WITH[holder]} · 没人领`;
}

interface Listed {
  what: GlanceCount;
  part: string;
  person: string;
  /** The name of that person. */
  whom: string;
}

/** What a list of cases is called, as its number was. */
export function listTitle({ what, part, person, whom }: Listed): string {
  if (what === 'STEP') return `走过“${STATE_LABELS[part as CaseState]}”`;
  if (part === '') return COUNT_LABELS[what];
  const holder = part as Holder;
  const who = person === '' ? WITH[holder] : withWhom({ holder, name: person === IN_NO_HAND ? '' : whom });
  return `${COUNT_LABELS[what]}，${who}`;
}

/** 「92%」; nothing was decided: 「还没有」. */
export function rateOf({ DECIDED, ON_TIME }: { DECIDED: number; ON_TIME: number }): string {
  return DECIDED === 0 ? '还没有' : `${Math.floor((ON_TIME * 100) / DECIDED)}%`;
}

/** Days of the calendar as they are said; the middle of two may be a half. */
export const daysSaid = (days: number): string => (days === 0 ? '当天' : `${days} 天`);

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
