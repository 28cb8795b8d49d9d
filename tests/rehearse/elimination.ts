/** Steps of the way off the register: how a scenario writes them, and the real operations that they are. */
import type { Role } from '@shared/access';
import { LABOUR } from '@shared/casework/codes';
import { EXIT_ACTS, type ExitAct, PRECONDITIONS } from '@shared/elimination';
import { RISK_LABELS } from '@shared/messages';
import type { CaseNotice } from '@shared/publicity/codes';
import { z } from '@shared/zod';
import type { Step } from './scenario';
import { coded, Day, oneOf, Text, Yuan } from './words';

const Keys = z.array(Text).min(1);
const Opinion = Text.default('同意');

/** What a visit for this purpose finds. Money of twelve months in yuan; quarters in yuan a head. */
const Found = {
  visitedOn: Day.optional(),
  mode: oneOf(['BY_SUPPORT', 'NATURAL']).default('BY_SUPPORT'),
  income: z
    .strictObject({ wages: Yuan, business: Yuan, property: Yuan, transfer: Yuan, costs: Yuan })
    .partial(),
  selfPaid: Yuan.default(0),
  quarters: z.record(z.string(), Yuan).default({}),
  rigidSolved: z.boolean().default(true),
  houseGrade: oneOf(['A', 'B', 'C', 'D', 'UNKNOWN']).default('B'),
  waterProblem: z.boolean().default(false),
  schoolProblem: z.boolean().default(false),
  anyoneUninsured: z.boolean().default(false),
  gone: z.array(coded(RISK_LABELS)).default([]),
  newRisks: z.array(coded(RISK_LABELS)).default([]),
  labour: z.record(z.string(), oneOf(LABOUR)).default({}),
  note: Text.default(''),
  /** Exactly these lines of the checklist are named; left out, none: it goes through. */
  refused: z.array(oneOf(PRECONDITIONS)).default([]),
};

/** Each step by its name in a file, with what it carries. */
export const EXIT_SHAPES = {
  suggestElimination: { note: Text },
  proposeElimination: Found,
  proposeRollBack: { reason: Text },
  agreeElimination: { verifiers: Keys },
  verifyElimination: { ...Found, agrees: z.boolean().default(true), said: Text.default(''), signer: Text },
  signElimination: { opinion: Opinion },
  appraiseElimination: { convenor: Text, yes: z.int().min(0), no: z.int().min(0).default(0) },
  postElimination: {},
  townElimination: { agrees: z.boolean().default(true), opinion: Opinion },
  countyElimination: { agrees: z.boolean().default(true), opinion: Opinion },
  announceElimination: {},
  postRollBack: {},
  announceRollBack: {},
  withdrawElimination: { reason: Text },
} as const;
type Name = keyof typeof EXIT_SHAPES;

const ACT_OF: Record<Name, ExitAct> = {
  suggestElimination: 'suggest',
  proposeElimination: 'propose',
  proposeRollBack: 'proposeRollBack',
  agreeElimination: 'agree',
  verifyElimination: 'verify',
  signElimination: 'signVerification',
  appraiseElimination: 'appraise',
  postElimination: 'post',
  townElimination: 'townReview',
  countyElimination: 'countyDecide',
  announceElimination: 'mark',
  postRollBack: 'post',
  announceRollBack: 'mark',
  withdrawElimination: 'withdraw',
};

/** The words by which a file may call each step. */
export const EXIT_WORDS: Record<Name, string> = {
  suggestElimination: '建议消除风险',
  proposeElimination: '提消除名单',
  proposeRollBack: '提出回退',
  agreeElimination: '确认消除名单',
  verifyElimination: '消除入户核实',
  signElimination: '消除核实签名',
  appraiseElimination: '消除评议',
  postElimination: '张贴消除公示',
  townElimination: '消除镇级验收',
  countyElimination: '消除县级审定',
  announceElimination: '公告消除结果',
  postRollBack: '张贴回退公示',
  announceRollBack: '公告回退',
  withdrawElimination: '撤回消除名单',
};

export const EXIT_ROLES: Record<Name, readonly Role[]> = Object.fromEntries(
  Object.entries(ACT_OF).map(([name, act]) => [name, EXIT_ACTS[act].roles]),
) as Record<Name, readonly Role[]>;

type Shaped = Extract<Step, { do: Name }>;

export const isExitStep = <S extends { do: string }>(step: S): step is Extract<S, { do: Name }> =>
  step.do in EXIT_SHAPES;

