import { type Caller, SYSTEM_CALLER } from '@shared/access';
import {
  ACTION_NAMES,
  type Case,
  type Command,
  clockOf,
  dueOn,
  escalations,
  holderOf,
  householdView,
  KINSHIP_ACTS,
  mayKnowObjector,
  objectionProgress,
  type PublicWords,
  proposalOf,
  staffView,
  sumsView,
  supplementReminders,
} from '@shared/casework';
import { contract } from '@shared/contract';
import { GANSU2023 } from '@shared/procedure';
import {
  at,
  attempt,
  cadre,
  countyClerk,
  countyLeader,
  daughter,
  emptyWorld,
  grid,
  NEXT_VILLAGE,
  person,
  TOWN,
  taskforce,
  townClerk,
  townLeader,
  VILLAGE,
  type World,
} from '@tests/support/casework';
import { f01, submitCommand } from '@tests/support/casework-f01';

/** Given a case, when somebody asks for something at a moment, then these events, or one refusal. */
function when(given: World, who: Caller, command: Command, local: string): string[] {
  const { decision } = attempt(given, who, command, at(local));
  if (decision.ok)
    return decision.events.map(({ type, to }) => (to === undefined ? type : `${type} → ${to}`));
  return [`${decision.refusal.kind} ${decision.refusal.code}`];
}

function having(given: World, ...steps: [who: Caller, command: Command, local: string][]): World {
  return steps.reduce((world, [who, command, local]) => {
    const { decision, world: next } = attempt(world, who, command, at(local));
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
    return next;
  }, given);
}

function caseOf({ case: c }: World): Case {
  if (c === null) throw new Error('no case');
  return c;
}

const OFFICES = {
  village: { office: '村委会', name: '', phone: '' },
  town: { office: '镇里', name: '', phone: '' },
  county: { office: '县里', name: '', phone: '' },
};
const family = (world: World, local: string) =>
  householdView(caseOf(world), world.profile, OFFICES, [], at(local));

const cadre2 = person('cadre2', { role: 'VILLAGE', region: VILLAGE });
const items = [
  { key: 'bill', kind: 'READABLE_PAPER', what: '单子', why: '看不清', memberKey: null } as const,
];
const askPapers: Command = { type: 'requestSupplement', items: [...items], supervisorReason: '' };
const papersIn: Command = {
  type: 'provideSupplement',
  answers: [{ key: 'bill', attachmentIds: [], text: '补拍了', askForHelp: false }],
};

