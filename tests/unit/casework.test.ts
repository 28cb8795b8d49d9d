import { type Caller, SYSTEM_CALLER } from '@shared/access';
import { type Command, fold } from '@shared/casework';
import { DEMO_2026, type Profile } from '@shared/procedure';
import {
  at,
  attempt,
  attendees,
  cadre,
  countyClerk,
  countyLeader,
  daughter,
  emptyWorld,
  F01_MEMBERS,
  F01_SHEET,
  grid,
  idNo,
  NEXT_VILLAGE,
  person,
  report,
  TOWN,
  taskforce,
  townClerk,
  townLeader,
  VILLAGE,
  verification,
  type World,
} from '@tests/support/casework';
import { F01, f01, submitCommand } from '@tests/support/casework-f01';

/** Given a case, when somebody asks for something at a moment, then these events, or one refusal. */
function when(given: World, who: Caller, command: Command, local: string): string[] {
  const { decision } = attempt(given, who, command, at(local));
  if (decision.ok)
    return decision.events.map(({ type, to }) => (to === undefined ? type : `${type} → ${to}`));
  const { kind, code, field } = decision.refusal;
  return [`${kind} ${code}${field === undefined ? '' : ` ${field}`}`];
}

/** The case after a step that must go well. */
function having(given: World, who: Caller, command: Command, local: string): World {
  const { decision, world } = attempt(given, who, command, at(local));
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
  return world;
}

/** The command of F01 that has this type: the family's papers are all in order. */
function usual<T extends Command['type']>(type: T): Extract<Command, { type: T }> {
  const found = F01.map(([, , command]) => command).find((command) => command.type === type);
  if (found === undefined) throw new Error(`F01 has no ${type}`);
  return found as Extract<Command, { type: T }>;
}

const nothingYet = emptyWorld();
const neighbour = person('neighbour');
const stranger = person('stranger');

describe('submit', () => {
  test('opens a case; a child of the head stands in it as the family', () => {
    expect(when(nothingYet, daughter, submitCommand(), '2026-03-02 09:10')).toEqual([
      'ReportSubmitted → SUBMITTED',
    ]);
    const { case: c } = having(nothingYet, daughter, submitCommand(), '2026-03-02 09:10');
    expect(c?.parties).toEqual([{ personId: 'daughter', as: 'HOUSEHOLD' }]);
    expect(c?.steps.accept).toBe('2026-03-02');
  });

  test.each([
    ['NEIGHBOUR', 'PROXY'],
    ['GRID', 'PROXY'],
    ['CADRE', 'PROXY'],
    ['SELF', 'HOUSEHOLD'],
    ['PARENT', 'HOUSEHOLD'],
  ] as const)('%s reports as %s', (relation, as) => {
    const command = submitCommand(DEMO_2026, {
      report: report({ reporter: { relation, name: '某', reason: '某' } }),
    });
    expect(having(nothingYet, neighbour, command, '2026-03-02 09:10').case?.parties[0]?.as).toBe(as);
  });

  test('is refused while the same person has an open case, and to somebody who has not signed in', () => {
    const again = submitCommand(DEMO_2026, { openCaseNo: '260302176' });
    expect(when(nothingYet, daughter, again, '2026-03-02 09:10')).toEqual(['GUARD DUPLICATE_OPEN_CASE idNo']);
    const nobody: Caller = { personId: '', name: '', kind: 'ANONYMOUS', grants: [] };
    expect(when(nothingYet, nobody, submitCommand(), '2026-03-02 09:10')).toEqual(['ROLE ROLE_MAY_NOT']);
    expect(when(f01('SUBMITTED'), daughter, submitCommand(), '2026-03-02 09:11')).toEqual([
      'STATE WRONG_STATE',
    ]);
  });
});

