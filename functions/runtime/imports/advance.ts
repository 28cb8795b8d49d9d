import { randomBytes } from 'node:crypto';
import { MAX_IMPORT_BYTES } from '@shared/contract';
import {
  type Column,
  readTable,
  SHEET_TYPES,
  SheetRefused,
  type TableOut,
  writeTable,
} from '../../adapters/sheets';
import type { Ctx } from '../context';
import { Failure } from '../failure';
import * as sql from './imports.sql';
import type { ImportKind, JobRow, RowOutcome } from './kind';

/**
 * Does the next piece of a job in this transaction: reads the file (wholly, or refuses it wholly), or applies one slice
 * with its part of the report, or ends it. A piece that fails is undone as a whole and done again later.
 */
export async function advance(ctx: Ctx, kind: ImportKind, county: string, jobId: string): Promise<void> {
  const job = await ctx.db.first(sql.lockJob, [county, jobId]);
  if (job === undefined) throw new Failure('not_found', 'NOT_FOUND');
  if (job.state === 'WAITING') await read(ctx, kind, job);
  if (job.state === 'APPLYING') await applyNext(ctx, kind, job);
}

async function read(ctx: Ctx, kind: ImportKind, job: sql.JobRecord): Promise<void> {
  const { county, id } = job;
  const found = await ctx.objects.head(job.object_key);
  if (found === null) throw new Failure('conflict', 'ATTACHMENT_NOT_UPLOADED');
  try {
    if (found.size > MAX_IMPORT_BYTES) throw new SheetRefused('SHEET_TOO_LARGE');
    const columns = await columnsOf(ctx, kind, job);
    const { rows, ignored } = await rowsOf(kind, columns, await ctx.objects.read(job.object_key));
    for (let at = 0; at < rows.length; at += kind.slice)
      await writeChunk(ctx, job, at / kind.slice, rows.slice(at, at + kind.slice));
    await kind.begin?.(ctx, { county, targetId: job.target_id, jobId: id }, ignored);
    await ctx.db.write(sql.beginJob, [county, id, rows.length]);
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    await ctx.db.write(sql.refuseJob, [
      county,
      id,
      error.reason,
      JSON.stringify(error.params),
      ctx.clock.wall(),
    ]);
  }
}

/** A kind's columns, each with the words under which this sender writes it. */
async function columnsOf(ctx: Ctx, kind: ImportKind, job: sql.JobRecord): Promise<readonly Column[]> {
  if (kind.remembersColumns !== true) return kind.columns;
  const own = await ctx.db.within(job.county, () =>
    ctx.db.rows(sql.findColumns, [job.county, job.kind, job.target_id]),
  );
  return kind.columns.map((column) => ({
    ...column,
    also: [...(column.also ?? []), ...own.filter(({ key }) => key === column.key).map(({ title }) => title)],
  }));
}

/** What a file says of one thing, and whether all its rows say the same of it; '' while none said anything. */
interface About {
  said: string;
  agree: boolean;
}

/** A row as it waits for its slice: its text, so that what it was made of need not be kept for a whole file. */
interface Waiting {
  text: string;
  about: About | undefined;
}

async function rowsOf(kind: ImportKind, columns: readonly Column[], bytes: Uint8Array) {
  const table = await readTable(bytes, columns, { maxRows: kind.maxRows });
  const rows: Waiting[] = [];
  const firsts = new Map<string, number>();
  const abouts = new Map<string, About>();
  for await (const { number, cells, faults } of table.rows) {
    const same = kind.sameBy(cells);
    const repeats = (same !== '' && firsts.get(same)) || null;
    if (same !== '' && repeats === null) firsts.set(same, number);
    const row: Omit<JobRow, 'conflict'> = { number, cells, faults, same, repeats };
    rows.push({ text: JSON.stringify(row), about: aboutOf(abouts, kind, cells, same) });
  }
  if (rows.length === 0) throw new SheetRefused('SHEET_EMPTY');
  return { rows, ignored: table.ignored };
}

/** What the file says of the thing that a row is about, this row's own words included. */
function aboutOf(abouts: Map<string, About>, kind: ImportKind, cells: JobRow['cells'], same: string) {
  const key = kind.aboutBy === undefined ? same : kind.aboutBy(cells);
  if (key === '') return undefined;
  const about = abouts.get(key) ?? { said: '', agree: true };
  abouts.set(key, about);
  const said = kind.agreesOn(cells);
  if (about.said === '') about.said = said;
  else if (said !== '') about.agree &&= about.said === said;
  return about;
}

/** A row's outcome as it is kept: with its number and what tells it from others. */
export interface Told extends RowOutcome {
  number: number;
  shown: string[];
}