describe('papers (domain.md 3.2)', () => {
  const asked = having(f01('VERIFYING'), [cadre, askPapers, '2026-03-05 09:00']);

  test('are due after five days, once more when extended, and not extended twice', () => {
    expect(dueOn(caseOf(asked), asked.profile, at('2026-03-05 10:00'))).toBe('2026-03-10');
    const longer = having(asked, [cadre, { type: 'extendSupplement', reason: '住院' }, '2026-03-06 09:00']);
    expect(dueOn(caseOf(longer), longer.profile, at('2026-03-06 10:00'))).toBe('2026-03-15');
    expect(family(longer, '2026-03-06 10:00')).toMatchObject({ dueOn: '2026-03-15', moreTimeGiven: true });
    expect(when(longer, cadre, { type: 'extendSupplement', reason: '又一次' }, '2026-03-07 09:00')).toEqual([
      'GUARD SUPPLEMENT_ALREADY_EXTENDED',
    ]);
  });

  test('messages on the first and third day, a person on the fourth unless one has been there', () => {
    const due = (world: World, today: string) => supplementReminders(caseOf(world), today).map((r) => r.kind);
    expect(due(asked, '2026-03-05')).toEqual([]);
    expect(due(asked, '2026-03-06')).toEqual(['MESSAGE']);
    expect(due(asked, '2026-03-09')).toEqual(['MESSAGE', 'MESSAGE', 'PERSON']);
    const called = having(asked, [
      grid,
      { type: 'recordReminder', how: 'PHONE', note: '' },
      '2026-03-07 09:00',
    ]);
    expect(due(called, '2026-03-09')).toEqual(['MESSAGE', 'MESSAGE']);
  });

  test('a case lapses only after its last day and after a person spoke with the family; thirty days it can come back', () => {
    const lapse: Command = { type: 'expireSupplement' };
    expect(when(asked, SYSTEM_CALLER, lapse, '2026-03-10 23:59')).toEqual(['GUARD SUPPLEMENT_NOT_OVER']);
    expect(when(asked, SYSTEM_CALLER, lapse, '2026-03-11 00:01')).toEqual(['GUARD NOBODY_REMINDED']);
    const called = having(asked, [
      grid,
      { type: 'recordReminder', how: 'VISIT', note: '' },
      '2026-03-09 09:00',
    ]);
    const lapsed = having(called, [SYSTEM_CALLER, lapse, '2026-03-11 00:01']);
    expect(family(lapsed, '2026-03-11 09:00').result).toEqual({
      kind: 'EXPIRED',
      on: '2026-03-11',
      reopenUntil: '2026-04-10',
    });
    const reopen: Command = { type: 'reopen', openCaseNo: null };
    expect(when(lapsed, daughter, reopen, '2026-04-11 09:00')).toEqual(['GUARD REOPEN_TOO_LATE']);
    expect(when(lapsed, daughter, { ...reopen, openCaseNo: '1' }, '2026-04-10 09:00')).toEqual([
      'INPUT DUPLICATE_OPEN_CASE',
    ]);
    const back = having(
      lapsed,
      [daughter, reopen, '2026-04-10 09:00'],
      [daughter, papersIn, '2026-04-11 09:00'],
    );
    expect(caseOf(back).state).toBe('VERIFYING');
    // Pause from 5 March to 11 April: the family's own days never count against it.
    expect(clockOf(caseOf(back), back.profile, at('2026-04-12 09:00'))).toMatchObject({ netDays: 4 });
  });

  test('what a department has answered is not demanded of the family', () => {
    const answered = f01('TRIAGE');
    const [one] = caseOf(answered).dataCheck?.answers ?? [];
    expect(one?.result).not.toBe('UNAVAILABLE');
    const paperOf = {
      POLICE: 'VEHICLE',
      BANK: 'DEPOSIT',
      MEDICAL_INSURANCE: 'INSURANCE',
      MARKET: 'BUSINESS',
    };
    const paper = paperOf[one?.department as keyof typeof paperOf];
    expect(paper).toBeDefined();
    const ask = { ...askPapers, items: [{ ...items[0], kind: 'MISSING_PAPER', paper }] } as Command;
    expect(when(answered, cadre, ask, '2026-03-06 09:00')).toEqual(['INPUT DEPARTMENT_HAS_ANSWERED']);
  });

  test('a second list goes to the township leader, and not to the one who wrote it', () => {
    const both = person(
      'both',
      { role: 'VILLAGE', region: VILLAGE },
      { role: 'TOWN_LEADER', region: VILLAGE.slice(0, 9) },
    );
    const once = having(asked, [daughter, papersIn, '2026-03-06 09:00']);
    const again: Command = { ...askPapers, supervisorReason: '还是看不清' } as Command;
    const waiting = having(once, [both, again, '2026-03-06 10:00']);
    const agree: Command = { type: 'decideSecondReturn', approve: true, opinion: '同意' };
    expect(staffView(caseOf(waiting), [], townLeader, waiting.profile, at('2026-03-06 11:00')).holder).toBe(
      'TOWN',
    );
    expect(when(waiting, both, agree, '2026-03-06 11:00')).toEqual(['GUARD OWN_SECOND_RETURN']);
    expect(when(waiting, cadre, again, '2026-03-06 11:00')).toEqual(['GUARD SECOND_RETURN_PENDING']);
    expect(when(waiting, townLeader, agree, '2026-03-06 11:00')).toEqual([
      'SupplementRequested → SUPPLEMENT',
    ]);
    const no: Command = { type: 'decideSecondReturn', approve: false, opinion: '够清楚了' };
    expect(when(waiting, townLeader, no, '2026-03-06 11:00')).toEqual(['SecondReturnDeclined']);
  });
});

