import { contract } from '@shared/contract';
import { type Column, headOfColumn } from '../adapters';
import { Failure } from '../runtime/failure';
import { findColumns, readAgain, saveColumn } from '../runtime/imports/imports.sql';
import { KINDS } from '../runtime/imports/kinds';
import { handle } from '../runtime/use-case';
import { getJob, jobView } from './job';

/** The words in a refused file's head, the columns that it should have, and what the sender said before. */
export const columns = handle(contract.imports.columns, async (ctx, { jobId }) => {
  const job = await getJob(ctx, jobId);
  const kind = KINDS[job.kind as keyof typeof KINDS];
  const known = await ctx.db.within(job.county, () =>
    ctx.db.rows(findColumns, [job.county, job.kind, job.target_id]),
  );
  const found = String(job.params?.found ?? '')
    .split('\n')
    .filter((word) => word !== '');
  return {
    columns: kind.columns.map((column) => {
      const { key, title, needed }: Column = column;
      const own = known.filter((one) => one.key === key).map((one) => one.title);
      return { key, title, needed: needed === true, at: headOfColumn(column, own, found) };
    }),
    found,
    known,
  };
});

/**
 * Notes which words of a sender's file mean which column, for this file and every later one, and reads the file again.
 * @throws Failure conflict when the file is not waiting for that
 */
export const nameColumns = handle(contract.imports.nameColumns, async (ctx, { jobId, columns: named }) => {
  const job = await getJob(ctx, jobId);
  const kind = KINDS[job.kind as keyof typeof KINDS];
  if (kind.remembersColumns !== true) throw new Failure('not_found', 'NOT_FOUND');
  if (named.some(({ key }) => !kind.columns.some((column) => column.key === key)))
    throw new Failure('bad_input', 'INVALID', {
      issues: [{ field: 'columns', reason: 'INVALID', message: '' }],
    });
  await kind.mayStart(ctx, { county: job.county, targetId: job.target_id });
  if ((await ctx.db.write(readAgain, [job.county, jobId])) === 0)
    throw new Failure('conflict', 'IMPORT_NOT_DONE');
  await ctx.db.within(job.county, async () => {
    for (const { title, key } of named)
      await ctx.db.write(saveColumn, [job.county, job.kind, job.target_id, title, key]);
  });
  return { job: jobView(await getJob(ctx, jobId)) };
});