describe('accept', () => {
  const given = f01('SUBMITTED');
  const accept = (...ids: string[]): Command => ({
    type: 'accept',
    verifiers: ids.map((personId) => ({ personId, name: personId, office: '' })),
  });

  test('names two verifiers and starts the visit', () => {
    expect(when(given, cadre, accept('cadre', 'taskforce'), '2026-03-02 16:20')).toEqual([
      'CaseAccepted → ACCEPTED',
      'VerifiersAssigned → VERIFYING',
    ]);
  });

  test.each([
    ['one person twice', accept('cadre', 'cadre'), 'INPUT VERIFIERS_MUST_DIFFER verifiers'],
    ['who reported', accept('cadre', 'daughter'), 'INPUT PARTY_CANNOT_VERIFY verifiers'],
  ])('not with %s', (_, command, refusal) => {
    expect(when(given, cadre, command, '2026-03-02 16:20')).toEqual([refusal]);
  });

  test('is for the village alone', () => {
    const command = accept('cadre', 'taskforce');
    expect(when(given, townClerk, command, '2026-03-02 16:20')).toEqual(['ROLE ROLE_MAY_NOT']);
    expect(when(given, daughter, command, '2026-03-02 16:20')).toEqual(['ROLE ROLE_MAY_NOT']);
    const next = person('next', { role: 'VILLAGE', region: NEXT_VILLAGE });
    expect(when(given, next, command, '2026-03-02 16:20')).toEqual(['HIDDEN NOT_FOUND']);
    expect(when(given, stranger, command, '2026-03-02 16:20')).toEqual(['HIDDEN NOT_FOUND']);
  });

  test('a cadre who reported for the family is a party, and nothing else', () => {
    const own = having(
      nothingYet,
      cadre,
      submitCommand(DEMO_2026, {
        report: report({ reporter: { relation: 'RELATIVE', name: '李春梅', reason: '叔叔病了' } }),
      }),
      '2026-03-02 09:10',
    );
    expect(when(own, cadre, accept('taskforce', 'cadre2'), '2026-03-02 10:00')).toEqual([
      'ROLE ROLE_MAY_NOT',
    ]);
  });
});