describe('a refusal and its review (domain.md 3.3)', () => {
  const refused = having(
    f01('TRIAGE'),
    [
      cadre,
      {
        type: 'triage',
        proposal: 'NOT_INCLUDE',
        householdType: null,
        risks: [],
        needs: [],
        reasonCode: 'R01',
        opinion: '在线上',
      },
      '2026-03-06 09:00',
    ],
    [townLeader, { type: 'confirmRejection', opinion: '同意' }, '2026-03-06 15:00'],
  );
  const letter: Command = {
    type: 'deliverRefusal',
    how: 'VISIT',
    on: '2026-03-09',
    receivedBy: '户主',
    photoId: null,
    note: '',
  };
  const ask: Command = { type: 'requestReview', reason: '还是难', attachmentIds: [], openCaseNo: null };
  const sent = having(refused, [cadre, letter, '2026-03-09 09:00']);

  test('the letter is due within three working days, late it goes up', () => {
    expect(family(refused, '2026-03-06 16:00').refusalLetter).toEqual({
      dueOn: '2026-03-11',
      deliveredOn: null,
    });
    const late = escalations(caseOf(refused), refused.profile, at('2026-03-12 09:00'));
    expect(late).toEqual([
      {
        what: 'refusalNotice',
        severity: 'RED',
        dueOn: '2026-03-11',
        tell: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'],
      },
    ]);
    expect(escalations(caseOf(sent), sent.profile, at('2026-03-12 09:00'))).toEqual([]);
  });

  test('may be asked for within ten working days of the letter, once', () => {
    expect(family(sent, '2026-03-10 09:00').review).toMatchObject({ mayAsk: true, askUntil: '2026-03-23' });
    expect(when(sent, daughter, ask, '2026-03-23 23:00')).toEqual(['ReviewRequested → REVIEW']);
    expect(when(sent, daughter, ask, '2026-03-24 00:10')).toEqual(['GUARD REVIEW_TOO_LATE']);
    expect(when(refused, daughter, ask, '2026-05-01 09:00')).toEqual(['ReviewRequested → REVIEW']);
  });

  const fresh = [
    { personId: 'cadre2', name: '周正平', office: '' },
    { personId: 'townClerk', name: '何敏', office: '' },
  ];
  const finding: Command = {
    type: 'recordReviewFinding',
    visitedOn: '2026-03-12',
    finding: '看过',
    photoIds: [],
  };
  const asked = having(sent, [daughter, ask, '2026-03-12 09:00']);
  const looked = having(
    asked,
    [townClerk, { type: 'assignReviewers', verifiers: fresh }, '2026-03-12 10:00'],
    [cadre2, finding, '2026-03-12 11:00'],
    [townClerk, finding, '2026-03-12 12:00'],
  );
  const answer = (outcome: 'UPHOLD' | 'REVERIFY' | 'INCLUDE'): Command => ({
    type: 'answerReview',
    outcome,
    opinion: '看过了',
  });

  test('by two people who have not looked before; due in ten working days; answered by another', () => {
    const again = {
      type: 'assignReviewers',
      verifiers: [fresh[0], { personId: 'cadre', name: '李春梅', office: '' }],
    };
    expect(when(asked, townClerk, again as Command, '2026-03-12 10:00')).toEqual([
      'INPUT REVIEWER_LOOKED_BEFORE',
    ]);
    expect(family(asked, '2026-03-12 10:00')).toMatchObject({
      dueOn: '2026-03-26',
      review: { answerDueOn: '2026-03-26' },
    });
    expect(when(asked, townLeader, answer('UPHOLD'), '2026-03-12 10:00')).toEqual([
      'GUARD REVIEW_NOT_VERIFIED',
    ]);
    expect(when(looked, taskforce, finding, '2026-03-12 13:00')).toEqual(['GUARD NOT_A_REVIEWER']);
    // Whoever stands in for somebody who looked before, or for the other reviewer who has looked, is no fresh hand.
    const standIn = (personId: string, name: string) =>
      person('standIn', { role: 'VILLAGE', region: VILLAGE, onBehalfOf: { personId, name } });
    const lent = having(asked, [
      townClerk,
      {
        type: 'assignReviewers',
        verifiers: [{ personId: 'standIn', name: '贺某', office: '' }, ...fresh.slice(0, 1)],
      },
      '2026-03-12 10:00',
    ]);
    const half = having(lent, [cadre2, finding, '2026-03-12 11:00']);
    expect(
      [standIn('cadre', '李春梅'), standIn('somebody', '贺立')].map((one) =>
        when(lent, one, finding, '2026-03-12 12:00'),
      ),
    ).toEqual([['GUARD REVIEWER_LOOKED_BEFORE'], ['ReviewFindingRecorded']]);
    expect(when(half, standIn('cadre2', '周正平'), finding, '2026-03-12 12:00')).toEqual([
      'GUARD ALREADY_SIGNED',
    ]);
    // Who looked and was then replaced has looked all the same.
    const both = person('both', { role: 'VILLAGE', region: VILLAGE }, { role: 'TOWN_LEADER', region: TOWN });
    const sentFirst = { personId: 'both', name: '贺某', office: '' };
    const replaced = having(
      asked,
      [
        townClerk,
        { type: 'assignReviewers', verifiers: [sentFirst, ...fresh.slice(0, 1)] },
        '2026-03-12 10:00',
      ],
      [both, finding, '2026-03-12 10:30'],
      [townClerk, { type: 'assignReviewers', verifiers: fresh }, '2026-03-12 10:40'],
      [cadre2, finding, '2026-03-12 11:00'],
      [townClerk, finding, '2026-03-12 12:00'],
    );
    expect(when(replaced, both, answer('UPHOLD'), '2026-03-12 13:00')).toEqual([
      'GUARD REVIEWER_CANNOT_ANSWER',
    ]);
    expect(when(replaced, townLeader, answer('UPHOLD'), '2026-03-12 13:00')).toEqual([
      'ReviewAnswered → REJECTED',
    ]);
  });

  test('upheld it stands; otherwise other people verify, or it goes to the appraisal, without the days between', () => {
    const local = '2026-03-16 09:00';
    expect(when(looked, townLeader, answer('UPHOLD'), local)).toEqual(['ReviewAnswered → REJECTED']);
    expect(when(looked, townLeader, answer('INCLUDE'), local)).toEqual(['ReviewAnswered → APPRAISAL']);
    const anew = having(looked, [townLeader, answer('REVERIFY'), local]);
    expect(caseOf(anew)).toMatchObject({ state: 'VERIFYING', verifiers: fresh, rejection: null });
    expect(clockOf(caseOf(anew), anew.profile, at(local))).toMatchObject({ grossDays: 14, netDays: 4 });
    const upheld = having(looked, [townLeader, answer('UPHOLD'), local]);
    expect(when(upheld, daughter, ask, '2026-03-17 09:00')).toEqual(['GUARD REVIEWED_ALREADY']);
    expect(caseOf(upheld).rejection?.dossier).not.toBeNull();
  });
});

