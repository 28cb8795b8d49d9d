import { contract } from '@shared/contract';
import { searchRegions } from '@shared/regions';
import { handle } from '../runtime/use-case';
import * as sql from './regions.sql';

const MOST = 50;

/** Villages by what a person types. The database finds candidates by the last word, the shared search ranks them. */
export const search = handle(contract.regions.search, async (ctx, { text }) => {
  const lastWord = text.normalize('NFKC').split(/\s+/u).filter(Boolean).at(-1);
  if (lastWord === undefined) return { villages: [] };
  const found = await ctx.db.rows(sql.findNamed, [lastWord.replace(/[\\%_]/g, '\\$&')]);
  const names = new Map(found.map(({ code, name }) => [code, name]));
  return {
    villages: searchRegions(found, text, { level: 'VILLAGE', limit: MOST }).map((village) => ({
      ...village,
      townName: names.get(village.parent ?? '') ?? '',
    })),
  };
});