describe('the visit', () => {
  const given = f01('VERIFYING');
  const record = (changes: Parameters<typeof verification>[0] = {}): Command => ({
    type: 'recordVerification',
    ...verification(changes),
  });
  const recorded = having(given, cadre, record(), '2026-03-03 10:00');
  const sign: Command = { type: 'signVerification', opinion: '属实', signatureId: null };

  test('is written down with its figures and prompts', () => {
    expect(when(given, cadre, record(), '2026-03-03 10:00')).toEqual(['VerificationRecorded']);
    const v = recorded.case?.verification;
    expect(v?.assessment.netPerCapitaFen).toBe(13_658_75);
    expect(v?.assessment.referencePerCapitaFen).toBe(6_283_75);
    expect(v?.prompts.map((prompt) => prompt.rule)).toEqual(['T-NETREF', 'T-MEDICAL10K']);
  });

  test.each([
    ['a day before the report', { visitedOn: '2026-03-01' }, 'INPUT VISIT_DATE_OUT_OF_RANGE visitedOn'],
    ['a day to come', { visitedOn: '2026-03-04' }, 'INPUT VISIT_DATE_OUT_OF_RANGE visitedOn'],
    ['no head', { members: F01_MEMBERS.slice(1) }, 'INPUT HEAD_MISSING members'],
    [
      'two heads',
      { members: [...F01_MEMBERS, { ...F01_MEMBERS[0], key: 'other' }] as typeof F01_MEMBERS },
      'INPUT HEAD_MISSING members',
    ],
    [
      'one member twice',
      { members: [...F01_MEMBERS, ...F01_MEMBERS.slice(1, 2)] },
      'INPUT MEMBER_KEYS_REPEAT members',
    ],
    [
      'a sheet for more people',
      { sheet: { ...F01_SHEET, members: 5 } },
      'INPUT SHEET_MEMBERS_DIFFER sheet.members',
    ],
    [
      'a sheet of other months',
      { sheet: { ...F01_SHEET, window: { from: '2025-04', to: '2026-03' } } },
      'INPUT SHEET_WINDOW_WRONG sheet.window',
    ],
  ])('not with %s', (_, changes, refusal) => {
    expect(when(given, cadre, record(changes), '2026-03-03 10:00')).toEqual([refusal]);
  });

  test('needs both verifiers, and only them', () => {
    expect(when(given, cadre, sign, '2026-03-03 11:00')).toEqual(['GUARD VERIFICATION_NOT_RECORDED']);
    expect(
      when(recorded, person('cadre2', { role: 'VILLAGE', region: VILLAGE }), sign, '2026-03-03 11:00'),
    ).toEqual(['GUARD NOT_A_VERIFIER']);
    const once = having(recorded, cadre, sign, '2026-03-03 11:00');
    expect(once.case?.state).toBe('VERIFYING');
    expect(when(once, cadre, sign, '2026-03-03 11:01')).toEqual(['GUARD ALREADY_SIGNED']);
    expect(when(once, taskforce, sign, '2026-03-04 09:00')).toEqual([
      'VerificationSigned',
      'VerificationCompleted → DATA_CHECK',
    ]);
  });

  test('signed under another text, a signature does not count', () => {
    const once = having(recorded, cadre, sign, '2026-03-03 11:00');
    const changed = having(once, taskforce, record({ group: '3组' }), '2026-03-03 12:00');
    expect(changed.case?.verification?.signatures).toEqual([]);
    expect(when(changed, taskforce, sign, '2026-03-03 12:01')).toEqual(['VerificationSigned']);
  });

  test('skips the wait for the departments when they have answered already', () => {
    const signedByHead = having(recorded, cadre, authorize('head'), '2026-03-03 11:00');
    const asked = having(signedByHead, countyClerk, ask('head'), '2026-03-03 11:10');
    const answered = having(asked, countyClerk, answer('POLICE'), '2026-03-03 11:20');
    expect(answered.case?.state).toBe('VERIFYING');
    const once = having(answered, cadre, sign, '2026-03-03 12:00');
    expect(when(once, taskforce, sign, '2026-03-03 12:10')).toEqual([
      'VerificationSigned',
      'VerificationCompleted → TRIAGE',
    ]);
  });

  test('takes over the corrected name of the head: the notice is made from it', () => {
    const members = F01_MEMBERS.map((m) => (m.key === 'head' ? { ...m, name: '田友福' } : m));
    expect(having(given, cadre, record({ members }), '2026-03-03 10:00').case?.headName).toBe('田友福');
  });

  function authorize(memberKey: string): Command {
    return { type: 'recordAuthorization', memberKey, method: 'PAPER', signatureId: null };
  }
  function ask(...memberKeys: string[]): Command {
    return { type: 'requestDataCheck', memberKeys, departments: ['POLICE'] };
  }
  function answer(department: 'POLICE' | 'EDUCATION'): Command {
    return { type: 'answerDataCheck', answers: [{ department, result: 'CLEAR', flags: [], note: '' }] };
  }

  describe('a signature under the authorisation', () => {
    test('may come from the family, the grid or the village, once for each member', () => {
      for (const who of [daughter, grid, cadre, taskforce])
        expect(when(recorded, who, authorize('son'), '2026-03-03 12:00')).toEqual(['AuthorizationSigned']);
      expect(when(recorded, townClerk, authorize('son'), '2026-03-03 12:00')).toEqual(['ROLE ROLE_MAY_NOT']);
      const signed = having(recorded, daughter, authorize('son'), '2026-03-03 12:00');
      expect(when(signed, cadre, authorize('son'), '2026-03-03 12:01')).toEqual([
        'INPUT ALREADY_AUTHORIZED memberKey',
      ]);
      expect(when(recorded, daughter, authorize('uncle'), '2026-03-03 12:00')).toEqual([
        'INPUT UNKNOWN_MEMBER memberKey',
      ]);
    });

    test('of the head may be given before the visit; nobody else is known then', () => {
      expect(when(given, daughter, authorize('head'), '2026-03-02 17:00')).toEqual(['AuthorizationSigned']);
      expect(when(given, daughter, authorize('son'), '2026-03-02 17:00')).toEqual([
        'INPUT UNKNOWN_MEMBER memberKey',
      ]);
    });

    test('does not pass to another person who is written under the same key (I2)', () => {
      const signed = having(recorded, daughter, authorize('son'), '2026-03-03 12:00');
      const otherSon = { ...F01_MEMBERS[2], key: 'son', name: '田志远' } as (typeof F01_MEMBERS)[number];
      const members = F01_MEMBERS.map((m) => (m.key === 'son' ? otherSon : m));
      const changed = having(signed, cadre, record({ members }), '2026-03-03 13:00');
      expect(when(changed, countyClerk, ask('son'), '2026-03-03 14:00')).toEqual([
        'INPUT AUTHORIZATION_MISSING memberKeys',
      ]);
    });

    test('stays when only the name was mistyped: the ID number tells who it is', () => {
      const withId = F01_MEMBERS.map((m) => (m.key === 'son' ? { ...m, idNo: idNo('2001-11-03', 13) } : m));
      const first = having(given, cadre, record({ members: withId }), '2026-03-03 10:00');
      const signed = having(first, daughter, authorize('son'), '2026-03-03 12:00');
      const mended = withId.map((m) => (m.key === 'son' ? { ...m, name: '田自强' } : m));
      const changed = having(signed, cadre, record({ members: mended }), '2026-03-03 13:00');
      expect(when(changed, countyClerk, ask('son'), '2026-03-03 14:00')).toEqual(['DataCheckRequested']);
    });
  });

  test('an ID number left out stays as it was known, but not under another name', () => {
    const unnamed = F01_MEMBERS.map((m) => ({ ...m, idNo: null }));
    const same = having(given, cadre, record({ members: unnamed }), '2026-03-03 10:00');
    expect(same.case?.members[0]?.idNo).toBe(report().idNo);
    const other = unnamed.map((m) => (m.key === 'head' ? { ...m, name: '田有禄' } : m));
    expect(
      having(given, cadre, record({ members: other }), '2026-03-03 10:00').case?.members[0]?.idNo,
    ).toBeNull();
  });

  describe('the comparison', () => {
    const bothSigned = having(
      having(recorded, daughter, authorize('head'), '2026-03-03 12:00'),
      daughter,
      authorize('son'),
      '2026-03-03 12:01',
    );

    test('asks about those who signed, beside the visit', () => {
      expect(when(bothSigned, countyClerk, ask('head', 'son'), '2026-03-03 14:00')).toEqual([
        'DataCheckRequested',
      ]);
      expect(when(bothSigned, countyClerk, ask('head', 'wife'), '2026-03-03 14:00')).toEqual([
        'INPUT AUTHORIZATION_MISSING memberKeys',
      ]);
      expect(when(bothSigned, countyClerk, ask('uncle'), '2026-03-03 14:00')).toEqual([
        'INPUT UNKNOWN_MEMBER memberKeys',
      ]);
      expect(when(given, countyClerk, ask('head'), '2026-03-03 14:00')).toEqual([
        'GUARD VERIFICATION_NOT_RECORDED',
      ]);
      expect(when(bothSigned, cadre, ask('head'), '2026-03-03 14:00')).toEqual(['ROLE ROLE_MAY_NOT']);
    });

    test('never asks about a child, and believes the ID number about the age', () => {
      const young = F01_MEMBERS.map((m) =>
        m.key === 'daughter' ? { ...m, idNo: idNo('2008-03-04', 14), birthDate: '1998-03-04' } : m,
      );
      const world = having(given, cadre, record({ members: young }), '2026-03-03 10:00');
      const signed = having(world, daughter, authorize('daughter'), '2026-03-03 11:00');
      expect(when(signed, countyClerk, ask('daughter'), '2026-03-03 14:00')).toEqual([
        'INPUT MINOR_CANNOT_BE_QUERIED memberKeys',
      ]);
      // She turns eighteen on the next day.
      expect(when(signed, countyClerk, ask('daughter'), '2026-03-04 00:00')).toEqual(['DataCheckRequested']);
    });

    test('is asked for once, answered by those who were asked, complete with the last answer', () => {
      const asked = having(
        f01('DATA_CHECK'),
        countyClerk,
        { type: 'requestDataCheck', memberKeys: ['head'], departments: ['POLICE', 'EDUCATION'] },
        '2026-03-04 10:00',
      );
      expect(when(asked, countyClerk, ask('head'), '2026-03-04 11:00')).toEqual([
        'GUARD DATA_CHECK_ALREADY_REQUESTED',
      ]);
      const dept = person('education', { role: 'DEPT', region: '990101', department: 'EDUCATION' });
      expect(when(asked, dept, answer('POLICE'), '2026-03-05 09:00')).toEqual([
        'INPUT NOT_YOUR_DEPARTMENT answers',
      ]);
      expect(when(asked, dept, answer('EDUCATION'), '2026-03-05 09:00')).toEqual(['DataCheckAnswered']);
      const half = having(asked, dept, answer('EDUCATION'), '2026-03-05 09:00');
      expect(when(half, countyClerk, answer('POLICE'), '2026-03-05 10:00')).toEqual([
        'DataCheckAnswered',
        'DataCheckCompleted → TRIAGE',
      ]);
      const tax: Command = {
        type: 'answerDataCheck',
        answers: [{ department: 'TAX', result: 'CLEAR', flags: [], note: '' }],
      };
      expect(when(asked, countyClerk, tax, '2026-03-05 09:00')).toEqual([
        'INPUT DEPARTMENT_NOT_ASKED answers',
      ]);
      expect(when(f01('DATA_CHECK'), countyClerk, tax, '2026-03-05 09:00')).toEqual([
        'GUARD DATA_CHECK_NOT_REQUESTED',
      ]);
    });
  });
});

