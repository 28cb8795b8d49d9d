import { PROFILE_STEPS } from '@shared/messages/profile-fields';
import { z } from '@shared/zod';
import { fillIn } from './fill-in';
import { BUDGET_STEPS, Profile } from './profile';

/** One thing wrong with a profile: where (`clock.capDays`) and what, in Chinese for the person who wrote it. */
export interface ProfileProblem {
  path: string;
  message: string;
  /** Of a number: the least and the most that it may be. */
  bounds?: Bounds;
}

interface Bounds {
  min: number;
  max: number;
}

type Result = { ok: true; profile: Profile; filled: string[] } | { ok: false; problems: ProfileProblem[] };

/**
 * Reads a profile that a county wrote: what it does not say is filled in and named ({@link fillIn}), then its shape is
 * looked at, then whether it makes sense. All problems at once, so that the writer mends the file in one go.
 */
export function parseProfile(input: unknown): Result {
  const isProfile = typeof input === 'object' && input !== null && !Array.isArray(input);
  const { profile: whole, filled } = isProfile ? fillIn(input) : { profile: input, filled: [] };
  const parsed = Profile.safeParse(whole);
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.flatMap((issue) => shapeProblems(issue, whole)) };
  const problems = senseProblems(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, profile: parsed.data, filled };
}

/** What stands at that path, undefined when nothing does. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null)?.[key], input);
}

function shapeProblems(issue: z.core.$ZodIssue, input: unknown): ProfileProblem[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      message: '没有这一项，删掉或改名',
    }));
  if (issue.code === 'invalid_type' && valueAt(input, issue.path) === undefined)
    return [{ path, message: '缺这一项' }];
  const number = numberAt(issue.path);
  if (number === null) return [{ path, message: shapeMessage(issue) }];
  const { min, max, whole } = number;
  return [{ path, message: `要填 ${min} 到 ${max} 的${whole ? '整数' : '数'}`, bounds: { min, max } }];
}

function shapeMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `类型不对，要填 ${issue.expected}`;
    case 'invalid_value':
      return `只能填 ${issue.values.join('、')}`;
    case 'too_small':
      return issue.origin === 'array' ? '至少选一样' : '不能空着';
    case 'too_big':
      return `最多 ${issue.maximum} 个字`;
    default:
      return '写法不对';
  }
}

/** What the schema says of the number at a place; null where none belongs. */
function numberAt(path: readonly PropertyKey[]): (Bounds & { whole: boolean }) | null {
  const schema = path.reduce<unknown>((at, key) => schemaBelow(bare(at), key), Profile);
  const found = bare(schema);
  if (!(found instanceof z.ZodNumber)) return null;
  return { min: found.minValue ?? 0, max: found.maxValue ?? 0, whole: found.isInt };
}

const bare = (schema: unknown): unknown => (schema instanceof z.ZodOptional ? schema.unwrap() : schema);

function schemaBelow(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(key)];
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

function senseProblems(p: Profile): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const check = (holds: boolean, path: string, message: string) => {
    if (!holds) problems.push({ path, message });
  };
  const { budget, clock, publicity, steps } = p;

  for (const step of BUDGET_STEPS) {
    check(budget[step] <= clock.capDays, `budget.${step}`, `超过了总期限 ${clock.capDays} 天`);
    const before = EARLIER_STEPS[step].find((other) => budget[other] > budget[step]);
    check(before === undefined, `budget.${step}`, `比前面的“${before && PROFILE_STEPS[before]}”还早`);
  }
  // A working day is never shorter than a natural one, so only natural days inside a working clock cannot be compared.
  const comparable = publicity.unit === clock.unit || publicity.unit === 'WORKING';
  check(
    !comparable || budget.publicity - budget.appraisal >= publicity.days,
    'budget.publicity',
    `评议到公示结束不够 ${publicity.days} 天`,
  );
  check(
    steps.publicity.limit === publicity.days && steps.publicity.unit === publicity.unit,
    'steps.publicity',
    '要和 publicity 的天数、单位一样',
  );
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
