import type { FieldIssue, InputIssueCode, ReasonCode } from '@shared/contract';
import { REASONS, sentence } from '@shared/messages';
import type { z } from '@shared/zod';
import { Failure } from './failure';

type Issue = z.core.$ZodIssue;

const reasons = new Set<string>(REASONS);

/** Deeper than any form of ours; a text of 100 KB can nest fifty thousand times and end the program that walks it. */
const MAX_DEPTH = 32;

/** @throws Failure bad_input when the input nests too deep to be walked */
export function requireShallow(input: unknown): void {
  for (const { depth } of levelsOf(input)) if (depth > MAX_DEPTH) throw new Failure('bad_input', 'INVALID');
}

/** No text of a person's carries it, and PostgreSQL keeps none that does. */
const NUL = String.fromCharCode(0);

/** What a schema lets through as it stands: numbers, cursors, ids. @throws Failure bad_input when nothing can keep it */
export function requireKeepable(input: unknown): void {
  for (const { values } of levelsOf(input))
    if (values.some((value) => typeof value === 'string' && value.includes(NUL)))
      throw new Failure('bad_input', 'INVALID');
}

function* levelsOf(input: unknown): Generator<{ depth: number; values: unknown[] }> {
  let values: unknown[] = [input];
  for (let depth = 0; values.length > 0; depth += 1) {
    yield { depth, values };
    values = values.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

/**
 * Reads an input by its schema. Unknown fields are left out.
 * @throws Failure bad_input with every faulty field, its reason and its sentence
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => fieldIssue(issue, input));
  const [first] = issues;
  throw new Failure('bad_input', (first?.reason ?? 'INVALID') as ReasonCode, {
    params: paramsOf(parsed.error.issues[0]),
    issues,
  });
}

function fieldIssue(issue: Issue, input: unknown): FieldIssue {
  const reason = reasonOf(issue, input);
  return { field: issue.path.join('.'), reason, message: sentence(reason, paramsOf(issue)) };
}

/** Our schemas write the reason where zod has its English message; zod's own checks are translated. */
function reasonOf(issue: Issue, input: unknown): string {
  if (reasons.has(issue.message)) return issue.message;
  return reasonOfCheck(issue, valueAt(input, issue.path));
}

function reasonOfCheck(issue: Issue, value: unknown): InputIssueCode {
  const missing = value === undefined || value === null || value === '';
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string') return 'TOO_LONG';
      return issue.origin === 'array' ? 'TOO_MANY' : 'INVALID';
    case 'too_small':
      return issue.origin === 'number' ? 'TOO_SMALL' : 'REQUIRED';
    default:
      return missing ? 'REQUIRED' : 'INVALID';
  }
}

function paramsOf(issue: Issue | undefined): Record<string, string | number> {
  const params = issue?.code === 'custom' ? (issue.params ?? {}) : {};
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  );
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value === null || typeof value !== 'object' ? undefined : Reflect.get(value, key)),
    input,
  );
}
