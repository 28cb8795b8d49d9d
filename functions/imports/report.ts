import { contract, type ImportKindName } from '@shared/contract';
import { SHEET_TYPES } from '../adapters';
import { audit } from '../runtime/audit';
import { Failure } from '../runtime/failure';
import { reportOf } from '../runtime/imports/advance';
import { KINDS } from '../runtime/imports/kinds';
import { handle } from '../runtime/use-case';
import { getJob } from './job';

const LINK_SECONDS = 5 * 60;

/** The outcome of every row, once all have one. */
export const report = handle(contract.imports.report, async (ctx, { jobId }) => {
  const job = await getJob(ctx, jobId);
  if (job.state !== 'DONE') throw new Failure('conflict', 'IMPORT_NOT_DONE');
  const key = await reportOf(ctx, KINDS[job.kind as ImportKindName], job);
  await audit(ctx, { what: 'LINK', caseId: jobId, detail: 'import report', why: '' });
  return {
    url: await ctx.objects.presignRead(key, SHEET_TYPES.xlsx, LINK_SECONDS),
    fileName: `逐行结果-${job.file_name.replace(/\.\w+$/, '')}.xlsx`,
    expiresAt: new Date(Date.parse(ctx.clock.wall()) + LINK_SECONDS * 1000).toISOString(),
  };
});