describe('an objection (domain.md 3.3, 3.0)', () => {
  const posted = f01('PUBLICITY');
  const shown = caseOf(posted).publicity === null ? null : posted;
  const hung =
    shown ??
    having(posted, [cadre, { type: 'postPublicity', noticeId: 'n', photoId: 'p' }, '2026-03-06 19:00']);
  const file: Command = {
    type: 'fileObjection',
    objectionId: 'o1',
    statement: '有大车',
    objector: { name: '某某某', phone: '19900000099' },
    aboutCadre: false,
    channel: 'BOX',
  };
  const look: Command = { type: 'recordInvestigation', objectionId: 'o1', record: '查过', photoIds: [] };
  const answer = (verdict: 'UPHELD' | 'NOT_UPHELD', factsChanged: boolean): Command => ({
    type: 'answerObjection',
    objectionId: 'o1',
    verdict,
    answer: '查过了' as PublicWords,
    factsChanged,
  });
  const filed = having(hung, [grid, file, '2026-03-08 09:00']);

  test('only while the notice hangs; who verified does not judge it; the village not about its own cadre', () => {
    expect(when(hung, grid, file, '2026-03-12 00:01')).toEqual(['GUARD OBJECTION_TOO_LATE']);
    expect(when(filed, cadre, look, '2026-03-09 09:00')).toEqual(['GUARD VERIFIER_CANNOT_HANDLE']);
    const ofCadre = having(hung, [grid, { ...file, aboutCadre: true } as Command, '2026-03-08 09:00']);
    expect(when(ofCadre, cadre2, look, '2026-03-09 09:00')).toEqual(['GUARD TOWN_HANDLES_OBJECTION']);
    expect(when(ofCadre, townClerk, look, '2026-03-09 09:00')).toEqual(['ObjectionInvestigated']);
    expect(when(filed, cadre2, answer('NOT_UPHELD', false), '2026-03-09 09:00')).toEqual([
      'INPUT NOT_INVESTIGATED',
    ]);
  });

  test('unfounded: the remaining days and no more, and the clock of the case stood still', () => {
    const local = '2026-03-10 09:00';
    const done = having(filed, [cadre2, look, local], [cadre2, answer('NOT_UPHELD', false), local]);
    expect(caseOf(done)).toMatchObject({ state: 'PUBLICITY', publicity: { lastDay: '2026-03-13' } });
    expect(clockOf(caseOf(done), done.profile, at(local))).toMatchObject({ grossDays: 8, netDays: 6 });
    expect(when(done, SYSTEM_CALLER, { type: 'closePublicity' }, '2026-03-13 23:00')).toEqual([
      'GUARD PUBLICITY_NOT_OVER',
    ]);
    expect(family(done, local)).toMatchObject({ dueOn: '2026-03-13', publicity: { lastDay: '2026-03-13' } });
  });

  test('founded and facts changed: looked at anew, and a new round of publicity', () => {
    const local = '2026-03-10 09:00';
    const anew = having(filed, [cadre2, look, local], [cadre2, answer('UPHELD', true), local]);
    expect(caseOf(anew)).toMatchObject({
      state: 'TRIAGE',
      publicity: null,
      pastPublicities: [{ noticeId: expect.any(String) }],
    });
    expect(when(filed, cadre2, answer('NOT_UPHELD', true), local)).toEqual(['INPUT NOT_INVESTIGATED']);
  });

  test('who led the appraisal does not judge it; a village in which everybody looked hands it to the township', () => {
    const led = caseOf(filed).appraisal?.convenor ?? '';
    const chair = { ...cadre2, personId: 'p-chair', name: led };
    expect(when(filed, chair, look, '2026-03-09 09:00')).toEqual(['GUARD CHAIR_CANNOT_HANDLE']);
    const up: Command = { type: 'handUpObjection', objectionId: 'o1', reason: '村里的人都去看过' };
    const handed = having(filed, [chair, up, '2026-03-09 09:00']);
    expect(holderOf(caseOf(filed))).toBe('VILLAGE');
    expect(holderOf(caseOf(handed))).toBe('TOWN');
    expect(when(handed, cadre2, look, '2026-03-09 10:00')).toEqual(['GUARD TOWN_HANDLES_OBJECTION']);
    expect(when(handed, cadre, up, '2026-03-09 10:00')).toEqual(['GUARD TOWN_HAS_OBJECTION']);
    expect(when(handed, townClerk, look, '2026-03-09 10:00')).toEqual(['ObjectionInvestigated']);
  });

  test('says something in one of three ways; passed on says to whom; told and rated once', () => {
    const local = '2026-03-10 09:00';
    expect(when(hung, grid, { ...file, statement: '' } as Command, '2026-03-08 09:00')).toEqual([
      'INPUT OBJECTION_SAYS_NOTHING',
    ]);
    expect(when(hung, grid, { ...file, statement: '', voiceId: 'v' } as Command, '2026-03-08 09:00')).toEqual(
      ['ObjectionFiled → OBJECTION'],
    );
    const passedOn = { ...answer('NOT_UPHELD', false), verdict: 'PASSED_ON' } as Command;
    expect(when(filed, cadre2, passedOn, local)).toEqual(['INPUT PASSED_TO_NEEDED']);
    const told: Command = { type: 'tellObjector', objectionId: 'o1', how: 'PHONE' };
    const rated: Command = { type: 'rateObjection', objectionId: 'o1', satisfied: 'YES' };
    expect(when(filed, cadre2, told, local)).toEqual(['GUARD NOBODY_TO_TELL']);
    const done = having(filed, [cadre2, { ...passedOn, passedTo: '镇纪委' } as Command, local]);
    expect(objectionProgress(caseOf(done).objections[0] as never, done.profile)).toEqual({
      stage: 'ANSWERED',
      filedOn: '2026-03-08',
      answerDueOn: null,
      answer: { on: '2026-03-10', verdict: 'PASSED_ON', words: '查过了', passedTo: '镇纪委' },
      mayRate: true,
    });
    const after = having(done, [cadre2, told, local], [SYSTEM_CALLER, rated, local]);
    expect(caseOf(after).objections[0]).toMatchObject({
      told: { how: 'PHONE' },
      rating: { satisfied: 'YES' },
    });
    expect(when(after, cadre2, told, local)).toEqual(['GUARD NOBODY_TO_TELL']);
    expect(when(after, SYSTEM_CALLER, rated, local)).toEqual(['GUARD OBJECTION_RATED']);
    expect(when(done, cadre, told, local)).toEqual(['GUARD VERIFIER_CANNOT_HANDLE']);
  });

  test('who objected is read by those who handle it, never by the family or the county', () => {
    const spoken = having(hung, [
      grid,
      { ...file, voiceId: 'v', photoIds: ['p'] } as Command,
      '2026-03-08 09:00',
    ]);
    const read = (who: Caller) => staffView(caseOf(spoken), [], who, spoken.profile, at('2026-03-08 10:00'));
    const objection = caseOf(spoken).objections[0] as NonNullable<ReturnType<typeof caseOf>['objections'][0]>;
    for (const who of [townClerk, grid, countyClerk, cadre, cadre2])
      expect(JSON.stringify(read(who))).not.toContain('某某某');
    expect(read(townClerk).objections).toMatchObject([{ handles: true, voiceId: 'v', photoIds: ['p'] }]);
    // A voice is known in a village: the verifier does not hear it either.
    expect(read(cadre).objections).toMatchObject([{ handles: false, voiceId: null, photoIds: [] }]);
    const knows = [townClerk, cadre2, cadre, grid, countyClerk].map((who) =>
      mayKnowObjector(caseOf(spoken), who, objection),
    );
    expect(knows).toEqual([true, true, false, false, false]);
    expect(JSON.stringify(family(filed, '2026-03-08 10:00'))).not.toContain('某某某');
  });
});

