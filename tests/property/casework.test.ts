import { isDeepStrictEqual } from 'node:util';
import { type Caller, SYSTEM_CALLER } from '@shared/access';
import { addDays, localDate, startOfDay } from '@shared/calendar';
import {
  ACTION_NAMES,
  type ActionName,
  type AllowedAction,
  allowedActions,
  type Case,
  type CaseState,
  clockOf,
  type Decision,
  decide,
  dueOn,
  fold,
  householdView,
  mayRead,
  type Offices,
  publicView,
  recordEvents,
  staffView,
} from '@shared/casework';
import type { World } from '@tests/support/casework';
import { deepFreeze } from '@tests/support/deep-freeze';
import fc from 'fast-check';
import { violations } from './casework-oracle';
import { commandFor, EVERYBODY, INTERNAL, ONLOOKERS, papers, rolls, STRANGERS, walk } from './casework-walk';

const RUNS = { numRuns: 120 };

const OPEN_STATES: readonly CaseState[] = [
  'OBJECTION',
  'REVIEW',
  'SUBMITTED',
  'SUPPLEMENT',
  'VERIFYING',
  'DATA_CHECK',
  'TRIAGE',
  'PROPOSE_REJECT',
  'APPRAISAL',
  'PUBLICITY',
  'TOWN_REVIEW',
  'COUNTY_DECISION',
  'ANNOUNCED',
];

/** TRANSFERRED is passed through on the way to another village of the county. */
const ENDS: readonly CaseState[] = [
  'INCLUDED',
  'REJECTED',
  'WITHDRAWN',
  'MERGED',
  'TRANSFERRED',
  'NOT_ACCEPTED',
  'EXPIRED',
  'RECTIFIED_REMOVED',
];

const OFFICES: Offices = {
  village: { office: '青禾村村委会', name: '李春梅', phone: '0990-000 0101' },
  town: { office: '云岭镇农业农村办', name: '何敏', phone: '0990-000 0110' },
  county: { office: '示例县农业农村局', name: '吴海燕', phone: '0990-000 0120' },
};

const UNKNOWN: Decision = { ok: false, refusal: { kind: 'HIDDEN', code: 'NOT_FOUND', params: {} } };

/** The case at the end of a walk, and the moment of its last entry. */
function endOf(world: World): { c: Case; now: string } {
  const last = world.history.at(-1);
  if (world.case === null || last === undefined) throw new Error('nobody reported');
  return { c: world.case, now: last.at };
}

test('the walks reach every state there is now, and the far end often', () => {
  const ends = new Map<CaseState, number>();
  const seen = new Set<CaseState>();
  const count = 900;
  for (const roll of fc.sample(rolls, { numRuns: count, seed: 20260302 })) {
    const world = walk(roll);
    for (const event of world.history) seen.add(event.after);
    const { state } = endOf(world).c;
    ends.set(state, (ends.get(state) ?? 0) + 1);
  }
  expect([...seen].sort()).toEqual([...OPEN_STATES, ...ENDS, 'ACCEPTED'].sort());
  expect(ends.get('INCLUDED') ?? 0).toBeGreaterThan(count / 6);
  expect(ends.get('REJECTED') ?? 0).toBeGreaterThan(count / 60);
  expect(ends.get('WITHDRAWN') ?? 0).toBeGreaterThan(count / 60);
});

