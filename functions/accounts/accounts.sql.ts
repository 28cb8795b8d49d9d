import { statement } from '../adapters';

/** Uses a link up, unless it may be used again; gives whose it is. */
export const useLink = statement<{ person_id: string }>(
  'accounts.useLink',
  `UPDATE signin_link SET used_at = $2
    WHERE token_hash = $1 AND expires_at > $2 AND (reusable OR used_at IS NULL) RETURNING person_id`,
);

export const insertSession = statement(
  'accounts.insertSession',
  `INSERT INTO session (token_hash, person_id, created_at, expires_at, device, idle_seconds)
   VALUES ($1, $2, $3, $4, $5, $6)`,
);

export const endSession = statement(
  'accounts.endSession',
  'UPDATE session SET revoked_at = $2 WHERE token_hash = $1',
);

export const findPerson = statement<{ id: string; name: string }>(
  'accounts.person',
  'SELECT id, name FROM person WHERE id = $1',
);

export const findVillageName = statement<{ name: string }>(
  'accounts.villageName',
  "SELECT name FROM region WHERE code = $1 AND level = 'VILLAGE' AND valid_to IS NULL",
);

/** Once bound, a person stays bound to that village, whatever is chosen afterwards. */
export const chooseVillage = statement(
  'accounts.chooseVillage',
  `INSERT INTO person_village AS v (county, person_id, village, bound, chosen_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (county, person_id, village) DO UPDATE
     SET bound = v.bound OR excluded.bound, chosen_at = excluded.chosen_at`,
);

export interface MessageRow {
  id: string;
  at: string;
  title: string;
  body: string;
  opens:
    | 'CASE'
    | 'REVIEW'
    | 'QUEUE'
    | 'TASKS'
    | 'CLUES'
    | 'ANSWER'
    | 'CARD'
    | 'TICKETS'
    | 'FOLLOWS'
    | 'NOTICE'
    | 'ROWS';
  about: string | null;
  case_id: string | null;
  read_at: string | null;
}

export const findMessages = statement<MessageRow>(
  'accounts.messages',
  `SELECT id, at, title, body, opens, about, case_id, read_at FROM message
    WHERE person_id = $1 ORDER BY at DESC, id DESC LIMIT 100`,
);

export const markRead = statement(
  'accounts.markRead',
  'UPDATE message SET read_at = coalesce(read_at, $3) WHERE person_id = $1 AND id = $2',
);

export const findCredits = statement<{ template: string; remaining: number }>(
  'accounts.credits',
  'SELECT template, remaining FROM subscription_credit WHERE person_id = $1',
);

/** One more message of each template, up to 99: nobody taps more often. */
export const addCredits = statement(
  'accounts.addCredits',
  `INSERT INTO subscription_credit AS c (person_id, template, remaining, updated_at)
   SELECT $1, template, 1, $3 FROM unnest($2::text[]) AS template
   ON CONFLICT (person_id, template) DO UPDATE
     SET remaining = least(c.remaining + 1, 99), updated_at = excluded.updated_at`,
);
