import { type Caller, SYSTEM_CALLER } from '@shared/access';
import {
  CASE_STATES,
  type Case,
  type CaseState,
  clockOf,
  type HouseholdCaseView,
  HouseholdCaseView as HouseholdSchema,
  householdView,
  mayRead,
  type Offices,
  publicView,
  queueRow,
  StaffCaseView as StaffSchema,
  staffView,
} from '@shared/casework';
import { caseHint, caseTitle, stepSentence, stepWhen } from '@shared/messages';
import { GANSU2023, type Profile } from '@shared/procedure';
import {
  at,
  attempt,
  cadre,
  countyClerk,
  daughter,
  F01_MEMBERS,
  grid,
  person,
  townLeader,
  VILLAGE,
  type World,
} from '@tests/support/casework';
import { f01 } from '@tests/support/casework-f01';

const OFFICES: Offices = {
  village: { office: '青禾村村委会', name: '值班', phone: '0990-000 0101' },
  town: { office: '云岭镇农业农村办', name: '何敏', phone: '0990-000 0110' },
  county: { office: '示例县农业农村局', name: '吴海燕', phone: '0990-000 0120' },
};

function caseOf(world: World): Case {
  if (world.case === null) throw new Error('no case');
  return world.case;
}

const family = (world: World, local: string): HouseholdCaseView =>
  householdView(caseOf(world), world.profile, OFFICES, ['requestWithdrawal'], at(local));

const desk = (world: World, who: Caller, local: string) =>
  staffView(caseOf(world), world.history, who, world.profile, at(local));

/** The eight lines of page 04: name of the step, its date as the family reads it, the sentence beneath. */
function lines(view: HouseholdCaseView): string[] {
  return view.steps.map((step) => `${step.status} ${stepWhen(step, 5)} ${stepSentence(step, view)}`);
}

describe('the family on 4 March, two days after its report (ux.md 04)', () => {
  const view = family(f01('VERIFYING'), '2026-03-04 10:00');

  test('reads the dates by which each step happens', () => {
    expect(lines(view)).toEqual([
      'DONE 3月2日 田晓雨替田有福申报',
      'DONE 3月2日 村委会 李春梅',
      'NOW 3月5日前 李春梅、王建军到家里看情况',
      'TODO 3月7日前 部门查对，等全家大人签名',
      'TODO 3月8日前 村里开会商量',
      'TODO 满 5 天 贴出来让大家看，不写病情',
      'TODO 3月16日前 镇里看、县里定',
      'TODO 3月17日前 不管行不行，都会告诉您',
    ]);
  });

  test('reads where it stands, since when, and who holds it', () => {
    expect(caseTitle(view)).toBe('正在入户核实');
    expect(caseHint(view)).toBe('已经 2 天，最晚 3月17日告诉您结果');
    expect(view.holder).toEqual({ level: 'VILLAGE', contact: { ...OFFICES.village, name: '李春梅' } });
    expect(view.dueOn).toBe('2026-03-05');
  });

  test('sees its ID number and phone masked', () => {
    expect(view.report.idNoMasked).toMatch(/^990101\*{10}\d{4}$/);
    expect(view.report.phoneMasked).toBe('199****0001');
  });

  test('is told whose signature is missing', () => {
    expect(view.unsigned).toEqual([{ memberKey: 'head', name: '田有福', away: false }]);
    const recorded = family(f01('DATA_CHECK'), '2026-03-04 10:00');
    expect(recorded.unsigned.map((member) => member.name)).toEqual(['李桂花', '田晓雨']);
  });

  test('a day late, reads by how much, and later dates that have not passed', () => {
    const late = family(f01('VERIFYING'), '2026-03-06 10:00');
    expect(late.overdueDays).toBe(1);
    expect(late.steps[2]).toMatchObject({ status: 'LATE', on: '2026-03-05' });
    expect(late.steps.slice(3).every((step) => step.on === null || step.on >= '2026-03-06')).toBe(true);
  });
});

test('under the profile of another county the family reads other dates, of the same steps', () => {
  const view = family(f01('VERIFYING', GANSU2023), '2026-03-04 10:00');
  expect(view.steps.map((step) => step.on)).toEqual([
    '2026-03-02',
    '2026-03-02',
    '2026-03-09',
    '2026-03-09',
    '2026-03-11',
    '2026-03-16',
    '2026-03-20',
    '2026-03-23',
  ]);
});