describe('what is missing', () => {
  const given = f01('DATA_CHECK');
  const bill = { key: 'bill', kind: 'READABLE_PAPER', what: '单子', why: '看不清', memberKey: null } as const;
  const signature = {
    key: 'sig',
    kind: 'SIGNATURE',
    what: '签名',
    why: '要他同意',
    memberKey: 'wife',
  } as const;
  const ask = (...items: (typeof bill | typeof signature)[]): Command => ({
    type: 'requestSupplement',
    items,
    supervisorReason: '',
  });
  const give = (key: string, text: string, askForHelp = false): Command => ({
    type: 'provideSupplement',
    answers: [{ key, attachmentIds: [], text, askForHelp }],
  });
  const waiting = having(given, cadre, ask(bill, signature), '2026-03-05 09:00');

  test('stops the clock until all of it is there, then goes back where it came from', () => {
    expect(waiting.case?.state).toBe('SUPPLEMENT');
    expect(waiting.case?.pauses).toEqual([{ kind: 'SUPPLEMENT', from: at('2026-03-05 09:00'), to: null }]);
    const half = having(waiting, daughter, give('bill', '补拍了'), '2026-03-06 09:00');
    expect(half.case?.state).toBe('SUPPLEMENT');
    const sign: Command = {
      type: 'recordAuthorization',
      memberKey: 'wife',
      method: 'SCREEN',
      signatureId: 's1',
    };
    expect(when(half, daughter, sign, '2026-03-09 09:00')).toEqual([
      'AuthorizationSigned',
      'SupplementProvided',
      'SupplementCompleted → DATA_CHECK',
    ]);
    const whole = having(half, daughter, sign, '2026-03-09 09:00');
    expect(whole.case?.pauses).toEqual([
      { kind: 'SUPPLEMENT', from: at('2026-03-05 09:00'), to: at('2026-03-09 09:00') },
    ]);
  });

  test('does not wait again for departments that answered in the meantime', () => {
    const asked = having(
      having(
        given,
        countyClerk,
        { type: 'requestDataCheck', memberKeys: ['head'], departments: ['POLICE'] },
        '2026-03-05 08:00',
      ),
      cadre,
      ask(bill),
      '2026-03-05 09:00',
    );
    const answered = having(
      asked,
      countyClerk,
      {
        type: 'answerDataCheck',
        answers: [{ department: 'POLICE', result: 'CLEAR', flags: [], note: '' }],
      } as never,
      '2026-03-06 09:00',
    );
    expect(answered.case?.state).toBe('SUPPLEMENT');
    expect(when(answered, daughter, give('bill', '补拍了'), '2026-03-07 09:00')).toEqual([
      'SupplementProvided',
      'SupplementCompleted → TRIAGE',
    ]);
    const goesOn = having(answered, daughter, give('bill', '补拍了'), '2026-03-07 09:00');
    expect(goesOn.case?.steps.triage).toBe('2026-03-07');
  });

  test('is not given by asking for help, nor by an empty answer, nor by something else', () => {
    const helped = having(waiting, daughter, give('bill', '', true), '2026-03-06 09:00');
    expect(helped.case?.state).toBe('SUPPLEMENT');
    expect(when(helped, grid, give('bill', '拍好了'), '2026-03-06 10:00')).toEqual(['SupplementProvided']);
    expect(when(waiting, daughter, give('bill', ''), '2026-03-06 09:00')).toEqual([
      'INPUT EMPTY_SUPPLEMENT_ANSWER answers',
    ]);
    expect(when(waiting, daughter, give('car', '有'), '2026-03-06 09:00')).toEqual([
      'INPUT UNKNOWN_SUPPLEMENT_ITEM answers',
    ]);
  });

  test('is told once: a second return needs a reason', () => {
    const back = having(
      having(given, cadre, ask(bill), '2026-03-05 09:00'),
      daughter,
      give('bill', '补拍了'),
      '2026-03-05 10:00',
    );
    expect(when(back, cadre, ask(bill), '2026-03-05 11:00')).toEqual([
      'INPUT SECOND_RETURN_NEEDS_REASON supervisorReason',
    ]);
    const reasoned: Command = { type: 'requestSupplement', items: [bill], supervisorReason: '领导同意' };
    expect(when(back, cadre, reasoned, '2026-03-05 11:00')).toEqual(['SecondReturnAsked']);
    expect(when(given, cadre, ask(bill, bill), '2026-03-05 09:00')).toEqual([
      'INPUT SUPPLEMENT_ITEM_KEYS_REPEAT items',
    ]);
  });
});

