import { statement } from '../adapters';

export const countRatings = statement<{ village: string; name: string; stars: number[] }>(
  'reviews.ratings',
  `SELECT t.village, v.name, array_agg(t.stars::int) AS stars
     FROM case_rating t JOIN region v ON v.code = t.village
    WHERE t.county = $1 AND starts_with(t.village, $2)
    GROUP BY t.village, v.name ORDER BY t.village`,
);
