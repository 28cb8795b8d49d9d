import { ATTENDEE_ROLES, meetingRefused, passes, votersOf, votesRefused } from '@shared/casework';
import { DEMO_2026 } from '@shared/procedure';
import fc from 'fast-check';

/**
 * Quorum, recusal and votes of one family, against an oracle that counts heads: it strikes names from a list and knows
 * nothing of the code under test.
 */
const NAMES = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八'];
const someName = fc.constantFrom(...NAMES);
const meeting = fc.record({
  attendees: fc.array(fc.record({ name: someName, role: fc.constantFrom(...ATTENDEE_ROLES) }), {
    maxLength: 9,
  }),
  recusals: fc.array(fc.record({ name: someName, relation: fc.constant('堂弟') }), { maxLength: 3 }),
  kin: fc.array(fc.record({ name: someName }), { maxLength: 2 }),
  off: fc.integer({ min: -1, max: 1 }),
  no: fc.integer({ min: 0, max: 4 }),
  abstain: fc.integer({ min: 0, max: 3 }),
});
const rules = fc.record({
  quorum: fc.integer({ min: 3, max: 7 }),
  oddOnly: fc.boolean(),
  minVillagerShare: fc.constantFrom(0, 1 / 3, 0.5),
});

test('whoever is recused does not vote, whoever is kin is recused, and every vote has its head', () => {
  let accepted = 0;
  fc.assert(
    fc.property(meeting, ({ attendees, recusals, kin, off, no, abstain }) => {
      const voting = attendees.slice();
      let stranger = false;
      for (const { name } of recusals) {
        if (!attendees.some((one) => one.name === name)) stranger = true;
        for (let at = voting.length - 1; at >= 0; at -= 1)
          if (voting[at]?.name === name) voting.splice(at, 1);
      }
      const kinVotes = voting.some(({ name }) => kin.some((one) => one.name === name));
      const yes = voting.length - no - abstain + off;
      if (yes < 0) return;
      expect(votersOf(attendees, recusals)).toBe(voting.length);
      const refusal = votesRefused(attendees, { recusals, yes, no, abstain }, kin);
      const expected = stranger
        ? 'RECUSED_NOT_PRESENT'
        : kinVotes
          ? 'KIN_NOT_RECUSED'
          : off !== 0
            ? 'VOTES_DO_NOT_ADD_UP'
            : undefined;
      expect(refusal?.code).toBe(expected);
      if (expected !== undefined) return;
      accepted += 1;
      expect(passes(yes, voting.length)).toBe(yes > no + abstain);
    }),
    { numRuns: 2000 },
  );
  expect(accepted).toBeGreaterThan(50);
});

test('a meeting counts when enough came, an odd number where asked, and enough villagers', () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(meeting, rules, ({ attendees }, appraisal) => {
      const seats = attendees.map(({ name, role }) => `${name} ${role}`).sort();
      const twice = seats.some((seat, at) => seat === seats[at + 1]);
      const villagers = attendees.filter(({ role }) => role === 'VILLAGER').length;
      const expected = twice
        ? 'ATTENDEE_REPEATS'
        : attendees.length < appraisal.quorum
          ? 'QUORUM'
          : appraisal.oddOnly && attendees.length % 2 === 0
            ? 'ATTENDEES_ODD'
            : villagers / attendees.length < appraisal.minVillagerShare
              ? 'TOO_FEW_VILLAGERS'
              : undefined;
      expect(meetingRefused(attendees, { ...DEMO_2026, appraisal })?.code).toBe(expected);
      outcomes.add(expected ?? 'COUNTS');
    }),
    { numRuns: 3000 },
  );
  expect([...outcomes].sort()).toEqual([
    'ATTENDEES_ODD',
    'ATTENDEE_REPEATS',
    'COUNTS',
    'QUORUM',
    'TOO_FEW_VILLAGERS',
  ]);
});
