import type { Caller, StaffRole } from '@shared/access';
import { localDate } from '@shared/calendar';
import {
  decideExit,
  EXIT_ACTS,
  type Exit,
  type ExitCommand,
  type ExitEvent,
  evolve,
  exitOf,
  type RecordedExit,
  ResearchInput,
} from '@shared/elimination';
import { DEMO_2026 } from '@shared/procedure';
import { meetingOn, RESEARCH } from '@tests/support/elimination';
import fc from 'fast-check';

const VILLAGE = '990101001201';
const person = (id: string, role: StaffRole, region: string): Caller => ({
  personId: id,
  name: id,
  kind: 'PERSON',
  grants: [{ role, region }],
});
/** More than one person to each office, and one who sits in two. */
const PEOPLE: Caller[] = [
  person('v1', 'VILLAGE', VILLAGE),
  person('v2', 'VILLAGE', VILLAGE),
  person('f1', 'TASKFORCE', VILLAGE),
  person('t1', 'TOWN_LEADER', VILLAGE.slice(0, 9)),
  person('t2', 'TOWN_CLERK', VILLAGE.slice(0, 9)),
  person('c1', 'COUNTY_LEADER', VILLAGE.slice(0, 6)),
  {
    ...person('x1', 'VILLAGE', VILLAGE),
    grants: [
      { role: 'VILLAGE', region: VILLAGE },
      { role: 'TOWN_LEADER', region: VILLAGE.slice(0, 9) },
    ],
  },
  { personId: 'system', name: '系统', kind: 'SYSTEM', grants: [] },
];
const IDENTIFIED = '2025-09-10';
const START = Date.parse('2026-10-22T02:00:00.000Z');

const MARKED: RecordedExit[] = (
  [
    { type: 'Proposed', data: { mode: 'BY_SUPPORT', research: RESEARCH as never, checked: [], reason: '' } },
    { type: 'Marked', data: { mode: 'BY_SUPPORT', noticeId: 'n0', observeUntil: '2027-04-22' } },
  ] as ExitEvent[]
).map((event, at) => ({
  ...event,
  seq: at + 1,
  at: new Date(START - 1000).toISOString(),
  actor: { personId: 'v9', name: 'v9', role: 'VILLAGE' },
  from: 'ACTIVE',
  after: 'ACTIVE',
})) as RecordedExit[];

const step = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  act: fc.nat(30),
  hours: fc.integer({ min: 0, max: 40 }),
  yes: fc.boolean(),
  pair: fc.constantFrom(['v1', 'f1'], ['v2', 'x1'], ['v1', 'v1'], ['v1', 'v2']),
});

function commandOf(
  e: Exit,
  { act, yes, pair }: { act: number; yes: boolean; pair: readonly string[] },
  now: string,
) {
  const today = localDate(now);
  const research = ResearchInput.parse({ ...RESEARCH, visitedOn: today });
  const family = { agrees: yes, said: '', how: 'PAPER', signatureId: null, signer: '甲' } as const;
  const open = e.round?.objections.find(({ answer }) => answer === null)?.id ?? '';
  const office = { agrees: yes || act % 3 > 0, opinion: '看过' };
  const all: ExitCommand[] = [
    { type: 'proposeRollBack', reason: '又不稳了' },
    { type: 'agree', verifiers: pair.map((personId) => ({ personId, name: personId, office: '' })) },
    { type: 'verify', research, family },
    { type: 'signVerification', opinion: '属实', signatureId: null },
    {
      type: 'appraise',
      ...meetingOn(today, yes || act % 2 > 0 ? 11 : 3),
      metAt: now,
      meetingId: null,
      recusals: [],
      photoIds: [],
    } as never,
    {
      type: 'post',
      noticeId: 'n1',
      firstDay: today,
      lastDay: localDate(new Date(Date.parse(now) + 4 * 86_400_000).toISOString()),
    },
    { type: 'hearObjection', id: `${now} ${e.version}`, statement: '不对', objector: '' },
    {
      type: 'answerObjection',
      objectionId: open,
      verdict: yes ? 'NOT_UPHELD' : 'PARTLY',
      record: '查了',
      answer: '是这样',
    },
    { type: 'closePublicity' },
    { type: 'townReview', ...office },
    { type: 'countyDecide', ...office },
    { type: 'mark', noticeId: 'n2' },
    { type: 'withdraw', reason: '弄错了' },
  ];
  // Mostly what the step asks for, or the deep ones would never be reached; now and then anything.
  const fits = all.filter(({ type }) => {
    const { steps } = EXIT_ACTS[type];
    return (
      type !== 'withdraw' && (steps === null ? e.round === null : steps.includes(e.round?.step ?? 'PROPOSED'))
    );
  });
  const from = act > 24 || fits.length === 0 ? all : fits;
  return from[act % from.length] as ExitCommand;
}

