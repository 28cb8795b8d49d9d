import { contract } from '@shared/contract';
import { badCursor } from '../runtime/due-cursor';
import { handle } from '../runtime/use-case';
import { type ClueRecord, countOpen, type Digits, findAnswered, findOpen } from './clues.sql';
import { clueView } from './view';

/** Where a page ends: the day or instant and the id of its last row. */
interface Cursor {
  key: string;
  id: string;
}

const FIRST = { OPEN: { key: '0001-01-01', id: '' }, ANSWERED: { key: '9999-12-31T00:00:00Z', id: '' } };

/** Clues of the regions in which the caller serves, in one order: open ones by their day, answered ones newest first. */
export const list = handle(contract.clues.list, async (ctx, { state, channel, cursor, limit }) => {
  const after = cursor === '' ? FIRST[state] : readCursor(cursor);
  const counts = { ALL: 0, DEPT_ALERT: 0, CADRE: 0, LATE: 0 };
  const rows: ClueRecord[] = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const county = region.slice(0, 6);
    const digits = region.length as Digits;
    const find = state === 'OPEN' ? findOpen[digits] : findAnswered;
    rows.push(...(await ctx.db.rows(find, [county, region, channel, after.key, after.id, limit + 1])));
    const counted = await ctx.db.first(countOpen[digits], [county, region, ctx.today]);
    counts.ALL += counted?.all ?? 0;
    counts.DEPT_ALERT += counted?.dept ?? 0;
    counts.CADRE += counted?.cadre ?? 0;
    counts.LATE += counted?.late ?? 0;
  }
  const keyOf = (row: ClueRecord) => (state === 'OPEN' ? row.due_on : (row.answered_at ?? ''));
  const order = (a: ClueRecord, b: ClueRecord) => compare(keyOf(a), keyOf(b)) || compare(a.id, b.id);
  rows.sort(state === 'OPEN' ? order : (a, b) => order(b, a));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    today: ctx.today,
    clues: page.map((row) => clueView(ctx, row)),
    counts,
    next: rows.length > limit && last !== undefined ? `${keyOf(last)}_${last.id}` : null,
  };
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readCursor(text: string): Cursor {
  const [, key, id] = /^(\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)_([\w-]+)$/.exec(text) ?? [];
  if (key !== undefined && id !== undefined) return { key, id };
  throw badCursor();
}