describe('triage and appraisal', () => {
  const triaging = f01('TRIAGE');
  const triage = usual('triage');
  const meeting = usual('recordAppraisal');
  const appraising = f01('APPRAISAL');

  test('a proposal to include names type and risks, one not to include a reason', () => {
    expect(when(triaging, cadre, triage, '2026-03-06 09:00')).toEqual(['TriageCompleted → APPRAISAL']);
    expect(when(triaging, cadre, { ...triage, householdType: null }, '2026-03-06 09:00')).toEqual([
      'INPUT TYPE_AND_RISKS_NEEDED householdType',
    ]);
    expect(when(triaging, cadre, { ...triage, risks: [] }, '2026-03-06 09:00')).toEqual([
      'INPUT TYPE_AND_RISKS_NEEDED risks',
    ]);
    const against: Command = { ...triage, proposal: 'NOT_INCLUDE' };
    expect(when(triaging, cadre, against, '2026-03-06 09:00')).toEqual(['INPUT REASON_NEEDED reasonCode']);
    expect(when(triaging, cadre, { ...against, reasonCode: 'R02' }, '2026-03-06 09:00')).toEqual([
      'TriageCompleted → PROPOSE_REJECT',
    ]);
  });

  test.each([
    ['more than half for it', { yes: 6, no: 5 }, 'AppraisalRecorded → PUBLICITY'],
    ['half for it', { attendees: attendees(10), yes: 5, no: 5 }, 'AppraisalRecorded → PROPOSE_REJECT'],
    ['more abstaining than for it', { yes: 5, no: 0, abstain: 6 }, 'AppraisalRecorded → PROPOSE_REJECT'],
    ['too few people', { attendees: attendees(8), yes: 8 }, 'INPUT QUORUM attendees'],
    ['a vote too few', { yes: 10 }, 'INPUT VOTES_DO_NOT_ADD_UP yes'],
    [
      'somebody twice',
      { attendees: [...attendees(10), ...attendees(1)] },
      'INPUT ATTENDEE_REPEATS attendees',
    ],
    [
      'a recusal of somebody who was not there',
      { recusals: [{ name: '外人', relation: '亲戚' }] },
      'INPUT RECUSED_NOT_PRESENT recusals',
    ],
    [
      'a recusal that votes all the same',
      { recusals: [{ name: '村民一一', relation: '堂弟' }] },
      'INPUT VOTES_DO_NOT_ADD_UP yes',
    ],
    ['a meeting to come', { metAt: at('2026-03-06 19:00') }, 'INPUT MEETING_TIME_OUT_OF_RANGE metAt'],
    [
      'a meeting before the report',
      { metAt: at('2026-03-01 19:00') },
      'INPUT MEETING_TIME_OUT_OF_RANGE metAt',
    ],
  ] as const)('a meeting with %s', (_, changes, outcome) => {
    const command = { ...meeting, ...changes } as Command;
    expect(when(appraising, cadre, command, '2026-03-06 18:00')).toEqual([outcome]);
  });

  test.each([
    ['an odd number', { oddOnly: true }, attendees(10), 'INPUT ATTENDEES_ODD attendees'],
    ['enough villagers', { minVillagerShare: 0.9 }, attendees(11), 'INPUT TOO_FEW_VILLAGERS attendees'],
  ])('a county may ask for %s', (_, rule, present, refusal) => {
    const profile: Profile = { ...DEMO_2026, appraisal: { ...DEMO_2026.appraisal, ...rule } };
    const command = { ...meeting, attendees: present, yes: present.length };
    expect(when(f01('APPRAISAL', profile), cadre, command, '2026-03-06 18:00')).toEqual([refusal]);
  });
});

