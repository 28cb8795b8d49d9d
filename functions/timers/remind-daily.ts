import { addDays, localDate, startOfDay } from '@shared/calendar';
import { dueOn, type Escalation, escalations, partiesOf, supplementReminders } from '@shared/casework';
import { DIGEST, PAPERS_REMINDER } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import { covers } from '@shared/regions';
import { failureOf } from '../adapters';
import { findCase, type LoadedCase } from '../runtime/cases/case-store';
import type { Adapters, Ctx } from '../runtime/context';
import { findExitDue } from '../runtime/register/register.sql';
import { asSystem } from '../runtime/system';
import { addTask } from './add-task';
import { PartlyDone } from './close-publicity';
import { EXIT_ABOVE, EXIT_DESKS } from './exit-desks';
import * as sql from './reminding.sql';
import { tell } from './tell';

/** Nobody is reminded before eight in the morning. */
const MORNING_MS = 8 * 3_600_000;
/** A limit of three weeks turns amber so many days before its end; longer ones are looked at when they come near. */
const NEAR_DAYS = 7;
/** So long after its end a refused case is looked at for its letter. */
const LETTER_DAYS = 60;

/**
 * Once a day, from eight in the morning: reminds families of papers and sends each member of staff one digest of what
 * is late or nearly so, never a message a case. Gives how many cases were looked at. Run twice, or by two timers at
 * once, it says everything once; it changes no case.
 * @throws PartlyDone when a case could not be looked at; the others are done, and it runs again
 */
export async function remindDaily(adapters: Adapters, county: string, traceId: string): Promise<number> {
  const now = adapters.clock.now();
  const today = localDate(now);
  if (Date.parse(now) < Date.parse(startOfDay(today)) + MORNING_MS) return 0;
  const place = county.padEnd(12, '0');
  const candidates = await asSystem(adapters, county, traceId, async (ctx) => {
    const [done] = await ctx.db.rows(sql.findGiven, [county, county, `day:${today}`]);
    return done
      ? []
      : ctx.db.rows(sql.findNear, [county, addDays(today, NEAR_DAYS), addDays(today, -LETTER_DAYS)]);
  });
  const warned: Warned[] = [];
  let failed = 0;
  for (const { id } of candidates) {
    try {
      const found = await asSystem(adapters, county, traceId, (ctx) => lookAt(ctx, county, id));
      if (found !== null) warned.push(found);
    } catch (error) {
      failed += 1;
      adapters.log.error({
        trace: traceId,
        operation: 'timers.remindDaily',
        status: 500,
        reason: id,
        failure: failureOf(error),
      });
    }
  }
  await asSystem(adapters, county, traceId, async (ctx) => {
    await sendDigests(ctx, county, [...warned, ...(await lateExits(ctx, county))]);
    if (failed === 0) await ctx.db.write(sql.give, [county, county, `day:${today}`, place, now]);
  });
  if (failed > 0) throw new PartlyDone(candidates.length - failed);
  return candidates.length;
}

interface Warned {
  village: string;
  parties: readonly string[];
  warnings: (Pick<Escalation, 'severity' | 'tell'> & { isNew: boolean })[];
}

async function lookAt(ctx: Ctx, county: string, caseId: string): Promise<Warned | null> {
  const loaded = await findCase(ctx, caseId);
  if (loaded === null) throw new Error('A case of the queue has no history');
  const { case: c, profile } = loaded;
  await remindOfPapers(ctx, county, loaded);
  const warnings = [];
  for (const warning of escalations(c, profile, ctx.now)) {
    const key = `${warning.what}:${warning.dueOn}:${warning.severity}`;
    warnings.push({ ...warning, isNew: await isOfToday(ctx, county, loaded, key) });
  }
  if (warnings.length === 0) return null;
  return { village: c.village, parties: c.parties.map(({ personId }) => personId), warnings };
}

/**
 * Notes that something is said of a case; whether today is its day. Not whether this run noted it: of two runs at once
 * each would know only its own half, and what a run noted that was cut short would never be told.
 */
