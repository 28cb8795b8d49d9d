/**
 * Random lives of a case: at each turn somebody does something. Mostly a person who may takes a step that is allowed,
 * with papers in order, so that walks reach the far end; sometimes anybody tries anything, with spoilt papers.
 */
import { type Caller, SYSTEM_CALLER } from '@shared/access';
import { addDays, localDate } from '@shared/calendar';
import {
  ACTION_NAMES,
  ACTIONS,
  type ActionName,
  type Case,
  type Command,
  DEPARTMENTS,
  type Decision,
  HOUSEHOLD_TYPES,
  NOT_ACCEPTED_REASONS,
  OBJECTION_VERDICTS,
  type PublicWords,
  permit,
  REJECTION_REASONS,
  RETURN_TARGETS,
  REVIEW_OUTCOMES,
  type ReportInput,
  RISK_TYPES,
  SATISFACTIONS,
  type VerificationInput,
} from '@shared/casework';
import { PROFILES, type Profile } from '@shared/procedure';
import {
  at,
  attempt,
  attendees,
  COUNTY,
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
  OTHER_COUNTY,
  OTHER_COUNTY_VILLAGE,
  OTHER_TOWN_VILLAGE,
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
import { submitCommand } from '@tests/support/casework-f01';
import fc from 'fast-check';

/** Written into every field that only staff write, and looked for in what the family reads. */
export const INTERNAL = 'INTERNAL-NOTE';
export const PUBLIC = 'PUBLIC-WORDS';

const inRegion = (...roles: Parameters<typeof person>[1]['role'][]) =>
  roles.map((role) => ({
    role,
    region: role.startsWith('COUNTY') ? COUNTY : role.startsWith('TOWN') ? TOWN : VILLAGE,
  }));

/** People of the place. Some wear two or three hats, one is the family's own relative with every hat there is. */
export const LOCALS: readonly Caller[] = [
  cadre,
  taskforce,
  person('cadre2', ...inRegion('VILLAGE')),
  grid,
  person('helper', ...inRegion('HELPER')),
  townClerk,
  townLeader,
  person('townLeader2', ...inRegion('TOWN_LEADER')),
  countyClerk,
  countyLeader,
  person('dept', { role: 'DEPT', region: COUNTY }),
  person('villageAndTown', ...inRegion('VILLAGE', 'TOWN_LEADER', 'TOWN_CLERK')),
  person('townAndCounty', ...inRegion('TOWN_LEADER', 'COUNTY_LEADER', 'COUNTY_CLERK')),
  person('threeHats', ...inRegion('VILLAGE', 'TOWN_LEADER', 'COUNTY_LEADER')),
];

const RELATIVE = person(
  'relative',
  ...inRegion('GRID', 'VILLAGE', 'TASKFORCE', 'TOWN_LEADER', 'TOWN_CLERK', 'COUNTY_LEADER', 'COUNTY_CLERK'),
);

/** People who stand in no relation to this case, whatever they are elsewhere. */
export const STRANGERS: readonly Caller[] = [
  person('villager'),
  person('nextVillage', { role: 'VILLAGE', region: NEXT_VILLAGE }),
  person('nextVillage2', { role: 'TASKFORCE', region: NEXT_VILLAGE }),
  person(
    'otherTown',
    { role: 'VILLAGE', region: OTHER_TOWN_VILLAGE },
    { role: 'TOWN_LEADER', region: '990101002' },
  ),
  person(
    'otherCounty',
    { role: 'COUNTY_LEADER', region: OTHER_COUNTY },
    { role: 'DEPT', region: OTHER_COUNTY },
  ),
  person('otherCountyVillage', { role: 'TASKFORCE', region: OTHER_COUNTY_VILLAGE }),
  { personId: 'nobody', name: '', kind: 'ANONYMOUS', grants: [] },
];

/** Staff of the region whose work begins later or elsewhere: they may not open the case either. */
export const ONLOOKERS: readonly Caller[] = [
  person('supervisor', { role: 'SUPERVISOR', region: COUNTY }),
  person('sysadmin', { role: 'SYSADMIN', region: COUNTY }),
];

/** Who may report: the family, a neighbour, the grid, or a cadre for the own relatives. */
const REPORTERS: readonly Caller[] = [
  daughter,
  daughter,
  daughter,
  person('neighbour'),
  grid,
  cadre,
  RELATIVE,
];

export const EVERYBODY: readonly Caller[] = [
  ...LOCALS,
  ...STRANGERS,
  ...ONLOOKERS,
  daughter,
  person('neighbour'),
  RELATIVE,
  SYSTEM_CALLER,
];

/** Those who can ever find a step open to them. */
const isActive = (caller: Caller) => !ONLOOKERS.includes(caller);

export interface Dice {
  /** What is done, by whom. */
  what: number;
  /** 0 to 9: 9 and 8 let anybody try anything. */
  wild: number;
  /** Minutes that pass before it. */
  wait: number;
  /** What is written on the papers. */
  papers: readonly number[];
}

export interface Roll {
  profile: string;
  reporter: number;
  papers: readonly number[];
  turns: readonly Dice[];
}

const PAPERS = 8;
export const papers = fc.array(fc.nat(9999), { minLength: PAPERS, maxLength: PAPERS });
const MINUTES = [1, 90, 600, 1440, 1440, 2 * 1440, 4 * 1440, 12 * 1440] as const;

export const rolls: fc.Arbitrary<Roll> = fc.record({
  profile: fc.constantFrom('DEMO-2026', 'GANSU2023', 'ANHUI2022'),
  reporter: fc.nat(REPORTERS.length - 1),
  papers,
  turns: fc.array(
    fc.record({ what: fc.nat(9999), wild: fc.nat(9), wait: fc.constantFrom(...MINUTES), papers }),
    { minLength: 1, maxLength: 50, size: 'max' },
  ),
});

/** One thing that somebody tried. */
export interface Attempt {
  before: World;
  caller: Caller;
  command: Command;
  now: string;
  decision: Decision;
  after: World;
}

const one = <T>(list: readonly T[], dice: number): T => {
  const found = list[dice % list.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};
const later = (now: string, minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

/** Plays a roll of dice: every attempt, in order, with the world before and after. `watch` sees each one as it happens. */
export function walk(
  roll: Roll,
  watch: (attempt: Attempt) => void = () => undefined,
  people: readonly Caller[] = EVERYBODY,
): World {
  let now = at('2026-03-02 09:10');
  const profile = profileOf(roll);
  const reporter = one(REPORTERS, roll.reporter);
  let world = emptyWorld(profile);
  const play = (caller: Caller, command: Command) => {
    const before = world;
    const tried = attempt(before, caller, command, now);
    world = tried.world;
    watch({ before, caller, command, now, decision: tried.decision, after: world });
  };

  play(
    reporter,
    submitCommand(profile, {
      report: report({
        reporter: { relation: relationOf(reporter, roll), name: reporter.name, reason: '户主写不了字' },
      }),
      cluedAt: now,
    }),
  );
  for (const turn of roll.turns) {
    now = later(now, turn.wait);
    const c = world.case;
    if (c === null) break;
    const turnOf = turn.wild === 8 ? anything(turn, people) : likely(world, c, turn, now, people);
    if (turnOf !== null) play(turnOf.caller, commandFor(turnOf.action, c, now, turn.papers, turn.wild >= 8));
  }
  return world;
}

function profileOf({ profile }: Roll): Profile {
  const found = PROFILES[profile];
  if (found === undefined) throw new Error(`no profile ${profile}`);
  return found;
}

function relationOf(reporter: Caller, roll: Roll): ReportInput['reporter']['relation'] {
  if (reporter === daughter) return 'CHILD';
  if (reporter === grid) return 'GRID';
  return one(['NEIGHBOUR', 'SPOUSE'] as const, roll.papers[0] ?? 0);
}

interface Turn {
  caller: Caller;
  action: ActionName;
}

function anything(turn: Dice, people: readonly Caller[]): Turn {
  return {
    caller: one(people, turn.what),
    action: one(ACTION_NAMES, Math.floor(turn.what / people.length)),
  };
}

/** Steps beside the way: taken now and then, or walks would get no further. */
const SELDOM: ReadonlySet<ActionName> = new Set<ActionName>([
  'extendSupplement',
  'recordHelpPapers',
  'openGreenChannel',
  'fileObjection',
  'correctPublicity',
  'settlePublicity',
  'handUpObjection',
  'tellObjector',
  'rateObjection',
  'merge',
  'takeInReport',
  'giveBackVisit',
  'transfer',
  'notAccept',
  'requestAssist',
  'answerAssist',
  'declareKinship',
  'reportFalseStatement',
  'giveOwnWords',
  'townReturn',
  'countyReturn',
  'townReject',
  'recallDecision',
  'recordSiteCheck',
  'recordMeasure',
  'requestWithdrawal',
  'requestSupplement',
  'photographBoard',
  'withdrawConsent',
  'remind',
  'answerReminder',
  'offerTakeOver',
  'handTakeOverCode',
  'confirmReport',
]);

/** A step that is open to somebody now: tried from a random one on, then person by person. */
function likely(world: World, c: Case, turn: Dice, now: string, people: readonly Caller[]): Turn | null {
  const context = { profile: world.profile, now };
  const aside = turn.what % 16 === 0;
  for (const action of shuffled(ACTION_NAMES, Math.floor(turn.what / 16))) {
    if (!ACTIONS[action].states.includes(c.state)) continue;
    if (!aside && (SELDOM.has(action) || !hasMoreToDo(c, action, turn))) continue;
    const caller = shuffled(people.filter(isActive), turn.papers[PAPERS - 1] ?? 0).find(
      (who) => permit(c, who, action, context).ok,
    );
    if (caller !== undefined) return { action, caller };
  }
  return null;
}

/** The list in an order that the dice choose: every entry once. */
function shuffled<T>(list: readonly T[], dice: number): T[] {
  const strides = [1, 5, 7, 11, 13, 17, 19].filter((stride) => list.length % stride !== 0 || stride === 1);
  const stride = one(strides, dice);
  return list.map((_, i) => one(list, dice + i * stride));
}

/** Whether a step still has something to do, so that walks move on instead of repeating themselves. */
function hasMoreToDo(c: Case, action: ActionName, turn: Dice): boolean {
  switch (action) {
    case 'recordVerification':
      // Now and then the visit is written down again, with other people in it.
      return c.verification === null || turn.wait === MINUTES[2];
    case 'recordAuthorization':
      return c.members.some((m) => c.authorizations[m.key] === undefined);
    case 'recordReminder':
      return (c.supplements.at(-1)?.reminders.length ?? 0) === 0;
    case 'recordInvestigation':
      return c.objections.some((o) => o.answer === null && o.investigation === null);
    case 'assignReviewers':
      return (c.review?.verifiers.length ?? 0) === 0;
    case 'assignVerifiers':
      return c.verifiers.length < 2;
    default:
      return true;
  }
}

/** Key of something that a department found, or of nothing. */
function raised(c: Case, dice: number): string {
  const keys = (c.dataCheck?.answers ?? []).flatMap(({ department, memberKey, flags }) =>
    flags.map((flag) => `${department}:${memberKey ?? '-'}:${flag}`),
  );
  return one([...keys, 'POLICE:-:CAR'], dice);
}

/** Papers for a step with the word about kinship, in order; some spoilt in some way, or without the word, when `spoil`. */
export function commandFor(
  action: ActionName,
  c: Case,
  now: string,
  dice: readonly number[],
  spoil: boolean,
): Command {
  const kinshipDeclared = !spoil || (dice[1] ?? 0) % 3 > 0;
  return { ...papersFor(action, c, now, dice, spoil), kinshipDeclared };
}

function papersFor(
  action: ActionName,
  c: Case,
  now: string,
  dice: readonly number[],
  spoil: boolean,
): Command {
  const [a = 0, b = 0, d = 0, e = 0, f = 0] = dice;
  const sometimes = (n: number) => a % n === 0;
  switch (action) {
    case 'accept':
    case 'assignVerifiers': {
      const party = c.parties[0]?.personId ?? 'daughter';
      const people = spoil
        ? one(
            [
              ['cadre', 'cadre'],
              ['cadre', party],
              ['cadre', 'villager'],
            ],
            b,
          )
        : (c.village === NEXT_VILLAGE ? ['nextVillage', 'nextVillage2'] : one(VERIFYING_PAIRS, b)).filter(
            (id) => id !== party && !c.kin.some((k) => k.personId === id),
          );
      const ids =
        people.length >= 2 || spoil
          ? people
          : VERIFYING_STAFF.filter((id) => id !== party && !c.kin.some((k) => k.personId === id));
      return {
        type: action,
        verifiers: ids.map((personId) => ({ personId, name: `${personId}某`, office: '' })),
      };
    }
    case 'recordAuthorization': {
      const unsigned = c.members.filter((m) => c.authorizations[m.key] === undefined).map((m) => m.key);
      const memberKey = spoil
        ? one(['head', 'ghost', 'son', 'm9'], b)
        : one([...unsigned, ...(unsigned.length === 0 ? ['head'] : [])], b);
      const consent = { textVersion: '2026-1', name: memberKey, bank: !sometimes(3), digest: 'd' };
      return { type: action, memberKey, method: 'SCREEN', signatureId: 'signature-1', consent };
    }
    case 'withdrawConsent': {
      const signed = c.members.map((m) => m.key).filter((key) => c.authorizations[key] !== undefined);
      const memberKey = spoil || signed.length === 0 ? one(['head', 'ghost', 'son'], b) : one(signed, b);
      return { type: action, memberKey, what: sometimes(2) ? 'ALL' : 'BANK', reason: '' };
    }
    case 'remind':
      return { type: action };
    case 'answerReminder':
      return { type: action, note: '明天上门' };
    case 'rate':
      return { type: action, stars: 1 + (b % 5), words: '' };
    case 'recordVerification':
      return { type: action, ...verificationFor(c, now, dice, spoil) };
    case 'signVerification':
      return { type: action, opinion: `${INTERNAL} ${b}`, signatureId: null };
    case 'requestDataCheck': {
      const signed = c.members
        .map((m) => m.key)
        .filter((key) => key !== 'child' && c.authorizations[key] !== undefined);
      const memberKeys =
        spoil || signed.length === 0 ? one([['head', 'son'], ['ghost'], ['child'], ['head']], b) : signed;
      return { type: action, memberKeys, departments: [one(DEPARTMENTS, d), one(DEPARTMENTS, e)] };
    }
    case 'answerDataCheck': {
      const asked = c.dataCheck?.departments ?? [];
      const from =
        spoil || asked.length === 0 ? [one(DEPARTMENTS, b)] : sometimes(3) ? asked.slice(0, 1) : asked;
      return {
        type: action,
        answers: from.map((department) => {
          const found = sometimes(4);
          return {
            department,
            result: found ? 'FLAGGED' : 'CLEAR',
            flags: found ? ['CAR'] : [],
            note: INTERNAL,
          };
        }),
      };
    }
    case 'explainFlag':
      return {
        type: action,
        flag: spoil ? 'POLICE:ghost:CAR' : raised(c, b),
        text: INTERNAL,
        saidBy: sometimes(2) ? 'FAMILY' : 'VERIFIER',
        exemption: sometimes(3) ? one(['LIVELIHOOD_TOOL', 'NO_SUCH'], d) : null,
        photoIds: sometimes(5) ? [] : ['photo-1'],
      };
    case 'reviewFlag':
      return { type: action, flag: raised(c, b), accepted: sometimes(2), note: spoil ? '' : INTERNAL };
    case 'disputeAnswer': {
      const found = (c.dataCheck?.answers ?? []).filter(({ result }) => result === 'FLAGGED');
      const { department, memberKey } = one(
        [...found, { department: one(DEPARTMENTS, d), memberKey: null }],
        b,
      );
      return { type: action, department, memberKey, reason: INTERNAL };
    }
    case 'requestSupplement':
      return {
        type: action,
        items: [
          { key: 'bill', kind: 'READABLE_PAPER', what: '看得清的单子', why: '原来的看不清', memberKey: null },
          ...(sometimes(2)
            ? [
                {
                  key: spoil ? 'bill' : 'signature',
                  kind: 'SIGNATURE' as const,
                  what: '儿子的签名',
                  why: '要他同意',
                  memberKey: 'son',
                },
              ]
            : []),
        ],
        supervisorReason: spoil ? '' : INTERNAL,
      };
    case 'provideSupplement': {
      const asked = c.supplements.at(-1)?.items.map((i) => i.key) ?? [];
      const keys = spoil || asked.length === 0 ? ['nothing'] : sometimes(3) ? asked.slice(0, 1) : asked;
      return {
        type: action,
        answers: keys.map((key) => ({
          key,
          attachmentIds: d % 3 === 0 ? ['photo-1'] : [],
          text: d % 3 === 1 ? '补上了' : '',
          askForHelp: d % 3 === 2,
        })),
      };
    }
    case 'triage': {
      const include = b % 6 !== 0;
      return {
        type: action,
        proposal: include ? 'INCLUDE' : 'NOT_INCLUDE',
        householdType: include && !spoil ? one(HOUSEHOLD_TYPES, d) : null,
        risks: [one(RISK_TYPES, e)],
        needs: [],
        reasonCode: include || spoil ? null : one(REJECTION_REASONS, f),
        opinion: INTERNAL,
      };
    }
    case 'confirmRejection':
    case 'overturnRejection':
    case 'townReview':
      return { type: action, opinion: INTERNAL };
    case 'recordAppraisal': {
      const present = spoil ? one([8, 9, 12], b) : 9 + (b % 5);
      const recused = e % 3 === 0 ? 1 : 0;
      const voters = present - recused;
      const yes = d % 8 === 0 ? Math.floor(voters / 2) : voters;
      const list = attendees(present);
      return {
        type: action,
        meetingId: 'meeting-1',
        metAt: spoil && f % 2 === 0 ? later(now, 60) : now,
        place: '村部',
        convenor: '李春梅',
        attendees: list,
        recusals: list.slice(0, recused).map(({ name }) => ({ name, relation: '亲戚' })),
        yes,
        no: spoil && f % 3 === 0 ? voters : voters - yes,
        abstain: 0,
        minutes: INTERNAL,
        photoIds: [],
      };
    }
    case 'postPublicity':
      return { type: action, noticeId: `notice-${b}`, photoId: 'board-1' };
    case 'correctPublicity':
      return {
        type: action,
        noticeId: `notice-${b}-${c}`,
        photoId: 'board-3',
        facts: { headName: '田有福', memberCount: 1 + (d % 6), group: `${1 + (e % 3)}组` },
      };
    case 'photographBoard':
      return { type: action, photoId: 'board-2' };
    case 'settlePublicity':
      return {
        type: action,
        outcome: spoil ? 'REMOVED' : 'KEPT',
        frozenOn: addDays(localDate(now), -(d % 3)),
      };
    case 'closePublicity':
      return { type: action };
    case 'countyDecide': {
      const include = b % 6 !== 0;
      return {
        type: action,
        decision: include ? 'INCLUDE' : 'NOT_INCLUDE',
        householdType: include && !spoil ? one(HOUSEHOLD_TYPES, d) : null,
        risks: [one(RISK_TYPES, e)],
        reasonCode: include || spoil ? null : one(REJECTION_REASONS, f),
        opinion: INTERNAL,
      };
    }
    case 'announce':
      return { type: action, noticeId: `announcement-${b}` };
    case 'offerTakeOver':
      return { type: action, until: '2026-12-31T00:00:00.000Z' };
    case 'handTakeOverCode':
      return {
        type: action,
        until: '2026-12-31T00:00:00.000Z',
        who: '田有福',
        proof: 'ID_CARD',
        checkedInPerson: true,
      };
    case 'confirmReport':
      return { type: action };
    case 'requestWithdrawal':
      return { type: action, reason: '不想办了' };
    case 'confirmWithdrawal':
      return {
        type: action,
        by: one(['VISIT', 'PHONE'] as const, b),
        voluntary: d % 3 !== 0,
        note: INTERNAL,
      };
    case 'recordMeasure':
      return {
        type: action,
        measureCode: 'HEA',
        name: '参保资助',
        department: '医保局',
        on: spoil ? localDate(later(now, 2 * 1440)) : localDate(now),
        amountFen: 380_00,
        detail: INTERNAL,
        emergency: sometimes(2),
      };
    default:
      return branchFor(action, c, now, dice, spoil);
  }
}

type Branch = Extract<
  ActionName,
  | 'decideSecondReturn'
  | 'extendSupplement'
  | 'recordReminder'
  | 'expireSupplement'
  | 'reopen'
  | 'deliverRefusal'
  | 'requestReview'
  | 'assignReviewers'
  | 'recordReviewFinding'
  | 'answerReview'
  | 'fileObjection'
  | 'recordInvestigation'
  | 'answerObjection'
  | 'handUpObjection'
  | 'tellObjector'
  | 'rateObjection'
  | 'townReturn'
  | 'countyReturn'
  | 'townReject'
  | 'undoDecision'
  | 'recallDecision'
  | 'recordSiteCheck'
  | 'openGreenChannel'
  | 'recordHelpPapers'
  | 'merge'
  | 'takeInReport'
  | 'giveBackVisit'
  | 'releaseDuplicate'
  | 'transfer'
  | 'notAccept'
  | 'requestAssist'
  | 'answerAssist'
  | 'declareKinship'
  | 'reportFalseStatement'
  | 'hearHousehold'
  | 'giveOwnWords'
  | 'decideFalseStatement'
>;

/** The same for what leaves the straight way. */
function branchFor(
  action: Branch,
  c: Case,
  now: string,
  [a = 0, b = 0, d = 0, e = 0]: readonly number[],
  spoil: boolean,
): Command {
  const visitedOn = spoil && e % 2 === 0 ? '2025-01-01' : localDate(now);
  const openObjection = c.objections.find((o) => o.answer === null);
  const objectionId = spoil ? 'nobody-said' : (openObjection?.id ?? 'nobody-said');
  switch (action) {
    case 'decideSecondReturn':
      return { type: action, approve: b % 3 !== 0, opinion: INTERNAL };
    case 'extendSupplement':
      return { type: action, reason: INTERNAL };
    case 'recordReminder':
      return { type: action, how: one(['PHONE', 'VISIT'] as const, b), note: INTERNAL };
    case 'expireSupplement':
      return { type: action };
    case 'reopen':
      return { type: action, openCaseNo: spoil ? '260302999' : null };
    case 'deliverRefusal':
      return { type: action, how: 'VISIT', on: visitedOn, receivedBy: '户主', photoId: null, note: INTERNAL };
    case 'requestReview':
      return {
        type: action,
        reason: '还是难',
        attachmentIds: [],
        openCaseNo: spoil ? '260302999' : null,
      };
    case 'assignReviewers':
      return { type: action, verifiers: reviewersFor(c, b, spoil) };
    case 'recordReviewFinding':
      return { type: action, visitedOn, finding: INTERNAL, photoIds: [] };
    case 'answerReview':
      return { type: action, outcome: one(REVIEW_OUTCOMES, b), opinion: INTERNAL };
    case 'fileObjection':
      return {
        type: action,
        objectionId: `objection-${c.version}`,
        statement: INTERNAL,
        objector: b % 2 === 0 ? null : { name: '某某某', phone: null },
        aboutCadre: d % 3 === 0,
        channel: 'BOX',
      };
    case 'recordInvestigation':
      return { type: action, objectionId, record: INTERNAL, photoIds: [] };
    case 'answerObjection': {
      const verdict = one(OBJECTION_VERDICTS, b);
      const may = verdict === 'UPHELD' || verdict === 'PARTLY';
      return {
        type: action,
        objectionId,
        verdict,
        answer: PUBLIC as PublicWords,
        ...(verdict === 'PASSED_ON' && { passedTo: PUBLIC as PublicWords }),
        note: INTERNAL,
        factsChanged: spoil || (may && d % 2 === 0),
      };
    }
    case 'handUpObjection': {
      const village = c.objections.find((o) => o.answer === null && !o.aboutCadre && o.handedUp === null);
      return { type: action, objectionId: village?.id ?? 'nobody-said', reason: INTERNAL };
    }
    case 'tellObjector': {
      const waiting = c.objections.find((o) => o.objector !== null && o.answer !== null && o.told === null);
      return {
        type: action,
        objectionId: spoil ? 'nobody-said' : (waiting?.id ?? 'nobody-said'),
        how: 'PHONE',
      };
    }
    case 'rateObjection': {
      const answered = c.objections.find((o) => o.answer !== null && o.rating === null);
      return { type: action, objectionId: answered?.id ?? 'nobody-said', satisfied: one(SATISFACTIONS, b) };
    }
    case 'townReturn':
    case 'countyReturn':
      return { type: action, returnTo: one(RETURN_TARGETS, b), opinion: INTERNAL };
    case 'undoDecision':
      return { type: action };
    case 'recallDecision':
      return { type: action, opinion: INTERNAL };
    case 'townReject':
      return { type: action, reasonCode: one(REJECTION_REASONS, b), opinion: INTERNAL };
    case 'recordSiteCheck':
      return { type: action, visitedOn, opinion: INTERNAL, photoIds: [] };
    case 'openGreenChannel':
      return { type: action, reason: INTERNAL };
    case 'recordHelpPapers': {
      const measure = c.measures.findIndex((m) => m.emergency === true && m.papersAt === null);
      return {
        type: action,
        measure: spoil || measure < 0 ? 99 : measure,
        attachmentIds: [],
        note: INTERNAL,
      };
    }
    case 'merge':
      return {
        type: action,
        intoCaseId: spoil ? c.id : 'case-0',
        intoCaseNo: '260302001',
        opinion: INTERNAL,
      };
    case 'giveBackVisit': {
      const sent = (c.state === 'REVIEW' ? c.review?.verifiers : c.verifiers) ?? [];
      const one = spoil ? undefined : sent[sent.length - 1];
      return { type: action, personId: one?.personId ?? 'nobody', name: one?.name ?? '' };
    }
    case 'takeInReport':
      return {
        type: action,
        from: {
          caseId: spoil ? c.id : 'case-9',
          caseNo: '260302009',
          reporter: { relation: 'NEIGHBOUR', name: '某某', reason: '' },
          difficulty: { phrases: [], text: INTERNAL, voiceId: null },
          riskTypes: ['ILLNESS'],
          photoIds: [],
        },
        party: null,
      };
    case 'releaseDuplicate':
      return { type: action, openCaseNo: spoil ? '260302999' : null, opinion: INTERNAL };
    case 'transfer':
      return {
        type: action,
        village: spoil ? c.village : c.village === VILLAGE ? NEXT_VILLAGE : VILLAGE,
        reason: INTERNAL,
        newCase: null,
      };
    case 'notAccept': {
      const reasonCode = one(NOT_ACCEPTED_REASONS, b);
      const refusedOn = spoil ? '2020-01-01' : localDate(now);
      return { type: action, reasonCode, opinion: INTERNAL, previous: { caseNo: '260201001', refusedOn } };
    }
    case 'requestAssist':
      return {
        type: action,
        assistId: `assist-${c.version}`,
        village: spoil ? c.village : OTHER_TOWN_VILLAGE,
        question: INTERNAL,
      };
    case 'answerAssist': {
      const asked = c.assists.find((one) => one.answer === null)?.id;
      const assistId = spoil ? 'nobody-asked' : (asked ?? 'nobody-asked');
      return { type: action, assistId, by: { name: '某某', office: '外村' }, facts: INTERNAL, photoIds: [] };
    }
    case 'declareKinship':
      return {
        type: action,
        person: spoil ? { personId: 'cadre', name: '李春梅', office: '' } : null,
        relation: `${INTERNAL} ${a}`,
      };
    case 'reportFalseStatement':
      return { type: action, facts: INTERNAL, attachmentIds: [] };
    case 'hearHousehold':
      return { type: action, statement: INTERNAL, photoIds: [] };
    case 'giveOwnWords':
      return { type: action, text: '不是这样', voiceId: null, photoIds: [] };
    case 'decideFalseStatement':
      return {
        type: action,
        confirmed: d % 3 === 0,
        opinion: INTERNAL,
        ...(!spoil && { wordsRead: true as const }),
      };
  }
}

/** Two people who have not looked at the family, or two who have when `spoil`. */
function reviewersFor(c: Case, dice: number, spoil: boolean) {
  const looked = new Set([...c.signers, ...c.verifiers, ...c.parties, ...c.kin].map((p) => p.personId));
  const staff = ['cadre', 'taskforce', 'cadre2', 'villageAndTown', 'threeHats', 'townClerk', 'nextVillage'];
  const fresh = staff.filter((id) => spoil || !looked.has(id));
  const [first, second] = shuffled(fresh.length >= 2 ? fresh : staff, dice);
  return [first, second].flatMap((personId) =>
    personId === undefined ? [] : [{ personId, name: `${personId}某`, office: '' }],
  );
}

const VERIFYING_STAFF = ['taskforce', 'cadre2', 'cadre', 'villageAndTown'];

const VERIFYING_PAIRS = [
  ['cadre', 'taskforce'],
  ['cadre2', 'taskforce'],
  ['cadre', 'cadre2', 'taskforce'],
  ['cadre', 'villageAndTown'],
  ['taskforce', 'threeHats'],
];

/** The family as the verifiers write it down; a later record may put another person under the same key. */
function verificationFor(c: Case, now: string, dice: readonly number[], spoil: boolean): VerificationInput {
  const [, b = 0, d = 0, e = 0, f = 0, g = 0] = dice;
  const child: VerificationInput['members'][number] = {
    key: 'child',
    name: '田小雨',
    relation: 'GRANDCHILD',
    birthDate: '2014-09-01',
    idNo: null,
    away: false,
  };
  const otherSon: VerificationInput['members'][number] = {
    key: 'son',
    name: '田志远',
    relation: 'SON',
    birthDate: '1999-01-30',
    idNo: idNo('1999-01-30', 31),
    away: false,
  };
  const other = c.members.some((m) => m.name === '田志强') ? b % 4 !== 0 : b % 4 === 0;
  const members = F01_MEMBERS.filter((m) => m.key !== 'son' || !other).concat(
    other ? [otherSon] : [],
    d % 2 === 0 ? [child] : [],
  );
  const mended = spoil
    ? one([members.filter((m) => m.relation !== 'HEAD'), [...members, ...members.slice(1, 2)], members], e)
    : members;
  const findings = {
    ...verification().findings,
    newDibaoOrTekun: f % 4 === 0,
    severeDisability: f % 4 === 1,
    note: INTERNAL,
  };
  const cheap = { ...F01_SHEET, rigid: F01_SHEET.rigid.filter((row) => row.code !== 'M1') };
  const sheet = g % 2 === 0 ? F01_SHEET : cheap;
  return verification({
    visitedOn: spoil && e % 3 === 2 ? '2026-01-01' : localDate(now),
    members: mended,
    findings,
    sheet: { ...sheet, income: sheet.income.map((row) => ({ ...row, note: INTERNAL })) },
    group: c.group,
  });
}