describe('a refusal', () => {
  const proposed = having(
    f01('TRIAGE'),
    cadre,
    { ...usual('triage'), proposal: 'NOT_INCLUDE', reasonCode: 'R01' },
    '2026-03-06 09:00',
  );

  test('is confirmed by the township, with a dossier when a mandatory prompt fired', () => {
    const refused = having(
      proposed,
      townLeader,
      { type: 'confirmRejection', opinion: '同意' },
      '2026-03-06 10:00',
    );
    expect(refused.case?.state).toBe('REJECTED');
    expect(refused.case?.rejection).toMatchObject({
      reasonCode: 'R01',
      // Three working days after a Friday.
      noticeDueOn: '2026-03-11',
      dossier: { reasonCode: 'R01', prompts: [{ rule: 'T-MEDICAL10K' }], revisitOn: '2026-06-04' },
    });
  });

  test('has no dossier when nothing mandatory fired', () => {
    const sheet = { ...F01_SHEET, rigid: [] };
    const world = F01.slice(0, 9).reduce<World>(
      (so, [local, who, command]) =>
        having(so, who, command.type === 'recordVerification' ? { ...command, sheet } : command, local),
      emptyWorld(),
    );
    const against = having(
      world,
      cadre,
      { ...usual('triage'), proposal: 'NOT_INCLUDE', reasonCode: 'R01' },
      '2026-03-06 09:00',
    );
    const refused = having(
      against,
      townLeader,
      { type: 'confirmRejection', opinion: '同意' },
      '2026-03-06 10:00',
    );
    expect(refused.case?.rejection?.dossier).toBeNull();
  });

  test('can be sent to the appraisal instead; whoever sent it does not appraise', () => {
    const both = person('both', { role: 'TOWN_LEADER', region: TOWN }, { role: 'VILLAGE', region: VILLAGE });
    const overturn: Command = { type: 'overturnRejection', opinion: '再议' };
    expect(when(proposed, both, overturn, '2026-03-06 10:00')).toEqual(['RejectionOverturned → APPRAISAL']);
    const sentBack = having(proposed, both, overturn, '2026-03-06 10:00');
    expect(when(sentBack, both, usual('recordAppraisal'), '2026-03-06 18:00')).toEqual([
      'GUARD SAME_PERSON_TWO_LEVELS',
    ]);
    expect(when(sentBack, cadre, usual('recordAppraisal'), '2026-03-06 18:00')).toEqual([
      'AppraisalRecorded → PUBLICITY',
    ]);
  });

  test('of a failed appraisal has the reason that remains', () => {
    const failed = having(
      f01('APPRAISAL'),
      cadre,
      { ...usual('recordAppraisal'), yes: 0, no: 11 },
      '2026-03-06 18:00',
    );
    const refused = having(
      failed,
      townLeader,
      { type: 'confirmRejection', opinion: '同意' },
      '2026-03-06 19:00',
    );
    expect(refused.case?.rejection?.reasonCode).toBe('R10');
  });
});