describe('while the notice hangs', () => {
  const posted = f01('TOWN_REVIEW');
  const hanging: World = {
    ...posted,
    case: { ...caseOf(posted), state: 'PUBLICITY', publicity: unended(caseOf(posted)) },
  };

  test.each([
    ['2026-03-06 20:00', 5],
    ['2026-03-07 00:00', 5],
    ['2026-03-08 12:00', 4],
    ['2026-03-11 23:59', 1],
  ])('at %s the family reads %d days left', (local, left) => {
    expect(family(hanging, local).publicity?.daysLeft).toBe(left);
  });

  test('is shown as ended once the timer has closed it', () => {
    expect(family(posted, '2026-03-12 08:00').publicity?.daysLeft).toBe(0);
    expect(family(posted, '2026-03-12 08:00').steps[5]).toMatchObject({ status: 'DONE', on: '2026-03-11' });
  });

  function unended(c: Case): Case['publicity'] {
    return c.publicity && { ...c.publicity, endedAt: null };
  }
});

describe('while the family supplements', () => {
  const bill = { key: 'bill', kind: 'READABLE_PAPER', what: '单子', why: '看不清', memberKey: null } as const;
  const { world } = attempt(
    f01('DATA_CHECK'),
    cadre,
    { type: 'requestSupplement', items: [bill], supervisorReason: '内部' },
    at('2026-03-05 10:00'),
  );

  test('it holds the case, reads what is missing and by when', () => {
    const view = family(world, '2026-03-07 10:00');
    expect(view.holder.level).toBe('HOUSEHOLD');
    expect(view.holder.contact?.name).toBe('李春梅');
    expect(view.missing).toEqual([
      {
        key: 'bill',
        kind: 'READABLE_PAPER',
        what: '单子',
        why: '看不清',
        memberKey: null,
        helpAsked: false,
        paper: null,
        helper: null,
      },
    ]);
    expect(view.supplementDueOn).toBe('2026-03-10');
    expect(view.paused).toBe(true);
    expect(caseHint(view)).toBe('等您补的这几天，不算进办理的天数');
    expect([view.daysUsed, view.netDays]).toEqual([5, 3]);
  });

  test('its clock stands still, and the cap moves with it', () => {
    expect(clockOf(caseOf(world), world.profile, at('2026-03-05 10:00')).capDueOn).toBe('2026-03-17');
    expect(clockOf(caseOf(world), world.profile, at('2026-03-09 10:00'))).toMatchObject({
      capDueOn: '2026-03-21',
      paused: true,
      severity: 'NORMAL',
    });
  });

  test('in a county that allows no pause, the clock runs on', () => {
    const strict: Profile = { ...world.profile, clock: { ...world.profile.clock, pauseOn: [] } };
    expect(clockOf(caseOf(world), strict, at('2026-03-09 10:00'))).toMatchObject({
      capDueOn: '2026-03-17',
      netDays: 7,
      paused: false,
    });
  });
});

describe('the end', () => {
  test('of an included household is said', () => {
    const world = f01('INCLUDED');
    const view = family(world, '2026-03-20 10:00');
    expect(view.result).toEqual({ kind: 'INCLUDED', on: '2026-03-16' });
    expect(view.steps.every((step) => step.status === 'DONE')).toBe(true);
    expect(view.holder).toEqual({ level: 'NOBODY', contact: null });
    expect([view.dueOn, view.daysUsed]).toEqual([null, 11]);
  });

  test('of a refused household is told with its own sums, and without what staff wrote', () => {
    const { world } = attempt(
      f01('COUNTY_DECISION'),
      person('leader', { role: 'COUNTY_LEADER', region: '990101' }),
      {
        type: 'countyDecide',
        decision: 'NOT_INCLUDE',
        householdType: null,
        risks: [],
        reasonCode: 'R02',
        opinion: '内部意见',
      },
      at('2026-03-13 10:00'),
    );
    const view = family(world, '2026-03-13 12:00');
    expect(caseTitle(view)).toBe('这次没有列入帮扶名单');
    expect(view.result).toEqual({
      kind: 'REJECTED',
      on: '2026-03-13',
      reasonCode: 'R02',
      lineFen: 8_700_00,
      netPerCapitaFen: 13_658_75,
      referencePerCapitaFen: 6_283_75,
      revisitOn: '2026-06-11',
    });
    expect(JSON.stringify(view)).not.toContain('内部意见');
  });

  test('of a withdrawn case stops the clock', () => {
    const { world: asked } = attempt(
      f01('VERIFYING'),
      daughter,
      { type: 'requestWithdrawal', reason: '' },
      at('2026-03-03 10:00'),
    );
    expect(caseTitle(family(asked, '2026-03-03 11:00'))).toBe('您说不办了，等干部确认');
    expect(queueRow(caseOf(asked), asked.profile, at('2026-03-03 11:00'))).toMatchObject({
      holder: 'VILLAGE',
      withdrawalAsked: true,
      reminded: false,
    });
    const { world } = attempt(
      asked,
      cadre,
      { type: 'confirmWithdrawal', by: 'VISIT', voluntary: true, note: '' },
      at('2026-03-04 10:00'),
    );
    expect(clockOf(caseOf(world), world.profile, at('2026-06-01 10:00'))).toMatchObject({
      grossDays: 2,
      severity: 'NORMAL',
    });
  });
});