async function isOfToday(ctx: Ctx, county: string, loaded: LoadedCase, key: string): Promise<boolean> {
  if (await isFirst(ctx, county, loaded, key)) return true;
  const [given] = await ctx.db.rows(sql.findGiven, [county, loaded.case.id, key]);
  return given !== undefined && localDate(given.at) === ctx.today;
}

/** Notes that something is said of a case; false when it has been said. */
async function isFirst(ctx: Ctx, county: string, { case: c }: LoadedCase, key: string): Promise<boolean> {
  return (await ctx.db.write(sql.give, [county, c.id, key, c.village, ctx.now])) === 1;
}

/** Proposals on the way off the register that are due today, or late: their office hears of it, the one above when late. */
async function lateExits(ctx: Ctx, county: string): Promise<Warned[]> {
  const rows = await ctx.db.rows(findExitDue, [county, ctx.today]);
  return rows.map(({ village, parties, step, due_on: due }) => {
    const late = due < ctx.today;
    const tellRoles = [...EXIT_DESKS[step], ...(late ? EXIT_ABOVE[step] : [])];
    const severity = late ? ('RED' as const) : ('AMBER' as const);
    return { village, parties, warnings: [{ severity, tell: tellRoles, isNew: true }] };
  });
}

async function remindOfPapers(ctx: Ctx, county: string, loaded: LoadedCase): Promise<void> {
  const { case: c, profile } = loaded;
  for (const { kind, dueOn: day } of supplementReminders(c, ctx.today)) {
    const key = `papers:${c.supplements.length}:${day}`;
    if (!(await isFirst(ctx, county, loaded, key))) continue;
    const id = `${c.id}-p${c.supplements.length}-${day}`;
    const { title, body, errand } = PAPERS_REMINDER;
    const due = dueOn(c, profile, ctx.now);
    const household = c.parties.some(({ as }) => as === 'HOUSEHOLD');
    if (kind === 'MESSAGE')
      await tell(ctx, county, {
        people: partiesOf(c).map(({ personId }) => personId),
        key: id,
        at: ctx.now,
        title: `${title}（编号 ${formatCaseNo(c.caseNo)}）`,
        body: body(due),
        opens: 'CASE',
        caseId: c.id,
        caseNo: c.caseNo,
        code: 'PAPERS',
      });
    if (kind === 'PERSON' || !household)
      await addTask(ctx, county, c, {
        kind: 'VISIT',
        key: id,
        item: errand(due),
        dueOn: addDays(ctx.today, 1),
        at: ctx.now,
      });
  }
}

/** One message a person and day: what lies on the own desk, and what is late below. */
async function sendDigests(ctx: Ctx, county: string, warned: readonly Warned[]): Promise<void> {
  if (warned.length === 0) return;
  const grants = await ctx.db.rows(sql.findStaff, [county, ctx.today]);
  for (const personId of new Set(grants.map(({ person_id }) => person_id))) {
    const own = grants.filter(({ person_id }) => person_id === personId);
    const mine = warned
      .filter(({ parties }) => !parties.includes(personId))
      .map((one) =>
        one.warnings.filter((warning) => own.some((grant) => concerns(grant, one.village, warning))),
      );
    const late = mine.filter((warnings) => warnings.some(({ severity }) => severity === 'RED')).length;
    const near = mine.filter(
      (warnings) =>
        warnings.every(({ severity }) => severity === 'AMBER') && warnings.some((warning) => warning.isNew),
    ).length;
    if (late === 0 && near === 0) continue;
    await tell(ctx, county, {
      people: [personId],
      key: `digest-${ctx.today}`,
      at: ctx.now,
      title: DIGEST.title(late, near),
      body: DIGEST.body(late),
      opens: 'QUEUE',
      caseId: null,
      caseNo: '',
      code: 'DIGEST',
    });
  }
}

function concerns(
  { role, region }: sql.StaffRow,
  village: string,
  { tell: roles }: Pick<Escalation, 'tell'>,
): boolean {
  return covers(region, village) && roles.includes(role);
}
