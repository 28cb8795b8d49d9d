import type { Input } from '@miniapp/platform/api';
import { addDays } from '@shared/calendar/dates';
import type { Health } from '@shared/casework/codes';
import type { FactView } from '@shared/contract';
import { OF_FAMILY, type SaidKey, WHOLE } from './model';

/** Of health: nothing of it. */
export const WELL = 'WELL';

export interface FactForm {
  /** A member's key, or the family as a whole. */
  who?: string;
  key?: SaidKey;
  /** Yes and no are 'YES' and 'NO'; of health, what was ticked. */
  value?: string;
  health: (Health | typeof WELL)[];
  from: string;
  /** The last day; '' goes on. */
  last: string;
  evidence: string;
  /** Of a correction: what becomes of the wrong one, and why it was wrong. */
  become?: 'RIGHT' | 'NEVER';
  reason: string;
}

type Said = Input<'followups.writeFact'>['said'];

const YES_NO_KEYS: readonly SaidKey[] = [
  'INSURED',
  'AWAY',
  ...OF_FAMILY.filter((key) => key !== 'HOUSE_GRADE'),
];
export const isYesNo = (key: SaidKey): boolean => YES_NO_KEYS.includes(key);

/** The form as it opens on a wrong row: for the same days, with nothing said yet. */
export function formOf(row: FactView): Partial<FactForm> {
  return {
    who: row.memberKey ?? WHOLE,
    key: row.key as SaidKey,
    from: row.from,
    last: row.to === null ? '' : addDays(row.to, -1),
  };
}

/** What is still missing, by field. Nothing is checked while somebody types. */
export function factProblems(
  { who, key, value, health, from, last, evidence, become, reason }: FactForm,
  today: string,
  isCorrection: boolean,
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (isCorrection && become === undefined) problems.become = '选一样，应该怎么记。';
  if (isCorrection && reason.trim() === '') problems.reason = '写一句错在哪里。';
  if (evidence.trim() === '') problems.evidence = '写上凭什么，比如哪份证明。';
  if (isCorrection && become !== 'RIGHT') return problems;
  if (who === undefined) problems.who = '选一下是谁的。';
  else if (key === undefined) problems.key = '选一下是什么变了。';
  else if (key === 'HEALTH' ? health.length === 0 : (value ?? '').trim() === '')
    problems.value = '写上现在是什么样。';
  if (from === '' || from > today) problems.from = '选从哪天起，不能晚于今天。';
  if (last !== '' && last < from) problems.last = '不能早于“从哪天起”。';
  return problems;
}

/** The fact as it is handed in. Call it when no problem is left. */
export function toSaid({ key, value = '', health, from, last }: FactForm) {
  const said = {
    fact: key,
    value:
      key === 'HEALTH'
        ? health.filter((one) => one !== WELL)
        : key !== undefined && isYesNo(key)
          ? value === 'YES'
          : value.trim(),
  } as Said;
  return { from, to: last === '' ? null : addDays(last, 1), said };
}
