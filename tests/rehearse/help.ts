/** Steps of what is done for a family on the list: how a scenario writes them, and the real operations that they are. */
import type { Role } from '@shared/access';
import { COST_CODES, INCOME_CODES, RIGID_CODES } from '@shared/assessment/codes';
import type { OperationName } from '@shared/contract/routes';
import { FEELINGS, FOLLOW_UP_EVENTS, FOLLOWERS, QUARTER_KEEPERS, WORK_CHANGES } from '@shared/followups';
import { CONFIRM_WAYS, MAY_PLAN, MEASURE_ACTIONS, ON_THE_SPOT, VISIT_WAYS } from '@shared/measures';
import {
  FOLLOW_UP_RESULT_LABELS,
  GUARANTEE_LABELS,
  MEASURE_LABELS,
  NEED_LABELS,
  OWNER_LABELS,
  RISK_LABELS,
} from '@shared/messages';
import { z } from '@shared/zod';
import type { Step } from './scenario';
import { coded, Day, Digits, oneOf, Text, Yuan } from './words';

const Planned = {
  code: coded(MEASURE_LABELS),
  name: Text,
  risk: coded(RISK_LABELS).optional(),
  need: coded(NEED_LABELS).optional(),
  member: Text.optional(),
  owner: coded(OWNER_LABELS),
  /** The office by its name; left out, what its kind is called. */
  office: Text.optional(),
  person: Text.default(''),
  due: Day,
  amount: Yuan.optional(),
  service: Text.default(''),
};
type Planned = z.infer<z.ZodObject<typeof Planned>>;

const Which = { measure: Text };
const Photos = z.int().min(0).max(9).default(0);
const Risks = z.array(coded(RISK_LABELS)).default([]);
const Result = coded(FOLLOW_UP_RESULT_LABELS).default('STABLE');
const Row = <T extends string>(codes: readonly T[]) => z.strictObject({ code: oneOf(codes), yuan: Yuan });

/** Each step by its name in a file, with what it carries. */
export const HELP_SHAPES = {
  assignHelper: { helper: Text, unit: Text, phone: Digits.default('19900009999'), reason: Text.default('') },
  makePlan: {
    needs: z.array(coded(NEED_LABELS)).min(1),
    words: Text.default(''),
    measures: z.array(z.strictObject(Planned)).min(1),
  },
  signPlan: { how: oneOf(CONFIRM_WAYS).default('TICK') },
  /** A measure beside the plan; with `landed` it has reached the family on that day. */
  addMeasure: { ...Planned, landed: z.strictObject({ amount: Yuan.optional(), note: Text }).optional() },
  beginMeasure: { ...Which },
  landMeasure: { ...Which, amount: Yuan.optional(), note: Text.default(''), photos: Photos },
  confirmMeasure: {
    ...Which,
    received: z.boolean().default(true),
    how: oneOf(CONFIRM_WAYS).default('TICK'),
    text: Text.default(''),
  },
  judgeMeasure: { ...Which, words: Text },
  cancelMeasure: { ...Which, reason: Text },
  visitFamily: {
    on: Day.optional(),
    way: oneOf(VISIT_WAYS).default('HOME'),
    met: Text.default(''),
    findings: Text.default(''),
    problem: Text.default(''),
    solved: Text.default(''),
    result: Result,
    newRisks: Risks,
    photos: Photos,
  },
  followUp: {
    on: Day.optional(),
    event: oneOf(FOLLOW_UP_EVENTS).optional(),
    result: Result,
    newRisks: Risks,
    words: Text,
  },
  handInQuarter: {
    quarter: Text,
    income: z.array(Row(INCOME_CODES)).default([]),
    costs: z.array(Row(COST_CODES)).default([]),
    rigid: z
      .array(z.strictObject({ code: oneOf(RIGID_CODES), paid: Yuan, back: Yuan.default(0) }))
      .default([]),
    guarantees: z
      .array(z.strictObject({ what: coded(GUARANTEE_LABELS), detail: Text, fixer: Text, due: Day }))
      .default([]),
    work: oneOf(WORK_CHANGES).default('NONE'),
    feeling: oneOf(FEELINGS).default('SAME'),
    result: Result,
    newRisks: Risks,
    words: Text,
  },
  confirmQuarter: {
    quarter: Text,
    agree: z.boolean().default(true),
    words: Text.default(''),
  },
} as const;
type Name = keyof typeof HELP_SHAPES;

