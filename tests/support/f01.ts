import { FIRST_VILLAGE } from '@functions/runtime/demo';
import type { InputOf, OperationNamed } from '@shared/contract';
import { composeIdNumber } from '@shared/people';
import type { Office } from './office';

/** What the story needs of an office, whether it is in this process or behind HTTP (wire-office.ts). */
export type StoryOffice = Pick<Office, 'at' | 'tick' | 'must' | 'photo'>;

/** Family F01 of the scenarios: everybody invented, ID numbers of an area that is not assigned. */
export const HEAD_ID = composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 101 });
export const WIFE_ID = composeIdNumber({ area: '990101', birthDate: '1976-08-03', sequence: 102 });
export const PHONE = '19900001234';
export const TROUBLE = '父亲中风住院，家里花销大';

type Report = InputOf<OperationNamed<'applications.submit'>>;

export const REPORT: Report = {
  village: FIRST_VILLAGE,
  group: '2组',
  headName: '田有福',
  idNo: HEAD_ID,
  phone: PHONE,
  reporter: { relation: 'CHILD', name: '田晓雨', reason: '父亲写不了字' },
  difficulty: { phrases: ['BIG_ILLNESS'], text: TROUBLE },
  riskTypes: ['ILLNESS', 'SCHOOLING'],
  memberCount: 4,
};

const yuan = (amount: number) => Math.round(amount * 100);
const row = (code: string, amount: number) => ({ code, amountFen: yuan(amount), basis: 'ACTUAL' });

export const VERIFICATION = {
  visitedOn: '2026-03-03',
  mode: 'HOME_VISIT',
  group: '2组',
  members: [
    { key: 'head', name: '田有福', relation: 'HEAD', birthDate: '1973-05-12', idNo: HEAD_ID },
    { key: 'wife', name: '周桂兰', relation: 'SPOUSE', birthDate: '1976-08-03', idNo: WIFE_ID },
    { key: 'son', name: '田志强', relation: 'SON', birthDate: '2001-11-20', away: true },
    { key: 'daughter', name: '田晓雨', relation: 'DAUGHTER', birthDate: '2006-07-09' },
  ],
  sheet: {
    window: { from: '2025-03', to: '2026-02' },
    members: 4,
    income: [
      { ...row('A1', 28_800), workArea: 'BEYOND', workPlace: '沈阳的工地', workTrade: 'BUILDING' },
      row('A5', 5_400),
      row('B1', 12_420),
      row('B2', 16_000),
      row('C2', 1_200),
      row('C1', 600),
      row('D06', 1_275),
      row('D12', 3_000),
    ],
    costs: [row('E1', 4_860), row('E2', 9_200)],
    rigid: [
      { code: 'M1', paidFen: yuan(80_600), reimbursedFen: yuan(51_600), basis: 'ACTUAL' },
      { code: 'M3', paidFen: yuan(5_400), reimbursedFen: 0, basis: 'ACTUAL' },
      { code: 'S1', paidFen: yuan(7_800), reimbursedFen: yuan(3_300), basis: 'ACTUAL' },
    ],
    claimsFen: yuan(4_000),
  },
  findings: { bigIllness: true },
} as const;

const ATTENDEES = [...'甲乙丙丁戊己庚辛壬癸寅'].map((name, index) => ({
  name: `村民${name}`,
  role: index < 3 ? ('COMMITTEE' as const) : ('VILLAGER' as const),
}));

/** The steps of F01 in order, each by the person and at the time that the scenario says. */
const STEPS = [
  'submitted',
  'accepted',
  'verified',
  'authorized',
  'compared',
  'triaged',
  'appraised',
  'posted',
  'closed',
  'reviewed',
  'decided',
  'announced',
] as const;
export type Step = (typeof STEPS)[number];

export interface Journey {
  caseId: string;
  version: number;
  noticeId: string;
}

/** Walks a family of that kind up to and including a step. The clock of the office moves with it. */
export async function walk(
  office: StoryOffice,
  until: Step,
  change: Partial<Report> = {},
  told: Told = {},
): Promise<Journey> {
  const journey: Journey = { caseId: '', version: 0, noticeId: '' };
  for (const step of STEPS) {
    await TAKE[step](office, journey, change, told);
    if (step === until) break;
  }
  return journey;
}

/** What staff write down of the family beside what the story says. */
interface Told {
  members?: readonly object[];
  /** In every field of theirs that takes words. */
  words?: string;
}

type Take = (office: StoryOffice, journey: Journey, change: Partial<Report>, told: Told) => Promise<void>;