describe('what a report turns out to be (domain.md 3.1, 3.9)', () => {
  const twin = having(emptyWorld(), [
    daughter,
    submitCommand(undefined, { duplicateOf: 'case-0' }),
    '2026-03-02 09:10',
  ]);
  const one = having(emptyWorld(), [daughter, submitCommand(), '2026-03-02 09:10']);

  test('a second report is not accepted beside the first: it is merged, or shown to be none', () => {
    const accept: Command = { type: 'accept', verifiers: [] };
    expect(when(twin, cadre, accept, '2026-03-02 10:00')).toEqual(['GUARD DUPLICATE_TO_MERGE']);
    const merge: Command = { type: 'merge', intoCaseId: 'case-0', intoCaseNo: '1', opinion: '同一家' };
    expect(when(twin, cadre, merge, '2026-03-02 10:00')).toEqual(['CaseMerged → MERGED']);
    const release: Command = { type: 'releaseDuplicate', openCaseNo: null, opinion: '那件撤了' };
    expect(when(twin, cadre, release, '2026-03-02 10:00')).toEqual(['DuplicateReleased']);
    expect(when(one, cadre, release, '2026-03-02 10:00')).toEqual(['GUARD NO_DUPLICATE']);
  });

  test('the township sends it where it belongs; the clock runs on from the first clue', () => {
    const go: Command = { type: 'transfer', village: NEXT_VILLAGE, reason: '户口在那边', newCase: null };
    expect(when(one, cadre, go, '2026-03-03 09:00')).toEqual(['ROLE ROLE_MAY_NOT']);
    const gone = having(one, [townClerk, go, '2026-03-03 09:00']);
    expect(caseOf(gone)).toMatchObject({ state: 'SUBMITTED', village: NEXT_VILLAGE, verifiers: [] });
    // Whoever reported it is told where to, until that village has it.
    expect(family(gone, '2026-03-03 09:00')).toMatchObject({
      transfer: { on: '2026-03-03', village: NEXT_VILLAGE },
      holder: { level: 'VILLAGE' },
    });
    expect(clockOf(caseOf(gone), gone.profile, at('2026-03-03 09:00')).cluedOn).toBe('2026-03-02');
    expect(when(gone, cadre, { type: 'accept', verifiers: [] }, '2026-03-03 10:00')).toEqual([
      'HIDDEN NOT_FOUND',
    ]);
  });

  test('the same facts not long ago must be shown', () => {
    const not = (refusedOn: string | null): Command => ({
      type: 'notAccept',
      reasonCode: 'SAME_FACTS',
      opinion: '没有新情况',
      previous: refusedOn === null ? null : { caseNo: '1', refusedOn },
    });
    expect(when(one, cadre, not(null), '2026-03-02 10:00')).toEqual(['INPUT NO_RECENT_REFUSAL']);
    expect(when(one, cadre, not('2025-12-01'), '2026-03-02 10:00')).toEqual(['INPUT NO_RECENT_REFUSAL']);
    expect(when(one, cadre, not('2025-12-02'), '2026-03-02 10:00')).toEqual([
      'CaseNotAccepted → NOT_ACCEPTED',
    ]);
  });
});

