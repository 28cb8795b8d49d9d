import { clerksAtOnce, faultsOf } from './clerks-at-once';

jest.setTimeout(300_000);

/** A few hundred tries in every run; `CLERKS=50 SECONDS=60 npm test -- --selectProjects load` does the whole minute. */
const CLERKS = Number(process.env.CLERKS ?? 20);
const SECONDS = Number(process.env.SECONDS ?? 0);
const TRIES = 300;

test(`${CLERKS} clerks on one village's cases: nothing decided or claimed twice, lost or out of order; counts equal lists`, async () => {
  const end = Date.now() + SECONDS * 1000;
  const result = await clerksAtOnce({
    clerks: CLERKS,
    enough: (tries) => (SECONDS > 0 ? Date.now() > end : tries >= TRIES),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify({ ...result, unexpected: result.unexpected.length })}\n`);
  expect([...new Set(result.unexpected)].slice(0, 5)).toEqual([]);
  expect(result.faults).toEqual([]);
  // They met: some came too late, and cases were decided all the same.
  expect(result.lost).toBeGreaterThan(0);
  expect(result.claims).toBeGreaterThan(10);
  expect(result.won).toBeGreaterThan(40);
  expect(result.refused + result.included).toBeGreaterThan(0);
});

describe('a history with a fault is found', () => {
  const line = (seq: number, type: string, from: string, to: string, actorName = '甲') =>
    ({
      seq,
      type,
      at: `2026-03-02T01:0${seq}:00.000Z`,
      actorName,
      actorRole: 'VILLAGE',
      from,
      to,
      opinion: '',
    }) as never;
  const view = (history: never[], version = history.length) =>
    ({ id: 'c', version, state: 'TRIAGE', history }) as Parameters<typeof faultsOf>[0];
  const good = [
    line(1, 'ReportSubmitted', '', 'SUBMITTED', '户主'),
    line(2, 'CaseAccepted', 'SUBMITTED', 'TRIAGE'),
  ];
  const won = { caseId: 'c', before: 1, after: 2, action: 'accept', clerk: '甲' };
  const faults = (history: never[], answers = [won], version = history.length) =>
    faultsOf(view(history, version), answers, new Set(['甲', '乙']));

  test('and one without is none', () => expect(faults(good)).toEqual([]));
  test('an answer that is not there', () =>
    expect(faults(good, [won, { ...won, clerk: '乙' }])).toEqual([
      'c: version 1 was won by 甲 and by 乙',
      'c: accept of 乙 on version 1 was answered and is not there',
      'c: 1 events of clerks, 2 were answered',
    ]));
  test('an event that nobody was told of', () => expect(faults(good, [])).toHaveLength(1));
  test('a number left out, a state jumped over', () => {
    const jump = [good[0] as never, line(3, 'CaseAccepted', 'ACCEPTED', 'TRIAGE')];
    expect(faults(jump)).toEqual([
      'c: event 2 has the number 3',
      'c: event 3 begins in ACCEPTED, not SUBMITTED',
    ]);
  });
  test('a decision that was made twice', () => {
    const twice = [
      ...good,
      line(3, 'CaseRejected', 'TRIAGE', 'TRIAGE'),
      line(4, 'CaseRejected', 'TRIAGE', 'TRIAGE'),
    ];
    expect(faults(twice, [won, { ...won, before: 2, after: 4 }])).toEqual([
      'c: CaseRejected 2 times',
      'c: decided twice',
    ]);
  });
});
