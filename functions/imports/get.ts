import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { getJob, jobView } from './job';

export const get = handle(contract.imports.get, async (ctx, { jobId }) => ({
  job: jobView(await getJob(ctx, jobId)),
}));
