import { contract, MAX_IMPORT_BYTES } from '@shared/contract';
import { newId } from '../adapters';
import { Failure } from '../runtime/failure';
import { insertJob } from '../runtime/imports/imports.sql';
import { KINDS } from '../runtime/imports/kinds';
import { handle } from '../runtime/use-case';
import { getJob, jobView } from './job';

const UPLOAD_SECONDS = 15 * 60;
/** Whatever it is called: what is in it is looked at when it is read. */
const ANY_TABLE = 'application/octet-stream';

/** Announces a table. It goes to the quarantine of the store and counts for nothing until it has been read. */
export const start = handle(contract.imports.start, async (ctx, { kind, targetId, fileName }) => {
  const county = /^(\d{6})-/.exec(targetId)?.[1];
  if (county === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const { region } = await KINDS[kind].mayStart(ctx, { county, targetId });
  const id = newId(county, ctx.now);
  const key = `quarantine/${id}`;
  const { personId } = ctx.caller;
  await ctx.db.write(insertJob, [
    county,
    id,
    kind,
    targetId,
    region,
    personId,
    fileName,
    key,
    ctx.clock.wall(),
  ]);
  const upload = await ctx.objects.presignUpload({
    key,
    contentType: ANY_TABLE,
    maxBytes: MAX_IMPORT_BYTES,
    seconds: UPLOAD_SECONDS,
  });
  return { job: jobView(await getJob(ctx, id)), upload };
});
