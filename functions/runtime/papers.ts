import type { PaperFile } from '@shared/contract/papers';
import type { Paper, Places } from '@shared/papers';
import { countyOfId, NO_COUNTY } from '../adapters/ids';
import { sha256 } from '../adapters/keys';
import { officesOf } from './cases/answers';
import type { Ctx } from './context';
import { findRegionNames } from './villages.sql';

const PDF = 'application/pdf';
const LINK_SECONDS = 5 * 60;

/** Names and offices of a village, its township and its county. */
export async function placesOf(ctx: Ctx, village: string): Promise<Places> {
  const codes = [village, village.slice(0, 9).padEnd(12, '0'), village.slice(0, 6).padEnd(12, '0')];
  const names = await ctx.db.rows(findRegionNames, [codes]);
  const [villageName = '', townName = '', countyName = ''] = codes.map(
    (code) => names.find((region) => region.code === code)?.name,
  );
  return { villageName, townName, countyName, offices: await officesOf(ctx, village) };
}

/**
 * Prints a sheet into the object store and gives a short-lived address of it. The same sheet is printed
 * once: it lies under the digest of its content, below a folder of its case, where nobody guesses it.
 * @param of what it is a sheet of: a case, a meeting, a notice, a village
 * @param county where the id does not tell it
 */
export async function fileOf(
  ctx: Ctx,
  of: string,
  paper: Paper,
  county: string = countyOfId(of) ?? NO_COUNTY,
): Promise<PaperFile> {
  const digest = sha256(JSON.stringify(paper)).toString('hex');
  const key = `papers/${county}/${of}/${digest}.pdf`;
  if ((await ctx.objects.head(key)) === null)
    await ctx.objects.write(key, await ctx.printer.print(paper), PDF);
  return {
    name: paper.name,
    url: await ctx.objects.presignRead(key, PDF, LINK_SECONDS),
    contentType: PDF,
    expiresAt: new Date(Date.parse(ctx.clock.wall()) + LINK_SECONDS * 1000).toISOString(),
  };
}
