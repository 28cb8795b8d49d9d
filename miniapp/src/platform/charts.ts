/**
 * The library that draws charts, fetched when the first one is looked at. Only the browser has it: in the mini-program
 * the same numbers stand as bars and tables. The comparison is written out so that the other build has no part of it.
 */
export const loadCharts =
  process.env.TARO_ENV === 'h5' ? () => import(/* webpackChunkName: "charts" */ './h5/charts') : undefined;
