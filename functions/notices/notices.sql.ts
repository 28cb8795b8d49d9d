import type { RowDays } from '@shared/publicity';
import type { DraftNotice, NoticeKind } from '@shared/publicity/codes';
import type { BoardErrand } from '@shared/publicity/errand';
import { statement } from '../adapters';

export interface NoticeRow {
  id: string;
  village: string;
  content: unknown;
  digest: Buffer;
  /** null where it speaks of no case. */
  rows: (RowDays & { caseId: string })[] | null;
  /** Places that are hidden on their people's wish; null where none is. */
  hidden: number[] | null;
  /** A corrected version hangs in its place. */
  replaced: boolean;
}

/** A notice, how long each of its rows hangs, and which are hidden. */
const COLUMNS = `notice.id, notice.village, notice.content, notice.digest,
  (SELECT json_agg(json_build_object('caseId', case_id, 'lastDay', nc.last_day, 'stoppedOn', stopped_on,
                                     'takenDown', taken_down_at IS NOT NULL))
     FROM notice_case nc WHERE nc.county = notice.county AND nc.notice_id = notice.id) AS rows,
  (SELECT array_agg(DISTINCT place) FROM notice_request q, unnest(q.rows) AS place
    WHERE q.county = notice.county AND q.notice_id = notice.id AND q.frozen_at IS NOT NULL
      AND q.outcome IS DISTINCT FROM 'KEPT') AS hidden,
  EXISTS (SELECT 1 FROM notice_correction r
           WHERE r.county = notice.county AND r.old_id = notice.id) AS replaced`;

export const findNotice = statement<NoticeRow>(
  'notices.find',
  `SELECT ${COLUMNS} FROM notice WHERE county = $1 AND id = $2`,
);

/** A notice as it lies there, with what a paper of it is held against, and the version that took its place. */
export interface ProofRow extends NoticeRow {
  prev_digest: Buffer;
  new_id: string | null;
  reason: string | null;
  corrected_on: string | null;
}

export const findProof = statement<ProofRow>(
  'notices.proof',
  `SELECT ${COLUMNS}, prev_digest, c.new_id, c.reason, (c.corrected_at AT TIME ZONE 'Asia/Shanghai')::date AS corrected_on
     FROM notice LEFT JOIN notice_correction c ON c.county = notice.county AND c.old_id = notice.id
    WHERE notice.county = $1 AND notice.id = $2`,
);

/** Those that still run, or ended within a year, by last day. */
export const findNoticesOf = statement<NoticeRow>(
  'notices.ofVillage',
  `SELECT ${COLUMNS} FROM notice
    WHERE county = $1 AND village = $2 AND last_day >= $3::date - 365 ORDER BY last_day DESC, id DESC LIMIT 100`,
);

/** Sheets of that day that were frozen to be printed and do not hang yet. */
export const findPrepared = statement<{ id: string; content: unknown }>(
  'notices.prepared',
  `SELECT id, content FROM notice n
    WHERE county = $1 AND village = $2 AND kind = 'PROPOSED_INCLUSION' AND content->>'postedOn' = $3
      AND NOT EXISTS (SELECT 1 FROM notice_case nc WHERE nc.county = n.county AND nc.notice_id = n.id)
    ORDER BY id DESC LIMIT 20`,
);

export interface OverviewRow extends NoticeRow {
  village_name: string;
  started_at: string | null;
  photographed_at: string | null;
  objections: number;
  answered: number;
  /** Photos of the board that nobody has taken. */
  owes: BoardErrand[];
  mended: number;
  /** The last day on which somebody above reminded the village of it. */
  reminded_on: string | null;
  /** How many there are in all. */
  total: number;
}

/**
 * Notices of a region since a day, or one of them, with what happened to them: the events of their cases since each was
 * frozen, and photos of the board.
 */
