import { statement } from '../adapters/postgres/statement';

export interface OutboxFigures {
  waiting: number;
  dead: number;
  unknown: number;
  /** Seconds that the oldest waits past its time. */
  oldest: number;
}

/** How much waits in a county's outbox, what stands still, and for how long the oldest has been due. $2 wall time. */
export const countWaiting = statement<OutboxFigures>(
  'outbox.figures',
  `SELECT count(*) FILTER (WHERE done_at IS NULL AND NOT dead)::int AS waiting,
          count(*) FILTER (WHERE dead)::int AS dead,
          count(*) FILTER (WHERE outcome = 'UNKNOWN')::int AS unknown,
          coalesce(greatest(0, extract(epoch FROM $2::timestamptz - min(run_after)
            FILTER (WHERE done_at IS NULL AND NOT dead))), 0)::int AS oldest
     FROM outbox WHERE county = $1 AND (done_at IS NULL OR dead OR outcome = 'UNKNOWN')`,
);
