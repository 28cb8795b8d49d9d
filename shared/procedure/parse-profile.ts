import type { z } from '@shared/zod';
import { BUDGET_STEPS, Profile } from './profile';

/** One thing wrong with a profile: where (`clock.capDays`) and what, in Chinese for the person who wrote it. */
export interface ProfileProblem {
  path: string;
  message: string;
}

type Result = { ok: true; profile: Profile } | { ok: false; problems: ProfileProblem[] };

/**
 * Reads a profile that a county wrote: first its shape, then whether it makes sense. All problems at once, so that
 * the writer mends the file in one go.
 */
export function parseProfile(input: unknown): Result {
  const parsed = Profile.safeParse(input);
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.flatMap((issue) => shapeProblems(issue, input)) };
  const problems = senseProblems(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, profile: parsed.data };
}

/** What stands at that path, undefined when nothing does. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null)?.[key], input);
}

function shapeProblems(issue: z.core.$ZodIssue, input: unknown): ProfileProblem[] {
  const path = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join('.'),
        message: '没有这一项，删掉或改名',
      }));
    case 'invalid_type':
      return [
        {
          path,
          message: valueAt(input, issue.path) === undefined ? '缺这一项' : `类型不对，要填 ${issue.expected}`,
        },
      ];
    case 'invalid_value':
      return [{ path, message: `只能填 ${issue.values.join('、')}` }];
    case 'too_small':
      return [{ path, message: issue.origin === 'string' ? '不能空着' : `不能小于 ${issue.minimum}` }];
    case 'too_big':
      return [
        {
          path,
          message: issue.origin === 'string' ? `最多 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`,
        },
      ];
    default:
      return [{ path, message: '写法不对' }];
  }
}

/** National floor: publicity of at least 5 days (domain.md 0, fact 1). */
const MIN_PUBLICITY_DAYS = 5;

function senseProblems(p: Profile): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const check = (holds: boolean, path: string, message: string) => {
    if (!holds) problems.push({ path, message });
  };
  const { budget, clock, publicity, steps } = p;

  for (const step of BUDGET_STEPS) {
    check(budget[step] <= clock.capDays, `budget.${step}`, `超过了总期限 ${clock.capDays} 天`);
    const before = EARLIER_STEPS[step].find((other) => budget[other] > budget[step]);
    check(before === undefined, `budget.${step}`, `比前一步 ${before} 还早`);
  }
  // A working day is never shorter than a natural one, so only natural days inside a working clock cannot be compared.
  const comparable = publicity.unit === clock.unit || publicity.unit === 'WORKING';
  check(
    !comparable || budget.publicity - budget.appraisal >= publicity.days,
    'budget.publicity',
    `评议到公示结束不够 ${publicity.days} 天`,
  );
  check(publicity.days >= MIN_PUBLICITY_DAYS, 'publicity.days', `公示不能少于 ${MIN_PUBLICITY_DAYS} 天`);
  check(
    steps.publicity.limit === publicity.days && steps.publicity.unit === publicity.unit,
    'steps.publicity',
    '要和 publicity 的天数、单位一样',
  );
  check(clock.warnAt > 0 && clock.warnAt < 1, 'clock.warnAt', '要大于 0、小于 1，例如 0.7');
  check(p.verification.minSigners >= 2, 'verification.minSigners', '入户核实至少两个人签名');
  check(
    !p.appraisal.oddOnly || p.appraisal.quorum % 2 === 1,
    'appraisal.quorum',
    '要求单数时，到会人数要填单数',
  );
  check(
    p.line.basis === 'absolute' || p.line.multiple !== undefined,
    'line.multiple',
    '按低保倍数定线时，要写倍数',
  );
  check(
    p.elimination.publicityDays >= MIN_PUBLICITY_DAYS,
    'elimination.publicityDays',
    `公示不能少于 ${MIN_PUBLICITY_DAYS} 天`,
  );
  const flags = p.assetFlags.map((flag) => flag.code);
  check(new Set(flags).size === flags.length, 'assetFlags', '同一项写了两次');
  return problems;
}

/** Which steps must not be planned after which: verification and comparison run side by side. */
const EARLIER_STEPS: Record<keyof Profile['budget'], readonly (keyof Profile['budget'])[]> = {
  accept: [],
  verify: ['accept'],
  dataCheck: ['accept'],
  triage: ['verify', 'dataCheck'],
  appraisal: ['triage'],
  publicity: ['appraisal'],
  town: ['publicity'],
  county: ['town'],
};
