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
    const { keys, slices, rows, ignored } = await slicesOf(
      kind,
      columns,
      await ctx.objects.read(job.object_key),
    );
    let writing: Promise<unknown> = Promise.resolve();
    for (const [seq, slice] of slices.entries()) {
      const { keyId, bytes } = ctx.keys.seal(textOf(keys, slice), placeOf(job, seq));
      await writing;
      writing = ctx.db.write(sql.insertChunk, [county, id, seq, job.region, job.owner_id, keyId, bytes]);
    }
    await writing;
    await kind.begin?.(ctx, { county, targetId: job.target_id, jobId: id }, ignored);
    await ctx.db.write(sql.beginJob, [county, id, rows]);
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

/** What a file says of one thing: from which row on, and whether all its rows say the same; '' while none said anything. */
interface About {
  first: number;
  said: string;
  agree: boolean;
}

/** A row as its slice keeps it: the cells stand in the order of the slice's `keys`, since names of columns in each row would be half the text. */
type KeptRow = [
  number: number,
  same: string,
  repeats: number | null,
  faults: JobRow['faults'],
  ...cells: string[],
];

/** Where the cells of a kept row begin. */
const CELLS_FROM = 4;

/** Rows that wait for the end of the file: their text, as bytes, so that what it was made of need not be kept, and what each is about. */
interface Slice {
  parts: Buffer[];
  abouts: (About | undefined)[];
}

/** A slice as it lies in the database: it is read in the order in which it was written, even by a later version of ours. */
interface KeptSlice {
  keys: string[];
  conflicts: number[];
  parts: KeptRow[][];
}

const bytesOf = (rows: readonly KeptRow[]) => Buffer.from(JSON.stringify(rows));

async function slicesOf(kind: ImportKind, columns: readonly Column[], bytes: Uint8Array) {
  const table = await readTable(bytes, columns, { maxRows: kind.maxRows });
  const keys = columns.map(({ key }) => key);
  const slices: Slice[] = [];
  const sames = new Map<string, About>();
  const abouts = kind.aboutBy === undefined ? sames : new Map<string, About>();
  let waiting: KeptRow[] = [];
  let count = 0;
  for await (const part of table.parts)
    for (const { number, cells, faults } of part) {
      if (count % kind.slice === 0 || waiting.length === PART) {
        slices.at(-1)?.parts.push(bytesOf(waiting));
        waiting = [];
      }
      if (count % kind.slice === 0) slices.push({ parts: [], abouts: [] });
      count += 1;
      const same = kind.sameBy(cells);
      const known = seen(sames, same, number);
      const about = kind.aboutBy === undefined ? known : seen(abouts, kind.aboutBy(cells), number);
      if (about !== undefined) hear(about, kind.agreesOn(cells));
      const repeats = known === undefined || known.first === number ? null : known.first;
      const row: KeptRow = [number, same, repeats, faults];
      for (const key of keys) row.push(cells[key] ?? '');
      waiting.push(row);
      slices.at(-1)?.abouts.push(about);
    }
  if (count === 0) throw new SheetRefused('SHEET_EMPTY');
  slices.at(-1)?.parts.push(bytesOf(waiting));
  return { keys, slices, rows: count, ignored: table.ignored };
}

/** Rows that are made text at once. */
const PART = 500;

function seen(known: Map<string, About>, key: string, number: number): About | undefined {
  if (key === '') return undefined;
  let about = known.get(key);
  if (about === undefined) {
    about = { first: number, said: '', agree: true };
    known.set(key, about);
  }
  return about;
}

function hear(about: About, said: string): void {
  if (about.said === '') about.said = said;
  else if (said !== '') about.agree &&= about.said === said;
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
  const told: Told[] = [];
  let good = 0;
  let fen = 0;
  for (const [index, { number, cells }] of rows.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new Error('A row without an outcome');
    if (outcome.good) good += 1;
    if (outcome.good) fen += outcome.fen ?? 0;
    told.push({
      number,
      shown: kind.shown.map((key) => cells[key] ?? ''),
      good: outcome.good,
      message: outcome.message,
      ...(outcome.fen === undefined ? {} : { fen: outcome.fen }),
    });
  }
  const sealed = ctx.keys.seal(JSON.stringify(told), placeOf(job, chunk.seq));
  await ctx.db.write(sql.closeChunk, [county, id, chunk.seq, sealed.keyId, sealed.bytes]);
  await ctx.db.write(sql.countRows, [county, id, rows.length, good, fen]);
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
function textOf(keys: readonly string[], { parts, abouts }: Slice): Buffer {
  const conflicts = abouts.flatMap((about, index) => (about?.agree === false ? [index] : []));
  const text = [
    `{"keys":${JSON.stringify(keys)},"conflicts":${JSON.stringify(conflicts)},"parts":[`,
    ...parts.flatMap((part) => [part, ',']).slice(0, -1),
    ']}',
  ];
  return Buffer.concat(text.map((one) => (typeof one === 'string' ? Buffer.from(one) : one)));
}

function rowsIn(ctx: Ctx, job: sql.JobRecord, chunk: sql.ChunkRecord): JobRow[] {
  const { keys, conflicts, parts } = open<KeptSlice>(ctx, job, chunk);
  const among = new Set(conflicts);
  const rows: JobRow[] = [];
  for (const part of parts)
    for (const kept of part) {
      const [number, same, repeats, faults] = kept;
      const cells: JobRow['cells'] = {};
      for (let at = 0; at < keys.length; at += 1) cells[keys[at] ?? ''] = kept[at + CELLS_FROM] as string;
      rows.push({ number, cells, faults, same, repeats, conflict: among.has(rows.length) });
    }
  return rows;
}

function open<T>(ctx: Ctx, job: sql.JobRecord, { seq, key_id, sealed }: sql.ChunkRecord): T {
  return JSON.parse(ctx.keys.open({ keyId: key_id, bytes: sealed }, placeOf(job, seq))) as T;
}

const placeOf = ({ county, id }: sql.JobRecord, seq: number) => `import_chunk/${county}/${id}/${seq}`;
