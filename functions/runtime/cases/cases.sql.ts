import { statement } from '../../adapters/postgres/statement';

export interface EventRow {
  seq: number;
  type: string;
  from_state: string;
  to_state: string;
  actor_person: string;
  actor_role: string;
  at: string;
  key_id: string;
  sealed: Buffer;
}

export const findEvents = statement<EventRow>(
  'cases.events',
  `SELECT seq, type, from_state, to_state, actor_person, actor_role, at, key_id, sealed
     FROM case_event WHERE county = $1 AND case_id = $2 ORDER BY seq`,
);

/** Of many cases at once, one case after the other. */
export const findEventsOf = statement<EventRow & { case_id: string }>(
  'cases.eventsOf',
  `SELECT case_id, seq, type, from_state, to_state, actor_person, actor_role, at, key_id, sealed
     FROM case_event WHERE county = $1 AND case_id = ANY ($2::text[]) ORDER BY case_id, seq`,
);

export const insertEvents = statement(
  'cases.insertEvents',
  `INSERT INTO case_event (county, case_id, village, request_id, actor_person, actor_role, at,
                           seq, type, from_state, to_state, key_id, sealed)
   SELECT $1, $2, $3, $4, $5, $6, $7, e.*
     FROM unnest($8::int[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bytea[])
       AS e(seq, type, from_state, to_state, key_id, sealed)`,
);

/** Columns of the folded row, in the order in which `rowValues` gives them. */
const ROW_COLUMNS = [
  'case_no',
  'version',
  'state',
  'open',
  'village',
  'village_group',
  'head_name',
  'member_count',
  'channel',
  'holder',
  'due_on',
  'cap_due_on',
  'paused',
  'withdrawal_asked',
  'waiting_for',
  'reminded',
  'returned',
  'risks',
  'desks',
  'publicity_last_day',
  'profile_code',
  'profile_version',
  'clued_at',
  'updated_at',
];

const places = (from: number) => ROW_COLUMNS.map((_, index) => `$${index + from}`).join(', ');

export const insertRow = statement(
  'cases.insertRow',
  `INSERT INTO case_row (county, id, ${ROW_COLUMNS.join(', ')}) VALUES ($1, $2, ${places(3)})`,
);

/** Writes the row only over the version that was read: whoever comes second writes nothing. */
export const updateRow = statement(
  'cases.updateRow',
  `UPDATE case_row SET (${ROW_COLUMNS.join(', ')}) = ROW(${places(4)})
    WHERE county = $1 AND id = $2 AND version = $3`,
);

export const insertParty = statement(
  'cases.insertParty',
  `INSERT INTO case_party (county, case_id, person_id, stands_as, village) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT DO NOTHING`,
);

/** The row stays, so that a former proxy is never the case's handler. */
export const endParty = statement(
  'cases.endParty',
  'UPDATE case_party SET ended_at = $4 WHERE county = $1 AND case_id = $2 AND person_id = $3 AND ended_at IS NULL',
);

export const indexPeople = statement(
  'cases.indexPeople',
  `INSERT INTO case_person_index (county, case_id, village, open, kind, digest)
   SELECT DISTINCT $1::char(6), $2, $3, true, p.* FROM unnest($4::text[], $5::bytea[]) AS p(kind, digest)
   ON CONFLICT (county, case_id, kind, digest) DO UPDATE SET open = true`,
);

export const closeIndex = statement(
  'cases.closeIndex',
  'UPDATE case_person_index SET open = false WHERE county = $1 AND case_id = $2 AND open',
);

/** The oldest one; ids are in order of time. */
export const findOpenCase = statement<{ id: string; case_no: string; mine: boolean }>(
  'cases.openCase',
  `SELECT r.id, r.case_no,
          EXISTS (SELECT 1 FROM case_party p
                   WHERE p.county = r.county AND p.case_id = r.id AND p.person_id = $4) AS mine
     FROM case_person_index i JOIN case_row r ON r.county = i.county AND r.id = i.case_id
    WHERE i.county = $1 AND i.kind = 'ID' AND i.digest = $2 AND i.open AND i.case_id <> $3
    ORDER BY i.case_id LIMIT 1`,
);

export const findClosedCases = statement<{ id: string; state: string }>(
  'cases.closedCases',
  `SELECT r.id, r.state
     FROM case_person_index i JOIN case_row r ON r.county = i.county AND r.id = i.case_id
    WHERE i.county = $1 AND i.kind = 'ID' AND i.digest = $2 AND NOT i.open AND r.state <> 'MERGED'
    ORDER BY i.case_id DESC LIMIT 50`,
);