describe('who steps back, what is false', () => {
  test('a relative neither verifies nor decides, whoever appointed it; others name it from the township on', () => {
    const kin = having(f01('VERIFYING'), [
      cadre,
      { type: 'declareKinship', person: null, relation: '堂弟' },
      '2026-03-03 09:00',
    ]);
    expect(
      when(kin, cadre, { type: 'signVerification', opinion: '属实', signatureId: null }, '2026-03-03 10:00'),
    ).toEqual(['GUARD KIN_MUST_STEP_BACK']);
    const named: Command = {
      type: 'declareKinship',
      person: { personId: 'townLeader', name: '陈立', office: '' },
      relation: '表兄',
    };
    expect(when(kin, taskforce, named, '2026-03-03 10:00')).toEqual(['INPUT KIN_OF_OTHERS_BY_TOWN']);
    expect(when(kin, townClerk, named, '2026-03-03 10:00')).toEqual(['KinshipDeclared']);
  });

  test('whoever signs says that the family is no kin: not said, nothing is done; said, it is in the event and the dossier', () => {
    const review: Command = { type: 'townReview', opinion: '同意' };
    const town = f01('TOWN_REVIEW');
    expect(when(town, townLeader, { ...review, kinshipDeclared: false }, '2026-03-12 10:00')).toEqual([
      'INPUT KINSHIP_NOT_DECLARED',
    ]);
    const signed = attempt(town, townLeader, review, at('2026-03-12 10:00'));
    expect(signed.decision).toMatchObject({ ok: true, events: [{ kinshipDeclared: true }] });
    // The word is in the history that staff read, and is each signer's once in the case.
    const done = f01('INCLUDED');
    expect(caseOf(done).unrelated.map(({ name }) => name)).toEqual([
      '李春梅',
      '王建军',
      'townLeader某',
      'countyLeader某',
    ]);
    const lines = staffView(
      caseOf(done),
      done.history,
      townLeader,
      done.profile,
      at('2026-03-16 09:00'),
    ).history;
    expect(lines.filter(({ unrelated }) => unrelated).map(({ type }) => type)).toEqual([
      'VerificationSigned',
      'VerificationSigned',
      'TriageCompleted',
      'AppraisalRecorded',
      'TownReviewed',
      'InclusionDecided',
    ]);
    // Who is kin cannot say otherwise: the lock comes first.
    const kin = having(town, [
      townLeader,
      { type: 'declareKinship', person: null, relation: '表弟' },
      '2026-03-12 09:00',
    ]);
    expect(when(kin, townLeader, review, '2026-03-12 10:00')).toEqual(['GUARD KIN_MUST_STEP_BACK']);
  });

  test('each act that is signed asks for the word, and no other does', () => {
    for (const act of KINSHIP_ACTS) expect(ACTION_NAMES).toContain(act);
    const asks = Object.values(contract.reviews)
      .filter(({ input }) => 'kinshipDeclared' in input.shape)
      .map(({ name }) => name.replace('reviews.', ''));
    expect([...asks].sort()).toEqual([...KINSHIP_ACTS].sort());
  });

  test('nobody is struck off unheard; an included family leaves the list, another is refused', () => {
    const facts: Command = { type: 'reportFalseStatement', facts: '有楼房', attachmentIds: [] };
    const hear: Command = { type: 'hearHousehold', statement: '是借住的', photoIds: [] };
    const decide: Command = { type: 'decideFalseStatement', confirmed: true, opinion: '不实' };
    const included = having(f01('INCLUDED'), [cadre, facts, '2026-04-01 09:00']);
    expect(when(included, countyLeader, decide, '2026-04-01 10:00')).toEqual(['GUARD HOUSEHOLD_NOT_HEARD']);
    const heard = having(included, [cadre, hear, '2026-04-02 09:00']);
    expect(when(heard, countyLeader, decide, '2026-04-02 10:00')).toEqual([
      'FalseStatementDecided',
      'HouseholdRemoved → RECTIFIED_REMOVED',
    ]);
    // The family reads that it is heard, never what was said nor by whom.
    expect(family(included, '2026-04-01 10:00').hearing).toMatchObject({
      since: '2026-04-01',
      heardOn: null,
    });
    expect(family(heard, '2026-04-02 10:00').hearing).toMatchObject({
      since: '2026-04-01',
      heardOn: '2026-04-02',
    });
    expect(JSON.stringify(family(heard, '2026-04-02 10:00'))).not.toMatch(/楼房|李春梅说/);
    const open = having(f01('TOWN_REVIEW'), [cadre, facts, '2026-03-12 09:00']);
    expect(when(open, townLeader, { type: 'townReview', opinion: '同意' }, '2026-03-12 10:00')).toEqual([
      'GUARD FALSE_STATEMENT_PENDING',
    ]);
    // Confirmed, the case is refused by two events: no slip, so none of them is undone.
    const known = having(open, [cadre, hear, '2026-03-12 11:00']);
    expect(when(known, countyLeader, decide, '2026-03-12 12:00')).toEqual([
      'CaseRejected → REJECTED',
      'FalseStatementDecided',
    ]);
    const ended = having(known, [countyLeader, decide, '2026-03-12 12:00']);
    expect(when(ended, countyLeader, { type: 'undoDecision' }, '2026-03-12 12:00')).toEqual([
      'STATE UNDO_OVER',
    ]);
    // Nor is it refused for something else meanwhile: the reproach would stay open behind a closed case.
    const refuse: Command = { type: 'townReject', reasonCode: 'R01', opinion: '不纳入' };
    expect(when(open, townLeader, refuse, '2026-03-12 10:00')).toEqual(['GUARD FALSE_STATEMENT_PENDING']);
  });
});