describe('publicity', () => {
  const appraised = f01('PUBLICITY');
  const post = usual('postPublicity');
  const posted = having(appraised, cadre, post, '2026-03-06 23:59');

  test('begins on the day after posting, whatever the hour, and is posted once', () => {
    expect(posted.case?.publicity).toMatchObject({ firstDay: '2026-03-07', lastDay: '2026-03-11', days: 5 });
    expect(when(posted, cadre, post, '2026-03-07 09:00')).toEqual(['GUARD PUBLICITY_ALREADY_POSTED']);
    expect(when(appraised, taskforce, post, '2026-03-06 19:00')).toEqual(['ROLE ROLE_MAY_NOT']);
  });

  test('is closed by the timer alone, after its last day', () => {
    const close: Command = { type: 'closePublicity' };
    expect(when(appraised, SYSTEM_CALLER, close, '2026-03-12 00:01')).toEqual(['GUARD PUBLICITY_NOT_POSTED']);
    expect(when(posted, SYSTEM_CALLER, close, '2026-03-11 23:59')).toEqual(['GUARD PUBLICITY_NOT_OVER']);
    expect(when(posted, SYSTEM_CALLER, close, '2026-03-12 00:00')).toEqual(['PublicityEnded → TOWN_REVIEW']);
    expect(when(posted, townLeader, close, '2026-03-12 00:00')).toEqual(['ROLE ROLE_MAY_NOT']);
  });

  test('has a second photo, on its last day or after', () => {
    const photo: Command = { type: 'photographBoard', photoId: 'board-2' };
    expect(when(appraised, grid, photo, '2026-03-07 09:00')).toEqual(['GUARD PUBLICITY_NOT_POSTED']);
    expect(when(posted, grid, photo, '2026-03-10 23:59')).toEqual(['GUARD END_PHOTO_TOO_EARLY']);
    expect(when(posted, grid, photo, '2026-03-11 00:00')).toEqual(['BoardPhotographed']);
    const taken = having(posted, grid, photo, '2026-03-11 00:00');
    expect(when(taken, cadre, photo, '2026-03-11 09:00')).toEqual(['GUARD END_PHOTO_ALREADY_TAKEN']);
  });
});

describe('the decision', () => {
  test('is prepared by the township, made by the county, announced by the township', () => {
    expect(when(f01('TOWN_REVIEW'), townLeader, usual('townReview'), '2026-03-12 10:00')).toEqual([
      'TownReviewed → COUNTY_DECISION',
    ]);
    expect(when(f01('COUNTY_DECISION'), countyLeader, usual('countyDecide'), '2026-03-13 10:00')).toEqual([
      'InclusionDecided → ANNOUNCED',
    ]);
    expect(when(f01('ANNOUNCED'), townClerk, usual('announce'), '2026-03-16 09:00')).toEqual([
      'AnnouncementPosted',
      'HouseholdIncluded → INCLUDED',
    ]);
  });

  test('names type and risks, or a reason', () => {
    const decide = usual('countyDecide');
    const given = f01('COUNTY_DECISION');
    expect(when(given, countyLeader, { ...decide, householdType: null }, '2026-03-13 10:00')).toEqual([
      'INPUT TYPE_AND_RISKS_NEEDED householdType',
    ]);
    const against: Command = { ...decide, decision: 'NOT_INCLUDE' };
    expect(when(given, countyLeader, against, '2026-03-13 10:00')).toEqual([
      'INPUT REASON_NEEDED reasonCode',
    ]);
    expect(when(given, countyLeader, { ...against, reasonCode: 'R05' }, '2026-03-13 10:00')).toEqual([
      'CaseRejected → REJECTED',
    ]);
  });

  test.each([
    ['townReview', 'TOWN_REVIEW', 'cadre', 'TOWN_LEADER', TOWN],
    ['countyDecide', 'COUNTY_DECISION', 'townLeader', 'COUNTY_LEADER', '990101'],
  ] as const)('%s is not for who signed one level below', (type, state, personId, role, region) => {
    const twoHats = person(personId, { role, region });
    expect(when(f01(state), twoHats, usual(type), '2026-03-13 12:00')).toEqual([
      'GUARD SAME_PERSON_TWO_LEVELS',
    ]);
  });
});