/** The words by which a file may call each step. */
export const HELP_WORDS: Record<Name, string> = {
  assignHelper: '定帮扶责任人',
  makePlan: '定帮扶计划',
  signPlan: '同意帮扶计划',
  addMeasure: '加一项帮扶',
  beginMeasure: '开始办帮扶',
  landMeasure: '登记帮扶落实',
  confirmMeasure: '确认帮扶收到',
  judgeMeasure: '评帮扶成效',
  cancelMeasure: '取消帮扶',
  visitFamily: '走访',
  followUp: '记动态监测',
  handInQuarter: '交季度监测表',
  confirmQuarter: '确认季度监测表',
};

const VILLAGE: readonly Role[] = ['VILLAGE', 'TASKFORCE'];
export const HELP_ROLES: Record<Name, readonly Role[]> = {
  assignHelper: [...VILLAGE, 'TOWN_CLERK', 'TOWN_LEADER'],
  makePlan: MAY_PLAN,
  signPlan: MEASURE_ACTIONS.agree.roles,
  addMeasure: MAY_PLAN,
  beginMeasure: MEASURE_ACTIONS.begin.roles,
  landMeasure: MEASURE_ACTIONS.land.roles,
  confirmMeasure: MEASURE_ACTIONS.confirm.roles,
  judgeMeasure: MEASURE_ACTIONS.judge.roles,
  cancelMeasure: MEASURE_ACTIONS.cancel.roles,
  visitFamily: [...ON_THE_SPOT, 'GRID'],
  followUp: FOLLOWERS,
  handInQuarter: QUARTER_KEEPERS,
  confirmQuarter: [...VILLAGE, 'TOWN_CLERK', 'TOWN_LEADER'],
};

type Shaped = Extract<Step, { do: Name }>;

export const isHelpStep = <S extends { do: string }>(step: S): step is Extract<S, { do: Name }> =>
  step.do in HELP_SHAPES;

interface Call {
  operation: OperationName;
  input: object;
}

/** What is looked up before a step: the family's help as its office sees it. */
export interface KnownHelp {
  plans: readonly { id: string }[];
  measures: readonly { id: string; name: string }[];
}

