import { setDataFigures } from './set-data-figures';
import { JOURNEY_MS, onDevtools } from './support/phone-for-tests';

jest.setTimeout(JOURNEY_MS);

const inOurHost = onDevtools ? test.skip : test;

inOurHost('what crosses to the view layer stays within its budget', async () => {
  const figures = await setDataFigures();
  expect(figures.filter(({ value, goal }) => goal !== null && value > goal)).toEqual([]);
  // A counter that counts nothing would keep every budget.
  expect(figures.filter(({ name }) => name.includes('rows')).every(({ value }) => value > 10_000)).toBe(true);
});
