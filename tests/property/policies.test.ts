import { canAsk, reasonSentences } from '@shared/messages/policies';
import {
  CATALOGUE,
  FACT_KINDS,
  type Fact,
  type FactValue,
  type FamilyFacts,
  HOUSEHOLD_FACTS,
  isHouseholdFact,
  judge,
  MEMBER_FACTS,
  type MemberFacts,
  ourPolicies,
  policiesInForce,
  type Rule,
} from '@shared/policies';
import fc from 'fast-check';
import { LONGEST, NEVER, OFFICE_WORDS } from '../support/plain-words';

const householdNames = Object.keys(HOUSEHOLD_FACTS) as Fact[];
const memberNames = Object.keys(MEMBER_FACTS) as Fact[];

/** A row of numbers from a seed: ten thousand families of a hundred facts each are too many for an arbitrary a fact. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

function drawn(fact: Fact, roll: (sides: number) => number): FactValue {
  const kind = FACT_KINDS[fact];
  if (kind.kind === 'FLAG') return roll(2) === 1;
  if (kind.kind === 'CHOICE') return kind.values[roll(kind.values.length)] as string;
  return roll(106);
}

/** Families of one to six, of whom all, most or little is known. */
const family: fc.Arbitrary<FamilyFacts> = fc.integer().map((seed) => {
  const roll = dice(seed);
  const known = [100, 90, 60, 20][roll(4)] as number;
  const some = (names: readonly Fact[]) =>
    Object.fromEntries(names.flatMap((fact) => (roll(100) < known ? [[fact, drawn(fact, roll)]] : [])));
  return {
    household: some(householdNames),
    members: Array.from({ length: 1 + roll(6) }, (_, index) => ({
      key: `m${index}`,
      name: `田小${index}`,
      facts: some(memberNames),
    })),
  };
});

/**
 * The oracle, written apart: whether a rule holds when everything is known, as plain logic; and what follows from a
 * part of the facts is what is so in every world in which the rest is filled in some way.
 */
type World = Partial<Record<Fact, FactValue>>;
function holds(rule: Rule, world: World): boolean {
  if ('all' in rule) {
    for (const part of rule.all) if (!holds(part, world)) return false;
    return true;
  }
  if ('any' in rule) {
    for (const part of rule.any) if (holds(part, world)) return true;
    return false;
  }
  if ('not' in rule) return !holds(rule.not, world);
  const value = world[rule.fact];
  if ('is' in rule) {
    for (const one of rule.is) if (one === value) return true;
    return false;
  }
  if (typeof value !== 'number') return false;
  if (rule.from !== undefined && value < rule.from) return false;
  return !(rule.to !== undefined && value > rule.to);
}

/** Values of a fact that a rule can tell apart: each of a list; for a number the edges of every span. */
function tellable(rule: Rule, fact: Fact, into: Set<FactValue> = new Set()): Set<FactValue> {
  if ('all' in rule || 'any' in rule)
    for (const part of 'all' in rule ? rule.all : rule.any) tellable(part, fact, into);
  else if ('not' in rule) tellable(rule.not, fact, into);
  else if (rule.fact === fact) {
    const kind = FACT_KINDS[fact];
    if (kind.kind === 'FLAG') into.add(true).add(false);
    else if (kind.kind === 'CHOICE') for (const value of kind.values) into.add(value);
    else if (!('is' in rule))
      for (const edge of [rule.from, rule.to])
        if (edge !== undefined)
          into
            .add(edge - 1)
            .add(edge)
            .add(edge + 1);
  }
  return into;
}

/** The facts that each rule of the catalogue reads, with the values it tells apart, and what followed from those seen. */
const readBy = new Map(
  CATALOGUE.map(({ who }) => {
    const text = JSON.stringify(who);
    const names = (Object.keys(FACT_KINDS) as Fact[]).filter((fact) => text.includes(`"fact":"${fact}"`));
    const facts = names.map((fact) => ({ fact, values: [...tellable(who, fact)] }));
    return [who, { facts, seen: new Map<string, Follows>() }];
  }),
);

type Follows = 'YES' | 'NO' | 'UNKNOWN';

/** YES or NO when it is so in every world that agrees with the facts; UNKNOWN else. The same facts are walked once. */
function oracle(rule: Rule, known: World): Follows {
  const { facts, seen } = readBy.get(rule) as { facts: Read[]; seen: Map<string, Follows> };
  let key = '';
  for (const { fact } of facts) key += `${known[fact]},`;
  const before = seen.get(key);
  if (before !== undefined) return before;
  const follows = inEveryWorld(rule, facts, known);
  seen.set(key, follows);
  return follows;
}

interface Read {
  fact: Fact;
  values: readonly FactValue[];
}

