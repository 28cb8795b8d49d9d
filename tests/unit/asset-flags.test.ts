import type { Caller } from '@shared/access';
import { assetFlags, type Command, maySeeFlags } from '@shared/casework';
import { comparisonStatement, flagWarnings } from '@shared/casework/comparison';
import { clockOf } from '@shared/casework/deadlines';
import { DEMO_2026, type Profile } from '@shared/procedure';
import {
  at,
  attempt,
  cadre,
  countyClerk,
  countyLeader,
  daughter,
  grid,
  person,
  taskforce,
  townLeader,
  VILLAGE,
  type World,
} from '@tests/support/casework';
import { f01 } from '@tests/support/casework-f01';

const CAR = 'POLICE:head:CAR';
const HARD: Profile = {
  ...DEMO_2026,
  assetFlags: DEMO_2026.assetFlags.map((flag) => (flag.code === 'CAR' ? { ...flag, level: 'HARD' } : flag)),
};

function said(given: World, who: Caller, command: Command, time = '2026-03-05 10:00'): string[] {
  const { decision } = attempt(given, who, command, at(time));
  return decision.ok
    ? decision.events.map(({ type, to }) => (to === undefined ? type : `${type} → ${to}`))
    : [decision.refusal.code];
}

function having(given: World, who: Caller, command: Command, time = '2026-03-05 10:00'): World {
  const { decision, world } = attempt(given, who, command, at(time));
  if (!decision.ok) throw new Error(decision.refusal.code);
  return world;
}

const about = (memberKey: string | null, result: 'CLEAR' | 'FLAGGED' = 'CLEAR', department = 'POLICE') =>
  ({
    type: 'answerDataCheck',
    answers: [{ department, memberKey, result, flags: result === 'FLAGGED' ? ['CAR'] : [], note: '面包车' }],
  }) as Command;

const explain = (changes: object = {}): Command => ({
  type: 'explainFlag',
  flag: CAR,
  text: '每天拉菜去卖',
  saidBy: 'VERIFIER',
  exemption: 'LIVELIHOOD_TOOL',
  photoIds: ['photo-1'],
  ...changes,
});

const review = (accepted: boolean, note = ''): Command => ({ type: 'reviewFlag', flag: CAR, accepted, note });

function asked(profile: Profile = DEMO_2026, before: string[] = []): World {
  const memberKeys = ['head', 'wife'];
  const ask: Command = {
    type: 'requestDataCheck',
    memberKeys,
    departments: ['POLICE'],
    comparedBefore: before,
  };
  const sign: Command = {
    type: 'recordAuthorization',
    memberKey: 'wife',
    method: 'SCREEN',
    signatureId: null,
  };
  return having(
    having(f01('DATA_CHECK', profile), cadre, sign, '2026-03-04 09:00'),
    countyClerk,
    ask,
    '2026-03-04 10:00',
  );
}

/** Both were answered about; the head has a car. */
function found(profile: Profile = DEMO_2026): World {
  return having(having(asked(profile), countyClerk, about('wife')), countyClerk, about('head', 'FLAGGED'));
}

const flagsOf = ({ case: c, profile }: World) => (c === null ? [] : assetFlags(c, profile));
const statementOf = ({ case: c, profile }: World) => (c === null ? null : comparisonStatement(c, profile));

describe('answers by person', () => {
  test('the comparison is over when everybody was answered about, by name or at once', () => {
    expect(said(asked(), countyClerk, about('wife'))).toEqual(['DataCheckAnswered']);
    const both = ['DataCheckAnswered', 'DataCheckCompleted → TRIAGE'];
    expect(said(having(asked(), countyClerk, about('wife')), countyClerk, about('head'))).toEqual(both);
    expect(said(asked(), countyClerk, about(null))).toEqual(both);
  });

  test('about nobody who was not asked about, and not again once it is over', () => {
    expect(said(asked(), countyClerk, about('son'))).toEqual(['PERSON_NOT_ASKED']);
    expect(said(found(), countyClerk, about('head'))).toEqual(['DATA_CHECK_NOT_REQUESTED']);
  });

  test('people of a dibao family whom civil affairs compared are not compared again', () => {
    const { case: c } = asked(DEMO_2026, ['wife']);
    expect(c?.dataCheck).toMatchObject({ memberKeys: ['head'], comparedBefore: ['wife'] });
    const all: Command = {
      type: 'requestDataCheck',
      memberKeys: [],
      departments: ['POLICE'],
      comparedBefore: ['head', 'wife'],
    };
    expect(said(f01('DATA_CHECK'), countyClerk, all)).toEqual([
      'DataCheckRequested',
      'DataCheckCompleted → TRIAGE',
    ]);
    expect(said(f01('DATA_CHECK'), countyClerk, { ...all, comparedBefore: [] } as Command)).toEqual([
      'NOBODY_TO_COMPARE',
    ]);
  });

  test('a department answers for itself alone', () => {
    const police = person('police', { role: 'DEPT', region: '990101', department: 'POLICE' });
    const tax = person('tax', { role: 'DEPT', region: '990101', department: 'TAX' });
    expect(said(asked(), police, about('wife'))).toEqual(['DataCheckAnswered']);
    expect(said(asked(), tax, about('wife'))).toEqual(['NOT_YOUR_DEPARTMENT']);
  });
});