describe('a withdrawal', () => {
  const asked = having(
    f01('COUNTY_DECISION'),
    daughter,
    { type: 'requestWithdrawal', reason: '好了' },
    '2026-03-12 11:00',
  );
  const confirm = (voluntary: boolean): Command => ({
    type: 'confirmWithdrawal',
    by: 'PHONE',
    voluntary,
    note: '',
  });

  test('is asked for by the family and confirmed by a cadre', () => {
    expect(when(asked, cadre, confirm(true), '2026-03-12 12:00')).toEqual(['CaseWithdrawn → WITHDRAWN']);
    expect(when(asked, cadre, confirm(false), '2026-03-12 12:00')).toEqual(['WithdrawalDeclined']);
    expect(when(asked, daughter, confirm(true), '2026-03-12 12:00')).toEqual(['ROLE ROLE_MAY_NOT']);
    expect(when(f01('COUNTY_DECISION'), cadre, confirm(true), '2026-03-12 12:00')).toEqual([
      'GUARD NO_WITHDRAWAL',
    ]);
  });

  test('holds the decision up until it is cleared, and comes too late after it', () => {
    expect(when(asked, countyLeader, usual('countyDecide'), '2026-03-12 12:00')).toEqual([
      'GUARD WITHDRAWAL_PENDING',
    ]);
    const declined = having(asked, cadre, confirm(false), '2026-03-12 12:00');
    expect(when(declined, countyLeader, usual('countyDecide'), '2026-03-12 13:00')).toEqual([
      'InclusionDecided → ANNOUNCED',
    ]);
    const late: Command = { type: 'requestWithdrawal', reason: '' };
    expect(when(f01('ANNOUNCED'), daughter, late, '2026-03-13 12:00')).toEqual(['STATE WRONG_STATE']);
  });

  test.each([
    ['PUBLICITY', cadre, 'postPublicity'],
    ['TOWN_REVIEW', townLeader, 'townReview'],
    ['COUNTY_DECISION', countyLeader, 'countyDecide'],
  ] as const)('in %s it holds up what cannot be taken back', (state, who, type) => {
    const wish: Command = { type: 'requestWithdrawal', reason: '' };
    const pending = having(f01(state), daughter, wish, '2026-03-13 11:00');
    expect(when(pending, who, usual(type), '2026-03-13 12:00')).toEqual(['GUARD WITHDRAWAL_PENDING']);
    const declined = having(pending, cadre, confirm(false), '2026-03-13 12:00');
    expect(when(declined, who, usual(type), '2026-03-13 13:00')).not.toEqual(['GUARD WITHDRAWAL_PENDING']);
  });

  test('does not hold up the timer', () => {
    const posted = having(f01('PUBLICITY'), cadre, usual('postPublicity'), '2026-03-06 19:00');
    const pending = having(posted, daughter, { type: 'requestWithdrawal', reason: '' }, '2026-03-08 11:00');
    expect(when(pending, SYSTEM_CALLER, { type: 'closePublicity' }, '2026-03-12 00:01')).toEqual([
      'PublicityEnded → TOWN_REVIEW',
    ]);
  });

  test('is not for a proxy', () => {
    const proxied = having(
      nothingYet,
      neighbour,
      submitCommand(DEMO_2026, {
        report: report({ reporter: { relation: 'NEIGHBOUR', name: '邻居', reason: '不识字' } }),
      }),
      '2026-03-02 09:10',
    );
    expect(when(proxied, neighbour, { type: 'requestWithdrawal', reason: '' }, '2026-03-02 10:00')).toEqual([
      'ROLE ROLE_MAY_NOT',
    ]);
  });
});

describe('a measure', () => {
  const measure: Command = {
    type: 'recordMeasure',
    measureCode: 'HEA',
    name: '参保资助',
    department: '医保局',
    on: '2026-03-20',
    amountFen: 19_000,
    detail: '',
  };

  test('is recorded when it has happened, before or after inclusion, not after a refusal', () => {
    expect(when(f01('INCLUDED'), cadre, measure, '2026-03-20 10:00')).toEqual(['MeasureRecorded']);
    expect(when(f01('VERIFYING'), cadre, measure, '2026-03-20 10:00')).toEqual(['MeasureRecorded']);
    expect(when(f01('INCLUDED'), cadre, measure, '2026-03-19 23:59')).toEqual(['INPUT MEASURE_IN_FUTURE on']);
    const against: Command = { ...usual('countyDecide'), decision: 'NOT_INCLUDE', reasonCode: 'R02' };
    const refused = having(f01('COUNTY_DECISION'), countyLeader, against, '2026-03-13 10:00');
    expect(when(refused, cadre, measure, '2026-03-20 10:00')).toEqual(['STATE WRONG_STATE']);
  });
});

test('a history that does not begin with a report is broken, and said to be', () => {
  const { history } = f01('VERIFYING');
  expect(() => fold(history.slice(1))).toThrow('history begins with CaseAccepted');
  expect(() => fold([...history, ...history])).toThrow('a case is submitted once');
  expect(fold([])).toBeNull();
});
