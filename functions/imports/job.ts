import type { ImportJob, ImportKindName, ReasonCode } from '@shared/contract';
import { sentence } from '@shared/messages';
import { countyOfId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { findJob, type JobRecord } from '../runtime/imports/imports.sql';
import { KINDS } from '../runtime/imports/kinds';

/** A job of the caller's own. @throws Failure not_found for anybody else's */
export async function getJob(ctx: Ctx, jobId: string): Promise<JobRecord> {
  const county = countyOfId(jobId);
  const job = county && (await ctx.db.first(findJob, [county, jobId]));
  if (!job || job.owner_id !== ctx.caller.personId) throw new Failure('not_found', 'NOT_FOUND');
  return job;
}

export function jobView(job: JobRecord): ImportJob {
  const kind = job.kind as ImportKindName;
  return {
    id: job.id,
    kind,
    targetId: job.target_id,
    fileName: job.file_name,
    state: job.state,
    message: job.reason === null ? null : sentence(job.reason as ReasonCode, job.params ?? {}),
    rows: { total: job.rows_total, done: job.rows_done, good: job.rows_good },
    fen: job.fen_good,
    asksColumns: job.reason === 'SHEET_COLUMNS_MISSING' && KINDS[kind].remembersColumns === true,
    createdAt: job.created_at,
    finishedAt: job.finished_at,
  };
}
