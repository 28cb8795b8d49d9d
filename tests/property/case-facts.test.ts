import { SYSTEM_CALLER } from '@shared/access';
import { fold, type StaffCaseView, staffView } from '@shared/casework';
import { caseDifferences, caseFacts } from '@shared/messages/case-facts';
import { countyLeader } from '@tests/support/casework';
import fc from 'fast-check';
import { rolls, walk } from './casework-walk';

const RUNS = { numRuns: 60 };

/** Two looks at one case, at any two moments of its life, by who reads everything. */
function looks(
  roll: Parameters<typeof walk>[0],
  first: number,
  second: number,
): [StaffCaseView, StaffCaseView] {
  const { history, profile } = walk(roll);
  const at = (dice: number) => {
    const some = history.slice(0, 1 + (dice % history.length));
    const c = fold(some);
    const now = some.at(-1)?.at;
    if (c === null || now === undefined) throw new Error('nobody reported');
    return staffView(c, some, countyLeader, profile, now);
  };
  return [at(first), at(second)];
}

const asMap = (view: StaffCaseView) => new Map(caseFacts(view).map(({ key, text }) => [key, text]));

test('a case does not differ from itself, and every fact has its own key and plain Chinese words', () => {
  fc.assert(
    fc.property(rolls, fc.nat(999), (roll, moment) => {
      const [view] = looks(roll, moment, 0);
      expect(caseDifferences(view, view)).toEqual([]);
      const facts = caseFacts(view);
      expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
      for (const { label, text } of facts) {
        expect(label).toMatch(/[\u4e00-\u9fff]/);
        expect(label).not.toMatch(/[A-Z]{3}|undefined/);
        expect(text).not.toMatch(/undefined|\[object|NaN/);
      }
    }),
    RUNS,
  );
});

test('what was, changed by the differences, is what there is now: none is missing, none is invented', () => {
  fc.assert(
    fc.property(rolls, fc.nat(999), fc.nat(999), (roll, first, second) => {
      const [before, after] = looks(roll, first, second);
      const patched = asMap(before);
      for (const { key, before: was, after: is } of caseDifferences(before, after)) {
        expect(patched.get(key) ?? '').toBe(was);
        expect(is).not.toBe(was);
        if (is === '') patched.delete(key);
        else patched.set(key, is);
      }
      expect(patched).toEqual(asMap(after));
      // Read backwards it says the same the other way round.
      const there = caseDifferences(before, after).map(({ key, before: a, after: b }) => [key, a, b]);
      const back = caseDifferences(after, before).map(({ key, before: a, after: b }) => [key, b, a]);
      expect(back.sort()).toEqual(there.sort());
    }),
    RUNS,
  );
});

test('no whole ID number and no whole phone stands in a fact', () => {
  fc.assert(
    fc.property(rolls, (roll) => {
      const { history, profile } = walk(roll);
      const c = fold(history);
      if (c === null) throw new Error('nobody reported');
      const view = staffView(c, history, SYSTEM_CALLER, profile, history.at(-1)?.at ?? '');
      const text = JSON.stringify(caseFacts(view));
      const secrets = [c.report.idNo, c.report.phone, ...c.members.map(({ idNo }) => idNo)];
      for (const secret of secrets) if (secret !== null) expect(text).not.toContain(secret);
    }),
    RUNS,
  );
});
