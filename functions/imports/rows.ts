import { contract, type ImportKindName } from '@shared/contract';
import { badCursor } from '../runtime/due-cursor';
import { outcomesOf } from '../runtime/imports/advance';
import { KINDS } from '../runtime/imports/kinds';
import { handle } from '../runtime/use-case';
import { getJob } from './job';

const PAGE = 50;

/** Rows that were not taken, in the order of the file: which, and why. A cursor is a slice and a row of it. */
export const rows = handle(contract.imports.rows, async (ctx, { jobId, cursor }) => {
  const job = await getJob(ctx, jobId);
  const kind = KINDS[job.kind as ImportKindName];
  const titles = kind.shown.map((key) => kind.columns.find((column) => column.key === key)?.title ?? key);
  const found: { number: number; shown: string[]; message: string }[] = [];
  let { seq, from } = read(cursor);
  for (; ; seq += 1, from = 0) {
    const outcomes = await outcomesOf(ctx, job, seq);
    if (outcomes === null) return { titles, rows: found, next: null };
    for (const [at, { good, number, shown, message }] of outcomes.entries()) {
      if (good || at < from) continue;
      if (found.length === PAGE) return { titles, rows: found, next: `${seq}.${at}` };
      found.push({ number, shown, message });
    }
  }
});

function read(cursor: string): { seq: number; from: number } {
  if (cursor === '') return { seq: 0, from: 0 };
  const [, seq, from] = /^(\d{1,6})\.(\d{1,6})$/.exec(cursor) ?? [];
  if (seq === undefined || from === undefined) throw badCursor();
  return { seq: Number(seq), from: Number(from) };
}
