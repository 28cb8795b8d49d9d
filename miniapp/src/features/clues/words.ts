import { WARNING_RULES } from '@shared/clues/warnings';
import type { ClueView } from '@shared/contract';
import {
  CLUE_ANSWER_LABELS,
  day,
  officeName,
  TROUBLE_LABELS,
  WARNING_LABELS,
  warningFigure,
} from '@shared/messages';

/** Who said it: the department, or the colleague. */
export function saidBy({ department, reportedBy }: ClueView): string {
  return department === null ? reportedBy : officeName(department);
}

/** What was said: the warning with its figure, or the kind of trouble that a cadre saw. */
export function saidWhat({ warning, value, risk }: ClueView): string {
  if (warning === null) return TROUBLE_LABELS[risk];
  const figure = warningFigure(WARNING_RULES[warning].threshold?.unit, value);
  return [WARNING_LABELS[warning], figure].filter(Boolean).join(' ');
}

export interface ClueTag {
  state: 'ok' | 'doing' | 'late';
  text: string;
}

/** Where it stands: how it was answered, or by when it has to be. */
export function clueTag({ answered, late, dueOn }: ClueView): ClueTag {
  if (answered !== null) return { state: 'ok', text: CLUE_ANSWER_LABELS[answered.how] };
  return late
    ? { state: 'late', text: `晚了，${day(dueOn)}就该答复` }
    : { state: 'doing', text: `${day(dueOn)}前答复` };
}