/** One staff command on the journey's case. */
async function act(
  office: StoryOffice,
  journey: Journey,
  person: string,
  operation:
    | 'accept'
    | 'recordVerification'
    | 'signVerification'
    | 'recordAuthorization'
    | 'requestDataCheck'
    | 'answerDataCheck'
    | 'triage'
    | 'recordAppraisal'
    | 'townReview'
    | 'countyDecide',
  input: object,
): Promise<void> {
  const answer = await office.must(person, `reviews.${operation}`, {
    caseId: journey.caseId,
    version: journey.version,
    ...input,
  } as never);
  journey.version = (answer as { case: { version: number } }).case.version;
}

const TAKE: Record<Step, Take> = {
  async submitted(office, journey, change) {
    office.at('2026-03-02 09:10');
    const { case: opened } = await office.must('tian-xiaoyu', 'applications.submit', {
      ...REPORT,
      ...change,
    });
    journey.caseId = opened.id;
    journey.version = opened.version;
  },
  async accepted(office, journey) {
    office.at('2026-03-02 15:00');
    await act(office, journey, 'li-chunmei', 'accept', {
      verifiers: [
        { personId: 'demo-li-chunmei', name: '李春梅', office: '保西村' },
        { personId: 'demo-wang-jianjun', name: '王建军', office: '驻村工作队' },
      ],
    });
  },
  async verified(
    office,
    journey,
    { headName = REPORT.headName, idNo = REPORT.idNo },
    { words = '情况属实', ...told },
  ) {
    office.at('2026-03-04 10:00');
    const [head, ...others] = VERIFICATION.members;
    const members = told.members ?? [{ ...head, name: headName, idNo }, ...others];
    await act(office, journey, 'li-chunmei', 'recordVerification', { ...VERIFICATION, members });
    await act(office, journey, 'li-chunmei', 'signVerification', { opinion: words });
    office.at('2026-03-04 16:00');
    await act(office, journey, 'wang-jianjun', 'signVerification', { opinion: '同意' });
  },
  async authorized(office, journey) {
    for (const memberKey of ['head', 'wife', 'son', 'daughter'])
      await act(office, journey, 'li-chunmei', 'recordAuthorization', {
        memberKey,
        method: 'PAPER',
        bank: true,
      });
  },
  async compared(office, journey) {
    office.at('2026-03-05 09:00');
    await act(office, journey, 'wu-haiyan', 'requestDataCheck', {
      memberKeys: ['head', 'wife', 'son', 'daughter'],
      departments: ['POLICE', 'BANK'],
    });
    office.at('2026-03-05 17:00');
    await act(office, journey, 'wu-haiyan', 'answerDataCheck', {
      answers: [
        { department: 'POLICE', result: 'CLEAR' },
        { department: 'BANK', result: 'CLEAR' },
      ],
    });
  },
  async triaged(office, journey, _change, { words = '收入在线上，必须花的钱太多' }) {
    office.at('2026-03-06 09:00');
    await act(office, journey, 'wang-jianjun', 'triage', {
      proposal: 'INCLUDE',
      householdType: 'SUDDEN',
      risks: ['ILLNESS', 'SCHOOLING'],
      opinion: words,
    });
  },
  async appraised(office, journey) {
    office.at('2026-03-06 18:30');
    await act(office, journey, 'li-chunmei', 'recordAppraisal', {
      metAt: '2026-03-06T17:00:00+08:00',
      place: '村委会',
      convenor: '李春梅',
      attendees: ATTENDEES,
      yes: 11,
      no: 0,
      abstain: 0,
    });
  },
  async posted(office, journey) {
    office.at('2026-03-06 19:00');
    const photoId = await office.photo('li-chunmei');
    const posted = await office.must('li-chunmei', 'notices.post', { caseIds: [journey.caseId], photoId });
    journey.noticeId = posted.noticeId;
  },
  async closed(office, journey) {
    office.at('2026-03-12 00:05');
    await office.tick();
    const { case: c } = await office.must('chen-li', 'reviews.case', { caseId: journey.caseId });
    journey.version = c.version;
  },
  async reviewed(office, journey, _change, { words = '材料齐全' }) {
    office.at('2026-03-12 10:00');
    await act(office, journey, 'chen-li', 'townReview', { opinion: words });
  },
  async decided(office, journey, _change, { words = '同意纳入' }) {
    office.at('2026-03-13 15:00');
    await act(office, journey, 'gao-zhiyuan', 'countyDecide', {
      decision: 'INCLUDE',
      householdType: 'SUDDEN',
      risks: ['ILLNESS', 'SCHOOLING'],
      opinion: words,
    });
  },
  async announced(office, journey) {
    office.at('2026-03-16 09:00');
    await office.must('he-min', 'notices.announce', { caseIds: [journey.caseId] });
  },
};
