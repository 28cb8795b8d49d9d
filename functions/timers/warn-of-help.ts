import { addDays, addMonths, type LocalDate, localDate, startOfDay } from '@shared/calendar';
import { HELP_TOLD, HELP_WARNING_LABELS } from '@shared/messages';
import { fillIn } from '@shared/procedure';
import { statement } from '../adapters';
import type { Adapters, Ctx } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { findGiven, give } from './reminding.sql';
import { tell } from './tell';
import { findServing } from './telling.sql';

interface Row {
  case_id: string;
  case_no: string;
  village: string;
  head_name: string;
  included_on: LocalDate;
  doc: object;
  helper: string | null;
  planned: boolean;
  reached: boolean;
  visited_on: LocalDate | null;
  overdue_on: LocalDate | null;
}

/** Families on the list of which something about their help may be late: from plain columns, never from what was said. */
const findHelpOf = statement<Row>(
  'timers.helpOf',
  `SELECT r.id AS case_id, r.case_no, r.village, r.head_name, i.included_on, f.doc,
          (SELECT h.person_id FROM helper_assignment h
            WHERE h.county = r.county AND h.case_id = r.id AND h.ended_at IS NULL) AS helper,
          EXISTS (SELECT 1 FROM support_plan s
                   WHERE s.county = r.county AND s.case_id = r.id AND s.signed_at IS NOT NULL) AS planned,
          EXISTS (SELECT 1 FROM support_measure m WHERE m.county = r.county AND m.case_id = r.id
                     AND m.state IN ('LANDED', 'EFFECTIVE', 'CLOSED')) AS reached,
          (SELECT max(w.on_day) FROM follow_up w
            WHERE w.county = r.county AND w.case_id = r.id AND w.cadence <> 'EVENT' AND w.result <> 'UNREACHABLE')
            AS visited_on,
          (SELECT min(m.due_on) FROM support_measure m WHERE m.county = r.county AND m.case_id = r.id
              AND m.state IN ('PLANNED', 'CONFIRMED', 'IN_PROGRESS') AND m.due_on < $2) AS overdue_on
     FROM case_row r
     JOIN profile f ON f.county = r.county AND f.code = r.profile_code AND f.version = r.profile_version
     JOIN LATERAL (SELECT (max(e.at) AT TIME ZONE 'Asia/Shanghai')::date AS included_on FROM case_event e
                    WHERE e.county = r.county AND e.case_id = r.id AND e.type = 'HouseholdIncluded') i ON true
    WHERE r.county = $1 AND r.state = 'INCLUDED' AND i.included_on IS NOT NULL AND r.id > $3
    ORDER BY r.id LIMIT 500`,
);

/** Nobody is reminded before eight in the morning. */
const MORNING_MS = 8 * 3_600_000;

/**
 * Once a day: what is late about the help of each family goes to its helper and its village, once for each thing and day
 * on which it was due (domain.md 3.4, 3.5). Gives how many were told of; run twice it says nothing twice.
 */
export async function warnOfHelp(adapters: Adapters, county: string, traceId: string): Promise<number> {
  const now = adapters.clock.now();
  const today = localDate(now);
  if (Date.parse(now) < Date.parse(startOfDay(today)) + MORNING_MS) return 0;
  const day = `help:${today}`;
  const place = county.padEnd(12, '0');
  const done = await asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.rows(findGiven, [county, county, day]),
  );
  if (done.length > 0) return 0;
  let told = 0;
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after;
    const page = await asSystem(adapters, county, traceId, async (ctx) => {
      const rows = await ctx.db.rows(findHelpOf, [county, ctx.today, from]);
      for (const row of rows) told += await warn(ctx, county, row);
      return rows;
    });
    after = page.at(-1)?.case_id ?? null;
  }
  await asSystem(adapters, county, traceId, (ctx) => ctx.db.write(give, [county, county, day, place, now]));
  return told;
}

async function warn(ctx: Ctx, county: string, row: Row): Promise<number> {
  const { support, visits } = fillIn(row.doc).profile;
  const { included_on: from } = row;
  const due: [keyof typeof HELP_WARNING_LABELS, LocalDate | null][] = [
    ['NO_HELPER', row.helper === null ? addDays(from, support.helperDays) : null],
    ['NO_PLAN', row.planned ? null : addDays(from, support.planDays)],
    ['NO_MEASURE', row.reached ? null : addDays(from, support.firstMeasureDays)],
    ['OVERDUE', row.overdue_on],
    ['VISIT_LATE', visits.monthly === 0 ? null : visitDue(row)],
  ];
  let told = 0;
  for (const [code, dueOn] of due) {
    if (dueOn === null || dueOn >= ctx.today) continue;
    const given = [county, row.case_id, `help:${code}:${dueOn}`, row.village, ctx.now];
    if ((await ctx.db.write(give, given)) !== 1) continue;
    const serving = await ctx.db.rows(findServing, [
      county,
      ['VILLAGE', 'TASKFORCE'],
      row.village,
      ctx.today,
      row.case_id,
    ]);
    const people = [
      ...serving.map(({ person_id }) => person_id),
      ...(row.helper === null ? [] : [row.helper]),
    ];
    const { title, body } = HELP_TOLD.LATE;
    await tell(ctx, county, {
      people: [...new Set(people)],
      key: `${row.case_id}-help-${code}-${dueOn}`,
      at: ctx.now,
      title: title(row.head_name),
      body: body(HELP_WARNING_LABELS[code], dueOn),
      opens: 'PLAN',
      caseId: row.case_id,
      caseNo: row.case_no,
      code: 'LATE',
    });
    told += 1;
  }
  return told;
}

/** The last day before the month in which the next visit is looked for: that of inclusion, or after the last one. */
function visitDue({ included_on, visited_on }: Row): LocalDate {
  const month =
    visited_on === null ? `${included_on.slice(0, 7)}-01` : addMonths(`${visited_on.slice(0, 7)}-01`, 1);
  return addDays(addMonths(month, 1), -1);
}
