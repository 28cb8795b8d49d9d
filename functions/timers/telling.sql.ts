import { statement } from '../adapters';

/** To each person once, however often the work is done; gives those to whom it is new. */
export const insertMessages = statement<{ person_id: string }>(
  'telling.messages',
  `INSERT INTO message (county, person_id, id, at, title, body, opens, case_id, about)
   SELECT $1, p.id, $3, $4, $5, $6, $7, $8, $9 FROM person p WHERE p.id = ANY($2::text[])
   ON CONFLICT DO NOTHING RETURNING person_id`,
);

/**
 * Who serves in a role at a village on a day, in the own name or in somebody's stead, without the parties of the case
 * and whoever stands in for one.
 */
export const findServing = statement<{ person_id: string }>(
  'telling.serving',
  `SELECT DISTINCT g.person_id FROM serving g
    WHERE g.county = $1 AND g.role = ANY($2::text[]) AND starts_with($3, g.region)
      AND g.from_day <= $4 AND (g.until_day IS NULL OR g.until_day >= $4)
      AND NOT EXISTS (SELECT 1 FROM case_party p
                       WHERE p.county = $1 AND p.case_id = $5 AND p.person_id IN (g.person_id, g.stead_of))
    ORDER BY g.person_id`,
);

/** The people of a department, where it has any here. */
export const findDepartment = statement<{ person_id: string }>(
  'telling.department',
  `SELECT DISTINCT person_id FROM person_grant
    WHERE county = $1 AND role = 'DEPT' AND department = $2 AND starts_with($3, region)
      AND from_day <= $4 AND (until_day IS NULL OR until_day >= $4) ORDER BY person_id`,
);

/** The family of a case, without whoever reported for it. */
export const findFamily = statement<{ person_id: string }>(
  'telling.family',
  `SELECT person_id FROM case_party
    WHERE county = $1 AND case_id = $2 AND stands_as = 'HOUSEHOLD' AND ended_at IS NULL ORDER BY person_id`,
);

/** Who can be reached over WeChat with a consent left, and by which template: the first that has one. */
export const findReachable = statement<{ person_id: string; template: string }>(
  'telling.reachable',
  `SELECT DISTINCT ON (p.id) p.id AS person_id, c.template
     FROM person p JOIN subscription_credit c ON c.person_id = p.id
    WHERE p.id = ANY($1::text[]) AND p.openid IS NOT NULL AND c.remaining > 0 AND c.template = ANY($2::text[])
    ORDER BY p.id, array_position($2::text[], c.template)`,
);

export const insertWork = statement(
  'telling.work',
  `INSERT INTO outbox (county, kind, payload, run_after)
   SELECT $1, $2, payload, $3 FROM unnest($4::jsonb[]) AS payload`,
);

export const findTaskItem = statement(
  'telling.taskItem',
  'SELECT id FROM task WHERE county = $1 AND case_id = $2 AND kind = $3 AND $4 = ANY(item_keys)',
);

/** A new errand, or one more sentence for the open one. */
export const addTask = statement<{ items: number }>(
  'telling.addTask',
  `INSERT INTO task AS t (county, id, village, case_id, kind, item_keys, items, due_on, created_at)
   VALUES ($1, $2, $3, $4, $5, ARRAY[$6], ARRAY[$7], $8, $9)
   ON CONFLICT (county, case_id, kind) WHERE done_at IS NULL DO UPDATE
     SET item_keys = t.item_keys || excluded.item_keys, items = t.items || excluded.items,
         due_on = least(t.due_on, excluded.due_on)
   RETURNING cardinality(items) AS items`,
);

/** The letter says it all: whoever brought it has told the family. */
export const finishTelling = statement(
  'telling.finish',
  `UPDATE task SET done_at = $3, done_by = $4, how = 'PAPER'
    WHERE county = $1 AND case_id = $2 AND kind = 'TELL' AND done_at IS NULL`,
);

export const findOpenid = statement<{ openid: string | null }>(
  'telling.openid',
  'SELECT openid FROM person WHERE id = $1',
);

/** Takes one credit; writes nothing when none is left. */
export const spendCredit = statement(
  'telling.spend',
  `UPDATE subscription_credit SET remaining = remaining - 1, updated_at = $3
    WHERE person_id = $1 AND template = $2 AND remaining > 0`,
);

export const returnCredit = statement(
  'telling.return',
  `UPDATE subscription_credit SET remaining = least(remaining + 1, 99), updated_at = $3
    WHERE person_id = $1 AND template = $2`,
);

export const loseCredits = statement(
  'telling.lose',
  'UPDATE subscription_credit SET remaining = 0, updated_at = $3 WHERE person_id = $1 AND template = $2',
);

export const nameOf = statement<{ name: string }>('telling.name', 'SELECT name FROM person WHERE id = $1');
