import { type Case, fold, pseudonymsOf, type RecordedEvent, supervisedView } from '@shared/casework';
import type { World } from '@tests/support/casework';
import fc from 'fast-check';
import { rolls, walk } from './casework-walk';

/** Who a case can tell of, gathered here by hand, apart from the code under test: people of the family and of the staff. */
function secretsOf({ case: c, history }: World): string[] {
  if (c === null) return [];
  const people = [
    ...c.members,
    ...(c.verification?.record.members ?? []),
    ...(c.previous?.members ?? []),
  ].flatMap(({ name, idNo }) => [name, idNo]);
  const { headName, idNo, phone, reporter, group } = c.report;
  const objectors = c.objections.flatMap(({ objector }) => [objector?.name, objector?.phone]);
  const staff = history.filter(({ actor }) => actor.role !== 'SYSTEM').map(({ actor }) => actor.name);
  const all = [headName, idNo, phone, reporter.name, group, ...people, ...objectors, ...staff];
  return [...new Set(all.filter((one): one is string => typeof one === 'string' && one.length > 1))];
}

/** Writes these words into every free text of a history that people write, and into nothing that is a code or an id. */
const FREE = new Set([
  'opinion',
  'reason',
  'statement',
  'record',
  'answer',
  'minutes',
  'detail',
  'department',
]);
function gossip<T>(value: T, words: string): T {
  if (Array.isArray(value)) return value.map((one) => gossip(one, words)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      FREE.has(key) && typeof inner === 'string' && /[\u4e00-\u9fff ]/.test(inner)
        ? `${inner}${words}`
        : gossip(inner, words),
    ]),
  ) as T;
}

test('whatever a case holds, and whatever was written into it, a supervisor reads no name, number or group', () => {
  let written = 0;
  fc.assert(
    fc.property(rolls, fc.nat(999), (roll, dice) => {
      const world = walk(roll);
      const secrets = secretsOf(world);
      const words = `：${secrets.slice(dice % secrets.length).join('和')}，还有${secrets.join('')}`;
      const history: RecordedEvent[] = world.history.map(
        (event) =>
          ({
            ...event,
            data: gossip(event.data, words),
          }) as RecordedEvent,
      );
      const c = fold(history) as Case;
      const last = history.at(-1)?.at ?? '';
      const read = JSON.stringify(supervisedView(c, history, world.profile, last));
      for (const secret of secrets) expect(read).not.toContain(secret);
      if (JSON.stringify(c).split(words).length > 2) written += 1;
    }),
    { numRuns: 300 },
  );
  // The words do stand in the cases, or nothing would have been shown.
  expect(written).toBeGreaterThan(50);
});

test('everybody who is named has one alias, which opens to that person and to nobody else', () => {
  fc.assert(
    fc.property(rolls, (roll) => {
      const { case: c, history } = walk(roll);
      if (c === null) return;
      const names = pseudonymsOf(c, history);
      const keys = names.people.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(names.people.map(({ alias }) => alias)).size).toBe(keys.length);
      expect(names.reveal('HEAD')).toEqual({
        name: c.headName,
        idNo: c.report.idNo,
        phone: c.report.phone,
      });
      for (const { actor } of history) {
        const known = names.people.find(({ alias }) => alias === names.actor(actor));
        if (known?.kind === 'STAFF') expect(names.reveal(known.key)?.name).toBe(actor.name);
      }
      expect(names.reveal('NOBODY')).toBeNull();
    }),
    { numRuns: 200 },
  );
});
