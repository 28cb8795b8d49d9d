import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { countRatings } from './ratings.sql';

const STARS = [1, 2, 3, 4, 5];

/** How many families gave how many stars, for each village that the caller serves: never who. */
export const ratings = handle(contract.reviews.ratings, async (ctx) => {
  const regions = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    for (const row of await ctx.db.rows(countRatings, [region.slice(0, 6), region]))
      regions.push({
        region: row.village,
        name: row.name,
        count: row.stars.length,
        stars: STARS.map((star) => row.stars.filter((given) => given === star).length),
      });
  }
  return { regions };
});
