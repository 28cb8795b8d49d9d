import type { InputOf, OperationNamed } from '@shared/contract';
import type { Office } from './office';

/** What an elimination needs of an office, whether it is in this process or behind HTTP. */
type ExitOffice = Pick<Office, 'at' | 'tick' | 'must' | 'photo'>;
type Research = InputOf<OperationNamed<'eliminations.propose'>>['research'];

/** Family F01 half a year later, everything in order: money for a year in fen, one who earns and one who may not. */
export const RESEARCH: Research = {
  visitedOn: '2026-10-08',
  mode: 'BY_SUPPORT',
  people: 4,
  income: {
    wagesFen: 4_200_000,
    businessFen: 1_800_000,
    propertyFen: 180_000,
    transferFen: 600_000,
    costsFen: 700_000,
  },
  selfPaidFen: 640_000,
  quarters: [
    { quarter: '2026-Q2', netPerCapitaFen: 1_420_000 },
    { quarter: '2026-Q3', netPerCapitaFen: 1_520_000 },
  ],
  rigidSolved: true,
  houseGrade: 'B',
  waterProblem: false,
  schoolProblem: false,
  anyoneUninsured: false,
  gone: ['ILLNESS', 'SCHOOLING'],
  labour: { head: 'LOST', wife: 'NORMAL', son: 'NORMAL', daughter: 'NONE' },
  note: '儿子在县里上班，按月发工资',
};

export const FAMILY_WORD = { agrees: true, said: '', how: 'FINGERPRINT', signer: '田有福' } as const;

const PRESENT = [...'甲乙丙丁戊己庚辛壬癸寅'].map((name, index) => ({
  name: `村民${name}`,
  role: index < 3 ? ('COMMITTEE' as const) : ('VILLAGER' as const),
}));

/** A meeting on that day at which all say yes, or all but the first no. */
export const meetingOn = (day: string, yes = PRESENT.length) => ({
  metAt: `${day}T15:00:00+08:00`,
  place: '村委会',
  convenor: '李春梅',
  attendees: PRESENT,
  yes,
  no: PRESENT.length - yes,
  abstain: 0,
});

const VERIFIERS = [
  { personId: 'demo-li-chunmei', name: '李春梅', office: '保西村' },
  { personId: 'demo-wang-jianjun', name: '王建军', office: '驻村工作队' },
];

type Act = Extract<Parameters<Office['must']>[1], `eliminations.${string}`>;

/** One act on a family of the register, on the version that stands; gives the family after it. */
export async function actOn(
  office: Pick<Office, 'must'>,
  person: string,
  caseId: string,
  act: Act,
  input: object,
) {
  const { exit } = await office.must('li-chunmei', 'eliminations.get', { caseId });
  const done = await office.must(person, act, { caseId, version: exit.version, ...input } as never);
  return done as { exit: typeof exit; refused: { code: string; sentence: string }[] };
}

const STEPS = [
  'helped',
  'proposed',
  'agreed',
  'verified',
  'appraised',
  'posted',
  'closed',
  'accepted',
  'decided',
  'marked',
] as const;
type Step = (typeof STEPS)[number];

/** Takes families of F01's kind, included in March 2026, off the register up to and including a step, all on one notice. */
export async function walkOff(
  office: ExitOffice,
  caseIds: readonly string[],
  until: Step,
  research: Partial<Research> = {},
  steps: readonly Step[] = STEPS,
) {
  let noticeId = '';
  const each = async (person: string, act: Act, input: object) => {
    for (const caseId of caseIds) await actOn(office, person, caseId, act, input);
  };
  const found = { ...RESEARCH, ...research };
  const take: Record<Step, () => Promise<unknown>> = {
    async helped() {
      office.at('2026-04-20 09:00');
      for (const caseId of caseIds)
        for (const [measureCode, name, department] of [
          ['HEA', '大病救治', '医保局'],
          ['EDX', '雨露计划', '乡村振兴局'],
          ['JOB', '交通补助', '人社局'],
        ]) {
          const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
          const said = { measureCode, name, department, on: '2026-04-15', amountFen: 100_000 };
          await office.must('li-chunmei', 'reviews.recordMeasure', {
            caseId,
            version: c.version,
            ...said,
          } as never);
        }
    },
    async proposed() {
      office.at('2026-10-09 09:00');
      await each('li-chunmei', 'eliminations.propose', { research: found });
    },
    async agreed() {
      office.at('2026-10-09 15:00');
      await each('wang-jianjun', 'eliminations.agree', { verifiers: VERIFIERS });
    },
    async verified() {
      office.at('2026-10-12 10:00');
      await each('li-chunmei', 'eliminations.verify', { research: found, family: FAMILY_WORD });
      for (const person of ['li-chunmei', 'wang-jianjun'])
        await each(person, 'eliminations.signVerification', { opinion: '情况属实' });
    },
    async appraised() {
      office.at('2026-10-13 18:00');
      await each('li-chunmei', 'eliminations.appraise', meetingOn('2026-10-13'));
    },
    async posted() {
      office.at('2026-10-14 09:00');
      const photoId = await office.photo('li-chunmei');
      const posted = await office.must('li-chunmei', 'notices.post', {
        kind: 'PROPOSED_ELIMINATION',
        caseIds: [...caseIds],
        photoId,
      });
      noticeId = posted.noticeId;
    },
    async closed() {
      office.at('2026-10-20 08:30');
      await office.tick();
    },
    async accepted() {
      office.at('2026-10-20 10:00');
      await each('chen-li', 'eliminations.townReview', { agrees: true, opinion: '同意' });
    },
    async decided() {
      office.at('2026-10-21 10:00');
      await each('gao-zhiyuan', 'eliminations.countyDecide', { agrees: true, opinion: '同意消除' });
    },
    async marked() {
      office.at('2026-10-22 09:00');
      await office.must('he-min', 'notices.announce', { kind: 'ELIMINATION_RESULT', caseIds: [...caseIds] });
    },
  };
  for (const step of steps) {
    await take[step]();
    if (step === until) break;
  }
  return { noticeId };
}
