import { statement } from '../adapters';

export interface TaskRow {
  id: string;
  kind: 'TELL' | 'VISIT' | 'HELP';
  case_id: string;
  head_name: string;
  village_group: string;
  village_name: string;
  items: string[];
  due_on: string;
  tries: number;
  tried_on: string | null;
}

export const findTasks = statement<TaskRow>(
  'tasks.open',
  `SELECT t.id, t.kind, t.case_id, r.head_name, r.village_group, v.name AS village_name, t.items, t.due_on,
          t.tries, (t.tried_at AT TIME ZONE 'Asia/Shanghai')::date AS tried_on
     FROM task t JOIN case_row r ON r.county = t.county AND r.id = t.case_id JOIN region v ON v.code = t.village
    WHERE t.county = $1 AND t.village = $2 AND t.done_at IS NULL ORDER BY t.due_on, t.id LIMIT 200`,
);

/** Only what was on the screen is done: an errand that grew meanwhile stays. */
export const finishTask = statement(
  'tasks.finish',
  `UPDATE task SET done_at = $4, done_by = $5, how = $6
    WHERE county = $1 AND id = $2 AND done_at IS NULL AND cardinality(items) = $3`,
);

/** Somebody went and nobody was at home. */
export const countTry = statement(
  'tasks.try',
  `UPDATE task SET tries = tries + 1, tried_at = $4
    WHERE county = $1 AND id = $2 AND done_at IS NULL AND cardinality(items) = $3`,
);

export const findTask = statement<{ done: boolean }>(
  'tasks.one',
  'SELECT done_at IS NOT NULL AS done FROM task WHERE county = $1 AND id = $2',
);