test('what a family says by itself is beside the visit, read before anything is decided, and the letter says so', () => {
  const facts: Command = { type: 'reportFalseStatement', facts: '有楼房', attachmentIds: [] };
  const own: Command = { type: 'giveOwnWords', text: '楼房是弟弟的', voiceId: null, photoIds: [] };
  const hear: Command = { type: 'hearHousehold', statement: '是借住的', photoIds: [] };
  const decide: Command = { type: 'decideFalseStatement', confirmed: true, opinion: '不实' };
  const open = having(f01('TOWN_REVIEW'), [cadre, facts, '2026-03-12 09:00']);
  expect(when(f01('TOWN_REVIEW'), daughter, own, '2026-03-12 09:00')).toEqual(['GUARD NO_FALSE_STATEMENT']);
  expect(when(open, cadre, own, '2026-03-12 09:10')).toEqual(['ROLE ROLE_MAY_NOT']);
  const said = having(open, [daughter, own, '2026-03-12 09:10']);
  expect(when(said, countyLeader, decide, '2026-03-12 09:20')).toEqual(['GUARD HOUSEHOLD_NOT_HEARD']);
  const heard = having(said, [cadre, hear, '2026-03-12 11:00']);
  expect(when(heard, countyLeader, decide, '2026-03-12 12:00')).toEqual(['INPUT OWN_WORDS_NOT_READ']);
  const ended = having(heard, [countyLeader, { ...decide, wordsRead: true }, '2026-03-12 12:00']);
  expect(family(ended, '2026-03-12 12:00').hearing).toEqual({
    since: '2026-03-12',
    heardOn: '2026-03-12',
    ownWords: [{ on: '2026-03-12', text: '楼房是弟弟的', hasVoice: false, photoCount: 0 }],
    decidedOn: '2026-03-12',
  });
  // Cleared up, nothing of it is shown any more; five times are enough.
  const cleared = having(heard, [
    countyLeader,
    { ...decide, confirmed: false, wordsRead: true },
    '2026-03-12 12:00',
  ]);
  expect(family(cleared, '2026-03-12 12:00').hearing).toBeNull();
  const often = having(
    open,
    ...[1, 2, 3, 4, 5].map((n): Parameters<typeof having>[1] => [daughter, own, `2026-03-12 09:1${n}`]),
  );
  expect(when(often, daughter, own, '2026-03-12 10:00')).toEqual(['GUARD OWN_WORDS_ENOUGH']);
});

