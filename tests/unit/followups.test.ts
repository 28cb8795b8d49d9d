import {
  CHANGE_RULES,
  type ChangeOfMembers,
  changeProblems,
  changeWarnings,
  dutiesOf,
  type Fact,
  factsOfChange,
  familyAt,
  headsIn,
  nextQuarter,
  quarterDueOn,
  tasksAfter,
  tasksOfChange,
  withRisks,
} from '@shared/followups';
import { DEMO_2026 } from '@shared/procedure';

const people = {
  head: { NAME: '贺老实', RELATION: 'HEAD', BIRTH_DATE: '1954-01-01', LABOUR: 'NONE' },
  wife: { NAME: '孙桂花', RELATION: 'SPOUSE', BIRTH_DATE: '1956-01-01', LABOUR: 'NONE' },
  son: { NAME: '贺小满', RELATION: 'SON', BIRTH_DATE: '1990-01-01', LABOUR: 'NORMAL' },
  girl: { NAME: '贺苗苗', RELATION: 'GRANDCHILD', BIRTH_DATE: '2015-01-01', SCHOOL: 'PRIMARY' },
} as const;

const base: Fact[] = Object.entries(people).flatMap(([member, said]) =>
  Object.entries({ STANDING: 'MEMBER', COUNTED: true, ...said }).map(
    ([key, value]): Fact => ({
      member,
      key: key as Fact['key'],
      value,
      from: '2026-01-10',
      to: null,
      recordedAt: '2026-01-10T08:00:00.000Z',
      recordedBy: '李春梅',
      evidence: 'VERIFICATION',
    }),
  ),
);

const change = (said: Partial<ChangeOfMembers>): ChangeOfMembers => ({
  kind: 'DEATH',
  on: '2026-03-15',
  memberKeys: [],
  newMember: null,
  evidence: CHANGE_RULES[said.kind ?? 'DEATH'].evidence,
  ...said,
});
const context = (facts: readonly Fact[] = base, on = '2026-03-15') => ({
  family: familyAt(facts, { on }),
  familyNow: familyAt(facts, { on: '2026-03-20' }),
  knownFrom: '2026-01-10',
  today: '2026-03-20',
});
const written = (said: ChangeOfMembers, facts: readonly Fact[] = base): Fact[] => [
  ...facts,
  ...factsOfChange(said, facts, 'new').map(
    (one): Fact => ({
      ...one,
      from: said.on,
      recordedAt: '2026-03-20T08:00:00.000Z',
      recordedBy: '',
      evidence: '',
    }),
  ),
];
const wrong = (said: ChangeOfMembers) => changeProblems(said, context()).map(({ reason }) => reason);

