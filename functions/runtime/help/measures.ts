import type { Actor } from '@shared/access';
import type { Case } from '@shared/casework';
import { helpPapersDueOn } from '@shared/casework/areas/green-channel';
import { evolveMeasure, type Measure, type MeasureEvent, type RecordedMeasureEvent } from '@shared/measures';
import type { Profile } from '@shared/procedure';
import { newId } from '../../adapters/ids';
import type { LoadedCase } from '../cases/case-store';
import type { Ctx } from '../context';
import { VersionMoved } from '../failure';
import * as sql from './measures.sql';

/** A measure with the place of its row. */
export interface LoadedMeasure {
  county: string;
  caseId: string;
  village: string;
  measure: Measure;
}

const rowPlace = (county: string, id: string) => `support_measure/${county}/${id}`;
const eventPlace = (county: string, id: string, seq: number) =>
  `support_measure_event/${county}/${id}/${seq}`;

const loaded = (ctx: Ctx, county: string, row: sql.MeasureRow): LoadedMeasure => ({
  county,
  caseId: row.case_id,
  village: row.village,
  measure: JSON.parse(
    ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, rowPlace(county, row.id)),
  ) as Measure,
});

/** All measures of a family that the database lets this caller see, oldest first. */
export async function measuresOf(ctx: Ctx, county: string, caseId: string): Promise<LoadedMeasure[]> {
  const rows = await ctx.db.rows(sql.findMeasures, [county, caseId]);
  return rows.map((row) => loaded(ctx, county, row));
}

/** Those of many families, each with its own. */
export async function measuresOfCases(
  ctx: Ctx,
  county: string,
  caseIds: readonly string[],
): Promise<LoadedMeasure[]> {
  const rows = await ctx.db.rows(sql.findMeasuresOfCases, [county, caseIds]);
  return rows.map((row) => loaded(ctx, county, row));
}

/** Who helps a family now, as it is told: null when nobody is named. */
export async function helperOf(ctx: Ctx, county: string, caseId: string): Promise<sql.HelperNow | null> {
  return (await ctx.db.first(sql.findHelperNow, [county, caseId])) ?? null;
}

/** Rows as they come from a list's own query. */
export const measureOfRow = loaded;

export async function findMeasure(ctx: Ctx, county: string, id: string): Promise<LoadedMeasure | null> {
  const row = await ctx.db.first(sql.findMeasure, [county, id]);
  return row === undefined ? null : loaded(ctx, county, row);
}

/** Whose measure a new one is. */
export type Of = Pick<LoadedMeasure, 'county' | 'caseId' | 'village'>;

/** Begins a measure with its first event. Null when the case's own one stands already. */
export async function bearMeasure(
  ctx: Ctx,
  of: Of,
  actor: Actor,
  event: MeasureEvent,
): Promise<Measure | null> {
  const id = newId(of.county, ctx.now);
  const first: RecordedMeasureEvent = { ...event, actor, at: ctx.now, seq: 1 };
  const measure = evolveMeasure(null, id, first);
  const { caseIndex, planId } = measure;
  const { head, tail } = columns(ctx, of.county, measure);
  const values = [
    of.county,
    id,
    of.caseId,
    of.village,
    1,
    head[0],
    measure.code,
    measure.risk,
    ...head.slice(1),
    ...tail,
  ];
  if ((await ctx.db.write(sql.insertMeasure, [...values, caseIndex, planId])) === 0) return null;
  await writeEvent(ctx, of, measure, first);
  return measure;
}

/**
 * Writes what happened to a measure: the event, and the row folded from it.
 * @throws VersionMoved when somebody else wrote to it since it was loaded
 */
export async function appendMeasure(
  ctx: Ctx,
  before: LoadedMeasure,
  actor: Actor,
  event: MeasureEvent,
): Promise<LoadedMeasure> {
  const { county, measure } = before;
  const next: RecordedMeasureEvent = { ...event, actor, at: ctx.now, seq: measure.version + 1 };
  const after = evolveMeasure(measure, measure.id, next);
  const { head, tail } = columns(ctx, county, after);
  const written = await ctx.db.write(sql.updateMeasure, [
    county,
    after.id,
    measure.version,
    after.version,
    ...head,
    ...tail,
  ]);
  if (written === 0) throw new VersionMoved();
  await writeEvent(ctx, before, after, next);
  return { ...before, measure: after };
}

