import { statement } from '../adapters';

export interface BoardTaskRow {
  notice_id: string;
  what: 'START' | 'END' | 'CLEARED' | 'REHANG';
  kind: string;
  title: string;
  village_name: string;
  last_day: string;
  due_on: string;
}

/** Photos of a village's board that are still to be taken, the most urgent first. */
export const findBoardTasks = statement<BoardTaskRow>(
  'board.open',
  `SELECT t.notice_id, t.what, n.kind, n.content->>'title' AS title, v.name AS village_name, n.last_day, t.due_on
     FROM board_task t JOIN notice n ON n.county = t.county AND n.id = t.notice_id JOIN region v ON v.code = t.village
    WHERE t.county = $1 AND t.village = $2 AND t.done_at IS NULL AND t.missed_at IS NULL
    ORDER BY t.due_on, t.notice_id, t.what LIMIT 200`,
);

export const findBoardTask = statement<{ open: boolean; created_at: string; village: string }>(
  'board.one',
  `SELECT done_at IS NULL AND missed_at IS NULL AS open, created_at, village FROM board_task
    WHERE county = $1 AND notice_id = $2 AND what = $3 FOR UPDATE`,
);

/** Whether a photo was sent at that moment or later: our clock says when, not the phone's. */
export const isFreshPhoto = statement<{ fresh: boolean }>(
  'board.freshPhoto',
  'SELECT created_at >= $3 AS fresh FROM attachment WHERE county = left($1, 6) AND id = $1 AND owner_id = $2',
);

export const finishBoardTask = statement(
  'board.finish',
  `UPDATE board_task SET photo_id = $4, done_at = $5, done_by = $6 WHERE county = $1 AND notice_id = $2 AND what = $3`,
);

/** Where the paper is gone nobody can show any more that it hung. */
export const missOthers = statement(
  'board.missOthers',
  `UPDATE board_task SET missed_at = $3
    WHERE county = $1 AND notice_id = $2 AND what <> 'CLEARED' AND done_at IS NULL AND missed_at IS NULL`,
);

export const findNoticeCases = statement<{ case_id: string }>(
  'board.cases',
  'SELECT case_id FROM notice_case WHERE county = $1 AND notice_id = $2 AND taken_down_at IS NULL ORDER BY case_id',
);
