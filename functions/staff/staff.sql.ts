import type { StaffRole } from '@shared/access';
import type { Department } from '@shared/casework';
import type { StaffView } from '@shared/contract';
import { statement } from '../adapters';

export interface EntryRow {
  id: string;
  phone_digest: Buffer;
  name: string;
  role: StaffRole;
  region: string;
  department: Department | null;
  person_id: string | null;
  added_by: string;
}

const ENTRY = 'id, phone_digest, name, role, region, department, person_id, added_by';

/** What stands for some numbers. */
export const findByPhones = statement<EntryRow>(
  'staff.byPhones',
  `SELECT ${ENTRY} FROM staff_entry WHERE county = $1 AND phone_digest = ANY ($2::bytea[]) AND ended_at IS NULL`,
);

/** Two lists of one county are taken in one after the other. */
export const lockCounty = statement(
  'staff.lockCounty',
  "SELECT pg_advisory_xact_lock(hashtextextended('staff/' || $1, 0))",
);

export const findTowns = statement<{ code: string; name: string }>(
  'staff.towns',
  `SELECT left(code, 9) AS code, name FROM region WHERE county = $1 AND level = 'TOWN' AND valid_to IS NULL`,
);

export const findVillages = statement<{ code: string; name: string; town: string }>(
  'staff.villages',
  `SELECT v.code, v.name, t.name AS town FROM region v JOIN region t ON t.code = v.parent
    WHERE v.county = $1 AND v.level = 'VILLAGE' AND v.valid_to IS NULL`,
);