/** A refused case of that number in the caller's scope. */
export const findByCaseNo = statement<{ id: string }>(
  'cases.byNumber',
  'SELECT id FROM case_row WHERE county = $1 AND case_no = $2',
);

/** A case and all that hangs on it goes to another village of the county. */
const moveTo = (table: string) =>
  statement(`cases.move.${table}`, `UPDATE ${table} SET village = $3 WHERE county = $1 AND case_id = $2`);

export const moveCase = ['case_event', 'case_party', 'case_person_index', 'attachment'].map(moveTo);

/** Two reports of the same person at the same moment: the second waits, then finds the first. */
export const lockPerson = statement(
  'cases.lockPerson',
  "SELECT pg_advisory_xact_lock(hashtextextended($1 || encode($2::bytea, 'hex'), 0))",
);

export const nextCaseNumber = statement<{ last: number }>(
  'cases.nextNumber',
  `INSERT INTO case_counter AS c (county, month, last) VALUES ($1, $2, 1)
   ON CONFLICT (county, month) DO UPDATE SET last = c.last + 1 RETURNING last`,
);

/**
 * A profile was checked when it was written and is never changed, so it is not checked again on each call. It may lack
 * what later code asks for: read it through `fillIn`.
 */
export const findProfile = statement<{ doc: object }>(
  'cases.profile',
  'SELECT doc FROM profile WHERE county = $1 AND code = $2 AND version = $3',
);

export const findProfileInForce = statement<{ doc: object }>(
  'cases.profileInForce',
  `SELECT p.doc FROM profile_in_force f JOIN profile p USING (county, code, version)
    WHERE f.county = $1 AND f.from_day <= $2 ORDER BY f.from_day DESC LIMIT 1`,
);

export const findVillage = statement<{ code: string }>(
  'cases.village',
  "SELECT code FROM region WHERE code = $1 AND level = 'VILLAGE' AND valid_to IS NULL",
);

export interface OfficeRow {
  region: string;
  office_name: string;
  contact_name: string;
  phone: string;
}

/** Offices of a village, its township and its county; places without one come with empty words. */
export const findOffices = statement<OfficeRow>(
  'cases.offices',
  `SELECT r.code AS region, coalesce(o.office_name, r.name) AS office_name,
          coalesce(o.contact_name, '') AS contact_name, coalesce(o.phone, '') AS phone
     FROM region r LEFT JOIN office o ON o.county = r.county AND o.region = r.code
    WHERE r.code = ANY($1::text[])`,
);

export const claimAttachments = statement(
  'cases.claimAttachments',
  `UPDATE attachment a SET case_id = $2, village = $3
     FROM unnest($1::text[], $5::boolean[]) AS named (id, is_voice)
    WHERE a.county = left(named.id, 6) AND a.id = named.id AND a.state = 'READY'
      AND (a.kind = 'VOICE') = named.is_voice
      AND (a.case_id = $2 OR (a.case_id IS NULL AND a.owner_id = $4))`,
);

export const updateNoticeRow = statement(
  'cases.updateNoticeRow',
  `UPDATE notice_case SET last_day = $4, stopped_on = $5, taken_down_at = $6
    WHERE county = $1 AND notice_id = $2 AND case_id = $3`,
);

/** A photo that lies with one case shows the board with all of them: nobody is asked for another. */
export const boardPhotographed = statement(
  'cases.boardPhotographed',
  `INSERT INTO board_task AS b (county, notice_id, village, what, due_on, created_at, photo_id, done_at, done_by)
   VALUES ($1, $2, $3, 'END', $4, $5, $6, $5, $7)
   ON CONFLICT (county, notice_id, what) DO UPDATE
     SET photo_id = excluded.photo_id, done_at = excluded.done_at, done_by = excluded.done_by WHERE b.done_at IS NULL`,
);

export const insertOutbox = statement(
  'cases.insertOutbox',
  `INSERT INTO outbox (county, kind, payload, run_after, hold_until)
   SELECT $1, $2, payload, $3, $5 FROM unnest($4::jsonb[]) AS payload`,
);

export const insertAudit = statement(
  'cases.insertAudit',
  `INSERT INTO audit (county, at, person_id, what, case_id, detail, key_id, why, trace_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const insertExports = statement(
  'cases.insertExports',
  `INSERT INTO audit (county, at, person_id, what, case_id, detail, key_id, why, trace_id)
   SELECT $1, $2, $3, 'EXPORT', c, $5, $6, $7, $8 FROM unnest($4::text[]) AS c`,
);
