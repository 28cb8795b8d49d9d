import { contract } from '@shared/contract';
import { LEDGERS, READY_LEDGERS } from '@shared/ledgers';
import { codeOf } from '@shared/regions';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';
import { mostRows, unitsOf } from './units';

/** Which ledgers there are, and for which places the caller may take them out. */
export const list = handle(contract.ledgers.list, async (ctx) => {
  const units = unitsOf(ctx);
  if (units.length === 0) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const names = new Map(
    (await ctx.db.rows(findRegionNames, [units.map(codeOf)])).map(({ code, name }) => [code, name]),
  );
  return {
    today: ctx.today,
    units: units.map((region) => ({ region, name: names.get(codeOf(region)) ?? region })),
    ledgers: READY_LEDGERS.map((code) => {
      const { no, name, about, columns } = LEDGERS[code];
      return { code, no, name, about, columns: columns.map(({ title }) => title) };
    }).sort((a, b) => a.no - b.no),
    mostRows: mostRows(ctx),
  };
});
