import { statement } from '../adapters';

/** Days in which a paper that was not taken down is still asked for: older ones are nobody's errand any more. */
const LOOK_BACK = 30;

/** A sheet of proposed families that was printed and never hung has no rows with days. */
const HUNG = `(n.kind <> 'PROPOSED_INCLUSION'
        OR EXISTS (SELECT 1 FROM notice_case h WHERE h.county = n.county AND h.notice_id = n.id))`;

/** The board shows its corrected version: nobody photographs the old one any more. */
const STANDS = 'NOT EXISTS (SELECT 1 FROM notice_correction r WHERE r.county = n.county AND r.old_id = n.id)';

/** Notices whose board nobody has photographed when they went up; one of proposed families goes up with its photo alone. */
export const askForStart = statement(
  'board.askForStart',
  `INSERT INTO board_task (county, notice_id, village, what, due_on, created_at)
   SELECT n.county, n.id, n.village, 'START', $2::date + 1, $3 FROM notice n
    WHERE n.county = $1 AND n.ended_at IS NULL AND n.last_day >= $2 AND n.kind <> 'PROPOSED_INCLUSION' AND ${STANDS}
      AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.county IN (n.county, '000000') AND a.case_id = n.id)
   ON CONFLICT DO NOTHING`,
);

/** Notices on their last day; one with a family whose days stand still has not reached it. */
export const askForEnd = statement(
  'board.askForEnd',
  `INSERT INTO board_task (county, notice_id, village, what, due_on, created_at)
   SELECT n.county, n.id, n.village, 'END', $2::date + 1, $3 FROM notice n
    WHERE n.county = $1 AND n.ended_at IS NULL AND n.last_day <= $2 AND n.last_day >= $2::date - ${LOOK_BACK} AND ${HUNG} AND ${STANDS}
      AND NOT EXISTS (SELECT 1 FROM notice_case nc
                       WHERE nc.county = n.county AND nc.notice_id = n.id AND nc.taken_down_at IS NULL
                         AND (nc.last_day > $2 OR nc.stopped_on IS NOT NULL))
   ON CONFLICT DO NOTHING`,
);

/** Notices that have ended: the paper with the names has to come down (domain.md 6.4). */
export const askForCleared = statement(
  'board.askForCleared',
  `INSERT INTO board_task (county, notice_id, village, what, due_on, created_at)
   SELECT n.county, n.id, n.village, 'CLEARED', $2::date + 1, $3 FROM notice n
    WHERE n.county = $1 AND n.ended_at IS NOT NULL AND n.last_day >= $2::date - ${LOOK_BACK} AND ${HUNG}
   ON CONFLICT DO NOTHING`,
);

/** Reminders that nobody was told of yet. */
export const takeReminders = statement<BoardRow & { day: string }>(
  'board.reminders',
  `UPDATE notice_reminder t SET told_at = $2 WHERE county = $1 AND told_at IS NULL
   RETURNING t.notice_id, t.village, t.what, t.day, (SELECT name FROM region v WHERE v.code = t.village) AS village_name`,
);

export interface BoardRow {
  notice_id: string;
  village: string;
  what: 'START' | 'END' | 'CLEARED' | 'REHANG';
  village_name: string;
}

const FACTS = `t.notice_id, t.village, t.what, (SELECT name FROM region v WHERE v.code = t.village) AS village_name`;

export const tellOfBoard = statement<BoardRow>(
  'board.tell',
  `UPDATE board_task t SET told_at = $2
    WHERE county = $1 AND told_at IS NULL AND done_at IS NULL AND missed_at IS NULL RETURNING ${FACTS}`,
);

export const escalateBoard = statement<BoardRow>(
  'board.escalate',
  `UPDATE board_task t SET escalated_at = $3
    WHERE county = $1 AND due_on < $2 AND escalated_at IS NULL AND done_at IS NULL AND missed_at IS NULL
   RETURNING ${FACTS}`,
);