/** Acts that are operations of the register; the others come with a notice, or by the system. */
type OfRegister = Exclude<ExitAct, 'post' | 'correctPublicity' | 'mark' | 'closePublicity' | 'giveBackVisit'>;

interface Call {
  operation: `eliminations.${OfRegister}` | 'notices.post' | 'notices.announce';
  input: object;
}

/** The call that a step is. What needs another hand (a photo, a person, the meeting's hour) is given. */
export function exitCall(
  step: Shaped,
  given: {
    caseId: string;
    day: string;
    metAt: string;
    people: number;
    attendees: readonly object[];
    staff(key: string): object;
    photo(): Promise<string>;
  },
): Call | Promise<Call> {
  const { caseId } = given;
  const call = (act: OfRegister, input: object): Call => ({
    operation: `eliminations.${act}`,
    input: { caseId, ...input },
  });
  switch (step.do) {
    case 'suggestElimination':
      return call('suggest', { note: step.note });
    case 'proposeElimination':
      return call('propose', { research: researchOf(step, given) });
    case 'proposeRollBack':
      return call('proposeRollBack', { reason: step.reason });
    case 'agreeElimination':
      return call('agree', { verifiers: step.verifiers.map(given.staff) });
    case 'verifyElimination': {
      const { agrees, said, signer } = step;
      const family = { agrees, said, signer, how: 'FINGERPRINT' };
      return call('verify', { research: researchOf(step, given), family });
    }
    case 'signElimination':
      return call('signVerification', { opinion: step.opinion });
    case 'appraiseElimination': {
      const { convenor, yes, no } = step;
      const { metAt, attendees } = given;
      return call('appraise', { metAt, place: '村委会', convenor, attendees, yes, no, abstain: 0 });
    }
    case 'postElimination':
      return given.photo().then((photoId) => posting('notices.post', 'PROPOSED_ELIMINATION', { photoId }));
    case 'announceElimination':
      return posting('notices.announce', 'ELIMINATION_RESULT', {});
    case 'postRollBack':
      return given.photo().then((photoId) => posting('notices.post', 'PROPOSED_ROLLBACK', { photoId }));
    case 'announceRollBack':
      return posting('notices.announce', 'ROLLBACK_RESULT', {});
    case 'townElimination':
      return call('townReview', { agrees: step.agrees, opinion: step.opinion });
    case 'countyElimination':
      return call('countyDecide', { agrees: step.agrees, opinion: step.opinion });
    case 'withdrawElimination':
      return call('withdraw', { reason: step.reason });
  }

  function posting(operation: 'notices.post' | 'notices.announce', kind: CaseNotice, more: object): Call {
    return { operation, input: { kind, caseIds: [caseId], ...more } };
  }
}

function researchOf(
  step: Shaped & { do: 'proposeElimination' | 'verifyElimination' },
  given: { day: string; people: number },
): object {
  const {
    visitedOn = given.day,
    mode,
    income,
    selfPaid,
    quarters,
    rigidSolved,
    houseGrade,
    gone,
    newRisks,
    labour,
    note,
  } = step;
  const { waterProblem, schoolProblem, anyoneUninsured } = step;
  return {
    visitedOn,
    mode,
    people: given.people,
    income: {
      wagesFen: income.wages ?? 0,
      businessFen: income.business ?? 0,
      propertyFen: income.property ?? 0,
      transferFen: income.transfer ?? 0,
      costsFen: income.costs ?? 0,
    },
    selfPaidFen: selfPaid,
    quarters: Object.entries(quarters).map(([quarter, netPerCapitaFen]) => ({ quarter, netPerCapitaFen })),
    ...{
      rigidSolved,
      houseGrade,
      waterProblem,
      schoolProblem,
      anyoneUninsured,
      gone,
      newRisks,
      labour,
      note,
    },
  };
}

/** Lines of the checklist that an answer names, in its order. */
export function refusedIn(body: unknown): string[] {
  const { refused = [] } = (body ?? {}) as { refused?: { code: string }[] };
  return refused.map(({ code }) => code);
}

/** What a scenario may expect of the register at its end. */
export const ExpectRegister = z
  .strictObject({
    status: Text,
    identifiedOn: Day,
    entries: z.int().min(1),
    /** How many marks there were, taken back or not: what the indicators D1 to D3 count (domain.md 9.1). */
    eliminations: z.int().min(0),
  })
  .partial();