describe('the desk', () => {
  test('masks every ID number, in the form as well as in the list', () => {
    const view = desk(f01('TRIAGE'), countyClerk, '2026-03-05 16:00');
    const ids = F01_MEMBERS.flatMap((member) => member.idNo ?? []);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(JSON.stringify(view)).not.toContain(id);
    expect(view.members[0]?.idNoMasked).toMatch(/^990101\*{10}\d{4}$/);
  });

  test('shows figures, answers and reasons to offices, not to the grid', () => {
    const world = f01('APPRAISAL');
    const money = (who: Caller) => {
      const { verification, dataCheck, triage } = desk(world, who, '2026-03-06 10:00');
      return [verification, dataCheck, triage].map((part) => part !== null);
    };
    expect(money(cadre)).toEqual([true, true, true]);
    expect(money(townLeader)).toEqual([true, true, true]);
    expect(money(grid)).toEqual([false, false, false]);
  });

  test('offers exactly what can be done now, and says why something is off', () => {
    const actions = desk(f01('VERIFYING'), cadre, '2026-03-03 09:00').actions;
    const on = actions.filter((one) => one.enabled).map((one) => one.action);
    expect(on).toEqual([
      'assignVerifiers',
      'recordVerification',
      'recordAuthorization',
      'requestSupplement',
      'recordMeasure',
      'declareKinship',
      'reportFalseStatement',
      'openGreenChannel',
      'merge',
      'requestAssist',
    ]);
    const off = actions.filter((one) => !one.enabled).map((one) => [one.action, one.refusal?.code]);
    expect(off).toEqual([
      ['signVerification', 'VERIFICATION_NOT_RECORDED'],
      ['withdrawConsent', 'NOTHING_SIGNED'],
      ['confirmWithdrawal', 'NO_WITHDRAWAL'],
      ['answerReminder', 'NO_REMINDER'],
      ['hearHousehold', 'NO_FALSE_STATEMENT'],
      ['recordHelpPapers', 'NO_HELP_WITHOUT_PAPERS'],
      ['tellObjector', 'NOBODY_TO_TELL'],
    ]);
  });

  test.each([
    ['VERIFYING', 'VERIFICATION_RECORD'],
    ['DATA_CHECK', 'DATA_REQUEST'],
    ['PUBLICITY', 'BOARD_PHOTO'],
    ['TOWN_REVIEW', 'NOTHING'],
  ] as const)('its queue says that a case in %s waits for %s', (state, waitingFor) => {
    const world = f01(state);
    expect(queueRow(caseOf(world), world.profile, at('2026-03-12 09:00')).waitingFor).toBe(waitingFor);
  });

  test('is closed to roles that read through views of their own', () => {
    const c = caseOf(f01('VERIFYING'));
    for (const role of ['SUPERVISOR', 'SYSADMIN', 'HELPER', 'DEPT'] as const)
      expect(mayRead(c, person('someone', { role, region: '990101' }))).toBe(false);
    for (const role of ['GRID', 'VILLAGE', 'TOWN_CLERK', 'COUNTY_LEADER'] as const)
      expect(mayRead(c, person('someone', { role, region: VILLAGE }))).toBe(true);
  });
});

test('the public view is head, people and group; one person when nobody has counted', () => {
  const c = caseOf(f01('PUBLICITY'));
  expect(publicView(c, '2026-03-06')).toEqual({
    caseId: 'case-1',
    headName: '田有福',
    memberCount: 4,
    group: '2组',
    category: 'SUDDEN',
  });
  expect(publicView({ ...c, memberCount: null }, '2026-03-06').memberCount).toBe(1);
});

test('views are what their schemas say, in every state of F01', () => {
  const states: CaseState[] = CASE_STATES.filter((state) => f01(state).case?.state === state);
  expect(states.length).toBeGreaterThan(8);
  for (const state of states) {
    const world = f01(state);
    const now = world.history.at(-1)?.at ?? '';
    const view = householdView(caseOf(world), world.profile, OFFICES, ['requestWithdrawal'], now);
    expect(HouseholdSchema.parse(view)).toEqual(view);
    const staff = staffView(caseOf(world), world.history, SYSTEM_CALLER, world.profile, now);
    expect(StaffSchema.parse(staff)).toEqual(staff);
  }
});