export const insertEntry = statement(
  'staff.insert',
  `INSERT INTO staff_entry (county, id, phone_digest, key_id, sealed, name, role, region, department, listed_in,
                            added_by, added_at, person_id, activated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);

export const insertPhone = statement(
  'staff.insertPhone',
  'INSERT INTO staff_phone (digest, county) VALUES ($1, $2) ON CONFLICT DO NOTHING',
);

export const markListed = statement(
  'staff.listed',
  'UPDATE staff_entry SET listed_in = $3 WHERE county = $1 AND id = ANY ($2::text[]) AND ended_at IS NULL',
);

/** By which numbers a person came or stands on the list. */
export const findNumbersOf = statement<{ digest: Buffer }>(
  'staff.numbersOf',
  `SELECT digest FROM person_phone WHERE person_id = $2
   UNION SELECT phone_digest FROM staff_entry WHERE county = $1 AND person_id = $2 AND ended_at IS NULL`,
);

export const findCountiesOf = statement<{ county: string }>(
  'staff.countiesOf',
  'SELECT county FROM staff_phone WHERE digest = $1 ORDER BY county',
);

export const findBinding = statement<{ digest: Buffer; person_id: string }>(
  'staff.binding',
  'SELECT digest, person_id FROM person_phone WHERE digest = $1 OR person_id = $2',
);

export const bindPhone = statement(
  'staff.bind',
  'INSERT INTO person_phone (digest, person_id, bound_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
);

export const unbindPhone = statement('staff.unbind', 'DELETE FROM person_phone WHERE person_id = $1');

export const activateEntries = statement(
  'staff.activate',
  `UPDATE staff_entry SET person_id = $3, activated_at = $4
    WHERE county = $1 AND id = ANY ($2::text[]) AND person_id IS NULL AND ended_at IS NULL`,
);

/** A person who comes back begins anew on that day. */
export const grant = statement(
  'staff.grant',
  `INSERT INTO person_grant AS g (county, person_id, role, region, from_day, department)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (county, person_id, role, region) DO UPDATE
     SET from_day = CASE WHEN g.until_day IS NULL THEN g.from_day ELSE excluded.from_day END,
         until_day = NULL, department = excluded.department`,
);

export const namePerson = statement('staff.namePerson', 'UPDATE person SET name = $2 WHERE id = $1');

export const findCountyName = statement<{ name: string }>(
  'staff.countyName',
  "SELECT name FROM region WHERE code = rpad($1, 12, '0')",
);

/** Who has not come yet is known by the number alone. */
const WAITING_ID = "'w-' || left(encode(e.phone_digest, 'hex'), 48)";
const POST =
  "json_build_object('role', role, 'region', region, 'department', department, 'gone', gone AND stands)";

/**
 * Everybody of a county, one row a person: who holds or held a grant, and who is on the list and has not come yet.
 * `gone`: the newest list names somebody of this office, but not this post any more.
 */
const MEMBERS = `newest AS (
    SELECT id FROM import_job WHERE county = $1 AND kind = 'STAFF' AND state = 'DONE'
     ORDER BY created_at DESC, id DESC LIMIT 1),
  offices AS (
    SELECT DISTINCT left(e.region, 9) AS office FROM staff_entry e JOIN newest n ON n.id = e.listed_in
     WHERE e.county = $1 AND e.ended_at IS NULL),
  entry AS (
    SELECT e.*, e.listed_in <> n.id AND o.office IS NOT NULL AS gone
      FROM staff_entry e LEFT JOIN newest n ON true LEFT JOIN offices o ON o.office = left(e.region, 9)
     WHERE e.county = $1 AND e.ended_at IS NULL),
  post AS (
    SELECT g.person_id AS staff_id, p.name, g.role, g.region, g.department, coalesce(e.gone, false) AS gone,
           g.until_day IS NULL OR g.until_day >= $2 AS stands, true AS came,
           CASE WHEN g.until_day < $2 THEN g.until_day ELSE g.from_day END AS day
      FROM person_grant g JOIN person p ON p.id = g.person_id
      LEFT JOIN entry e ON e.person_id = g.person_id AND e.role = g.role AND e.region = g.region
     WHERE g.county = $1 AND g.from_day <= $2
    UNION ALL
    SELECT ${WAITING_ID}, e.name, e.role, e.region, e.department, coalesce(e.gone, false), true, false,
           (e.added_at AT TIME ZONE 'Asia/Shanghai')::date
      FROM entry e WHERE e.person_id IS NULL),
  gathered AS (
    SELECT post.staff_id, min(post.name) AS name, bool_or(came) AS came, bool_or(stands) AS stands,
           bool_or(gone AND stands) AS gone,
           coalesce(min(region) FILTER (WHERE stands), min(region)) AS region,
           coalesce(min(day) FILTER (WHERE stands), max(day)) AS day,
           coalesce(json_agg(${POST} ORDER BY region, role) FILTER (WHERE stands),
                    json_agg(${POST} ORDER BY region, role)) AS posts,
           array_agg(r.name) AS places
      FROM post LEFT JOIN region r ON r.code = rpad(post.region, 12, '0') GROUP BY post.staff_id),
  member AS (
    SELECT m.*, CASE WHEN NOT m.stands THEN 'LEFT' WHEN NOT m.came THEN 'WAITING'
                     WHEN EXISTS (SELECT 1 FROM delegation d
                                   WHERE d.county = $1 AND d.from_person = m.staff_id AND d.ended_at IS NULL
                                     AND d.from_day <= $2 AND d.until_day >= $2) THEN 'LEAVE'
                     ELSE 'SERVING' END AS state
      FROM gathered m
     WHERE $3 = '' OR m.name = $3 OR $3 = ANY (m.places)
        OR m.staff_id IN (SELECT coalesce(e.person_id, ${WAITING_ID}) FROM staff_entry e
                           WHERE e.county = $1 AND e.phone_digest = $4))`;

export interface MemberRow {
  staff_id: string;
  name: string;
  state: 'WAITING' | 'SERVING' | 'LEAVE' | 'LEFT';
  region: string;
  day: string;
  posts: { role: StaffRole; region: string; department: Department | null; gone: boolean }[];
  entry_id: string | null;
  key_id: string | null;
  sealed: Buffer | null;
}

/** A page of one view, with the number that stands for each: the one of today before those of earlier lists. */
export const findMembers = statement<MemberRow>(
  'staff.members',
  `WITH ${MEMBERS}
   SELECT m.staff_id, m.name, m.state, m.region, m.day, m.posts, e.id AS entry_id, e.key_id, e.sealed
     FROM member m
     LEFT JOIN LATERAL (
       SELECT e.id, e.key_id, e.sealed FROM staff_entry e
        WHERE e.county = $1 AND (e.person_id = m.staff_id OR (e.person_id IS NULL AND ${WAITING_ID} = m.staff_id))
        ORDER BY e.ended_at DESC NULLS FIRST, e.id DESC LIMIT 1) e ON true
    WHERE CASE $5 WHEN 'ALL' THEN m.state <> 'LEFT' WHEN 'GONE' THEN m.gone ELSE m.state = $5 END
      AND (m.region, m.name, m.staff_id) > ($6, $7, $8)
    ORDER BY m.region, m.name, m.staff_id LIMIT $9`,
);

export const countMembers = statement<Record<StaffView, number>>(
  'staff.count',
  `WITH ${MEMBERS}
   SELECT count(*) FILTER (WHERE state <> 'LEFT')::int AS "ALL",
          count(*) FILTER (WHERE state = 'WAITING')::int AS "WAITING",
          count(*) FILTER (WHERE state = 'LEAVE')::int AS "LEAVE",
          count(*) FILTER (WHERE gone)::int AS "GONE",
          count(*) FILTER (WHERE state = 'LEFT')::int AS "LEFT"
     FROM member`,
);

export interface PostRow {
  role: StaffRole;
  region: string;
}

/** Grants of a person in force in a county, held fast until the end. */
export const lockGrants = statement<PostRow & { name: string }>(
  'staff.lockGrants',
  `SELECT g.role, g.region, p.name FROM person_grant g JOIN person p ON p.id = g.person_id
    WHERE g.county = $1 AND g.person_id = $2 AND g.from_day <= $3 AND (g.until_day IS NULL OR g.until_day >= $3)
    ORDER BY g.region, g.role FOR UPDATE OF g`,
);

/** A day before today: not in force from this moment on. */
export const endGrant = statement(
  'staff.endGrant',
  `UPDATE person_grant SET until_day = $5::date - 1
    WHERE county = $1 AND person_id = $2 AND role = $3 AND region = $4`,
);

export const endEntriesOfPerson = statement(
  'staff.endEntriesOfPerson',
  `UPDATE staff_entry SET ended_at = $5, ended_by = $6
    WHERE county = $1 AND person_id = $2 AND ended_at IS NULL
      AND ($3::text IS NULL OR (role = $3 AND region = $4))`,
);

/** Ends what somebody who never came was to do; gives the names. */
export const endWaiting = statement<{ name: string }>(
  'staff.endWaiting',
  `UPDATE staff_entry SET ended_at = $5, ended_by = $6
    WHERE county = $1 AND person_id IS NULL AND ended_at IS NULL
      AND 'w-' || left(encode(phone_digest, 'hex'), 48) = $2
      AND ($3::text IS NULL OR (role = $3 AND region = $4)) RETURNING name`,
);

export const revokeSessions = statement(
  'staff.revokeSessions',
  'UPDATE session SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL',
);

/** What was lent out ends with the service, and does not come back with it. */
export const endLent = statement(
  'staff.endLent',
  `UPDATE delegation SET ended_at = $5 WHERE county = $1 AND from_person = $2 AND ended_at IS NULL
    AND ($3::text IS NULL OR (role = $3 AND region = $4))`,
);

/** Families that are just being visited in some places. */
export const findVisiting = statement<{ id: string; village: string }>(
  'staff.visiting',
  `SELECT id, village FROM case_row r
    WHERE county = $1 AND open AND state IN ('VERIFYING', 'REVIEW')
      AND EXISTS (SELECT 1 FROM unnest($2::text[]) AS place WHERE starts_with(r.village, place)) ORDER BY id`,
);

/** Families that are just being looked at there before they go off the list. */
export const findLooking = statement<{ id: string; village: string }>(
  'staff.looking',
  `SELECT case_id AS id, village FROM monitored_household m
    WHERE county = $1 AND step = 'VERIFY'
      AND EXISTS (SELECT 1 FROM unnest($2::text[]) AS place WHERE starts_with(m.village, place)) ORDER BY case_id`,
);

/** Families of which a person is the helper, held fast until the end. */
export const findHelping = statement<{ case_id: string; village: string }>(
  'staff.helping',
  `SELECT case_id, village FROM helper_assignment
    WHERE county = $1 AND person_id = $2 AND ended_at IS NULL ORDER BY case_id FOR UPDATE`,
);

export const endHelping = statement(
  'staff.endHelping',
  `UPDATE helper_assignment SET ended_at = $4
    WHERE county = $1 AND person_id = $2 AND case_id = ANY ($3::text[]) AND ended_at IS NULL`,
);

export const countHoldings = statement<{ cases: number; errands: number; lent: number }>(
  'staff.holdings',
  `SELECT (SELECT count(*) FROM case_claim WHERE county = $1 AND person_id = $2 AND ended_at IS NULL)::int AS cases,
          (SELECT count(*) FROM delegation
            WHERE county = $1 AND from_person = $2 AND ended_at IS NULL AND until_day >= $3)::int AS lent,
          (SELECT count(*) FROM task t
            WHERE t.county = $1 AND t.done_at IS NULL AND t.village = ANY ($4::text[])
              AND NOT EXISTS (SELECT 1 FROM person_grant g
                               WHERE g.county = $1 AND g.region = t.village AND g.role = 'GRID' AND g.person_id <> $2
                                 AND g.from_day <= $3 AND (g.until_day IS NULL OR g.until_day >= $3)))::int AS errands`,
);

/** The posts that ended last, of somebody who has none left. */
export const findEnded = statement<PostRow & { name: string; department: Department | null }>(
  'staff.ended',
  `SELECT g.role, g.region, g.department, p.name FROM person_grant g JOIN person p ON p.id = g.person_id
    WHERE g.county = $1 AND g.person_id = $2
      AND g.until_day = (SELECT max(coalesce(o.until_day, 'infinity')) FROM person_grant o
                          WHERE o.county = $1 AND o.person_id = $2)
      AND g.until_day < $3`,
);

export interface EndedEntry {
  id: string;
  key_id: string;
  sealed: Buffer;
  role: StaffRole;
  region: string;
  department: Department | null;
  name: string;
  listed_in: string;
}

/** What the list said of these posts, the newest word for each. */
export const findEndedEntries = statement<EndedEntry>(
  'staff.endedEntries',
  `SELECT DISTINCT ON (role, region) id, key_id, sealed, role, region, department, name, listed_in FROM staff_entry
    WHERE county = $1 AND person_id = $2 AND ended_at IS NOT NULL ORDER BY role, region, ended_at DESC`,
);