describe('people coming and going (domain.md 3.8)', () => {
  test('a child is counted from the month of its birth', () => {
    const born = change({
      kind: 'BIRTH',
      newMember: { name: '贺小宝', relation: 'GRANDCHILD', birthDate: '2026-03-15', idNo: null },
    });
    expect(wrong(born)).toEqual([]);
    const facts = written(born);
    expect(['2026-02', '2026-03', '2026-04'].map((month) => headsIn(facts, month))).toEqual([4, 5, 5]);
    expect(familyAt(facts, { on: '2026-03-15' }).members.at(-1)).toMatchObject({
      key: 'new',
      NAME: '贺小宝',
    });
    // Before anybody wrote it down it was not known.
    expect(headsIn(facts, '2026-03', '2026-03-19T00:00:00.000Z')).toBe(4);
  });

  test('whoever dies is closed; when nobody is left to work the family is looked at again', () => {
    const died = change({ memberKeys: ['son'], evidence: ['NEIGHBOUR_CONFIRMED'] });
    expect(wrong(died)).toEqual([]);
    const warnings = changeWarnings(died, context(), 2);
    expect(warnings).toEqual(['STOP_PERSONAL_PAYMENTS', 'DOUBLE_PAY', 'LAST_LABOUR_GONE']);
    expect(tasksOfChange(died, warnings, '2026-03-20').map(({ kind, about }) => [kind, about])).toEqual([
      ['STOP_PAYMENTS', 'son'],
      ['REASSESS_LABOUR', 'son'],
      ['PAPERS_OF_CHANGE', 'son'],
    ]);
    expect(headsIn(written(died), '2026-03')).toBe(3);
  });

  test('a student whose 户籍 goes to the school is away and stays a dependant; a soldier is not counted and comes back', () => {
    const moved = change({ kind: 'SCHOOL_MOVE', memberKeys: ['girl'] });
    expect(changeWarnings(moved, context(), 0)).toEqual(['STAYS_DEPENDANT']);
    expect(headsIn(written(moved), '2026-04')).toBe(4);
    const army = change({ kind: 'ARMY', memberKeys: ['son'], on: '2026-03-01' });
    const facts = written(army);
    expect(headsIn(facts, '2026-04')).toBe(3);
    const back = change({ kind: 'RETURN', memberKeys: ['son'], on: '2026-05-02' });
    expect(changeProblems(back, { ...context(facts, '2026-05-02'), today: '2026-05-02' })).toEqual([]);
    expect(headsIn(written(back, facts), '2026-05')).toBe(4);
  });

  test('what is written down late holds until what is known of a later day, and leaves nobody without a family', () => {
    const died = written(change({ memberKeys: ['girl'], on: '2026-03-15' }));
    const late = written(change({ kind: 'SCHOOL_MOVE', memberKeys: ['girl'], on: '2026-02-10' }), died);
    const girlOn = (facts: readonly Fact[], on: string) =>
      familyAt(facts, { on }).members.find(({ key }) => key === 'girl')?.STANDING;
    expect(['2026-02-09', '2026-02-10', '2026-03-15'].map((on) => girlOn(late, on))).toEqual([
      'MEMBER',
      'SUSPENDED',
      'CLOSED',
    ]);
    expect(headsIn(late, '2026-04')).toBe(3);
    // Who died before she was said to have gone away is gone for good.
    const army = written(change({ kind: 'ARMY', memberKeys: ['son'], on: '2026-03-01' }));
    expect(headsIn(written(change({ memberKeys: ['son'], on: '2026-02-01' }), army), '2026-03')).toBe(3);
    const alone = written(change({ memberKeys: ['head', 'son', 'girl'], on: '2026-03-10' }));
    expect(
      changeProblems(change({ memberKeys: ['wife'], on: '2026-02-01' }), context(alone, '2026-02-01')).map(
        ({ reason }) => reason,
      ),
    ).toEqual(['CHANGE_NOT_ALL']);
  });

  test('old people split off alone are warned of, and the county agrees first', () => {
    const split = change({ kind: 'SPLIT', memberKeys: ['son', 'girl'] });
    expect(CHANGE_RULES.SPLIT.level).toBe('COUNTY');
    expect(changeWarnings(split, context(), 0)).toEqual([
      'LAST_LABOUR_GONE',
      'OLD_PEOPLE_ALONE',
      'NO_LABOUR_ALONE',
    ]);
    // Both the register and how they really live, not one of them.
    expect(wrong({ ...split, evidence: ['HUKOU_BOOK'] })).toEqual(['CHANGE_EVIDENCE']);
  });

  test('what cannot be is refused by name', () => {
    expect(wrong(change({ memberKeys: ['head'], on: '2026-03-21' }))).toEqual(['CHANGE_IN_FUTURE']);
    expect(wrong(change({ memberKeys: ['head'], on: '2026-01-01' }))).toContain('CHANGE_BEFORE_KNOWN');
    expect(wrong(change({ memberKeys: [] }))).toEqual(['CHANGE_WHO']);
    expect(wrong(change({ memberKeys: ['nobody'] }))).toEqual(['CHANGE_WHO']);
    expect(wrong(change({ memberKeys: Object.keys(people) }))).toEqual(['CHANGE_NOT_ALL']);
    expect(wrong(change({ kind: 'BIRTH' }))).toEqual(['CHANGE_WHO']);
    expect(wrong(change({ kind: 'RETURN', memberKeys: ['son'] }))).toEqual(['CHANGE_WHO_HERE']);
    expect(wrong(change({ kind: 'DEATH', memberKeys: ['son'], evidence: ['ARMY_NOTICE'] }))).toEqual([
      'CHANGE_EVIDENCE',
    ]);
    const died = written(change({ memberKeys: ['son'] }));
    expect(changeProblems(change({ memberKeys: ['son'] }), context(died))).toEqual([
      { field: 'memberKeys', reason: 'CHANGE_WHO_GONE' },
    ]);
  });

  test('a family that is gone has nobody in it; one that moved away keeps its people', () => {
    const gone = change({ kind: 'EXTINCT', evidence: ['DEREGISTRATION'] });
    expect(wrong(gone)).toEqual([]);
    expect(headsIn(written(gone), '2026-03')).toBe(0);
    expect(headsIn(written(change({ kind: 'MOVED_AWAY' })), '2026-03')).toBe(4);
  });
});