export const findOverview = statement<OverviewRow>(
  'notices.overview',
  `SELECT n.*, v.name AS village_name, e.objections + l.objections AS objections, e.answered + l.answered AS answered, b.owes,
          (SELECT max(r.day) FROM notice_reminder r WHERE r.county = n.county AND r.notice_id = n.id) AS reminded_on,
          coalesce(e.started_at, b.started_at) AS started_at, coalesce(e.photographed_at, b.photographed_at) AS photographed_at
     FROM (SELECT ${COLUMNS}, posted_at, county, mended, count(*) OVER ()::int AS total FROM notice
            WHERE county = $1 AND starts_with(village, $2) AND ($3::date IS NULL OR last_day >= $3)
              AND ($4::text IS NULL OR id = $4)
            ORDER BY last_day DESC, id DESC LIMIT $5) n
     JOIN region v ON v.code = n.village
    CROSS JOIN LATERAL (
      SELECT min(c.at) FILTER (WHERE c.type = 'PublicityPosted') AS started_at,
             min(c.at) FILTER (WHERE c.type = 'BoardPhotographed') AS photographed_at,
             count(*) FILTER (WHERE c.type = 'ObjectionFiled')::int AS objections,
             count(*) FILTER (WHERE c.type = 'ObjectionAnswered')::int AS answered
        FROM notice_case nc JOIN case_event c ON c.county = nc.county AND c.case_id = nc.case_id
       WHERE nc.county = n.county AND nc.notice_id = n.id AND c.at >= n.posted_at) e
    CROSS JOIN LATERAL (
      SELECT coalesce(min(t.done_at) FILTER (WHERE t.what = 'START'),
                      -- Handed in with the posting itself: it lies with the notice, and none was owed.
                      (SELECT min(a.created_at) FROM attachment a WHERE a.county IN (n.county, '000000') AND a.case_id = n.id
                         AND NOT EXISTS (SELECT 1 FROM board_task d WHERE d.county = n.county AND d.photo_id = a.id))) AS started_at,
             min(t.done_at) FILTER (WHERE t.what IN ('END', 'CLEARED')) AS photographed_at,
             coalesce(array_agg(t.what ORDER BY t.due_on, t.what)
                        FILTER (WHERE t.done_at IS NULL AND t.missed_at IS NULL), '{}') AS owes
        FROM board_task t WHERE t.county = n.county AND t.notice_id = n.id) b
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS objections, count(o.verdict)::int AS answered
        FROM notice_objection o WHERE o.county = n.county AND o.notice_id = n.id) l`,
);

/** One notice after the other in a county: two at once would stand on the same predecessor. */
export const lockChain = statement(
  'notices.lockChain',
  "SELECT pg_advisory_xact_lock(hashtextextended('notice ' || $1, 0))",
);

export const findChainEnd = statement<{ seq: number; digest: Buffer }>(
  'notices.chainEnd',
  'SELECT seq, digest FROM notice WHERE county = $1 ORDER BY seq DESC LIMIT 1',
);

export interface ChainRow {
  round_on: string;
  at_seq: number;
  finished_at: string | null;
}

/** How far the daily walk over a county's chain has come (timers/check-chain.ts). */
export const findChainWalk = statement<ChainRow>(
  'notices.chainWalk',
  'SELECT round_on, at_seq, finished_at FROM chain_walk WHERE county = $1',
);

export const findChainFaults = statement<{
  seq: number;
  kind: 'MISSING' | 'ALTERED' | 'BROKEN_LINK';
  village_name: string | null;
  found_at: string;
  seen_on: string;
}>(
  'notices.chainFaults',
  `SELECT f.seq, f.kind, v.name AS village_name, f.found_at, f.seen_on
     FROM chain_fault f LEFT JOIN region v ON v.code = f.village
    WHERE f.county = $1 ORDER BY f.seen_on DESC, f.seq LIMIT 200`,
);

export const insertNotice = statement(
  'notices.insert',
  `INSERT INTO notice (county, id, village, kind, content, seq, digest, prev_digest, posted_at, first_day, last_day, mended, posted_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

export const insertNoticeCases = statement(
  'notices.insertCases',
  `INSERT INTO notice_case (county, notice_id, village, case_id, last_day)
   SELECT $1, $2, $3, unnest($4::text[]), $5`,
);

export const insertReminder = statement(
  'notices.remind',
  `INSERT INTO notice_reminder (county, notice_id, village, day, what, by_person, at)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
);

/** A photo of the board that went up without one. */
export const oweStart = statement(
  'notices.oweStart',
  `INSERT INTO board_task (county, notice_id, village, what, due_on, created_at)
   VALUES ($1, $2, $3, 'START', $4::date + 1, $5) ON CONFLICT DO NOTHING`,
);

export interface WaitingRow {
  id: string;
  version: number;
  village: string;
  village_name: string;
  head_name: string;
  member_count: number | null;
  village_group: string;
  meeting_id: string | null;
  met_at: string | null;
}

export const findWaiting = statement<WaitingRow>(
  'notices.waiting',
  `SELECT r.id, r.version, r.village, v.name AS village_name, r.head_name, r.member_count, r.village_group,
          m.meeting_id, m.met_at
     FROM case_row r JOIN region v ON v.code = r.village
     LEFT JOIN LATERAL (
       SELECT mc.meeting_id, a.met_at FROM appraisal_meeting_case mc
         JOIN appraisal_meeting a ON a.county = mc.county AND a.id = mc.meeting_id
        WHERE mc.county = r.county AND mc.case_id = r.id ORDER BY mc.meeting_id DESC LIMIT 1) m ON true
    WHERE r.county = $1 AND starts_with(r.village, $2) AND r.open AND r.state = $3
      AND (r.state <> 'PUBLICITY' OR r.waiting_for = 'BOARD_PHOTO')
      AND NOT EXISTS (SELECT 1 FROM case_party p
                       WHERE p.county = r.county AND p.case_id = r.id AND p.person_id = $4)
    ORDER BY r.village, r.village_group, r.id`,
);