test('no sequence of commands writes a history that domain.md forbids (I1 to I5, duties apart, parties)', () => {
  fc.assert(
    fc.property(rolls, (roll) => {
      expect(violations(walk(roll).history)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

/** Someone lends one of the own roles to somebody: which of them, and to whom. */
const loans = fc.array(fc.record({ lender: fc.nat(999), grant: fc.nat(9), taker: fc.nat(999) }), {
  minLength: 1,
  maxLength: 40,
});

/** The people of the walks with those loans. More may be lent than the server allows: also across offices and levels. */
function lent(all: readonly { lender: number; grant: number; taker: number }[]): Caller[] {
  const own = EVERYBODY.filter(({ grants }) => grants.length > 0);
  const given = all.flatMap(({ lender, grant, taker }) => {
    const from = own[lender % own.length];
    const to = own[taker % own.length];
    const role = from?.grants[grant % from.grants.length];
    if (from === undefined || to === undefined || role === undefined || from === to) return [];
    return [{ to, grant: { ...role, onBehalfOf: { personId: from.personId, name: from.name } } }];
  });
  return EVERYBODY.map((someone) => ({
    ...someone,
    grants: [...someone.grants, ...given.filter(({ to }) => to === someone).map(({ grant }) => grant)],
  }));
}

test('whatever roles are lent, nobody signs two levels running, himself or through another, as giver or as taker', () => {
  let inStead = 0;
  fc.assert(
    fc.property(rolls, loans, (roll, all) => {
      const people = lent(all);
      const { history } = walk(roll, undefined, people);
      inStead += history.filter(({ actor }) => actor.onBehalfOf !== undefined).length;
      expect(violations(history, people)).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(inStead).toBeGreaterThan(100);
});

test('what was written stays written, and the desk reads all of it (I4)', () => {
  fc.assert(
    fc.property(rolls, (roll) => {
      const world = walk(roll, ({ before, after, decision }) => {
        const added = decision.ok ? decision.events.length : 0;
        const kept = after.history.slice(0, -added || undefined);
        if (!isDeepStrictEqual(kept, before.history)) throw new Error('earlier entries changed');
      });
      const { c, now } = endOf(world);
      const lines = staffView(c, world.history, SYSTEM_CALLER, world.profile, now).history;
      const written = world.history.map(({ seq, actor, from, after, at, data, kinshipDeclared }) => ({
        seq,
        actorName: actor.name,
        actorRole: actor.role,
        from,
        to: after,
        at,
        opinion: 'opinion' in data ? data.opinion : '',
        ...(kinshipDeclared && { unrelated: true }),
      }));
      expect(lines.map(({ type: _, ...line }) => line)).toEqual(written);
    }),
    RUNS,
  );
});

test('type and risks do not move once the household is included (I5)', () => {
  fc.assert(
    fc.property(rolls, (roll) => {
      let frozen: unknown = null;
      walk(roll, ({ after }) => {
        if (frozen !== null) expect(after.case?.decision).toEqual(frozen);
        if (after.case?.state === 'INCLUDED') frozen = after.case.decision;
      });
    }),
    RUNS,
  );
});

test('a case past its cap stays workable, is red, and is never closed by the clock (I6)', () => {
  fc.assert(
    fc.property(rolls, fc.integer({ min: 40, max: 900 }), (roll, days) => {
      const world = walk(roll);
      const { c, now } = endOf(world);
      const late = startOfDay(addDays(localDate(now), days));
      const able = enabled(c, world, late);
      const lost = enabled(c, world, now).filter((step) => !able.includes(step));
      expect(lost.filter((step) => !LAPSES.test(step))).toEqual([]);
      if (c.closedAt !== null) {
        expect(clockOf(c, world.profile, late)).toEqual(clockOf(c, world.profile, now));
        return;
      }
      expect(able.length).toBeGreaterThan(0);
      // A clock stands still for the family, an inquiry, a second notice, a department asked again: for nothing else.
      const clock = clockOf(c, world.profile, late);
      const mayPause =
        STANDS_STILL.includes(c.state) ||
        reruns(c) ||
        (c.dataCheck?.disputes ?? []).some((d) => d.closedAt === null);
      if (clock.paused) expect(mayPause).toBe(true);
      else if (c.decidedAt === null && c.state !== 'REVIEW') expect(clock.severity).toBe('RED');
      const byItself: ActionName[] = allowedActions(c, SYSTEM_CALLER, {
        profile: world.profile,
        now: late,
      }).map(({ action }) => action);
      expect(byItself.filter((action) => !BY_ITSELF.includes(action))).toEqual([]);
    }),
    RUNS,
  );
});

/** What lasts for its own days alone: asking for a review, coming back, objecting, correcting, rating; ten seconds of undoing. */
const LAPSES = /: (requestReview|reopen|fileObjection|rate|undoDecision|correctPublicity) as /;

/** What the system's hand may write: ends of days that a person has seen to, and words that came from outside. */
const BY_ITSELF: readonly ActionName[] = [
  'closePublicity',
  'settlePublicity',
  'expireSupplement',
  'fileObjection',
  'rateObjection',
  'answerAssist',
  'takeInReport',
  'giveBackVisit',
];

const STANDS_STILL: readonly CaseState[] = ['SUPPLEMENT', 'OBJECTION'];

/** While a second round of publicity runs the clock stands still. */
function reruns(c: Case): boolean {
  return c.state === 'PUBLICITY' && c.pastPublicities.length > 0;
}

function enabled(c: Case, { profile }: World, now: string): string[] {
  return EVERYBODY.flatMap((caller) =>
    allowedActions(c, caller, { profile, now })
      .filter((item) => item.enabled)
      .map(({ action, as }) => `${caller.personId}: ${action} as ${as}`),
  );
}

test('whoever holds the case can move it: an open case never waits for somebody who can do nothing', () => {
  const ROLES_OF = {
    HOUSEHOLD: ['HOUSEHOLD', 'PROXY'],
    VILLAGE: ['VILLAGE', 'TASKFORCE', 'SYSTEM'],
    TOWN: ['TOWN_CLERK', 'TOWN_LEADER'],
    COUNTY: ['COUNTY_CLERK', 'COUNTY_LEADER'],
  };
  const IDLE = [
    'recordMeasure',
    'requestWithdrawal',
    'photographBoard',
    'withdrawConsent',
    'remind',
    'answerReminder',
    'declareKinship',
    'handTakeOverCode',
    'takeInReport',
    'giveBackVisit',
    'requestAssist',
    'answerAssist',
    'recordHelpPapers',
    'fileObjection',
    'handUpObjection',
    'tellObjector',
    'rateObjection',
    'reportFalseStatement',
    'giveOwnWords',
    'openGreenChannel',
    'recordSiteCheck',
  ];
  // Whoever was sent by a review visits for the village, also from the township.
  const VISITS = ['recordVerification', 'signVerification'];
  fc.assert(
    fc.property(rolls, (roll) => {
      const world = walk(roll);
      const { c, now } = endOf(world);
      const { holder } = staffView(c, world.history, SYSTEM_CALLER, world.profile, now);
      expect(holder === 'NOBODY').toBe(c.closedAt !== null);
      if (holder === 'NOBODY') return;
      const much = startOfDay(addDays(localDate(now), 30));
      const moves = enabled(c, world, much).map((step) => step.split(/: | as /));
      const useful = moves.filter(
        ([, action = '', as = '']) =>
          !IDLE.includes(action) && (ROLES_OF[holder].includes(as) || VISITS.includes(action)),
      );
      expect({ state: c.state, holder, useful: useful.length > 0 }).toEqual({
        state: c.state,
        holder,
        useful: true,
      });
    }),
    RUNS,
  );
});

test('a button that is on is never refused for who or when; one that is off is refused with its own reason', () => {
  fc.assert(
    fc.property(rolls, papers, fc.boolean(), (roll, paper, spoil) => {
      const world = walk(roll);
      const { c, now } = endOf(world);
      const context = { profile: world.profile, now };
      const quarrels: unknown[] = [];
      for (const caller of EVERYBODY) {
        const offered = new Map(allowedActions(c, caller, context).map((item) => [item.action, item]));
        for (const action of ACTION_NAMES) {
          const button = offered.get(action);
          const decision = decide(c, commandFor(action, c, now, paper, spoil), { ...context, caller });
          if (!agree(action, button, decision))
            quarrels.push({ who: caller.personId, action, button, decision });
        }
      }
      expect(quarrels).toEqual([]);
    }),
    RUNS,
  );
});

/** On: done, or refused for what was sent. Off with a reason: refused with it. Not there: not theirs, or not now. */
function agree(action: ActionName, button: AllowedAction | undefined, decision: Decision): boolean {
  if (button?.enabled)
    return decision.ok ? decision.actor.role === button.as : decision.refusal.kind === 'INPUT';
  if (decision.ok) return false;
  const { kind, code } = decision.refusal;
  if (button) return kind === 'GUARD' && isDeepStrictEqual(decision.refusal, button.refusal);
  if (code === 'UNDO_OVER') return kind === 'STATE' && action === 'undoDecision';
  const notThere = { HIDDEN: 'NOT_FOUND', ROLE: 'ROLE_MAY_NOT', STATE: 'WRONG_STATE', GUARD: '', INPUT: '' };
  return code === notThere[kind];
}

test('folding the whole history gives the case that grew step by step, and nothing is changed in place', () => {
  fc.assert(
    fc.property(rolls, (roll) => {
      const world = walk(deepFreeze(roll), ({ after, command }) => {
        deepFreeze(after);
        deepFreeze(command);
      });
      expect(fold(world.history)).toEqual(world.case);
      expect(fold(deepFreeze(JSON.parse(JSON.stringify(world.history))))).toEqual(world.case);
    }),
    RUNS,
  );
});

test('somebody without a part in the case is told that it does not exist, whatever is tried', () => {
  const outsiders: readonly Caller[] = [
    ...STRANGERS,
    ...ONLOOKERS,
    { personId: 'namesake', name: '田晓雨', kind: 'PERSON', grants: [] },
  ];
  fc.assert(
    fc.property(rolls, papers, (roll, paper) => {
      const world = walk(roll);
      const { c, now } = endOf(world);
      const context = { profile: world.profile, now };
      const told: unknown[] = [];
      for (const caller of outsiders.filter((one) => !serves(one, c))) {
        expect(mayRead(c, caller)).toBe(false);
        expect(allowedActions(c, caller, context)).toEqual([]);
        for (const action of ACTION_NAMES) {
          const command = commandFor(action, c, now, paper, false);
          const there = decide(c, command, { ...context, caller });
          const nowhere = decide(null, command, { ...context, caller });
          if (!isDeepStrictEqual(there, UNKNOWN) || !isDeepStrictEqual(nowhere, UNKNOWN))
            told.push({ who: caller.personId, action, there, nowhere });
        }
      }
      expect(told).toEqual([]);
    }),
    RUNS,
  );
});

/** A case that went to the next village is that village's to know. */
function serves(caller: Caller, c: Case): boolean {
  return caller.grants.some(
    (g) => c.village.startsWith(g.region) && g.role !== 'SUPERVISOR' && g.role !== 'SYSADMIN',
  );
}

test('the family reads no internal note and no ID number; the public reads name, head count and group alone', () => {
  fc.assert(
    fc.property(rolls, fc.nat(30), (roll, days) => {
      walk(roll, ({ after, now }) => {
        const c = after.case;
        if (c === null) return;
        const when = new Date(Date.parse(now) + days * 86_400_000).toISOString();
        const view = JSON.stringify(householdView(c, after.profile, OFFICES, ['requestWithdrawal'], when));
        const secrets = [INTERNAL, String(c.report.idNo), String(c.report.phone)];
        expect(secrets.filter((secret) => view.includes(secret))).toEqual([]);
        expect(Object.keys(publicView(c, localDate(when))).sort()).toEqual([
          'caseId',
          'category',
          'decidedOn',
          'group',
          'headName',
          'memberCount',
        ]);
      });
    }),
    RUNS,
  );
});

test('family and clerk read the same date, and an open case always has one', () => {
  fc.assert(
    fc.property(rolls, (roll) => {
      walk(roll, ({ after, now, decision }) => {
        const c = after.case;
        if (c === null || !decision.ok) return;
        const due = dueOn(c, after.profile, now);
        const family = householdView(c, after.profile, OFFICES, ['requestWithdrawal'], now).dueOn;
        const clerk = staffView(c, after.history, SYSTEM_CALLER, after.profile, now).dueOn;
        expect([family, clerk, due === null]).toEqual([due, due, c.closedAt !== null]);
        if (due !== null) expect(due >= localDate(c.cluedAt)).toBe(true);
      });
    }),
    RUNS,
  );
});

test('a decision that is undone at once leaves the case as it was, and both acts in its history', () => {
  let undone = 0;
  fc.assert(
    fc.property(rolls, papers, (roll, paper) => {
      const { profile, ...world } = walk(roll);
      const { c, now } = endOf({ profile, ...world });
      const seconds = (n: number) => new Date(Date.parse(now) + n * 1000).toISOString();
      for (const caller of EVERYBODY)
        for (const action of ACTION_NAMES) {
          const context = { profile, caller, now: seconds(60) };
          const decision = decide(c, commandFor(action, c, context.now, paper, false), context);
          if (!decision.ok || !DECISIONS.includes(decision.events.at(-1)?.type ?? '')) continue;
          const after = [...world.history, ...recordEvents(c, decision, context.now)];
          const then = fold(after);
          if (then === null) throw new Error('no case');
          const undo = (who: Caller, at: string) =>
            decide(then, { type: 'undoDecision' }, { profile, caller: who, now: at });
          const late = undo(caller, seconds(71));
          expect(late.ok ? 'done' : late.refusal.code).toBe('UNDO_OVER');
          for (const other of EVERYBODY.filter(({ personId }) => personId !== caller.personId))
            expect(undo(other, seconds(61)).ok).toBe(false);
          const back = undo(caller, seconds(70));
          if (!back.ok) throw new Error(`${action}: ${back.refusal.code}`);
          const history = [...after, ...recordEvents(then, back, seconds(70))];
          // Nothing of the case differs but its number and what could be undone before.
          expect({ ...fold(history), version: c.version, undoable: null }).toEqual({ ...c, undoable: null });
          expect(history.length).toBe(world.history.length + 2);
          undone += 1;
        }
    }),
    { numRuns: 60 },
  );
  expect(undone).toBeGreaterThan(60);
});

/** What carries a case out of the hands of who decided. */
const DECISIONS = [
  'TriageCompleted',
  'SupplementRequested',
  'RejectionOverturned',
  'CaseRejected',
  'TownReviewed',
  'CaseReturned',
  'InclusionDecided',
];