describe('what is due (domain.md 3.5)', () => {
  const followed = (said: object = {}) => ({
    includedOn: '2026-03-16',
    visitedOn: [],
    quarters: [],
    ...said,
  });

  test('a visit a month, and a sheet ten days after the quarter', () => {
    expect(dutiesOf(followed(), DEMO_2026, '2026-03-20')).toEqual({
      visit: { month: '2026-03', wanted: 1, done: 0, dueOn: '2026-03-31' },
      quarter: { quarter: '2026Q1', dueOn: '2026-04-10', open: false, late: false },
    });
    expect(dutiesOf(followed({ visitedOn: ['2026-03-28'] }), DEMO_2026, '2026-04-11')).toEqual({
      visit: { month: '2026-04', wanted: 1, done: 0, dueOn: '2026-04-30' },
      quarter: { quarter: '2026Q1', dueOn: '2026-04-10', open: true, late: true },
    });
    expect(quarterDueOn('2026Q4')).toBe('2027-01-10');
  });

  test('the oldest sheet that is missing comes first', () => {
    expect(nextQuarter('2025-11-02', ['2025Q4', '2026Q2'], '2026-08-01')).toBe('2026Q1');
    expect(nextQuarter('2025-11-02', ['2025Q4', '2026Q1', '2026Q2'], '2026-08-01')).toBe('2026Q3');
  });

  test('a county that keeps no sheets and wants no visits is asked for none', () => {
    const none = { visits: { monthly: 0, quarterlyLedger: false } };
    expect(dutiesOf(followed(), none, '2026-04-11')).toEqual({ visit: null, quarter: null });
  });
});

describe('what a follow-up leaves to be done', () => {
  const kinds = (result: Parameters<typeof tasksAfter>[0]['result'], unreached = 0) =>
    tasksAfter({ result, newRisks: ['ILLNESS'], guarantees: [] }, unreached, DEMO_2026, '2026-04-02').map(
      ({ kind, dueOn }) => [kind, dueOn],
    );

  test('a new risk asks for a plan, a relapse for the township, two tries in vain for a search', () => {
    expect(kinds('STABLE')).toEqual([]);
    expect(kinds('READY_TO_ELIMINATE')).toEqual([]);
    expect(kinds('NEW_RISK')).toEqual([['REPLAN', '2026-04-12']]);
    expect(kinds('RELAPSE')).toEqual([['RELAPSE', '2026-04-05']]);
    expect(kinds('UNREACHABLE')).toEqual([]);
    expect(kinds('UNREACHABLE', 1)).toEqual([['FIND_FAMILY', '2026-04-09']]);
  });

  test('each guarantee that is broken is a task of its own, by the day that was promised', () => {
    const guarantees = [
      { what: 'WATER', dueOn: '2026-05-01' },
      { what: 'INSURANCE', dueOn: '2026-04-20' },
    ] as const;
    expect(tasksAfter({ result: 'STABLE', newRisks: [], guarantees }, 0, DEMO_2026, '2026-04-02')).toEqual([
      { kind: 'GUARANTEE', about: 'WATER', dueOn: '2026-05-01' },
      { kind: 'GUARANTEE', about: 'INSURANCE', dueOn: '2026-04-20' },
    ]);
  });

  test('a new risk joins the others once', () => {
    expect(withRisks(['ILLNESS'], ['WATER', 'ILLNESS'])).toEqual(['ILLNESS', 'WATER']);
  });
});
