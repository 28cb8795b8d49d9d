import { isLocalDate, type LocalDate } from '@shared/calendar';
import { Failure } from './failure';

/** Where a page of a list in order of due date ends: the day and the id of its last row. */
export interface DueCursor {
  due: LocalDate;
  id: string;
}

/** Before the first row, where no page was. */
export const BEFORE_ALL: DueCursor = { due: '0001-01-01', id: '' };

/** The cursor as it travels. */
export const writeDueCursor = (row: { due_key: string; id: string }): string => `${row.due_key}.${row.id}`;

/** @throws Failure bad_input for one that nobody gave out */
export function readDueCursor(text: string): DueCursor {
  if (text === '') return BEFORE_ALL;
  const [, due, id] = /^(\d{4}-\d{2}-\d{2})\.([\w-]+)$/.exec(text) ?? [];
  if (due !== undefined && id !== undefined && isLocalDate(due)) return { due, id };
  throw badCursor();
}

/** What is said of a cursor that nobody gave out. */
export const badCursor = (): Failure =>
  new Failure('bad_input', 'INVALID', { issues: [{ field: 'cursor', reason: 'INVALID', message: '' }] });