function inEveryWorld(rule: Rule, facts: readonly Read[], known: World): Follows {
  const world: World = {};
  const open: Read[] = [];
  for (const read of facts)
    if (known[read.fact] === undefined) open.push(read);
    else world[read.fact] = known[read.fact] as FactValue;
  let sawYes = false;
  let sawNo = false;
  const walk = (index: number): void => {
    const read = open[index];
    if (read === undefined) {
      if (holds(rule, world)) sawYes = true;
      else sawNo = true;
      return;
    }
    for (const value of read.values) {
      world[read.fact] = value;
      walk(index + 1);
      if (sawYes && sawNo) return;
    }
  };
  walk(0);
  return sawYes && sawNo ? 'UNKNOWN' : sawYes ? 'YES' : 'NO';
}

const flat = (family: FamilyFacts, member: MemberFacts | null) => ({ ...family.household, ...member?.facts });
const inForce = policiesInForce(CATALOGUE, [], '150521100200', '2026-11-26');

/** Millions of comparisons: those of jest would take minutes. */
function same(what: string, got: unknown, wanted: unknown): void {
  if (got !== wanted) throw new Error(`${what}: ${String(got)} instead of ${String(wanted)}`);
}

describe('who qualifies', () => {
  test('verdict and explanation are what follows from the facts, for 10,000 families', () => {
    fc.assert(
      fc.property(family, fc.nat(), (one, pick) => {
        // Every policy in turn: with each family a third of the catalogue, so that all of it is seen thousands of times.
        for (const [index, policy] of CATALOGUE.entries()) {
          if ((index + pick) % 3 !== 0) continue;
          for (const member of policy.per === 'HOUSEHOLD' ? [null] : one.members) {
            const known = flat(one, member);
            const verdict = judge(policy.who, one, member);
            same(policy.code, verdict.result, oracle(policy.who, known));
            if (verdict.result === 'UNKNOWN') {
              // What is asked is open indeed.
              same(
                policy.code,
                verdict.missing.length > 0 && verdict.missing.every((fact) => !(fact in known)),
                true,
              );
              continue;
            }
            const said: Partial<Record<Fact, FactValue>> = {};
            for (const { fact, value } of verdict.reasons) {
              same(`${policy.code} ${fact}`, value, known[fact]);
              said[fact] = value;
            }
            // The explanation suffices: from the facts that it names alone the same follows ...
            same(policy.code, oracle(policy.who, said), verdict.result);
            // ... and names none without which it follows as well.
            for (const { fact } of verdict.reasons) {
              const { [fact]: _, ...less } = said;
              same(`${policy.code} without ${fact}`, oracle(policy.who, less), 'UNKNOWN');
            }
          }
        }
      }),
      { numRuns: 10_000 },
    );
  });

  test('the three lists hold every policy that is not received, each once, and ask of nobody what is known', () => {
    fc.assert(
      fc.property(family, fc.subarray(CATALOGUE.map(({ code }) => code)), (one, codes) => {
        const received = codes.map((code) => ({ code, member: null }));
        const ours = ourPolicies(inForce, one, { received, mayAsk: canAsk });
        const maybe = new Set(ours.maybe.map(({ policy }) => policy.code));
        const asked = new Set(ours.questions.flatMap(({ policies }) => policies.map(({ code }) => code)));
        const not = new Set(ours.not.map(({ policy }) => policy.code));
        const office = new Set(ours.askOffice.map(({ policy }) => policy.code));
        for (const { code } of CATALOGUE) {
          const places = [
            maybe.has(code) || asked.has(code),
            not.has(code),
            office.has(code),
            codes.includes(code),
          ];
          expect([code, places.filter(Boolean).length]).toEqual([code, 1]);
        }
        for (const { fact, member } of ours.questions) {
          expect(canAsk(fact)).toBe(true);
          const holder = isHouseholdFact(fact)
            ? one.household
            : one.members.find(({ key }) => key === member?.key)?.facts;
          expect((holder as Partial<Record<Fact, FactValue>>)[fact]).toBeUndefined();
        }
      }),
      { numRuns: 200 },
    );
  });

  test('what a family reads is short, plain, and says who', () => {
    fc.assert(
      fc.property(family, (one) => {
        const ours = ourPolicies(inForce, one, { received: [], mayAsk: canAsk });
        const said = [
          ...ours.maybe.map(({ member, reasons }) => ({ member, reasons })),
          ...ours.not.flatMap(({ why }) => why),
        ];
        for (const { member, reasons } of said)
          for (const sentence of reasonSentences(reasons, member?.name ?? null, isHouseholdFact)) {
            expect(sentence.length).toBeLessThanOrEqual(LONGEST);
            expect(sentence).not.toMatch(NEVER);
            expect(sentence).not.toMatch(OFFICE_WORDS);
            expect(sentence.startsWith('您家') || sentence.startsWith(member?.name ?? '您家')).toBe(true);
          }
      }),
      { numRuns: 100 },
    );
  });
});
