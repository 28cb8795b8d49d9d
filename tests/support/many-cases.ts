import { DEMO_COUNTY } from '@functions/runtime/demo';

/**
 * A statement that fills the demo county with so many open cases, spread over its villages, steps, desks, channels,
 * risks and days, as the fold writes their rows. Every 50th is rare in its risk and its channel. Nothing is random, so that
 * two fills are the same. `within` and `villages` hold them to the first villages of a place.
 */
export function manyCases(count: number, within: string = DEMO_COUNTY, villages = 10_000): string {
  return `
  INSERT INTO case_row (county, id, case_no, version, state, open, village, village_group, head_name, member_count,
                        channel, holder, due_on, cap_due_on, paused, withdrawal_asked, waiting_for, desks, risks, returned,
                        profile_code, profile_version, clued_at, updated_at)
  SELECT '${DEMO_COUNTY}', '${DEMO_COUNTY}-' || md5(n::text), lpad(n::text, 9, '0'), 1,
         k.state, true, v.codes[1 + n * 7 % array_length(v.codes, 1)], '1组', '田' || n, 3,
         CASE WHEN n % 50 = 0 THEN 'LINKED' ELSE (ARRAY['SELF_MINIAPP', 'CADRE', 'DEPT_ALERT'])[1 + n / 7 % 3] END,
         k.holder, DATE '2026-01-01' + n * 13 % 200, DATE '2026-08-01', false, false, 'NOTHING', k.desks,
         CASE WHEN n % 50 = 0 THEN ARRAY['WATER'] ELSE ARRAY[(ARRAY['ILLNESS', 'SCHOOLING', 'DISABILITY'])[1 + n / 3 % 3]] END,
         n % 20 = 0 AND k.holder <> 'HOUSEHOLD', 'DEMO-2026', 1, now(), now()
    FROM (SELECT array_agg(code ORDER BY code) AS codes
           FROM (SELECT code FROM region WHERE level = 'VILLAGE' AND starts_with(code, '${within}')
                  ORDER BY code LIMIT ${villages}) AS chosen) v,
         generate_series(1, ${count}) AS n,
         LATERAL (SELECT * FROM (VALUES
           (0, 'SUBMITTED', 'VILLAGE', ARRAY['VILLAGE', 'TASKFORCE']),
           (1, 'VERIFYING', 'VILLAGE', ARRAY['VILLAGE', 'TASKFORCE']),
           (2, 'DATA_CHECK', 'COUNTY', ARRAY['COUNTY_CLERK']),
           (3, 'SUPPLEMENT', 'HOUSEHOLD', ARRAY[]::text[]),
           (4, 'TOWN_REVIEW', 'TOWN', ARRAY['TOWN_LEADER']),
           (5, 'COUNTY_DECISION', 'COUNTY', ARRAY['COUNTY_LEADER'])) AS k(i, state, holder, desks)
          WHERE k.i = n / 11 % 6) AS k`;
}

/** What those cases went through: four steps each in the ninety days before `today`, as the trigger of `case_event` writes them. */
export function movesOf(today: string): string {
  return `
  INSERT INTO case_move (county, case_id, seq, village, on_day, type, from_state, to_state, days, paused, first_decision, on_time)
  SELECT r.county, r.id, k.seq, r.village, DATE '${today}' - (r.case_no::int * 7 % 80) + k.seq * 2, k.type, k.left_state, k.to_state,
         CASE WHEN k.seq > 1 THEN (r.case_no::int + k.seq) % 9 END, false, k.seq = 4, k.seq = 4 AND r.case_no::int % 3 > 0
    FROM case_row r, (VALUES (1, 'ReportSubmitted', 'DRAFT', 'SUBMITTED'), (2, 'ReportAccepted', 'SUBMITTED', 'VERIFYING'),
                             (3, 'Triaged', 'VERIFYING', 'TRIAGE'), (4, 'CountyDecided', 'TRIAGE', 'ANNOUNCED')) AS k(seq, type, left_state, to_state)`;
}