describe('a flag', () => {
  test('is explained by a verifier, with a photo for an exemption that the county allows', () => {
    expect(flagsOf(found())).toMatchObject([{ key: CAR, level: 'SOFT', status: 'OPEN' }]);
    expect(said(found(), cadre, explain())).toEqual(['FlagExplained']);
    expect(said(found(), cadre, explain({ exemption: null, photoIds: [] }))).toEqual(['FlagExplained']);
    expect(said(found(), cadre, explain({ photoIds: [] }))).toEqual(['EXEMPTION_NEEDS_PHOTO']);
    expect(said(found(), cadre, explain({ exemption: 'PUBLIC_POST' }))).toEqual(['EXEMPTION_NOT_ALLOWED']);
    expect(said(found(), cadre, explain({ flag: 'POLICE:wife:CAR' }))).toEqual(['NO_SUCH_FLAG']);
    const colleague = person('colleague', { role: 'VILLAGE', region: VILLAGE });
    expect(said(found(), colleague, explain())).toEqual(['NOT_A_VERIFIER']);
    expect(said(asked(), cadre, explain())).toEqual(['WRONG_STATE']);
  });

  test('is looked at by the county, which accepts or sends it back with a reason', () => {
    const told = having(found(), cadre, explain());
    expect(said(told, townLeader, review(true))).toEqual(['ROLE_MAY_NOT']);
    expect(said(found(), countyClerk, review(true))).toEqual(['WRONG_STATE']);
    expect(said(told, countyClerk, review(false))).toEqual(['REFUSAL_NEEDS_NOTE']);
    const refused = having(told, countyClerk, review(false, '照片看不清'));
    expect(flagsOf(refused)).toMatchObject([{ status: 'REFUSED' }]);
    const again = having(refused, taskforce, explain({ photoIds: ['photo-2'] }));
    expect(flagsOf(again)).toMatchObject([{ status: 'EXPLAINED', note: { photoIds: ['photo-2'] } }]);
    const accepted = having(again, countyLeader, review(true));
    expect(flagsOf(accepted)).toMatchObject([{ status: 'ACCEPTED' }]);
    expect(said(accepted, cadre, explain())).toEqual(['WRONG_STATE']);
  });

  test('warns whoever writes an opinion and holds nobody up', () => {
    const warned = (world: World, disputed = false) => flagWarnings(flagsOf(world), disputed);
    expect(warned(found())).toEqual(['UNEXPLAINED']);
    expect(warned(found(HARD))).toEqual(['HARD_WITHOUT_EXEMPTION', 'UNEXPLAINED']);
    const told = having(found(HARD), cadre, explain());
    expect(warned(told, true)).toEqual(['HARD_WITHOUT_EXEMPTION', 'NOT_REVIEWED', 'ANSWER_DISPUTED']);
    expect(warned(having(told, countyClerk, review(true)))).toEqual([]);
    const triage: Command = {
      type: 'triage',
      proposal: 'INCLUDE',
      householdType: 'SUDDEN',
      risks: ['ILLNESS'],
      needs: [],
      reasonCode: null,
      opinion: '同意',
    };
    expect(said(found(HARD), cadre, triage)).toEqual(['TriageCompleted → APPRAISAL']);
  });

  test('is for the county and for those who explain it; the minutes get numbers', () => {
    const { case: c } = found();
    if (c === null) throw new Error('no case');
    const other = person('colleague', { role: 'VILLAGE', region: VILLAGE });
    const seen = [countyClerk, countyLeader, cadre, taskforce, townLeader, grid, other, daughter];
    expect(seen.map((who) => maySeeFlags(c, who))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(statementOf(having(found(), cadre, explain()))).toEqual({
      departments: 1,
      people: 2,
      comparedBefore: 0,
      waiting: 0,
      unavailable: 0,
      flags: 1,
      explained: 1,
      accepted: 0,
    });
  });
});

describe('an answer that is looked at again', () => {
  const again: Command = {
    type: 'disputeAnswer',
    department: 'POLICE',
    memberKey: 'head',
    reason: '车早卖了，没过户',
  };
  const days = ({ case: c, profile }: World, time: string) => {
    if (c === null) throw new Error('no case');
    const { netDays, grossDays, paused } = clockOf(c, profile, at(time));
    return { netDays, grossDays, paused };
  };

  test('stops the clock where the county allows it, until the department answers', () => {
    const open = having(found(), countyClerk, again, '2026-03-06 10:00');
    expect(days(open, '2026-03-09 10:00')).toEqual({ netDays: 4, grossDays: 7, paused: true });
    expect(said(open, countyClerk, again, '2026-03-07 10:00')).toEqual(['ALREADY_DISPUTED']);
    expect(said(open, countyClerk, about('wife'), '2026-03-08 10:00')).toEqual(['DEPARTMENT_ANSWERED']);
    const answered = having(open, countyClerk, about('head'), '2026-03-08 10:00');
    expect(answered.case?.state).toBe('TRIAGE');
    expect(flagsOf(answered)).toEqual([]);
    expect(days(answered, '2026-03-09 10:00')).toEqual({ netDays: 5, grossDays: 7, paused: false });
    const never = { ...DEMO_2026, clock: { ...DEMO_2026.clock, pauseOn: ['SUPPLEMENT' as const] } };
    expect(days({ ...open, profile: never }, '2026-03-09 10:00').netDays).toBe(7);
  });

  test('is one in which something was found', () => {
    expect(said(found(), countyClerk, { ...again, memberKey: 'wife' } as Command)).toEqual(['NO_SUCH_FLAG']);
    expect(said(found(), cadre, again)).toEqual(['ROLE_MAY_NOT']);
  });
});