test('in the green channel the cap runs from the day of help, and its papers have their own date', () => {
  const helped = having(
    f01('VERIFYING'),
    [cadre, { type: 'openGreenChannel', reason: '房子着火' }, '2026-03-03 09:00'],
    [
      cadre,
      {
        type: 'recordMeasure',
        measureCode: 'COM',
        name: '临时救助',
        department: '民政局',
        on: '2026-03-03',
        amountFen: 4_000_00,
        detail: '',
        emergency: true,
      },
      '2026-03-03 10:00',
    ],
  );
  expect(clockOf(caseOf(helped), helped.profile, at('2026-03-03 11:00'))).toMatchObject({
    cluedOn: '2026-03-03',
    capDueOn: '2026-03-18',
  });
  const late = escalations(caseOf(helped), helped.profile, at('2026-04-01 09:00'));
  expect(late.find(({ what }) => what === 'helpPapers')).toMatchObject({
    severity: 'RED',
    dueOn: '2026-03-31',
  });
  expect(late[0]?.severity).toBe('RED');
});

test('a step that is late is told upward, further the longer it lasts; nothing is decided by it', () => {
  const c = caseOf(f01('TRIAGE', GANSU2023));
  const tell = (local: string) =>
    escalations(c, GANSU2023, at(local)).find(({ what }) => what === 'triage')?.tell ?? [];
  expect(tell('2026-03-06 09:00')).not.toContain('TOWN_LEADER');
  expect(tell('2026-03-10 09:00')).toEqual(expect.arrayContaining(['VILLAGE', 'TOWN_LEADER']));
  expect(tell('2026-03-16 09:00')).toEqual(
    expect.arrayContaining(['VILLAGE', 'TOWN_LEADER', 'COUNTY_LEADER']),
  );
});

test('triage proposes a type, risks and needs, each with its reason, and what does not fit together', () => {
  const proposal = proposalOf(caseOf(f01('TRIAGE')), at('2026-03-06 09:00'));
  expect(proposal).toMatchObject({
    householdType: { value: 'SUDDEN', because: ['ABOVE_LINE_SHOCK'] },
    risks: [
      { value: 'ILLNESS', because: 'REPORTED' },
      { value: 'SCHOOLING', because: 'REPORTED' },
    ],
    needs: [{ value: 'MEDICAL_COST', because: 'ASKED' }],
  });
  expect(proposal?.inconsistencies.map(({ rule }) => rule)).toEqual(['ID_MISSING', 'HOUSE_NOT_GRADED']);
  expect(proposalOf(caseOf(f01('VERIFYING')), at('2026-03-03 09:00'))).toBeNull();
});

test('sent back, the family reads by which office, when and which step comes again, until that step is past', () => {
  const back: Command = { type: 'townReturn', returnTo: 'APPRAISAL', opinion: '记录不全，内部话' };
  const returned = having(f01('TOWN_REVIEW'), [townLeader, back, '2026-03-12 09:00']);
  const view = family(returned, '2026-03-12 10:00');
  expect(view.returned).toEqual({ on: '2026-03-12', by: 'TOWN', step: 'APPRAISAL' });
  expect(JSON.stringify(view)).not.toContain('内部话');
  expect(family(f01('TOWN_REVIEW'), '2026-03-12 10:00').returned).toBeNull();
});

test('the sums that a family reads add up to its figures, and carry no note of staff', () => {
  const c = caseOf(f01('TOWN_REVIEW'));
  const sums = sumsView(c);
  if (sums === null) throw new Error('no visit');
  const total = (rows: readonly { amountFen: number }[]) => rows.reduce((sum, row) => sum + row.amountFen, 0);
  expect(total(sums.income)).toBe(sums.grossFen);
  expect(total(sums.costs)).toBe(sums.costsFen);
  expect(sums.grossFen - sums.costsFen).toBe(sums.netFen);
  expect(sums.spent.reduce((sum, row) => sum + row.countedFen, 0)).toBe(sums.spentFen);
  for (const row of sums.spent) expect(row.paidFen - row.backFen).toBe(row.selfPaidFen);
  expect(sums.netFen + sums.claimsFen - sums.excludedAidFen - sums.spentFen).toBe(sums.referenceFen);
  expect(sumsView(caseOf(f01('VERIFYING')))).toBeNull();
  const noted = sumsView({
    ...c,
    verification: c.verification && {
      ...c.verification,
      record: {
        ...c.verification.record,
        sheet: {
          ...c.verification.record.sheet,
          income: [{ code: 'A1', amountFen: 1, basis: 'ESTIMATE', reason: '我不信', note: '记着' }],
        },
      },
    },
  });
  expect(noted?.income).toEqual([{ code: 'A1', amountFen: 1, estimated: true }]);
});
