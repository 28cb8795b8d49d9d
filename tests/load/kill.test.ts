import { killDuringReports } from './reports-under-kill';

jest.setTimeout(300_000);

/** A few kills in every run; `KILLS=200 npm test -- --selectProjects load` does the whole two hundred. */
const KILLS = Number(process.env.KILLS ?? 3);
if (KILLS > 50) jest.setTimeout(KILLS * 20_000);

test(`after ${KILLS} kill -9 during submissions, every acknowledged report is there once`, async () => {
  const result = await killDuringReports(KILLS, (line) => process.stdout.write(`${line}\n`));
  expect(result.lost).toEqual([]);
  expect(result.doubled).toEqual([]);
  expect(result.acknowledged).toBe(result.sent);
  expect(result.sent).toBeGreaterThan(KILLS);
});
