import type { Instant } from '@shared/calendar';
import type { Database, Scope } from '../adapters/postgres/scoped';
import { statement } from '../adapters/postgres/statement';
import type { MovableClock } from './context';

const findOffset = statement<{ offset_ms: number }>('localClock.find', 'SELECT offset_ms FROM local_clock');

const saveOffset = statement(
  'localClock.save',
  `INSERT INTO local_clock (offset_ms) VALUES ($1)
   ON CONFLICT (only_row) DO UPDATE SET offset_ms = excluded.offset_ms`,
);

const NOWHERE: Scope = { region: null, person: null };

/** The clock of the local stack: real time and how far it was moved. The database keeps that, so a kill loses nothing. */
export async function openLocalClock(database: Database): Promise<MovableClock> {
  const kept = await database.transaction(NOWHERE, (db) => db.first(findOffset));
  let offset = kept?.offset_ms ?? 0;
  return {
    now: () => new Date(Date.now() + offset).toISOString(),
    ms: () => Date.now() + offset,
    wall: () => new Date().toISOString(),
    get moved() {
      return offset !== 0;
    },
    async move(to: Instant | null) {
      const moved = to === null ? 0 : Date.parse(to) - Date.now();
      await database.transaction(NOWHERE, (db) => db.write(saveOffset, [moved]));
      offset = moved;
    },
  };
}