async function applyNext(ctx: Ctx, kind: ImportKind, job: sql.JobRecord): Promise<void> {
  const { county, id } = job;
  const chunk = await ctx.db.first(sql.nextChunk, [county, id]);
  if (chunk === undefined) {
    await ctx.db.write(sql.endJob, [county, id, ctx.clock.wall()]);
    return;
  }
  const rows = rowsIn(ctx, job, chunk);
  const outcomes = await kind.apply(ctx, { county, targetId: job.target_id, jobId: id }, rows);
  const told = rows.map((row, index): Told => {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new Error('A row without an outcome');
    return { ...outcome, number: row.number, shown: kind.shown.map((key) => row.cells[key] ?? '') };
  });
  const sealed = ctx.keys.seal(JSON.stringify(told), placeOf(job, chunk.seq));
  await ctx.db.write(sql.closeChunk, [county, id, chunk.seq, sealed.keyId, sealed.bytes]);
  const good = told.filter((one) => one.good);
  const fen = good.reduce((sum, one) => sum + (one.fen ?? 0), 0);
  await ctx.db.write(sql.countRows, [county, id, rows.length, good.length, fen]);
}

/** The report as a file, made from the rows' outcomes when somebody first asks for it: nobody waits for one that nobody opens. */
export async function reportOf(ctx: Ctx, kind: ImportKind, job: sql.JobRecord): Promise<string> {
  if (job.report_key !== null) return job.report_key;
  const titles = kind.shown.map((key) => kind.columns.find((column) => column.key === key)?.title ?? key);
  const table: TableOut = {
    columns: [
      { key: 'number', title: '行号', width: 8 },
      ...titles.map((title, index) => ({ key: `shown${index}`, title })),
      { key: 'good', title: '办了没有', width: 10 },
      { key: 'message', title: '说明', width: 60 },
    ],
    rows: reportRows(ctx, kind, job),
    sheet: '逐行结果',
  };
  const key = `reports/${randomBytes(20).toString('hex')}`;
  await ctx.objects.write(key, await writeTable(table, 'xlsx'), SHEET_TYPES.xlsx);
  await ctx.db.write(sql.keepReport, [job.county, job.id, key]);
  return key;
}

/** The outcomes of one slice; none when there is no such slice, or it is not done. */
export async function outcomesOf(ctx: Ctx, job: sql.JobRecord, seq: number): Promise<Told[] | null> {
  const chunk = await ctx.db.first(sql.findDoneChunk, [job.county, job.id, seq]);
  return chunk === undefined ? null : open<Told[]>(ctx, job, chunk);
}

async function* reportRows(ctx: Ctx, kind: ImportKind, job: sql.JobRecord) {
  const chunks = Math.ceil(job.rows_total / kind.slice);
  for (let seq = 0; seq < chunks; seq += 1) {
    const outcomes = await outcomesOf(ctx, job, seq);
    if (outcomes === null) throw new Error('A slice is missing');
    for (const { number, shown, good, message } of outcomes)
      yield {
        number: String(number),
        good: good ? '办了' : '没有办',
        message,
        ...Object.fromEntries(shown.map((text, index) => [`shown${index}`, text])),
      } as Record<string, string>;
  }
}

/**
 * A slice of the file. A contradiction is known only at its second row, however far behind: none of them is believed, so
 * they are named once the whole file was read.
 */
async function writeChunk(
  ctx: Ctx,
  job: sql.JobRecord,
  seq: number,
  rows: readonly Waiting[],
): Promise<void> {
  const conflicts = rows.flatMap(({ about }, index) => (about?.agree === false ? [index] : []));
  const text = `{"rows":[${rows.map((row) => row.text).join(',')}],"conflicts":${JSON.stringify(conflicts)}}`;
  const { keyId, bytes } = ctx.keys.seal(text, placeOf(job, seq));
  await ctx.db.write(sql.insertChunk, [job.county, job.id, seq, job.region, job.owner_id, keyId, bytes]);
}

function rowsIn(ctx: Ctx, job: sql.JobRecord, chunk: sql.ChunkRecord): JobRow[] {
  const { rows, conflicts } = open<{ rows: Omit<JobRow, 'conflict'>[]; conflicts: number[] }>(
    ctx,
    job,
    chunk,
  );
  const among = new Set(conflicts);
  return rows.map((row, index) => ({ ...row, conflict: among.has(index) }));
}

function open<T>(ctx: Ctx, job: sql.JobRecord, { seq, key_id, sealed }: sql.ChunkRecord): T {
  return JSON.parse(ctx.keys.open({ keyId: key_id, bytes: sealed }, placeOf(job, seq))) as T;
}

const placeOf = ({ county, id }: sql.JobRecord, seq: number) => `import_chunk/${county}/${id}/${seq}`;
