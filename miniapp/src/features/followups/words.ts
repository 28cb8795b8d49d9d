import type { FollowedFamily, FollowedRow } from '@shared/contract';
import { day, HOUSEHOLD_TYPE_LABELS, quarterLabel } from '@shared/messages';

interface Said {
  state: 'ok' | 'doing' | 'need' | 'late' | 'off';
  text: string;
}

type Due = Pick<FollowedRow, 'quarter' | 'visit'>;

/** What is due first for a family, as its tag says it. */
export function dueTag(
  { quarter, visit, tasks, taskDueOn }: Due & Pick<FollowedRow, 'tasks' | 'taskDueOn'>,
  today: string,
): Said {
  if (taskDueOn !== null && taskDueOn < today)
    return { state: 'late', text: `有事晚了，${day(taskDueOn)}就该办` };
  if (quarter?.late) return { state: 'late', text: `台账晚了，${day(quarter.dueOn)}就该填` };
  if (tasks > 0 && taskDueOn !== null)
    return { state: 'need', text: `有 ${tasks} 件事，${day(taskDueOn)}前` };
  if (quarter?.open) return { state: 'need', text: `填台账，${day(quarter.dueOn)}前` };
  if (visit !== null && visit.done < visit.wanted)
    return { state: 'doing', text: `走访，${day(visit.dueOn)}前` };
  return { state: 'ok', text: '这个月办好了' };
}

export const WAITS_WORDS = { VILLAGE: '等村里确认', TOWN: '等镇里确认', COUNTY: '等县里确认' } as const;

/** What else waits of a family: in one line under its name. */
export function rowDetail({ householdType, told, waits, identifiedOn }: FollowedRow): string {
  return [
    told > 0 ? `家里说有 ${told} 处变化` : '',
    waits === null ? '' : WAITS_WORDS[waits],
    householdType === null ? '' : HOUSEHOLD_TYPE_LABELS[householdType],
    `${day(identifiedOn)}列入`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** 「今年一季度的台账，4 月 10 日前填好」. */
export function quarterWords({ quarter }: Pick<FollowedFamily, 'quarter'>): string {
  if (quarter === null) return '';
  const name = quarterLabel(quarter.quarter);
  if (quarter.late) return `${name}的晚了，${day(quarter.dueOn)}就该填好`;
  return quarter.open ? `${name}的，${day(quarter.dueOn)}前填好` : `${name}过完再填，也可以先填`;
}
