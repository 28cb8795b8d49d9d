import { contract, type ImportKindName } from '@shared/contract';
import { advance } from '../runtime/imports/advance';
import { KINDS } from '../runtime/imports/kinds';
import { handle } from '../runtime/use-case';
import { getJob, jobView } from './job';

/** The next slice, while somebody waits and watches; the timer goes on with what nobody watches any more. */
export const advanceJob = handle(contract.imports.advance, async (ctx, { jobId }) => {
  const { county, kind } = await getJob(ctx, jobId);
  await advance(ctx, KINDS[kind as ImportKindName], county, jobId);
  return { job: jobView(await getJob(ctx, jobId)) };
});