/** The call that a step is. What needs another hand (a photo, a person, what there is already) is given. */
export async function helpCall(
  step: Shaped,
  given: {
    caseId: string;
    day: string;
    /** Whether the family itself takes the step: nobody asks it for a paper. */
    byFamily: boolean;
    help(): Promise<KnownHelp>;
    revision(quarter: string): Promise<number>;
    staff(key: string): { personId: string };
    photos(many: number): Promise<string[]>;
  },
): Promise<Call> {
  const { caseId, day } = given;
  const call = (operation: Call['operation'], input: object): Call => ({
    operation,
    input: { caseId, ...input },
  });
  const paper = async () => (given.byFamily ? null : ((await given.photos(1))[0] ?? null));
  const measureId = async (name: string) =>
    (await given.help()).measures.find((one) => one.name === name)?.id ?? `${caseId}-none`;
  const act = async (name: string, one: object) =>
    call('measures.step', { measureId: await measureId(name), step: one });

  switch (step.do) {
    case 'assignHelper': {
      const { helper, unit, phone, reason } = step;
      return call('measures.assignHelper', {
        personId: given.staff(helper).personId,
        ...{ unit, phone, reason },
      });
    }
    case 'makePlan':
      return call('measures.makePlan', {
        needs: step.needs,
        words: step.words,
        measures: step.measures.map(plannedOf),
      });
    case 'signPlan': {
      const planId = (await given.help()).plans[0]?.id ?? `${caseId}-none`;
      return call('measures.signPlan', { planId, how: step.how, attachmentId: await paper() });
    }
    case 'addMeasure': {
      const { landed } = step;
      const landing =
        landed === undefined
          ? null
          : { on: day, amountFen: landed.amount ?? null, note: landed.note, attachmentIds: [] };
      return call('measures.add', { ...plannedOf(step), landing });
    }
    case 'beginMeasure':
      return act(step.measure, { do: 'begin' });
    case 'landMeasure': {
      const { amount: amountFen = null, note } = step;
      const attachmentIds = await given.photos(step.photos);
      return act(step.measure, { do: 'land', on: day, ...{ amountFen, note, attachmentIds } });
    }
    case 'judgeMeasure':
      return act(step.measure, { do: 'judge', words: step.words });
    case 'cancelMeasure':
      return act(step.measure, { do: 'cancel', reason: step.reason });
    case 'confirmMeasure': {
      const { received, how, text } = step;
      const attachmentId = received ? await paper() : null;
      return call('measures.confirm', {
        measureId: await measureId(step.measure),
        ...{ received, how, text, attachmentId },
      });
    }
    case 'visitFamily': {
      const { on = day, newRisks, photos, way, met, findings, problem, solved, result } = step;
      // The phone's key: the same words at the same minute are the same visit, however often they are sent.
      const key = `visit-${step.at.replace(/\D/g, '')}`;
      const photoIds = await given.photos(photos);
      return call('measures.visit', {
        ...{ key, on, way, met, findings, problem, solved, result, newRisks, photoIds },
      });
    }
    case 'followUp': {
      const { on = day, event = null, result, newRisks, words } = step;
      const cadence = event === null ? 'MONTH' : 'EVENT';
      return call('followups.record', { cadence, ...{ event, on, result, newRisks, words } });
    }
    case 'handInQuarter': {
      const { quarter, work, feeling, result, newRisks, words } = step;
      const rows = (all: readonly { code: string; yuan: number }[]) =>
        all.map(({ code, yuan }) => ({ code, amountFen: yuan, basis: 'ACTUAL' }));
      return call('followups.quarter', {
        ...{ quarter, on: day, work, feeling, result, newRisks, words },
        sheet: {
          income: rows(step.income),
          costs: rows(step.costs),
          rigid: step.rigid.map(({ code, paid, back }) => ({
            ...{ code, paidFen: paid, reimbursedFen: back, basis: 'ACTUAL' },
          })),
          claimsFen: 0,
        },
        guarantees: step.guarantees.map(({ due: dueOn, ...one }) => ({ ...one, dueOn })),
        signed: 'FINGERPRINT',
        signatureId: (await given.photos(1))[0],
      });
    }
    case 'confirmQuarter': {
      const { quarter, agree, words } = step;
      const revision = await given.revision(quarter);
      return call('followups.confirmQuarter', { ...{ quarter, revision, agree, words } });
    }
  }
}

function plannedOf({ code, name, risk, need, member, owner, office, person, due, amount, service }: Planned) {
  return {
    ...{ code, name, risk: risk ?? null, need: need ?? null, memberKey: member ?? null, owner },
    ...{ office: office ?? OWNER_LABELS[owner], person, dueOn: due, amountFen: amount ?? null, service },
  };
}

interface Warned {
  code: string;
  dueOn: string | null;
  late: boolean;
  risk: string | null;
  measureName: string;
}

/** What is missing or late about a family's help, a line each: `NO_MEASURE until 2026-04-15`, `OVERDUE late 2026-04-10 慢病签约`. */
export const warningLines = (warnings: readonly Warned[]): string[] =>
  warnings.map(({ code, dueOn, late, risk, measureName }) =>
    [code, late ? 'late' : 'until', dueOn, risk, measureName].filter(Boolean).join(' '),
  );