test('no mark goes back but by every step: two who looked, a meeting, days at the board, township, county, announced', () => {
  let back = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 45, maxLength: 65 }), (steps) => {
      const standing = {
        village: VILLAGE,
        parties: [{ personId: 'h1', as: 'HOUSEHOLD' as const }],
        kin: [{ personId: 'v2', name: 'v2' }],
      };
      const history: RecordedExit[] = [...MARKED];
      let e = history.reduce(evolve, exitOf(standing, { identifiedOn: IDENTIFIED, status: 'ACTIVE' }));
      let at = START;
      for (const one of steps) {
        at += one.hours * 3_600_000;
        const now = new Date(at).toISOString();
        const facts = {
          identifiedOn: IDENTIFIED,
          risks: ['ILLNESS' as const],
          newRisks: [],
          measures: [],
          labour: ['NORMAL' as const],
        };
        // Whoever comes first and may; or the first who comes, may they or not.
        const command = commandOf(e, one, now);
        const came = [...PEOPLE.slice(one.who), ...PEOPLE.slice(0, one.who)].slice(
          0,
          one.act > 20 ? 1 : undefined,
        );
        const tried = came.map((caller) =>
          decideExit(e, command, { caller, now, profile: DEMO_2026, facts }),
        );
        const decision = tried.find(({ ok }) => ok) ?? tried[0];
        if (decision?.ok !== true) continue;
        for (const event of decision.events) {
          const recorded = {
            ...event,
            seq: e.version + 1,
            at: now,
            actor: decision.actor,
            from: e.status,
            after: e.status,
          };
          history.push(recorded as RecordedExit);
          e = evolve(e, recorded as RecordedExit);
        }
        expect(e.identifiedOn).toBe(IDENTIFIED);
        if (e.mark !== null) continue;
        back += 1;
        // Read from the bare history, not from what was folded.
        const own = history.slice(history.map(({ type }) => type).lastIndexOf('RollBackProposed'));
        const only = <T extends RecordedExit['type']>(type: T) =>
          own.filter((event): event is RecordedExit & { type: T } => event.type === type);
        const hands = (type: RecordedExit['type']) => new Set(only(type).map(({ actor }) => actor.personId));
        expect(hands('VerificationSigned').size).toBeGreaterThanOrEqual(2);
        expect(hands('ProposalAgreed')).not.toEqual(hands('RollBackProposed'));
        expect(only('Appraised').map(({ data }) => data.passed)).toEqual([true]);
        const [posted] = only('Posted');
        const [over] = only('PublicityEnded');
        expect(localDate(over?.at ?? '') > (posted?.data.lastDay ?? '9')).toBe(true);
        expect(only('ObjectionAnswered')).toHaveLength(only('ObjectionHeard').length);
        const [town] = hands('TownAccepted');
        const village = [
          ...hands('RollBackProposed'),
          ...hands('ProposalAgreed'),
          ...hands('VerificationSigned'),
          ...hands('Appraised'),
        ];
        expect(village).not.toContain(town);
        expect(village).not.toContain('v2');
        expect(hands('CountyDecided')).toEqual(new Set(['c1']));
        expect(only('RolledBack')).toMatchObject([
          { data: { noticeId: 'n2' }, actor: { role: expect.stringMatching(/^TOWN/) } },
        ]);
        break;
      }
    }),
    { numRuns: 200 },
  );
  expect(back).toBeGreaterThan(10);
});