const onRegister = (joined: string, where: string) =>
  `SELECT r.id, r.version, r.village, v.name AS village_name, r.head_name, r.member_count, r.village_group,
          NULL AS meeting_id, NULL AS met_at
     FROM case_row r JOIN region v ON v.code = r.village ${joined}
    WHERE r.county = $1 AND starts_with(r.village, $2) AND r.state = 'INCLUDED' AND ${where}
      AND NOT EXISTS (SELECT 1 FROM case_party p
                       WHERE p.county = r.county AND p.case_id = r.id AND p.person_id = $3)
    ORDER BY r.village, r.village_group, r.id LIMIT 500`;

/** Families on the list in a region for whom a measure was recorded. */
export const findHelped = statement<WaitingRow>(
  'notices.helped',
  onRegister(
    '',
    `EXISTS (SELECT 1 FROM case_event e
              WHERE e.county = r.county AND e.case_id = r.id AND e.type = 'MeasureRecorded')`,
  ),
);

/** Families whose way off the register waits for a notice at that step. */
export const findLeaving = statement<WaitingRow>(
  'notices.leaving',
  onRegister(
    'JOIN monitored_household m ON m.county = r.county AND m.case_id = r.id',
    "m.monitored = $5::boolean AND m.step = $4 AND (m.step = 'MARK' OR m.publicity_until IS NULL)",
  ),
);

export const noteFindings = statement(
  'notices.noteFindings',
  `INSERT INTO notice_finding (county, village, month, notice_kind, kind, digest, mended)
   SELECT $1, $2, $3, $4, * FROM unnest($5::text[], $6::bytea[], $7::boolean[])
   ON CONFLICT (county, month, digest) DO UPDATE SET mended = notice_finding.mended OR excluded.mended`,
);

export const countFindings = statement<{
  month: string;
  notice_kind: NoticeKind;
  kind: string;
  found: number;
  mended: number;
}>(
  'notices.countFindings',
  `SELECT month, notice_kind, kind, count(*)::int AS found, count(*) FILTER (WHERE mended)::int AS mended
     FROM notice_finding WHERE county = $1 AND month BETWEEN $2 AND $3 AND starts_with(village, $4)
    GROUP BY month, notice_kind, kind ORDER BY month DESC, notice_kind, kind`,
);

export interface DraftRecord {
  county: string;
  id: string;
  village: string;
  kind: DraftNotice;
  version: number;
  key_id: string;
  sealed: Buffer;
  notice_id: string | null;
  changed_at: string;
}

const DRAFT = 'county, id, village, kind, version, key_id, sealed, notice_id, changed_at';

export const insertDraft = statement(
  'notices.insertDraft',
  `INSERT INTO notice_draft (county, id, village, kind, owner_id, key_id, sealed, changed_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** Whoever changes a draft holds it, so that two slices of a list do not lose each other's rows. */
export const lockDraft = statement<DraftRecord>(
  'notices.lockDraft',
  `SELECT ${DRAFT} FROM notice_draft WHERE county = $1 AND id = $2 FOR UPDATE`,
);

export const updateDraft = statement(
  'notices.updateDraft',
  `UPDATE notice_draft SET version = version + 1, key_id = $3, sealed = $4, changed_at = $5
    WHERE county = $1 AND id = $2`,
);

export const closeDraft = statement(
  'notices.closeDraft',
  'UPDATE notice_draft SET notice_id = $3 WHERE county = $1 AND id = $2',
);

export const dropDraft = statement(
  'notices.dropDraft',
  'DELETE FROM notice_draft WHERE county = $1 AND id = $2',
);

export const findDrafts = statement<DraftRecord & { village_name: string }>(
  'notices.drafts',
  `SELECT d.county, d.id, d.village, d.kind, d.version, d.key_id, d.sealed, d.notice_id, d.changed_at,
          v.name AS village_name
     FROM notice_draft d JOIN region v ON v.code = d.village
    WHERE d.county = $1 AND starts_with(d.village, $2) AND d.notice_id IS NULL
    ORDER BY d.changed_at DESC LIMIT 50`,
);

/** Cases of a village whose people may stand on a list: those that run, and those on the list. */
export const findVillageCases = statement<{ id: string }>(
  'notices.villageCases',
  `SELECT id FROM case_row WHERE county = $1 AND village = $2 AND (open OR state = 'INCLUDED') ORDER BY id DESC LIMIT 500`,
);