/** State to amount in the row's order, then what follows them. */
function columns(ctx: Ctx, county: string, m: Measure): { head: unknown[]; tail: unknown[] } {
  const { keyId, bytes } = ctx.keys.seal(JSON.stringify(m), rowPlace(county, m.id));
  const papersDue = m.papersAt === null ? m.papersDueOn : null;
  const disputed = m.state === 'IN_PROGRESS' && m.disputes.length > 0;
  const amount = m.landing?.amountFen ?? m.amountFen;
  return {
    head: [m.state, m.owner, m.dueOn, m.landing?.on ?? null, amount],
    tail: [m.receipt !== null, disputed, papersDue, keyId, bytes],
  };
}

async function writeEvent(ctx: Ctx, of: Of, after: Measure, event: RecordedMeasureEvent): Promise<void> {
  const { actor, at, seq, ...content } = event;
  const { keyId, bytes } = ctx.keys.seal(
    JSON.stringify({ ...content, actorName: actor.name }),
    eventPlace(of.county, after.id, seq),
  );
  await ctx.db.write(sql.insertMeasureEvent, [
    of.county,
    after.id,
    seq,
    of.caseId,
    of.village,
    event.type,
    after.state,
    actor.personId,
    actor.role,
    at,
    ctx.requestId,
    keyId,
    bytes,
  ]);
}

/**
 * What was recorded in the case's own history (help that came first, domain.md 3.1) is a measure like any other from that
 * moment on, with the day by which its papers must be there; papers that came are noted on it, and it moves with its case.
 */
export async function keepMeasures(
  ctx: Ctx,
  county: string,
  profile: Profile,
  before: Case | null,
  after: Case,
  actor: Actor,
): Promise<void> {
  if (before === null) return;
  const of: Of = { county, caseId: after.id, village: after.village };
  if (before.village !== after.village && after.measures.length > 0)
    // The rows leave the scope of who sends the case on.
    await ctx.db.within(county, () => ctx.db.write(sql.moveMeasures, [county, after.id, after.village]));
  for (const [index, m] of after.measures.entries()) {
    const known = before.measures[index];
    // A measure of the plan has its own row: the case only hears that it came.
    if (m.measureId !== undefined) continue;
    if (known === undefined) await bearMeasure(ctx, of, actor, ofCase(m, index, profile));
    else if (known.papersAt === null && m.papersAt !== null) {
      const mine = (await measuresOf(ctx, county, after.id)).find(
        ({ measure }) => measure.caseIndex === index,
      );
      if (mine !== undefined) await appendMeasure(ctx, mine, actor, { type: 'PapersCame', data: {} });
    }
  }
}

/** What is on the case of a family before it has a row of its own. */
function ofCase(m: Case['measures'][number], index: number, profile: Profile): MeasureEvent {
  return {
    type: 'Recorded',
    data: {
      code: m.measureCode,
      name: m.name,
      risk: null,
      need: null,
      memberKey: null,
      owner: 'OTHER',
      office: m.department,
      person: '',
      dueOn: null,
      amountFen: m.amountFen,
      service: m.detail,
      expected: '',
      landing: { on: m.on, amountFen: m.amountFen, note: m.detail, attachmentIds: [] },
      emergency: m.emergency === true,
      caseIndex: index,
      papersDueOn: m.emergency === true ? helpPapersDueOn(m.on, profile) : null,
    },
  };
}

/** Takes over what a case recorded before measures had rows of their own, as of when that was; run again, it adds nothing. */
export async function keepMeasuresOfBefore(
  ctx: Ctx,
  { county, case: c, history, profile }: LoadedCase,
): Promise<void> {
  const of: Of = { county, caseId: c.id, village: c.village };
  const said = history.filter(({ type }) => type === 'MeasureRecorded');
  for (const [index, m] of c.measures.entries()) {
    const event = said[index];
    if (m.measureId !== undefined || event === undefined) continue;
    const measure = await bearMeasure({ ...ctx, now: event.at }, of, event.actor, ofCase(m, index, profile));
    if (measure !== null && m.papersAt !== null)
      await appendMeasure({ ...ctx, now: m.papersAt }, { ...of, measure }, event.actor, {
        type: 'PapersCame',
        data: {},
      });
  }
}
