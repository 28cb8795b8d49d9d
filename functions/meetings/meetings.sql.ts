import { statement } from '../adapters';

export const insertMeeting = statement(
  'meetings.insert',
  `INSERT INTO appraisal_meeting (county, id, village, met_at, cases, passed, recorded_by, recorded_at, key_id, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export const insertMeetingCases = statement(
  'meetings.insertCases',
  `INSERT INTO appraisal_meeting_case (county, meeting_id, village, case_id) SELECT $1, $2, $3, unnest($4::text[])`,
);

export interface MeetingRow {
  id: string;
  village: string;
  village_name: string;
  met_at: string;
  cases: number;
  passed: number;
}

const SUMMARY = `m.id, m.village, v.name AS village_name, m.met_at, m.cases, m.passed`;

export const findMeetings = statement<MeetingRow>(
  'meetings.list',
  `SELECT ${SUMMARY} FROM appraisal_meeting m JOIN region v ON v.code = m.village
    WHERE m.county = $1 AND starts_with(m.village, $2) ORDER BY m.met_at DESC, m.id DESC LIMIT 200`,
);

export const findMeeting = statement<
  MeetingRow & { recorded_at: string; recorded_by: string; key_id: string; sealed: Buffer }
>(
  'meetings.find',
  `SELECT ${SUMMARY}, m.recorded_at, p.name AS recorded_by, m.key_id, m.sealed
     FROM appraisal_meeting m JOIN region v ON v.code = m.village JOIN person p ON p.id = m.recorded_by
    WHERE m.county = $1 AND m.id = $2`,
);

/** Families of a meeting to which a person is a party: of their own case staff read what the family reads. */
export const findOwnFamilies = statement<{ case_id: string }>(
  'meetings.own',
  `SELECT c.case_id FROM appraisal_meeting_case c JOIN case_party p ON p.county = c.county AND p.case_id = c.case_id
    WHERE c.county = $1 AND c.meeting_id = $2 AND p.person_id = $3`,
);

export const findWaiting = statement<{ id: string; village: string; village_name: string }>(
  'meetings.waiting',
  `SELECT r.id, r.village, v.name AS village_name FROM case_row r JOIN region v ON v.code = r.village
    WHERE r.county = $1 AND starts_with(r.village, $2) AND r.open AND r.state = 'APPRAISAL'
      AND NOT EXISTS (SELECT 1 FROM case_party p
                       WHERE p.county = r.county AND p.case_id = r.id AND p.person_id = $3)
    ORDER BY r.village, r.due_on, r.id LIMIT 200`,
);
