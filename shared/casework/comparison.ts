import type { Actor } from '@shared/access';
import type { Instant } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import type { Case } from './case';
import type { AssetFlag, Department } from './codes';
import type { DataAnswer } from './inputs';

/** Why a flagged fact is no reason by itself, in one line, and what the county said to it. */
export interface FlagNote {
  text: string;
  saidBy: 'FAMILY' | 'VERIFIER';
  exemption: string | null;
  photoIds: string[];
  actor: Actor;
  at: Instant;
  review: { accepted: boolean; note: string; actor: Actor; at: Instant } | null;
}

export interface AnswerDispute {
  department: Department;
  memberKey: string | null;
  reason: string;
  openedAt: Instant;
  /** When the department answered again; null while the clock stands still for it. */
  closedAt: Instant | null;
}

type DataCheck = NonNullable<Case['dataCheck']>;
type About = Pick<DataAnswer, 'department' | 'memberKey'>;

/** About whom a department was asked: the bank only about those who said yes to it themselves. */
export function askedAbout(check: DataCheck, department: Department): readonly string[] {
  if (!check.departments.includes(department)) return [];
  return department === 'BANK' ? check.bankKeys : check.memberKeys;
}

/** Whether a department has answered about a person: by name, or for all at once. */
export function isAnswered(check: DataCheck, department: Department, memberKey: string): boolean {
  return check.answers.some(
    (answer) =>
      answer.department === department && (answer.memberKey === null || answer.memberKey === memberKey),
  );
}

/** Everybody was answered about by every department, and no answer is being looked at again. */
export function allAnswered(check: DataCheck): boolean {
  return (
    check.departments.every((department) =>
      askedAbout(check, department).every((key) => isAnswered(check, department, key)),
    ) && check.disputes.every(({ closedAt }) => closedAt !== null)
  );
}

/** A newer answer about the same replaces the older one; one for all replaces those by name. */
export function mergeAnswers(old: readonly DataAnswer[], fresh: readonly DataAnswer[]): DataAnswer[] {
  return fresh.reduce<DataAnswer[]>(
    (kept, answer) => [...kept.filter((before) => !replaces(answer, before)), answer],
    [...old],
  );
}

export function replaces(fresh: About, old: About): boolean {
  return (
    fresh.department === old.department && (fresh.memberKey === null || fresh.memberKey === old.memberKey)
  );
}

export const sameAnswer = (a: About, b: About): boolean =>
  a.department === b.department && a.memberKey === b.memberKey;

/**
 * One thing that a department found (domain.md 2.5). It asks for a word of explanation and decides nothing. `code` is
 * null when the department wrote only words.
 */
export interface RaisedFlag {
  key: string;
  department: Department;
  memberKey: string | null;
  code: AssetFlag | null;
  level: 'HARD' | 'SOFT';
  /** Exemptions that the profile allows for it. */
  exemptions: string[];
  amountFen: number | null;
  found: string;
  note: FlagNote | null;
  status: 'OPEN' | 'EXPLAINED' | 'ACCEPTED' | 'REFUSED';
}

/** What departments found about this family, by the answers that stand now. */
export function assetFlags(c: Pick<Case, 'dataCheck' | 'flagNotes'>, profile: Profile): RaisedFlag[] {
  const found = (c.dataCheck?.answers ?? []).filter(({ result }) => result === 'FLAGGED');
  return found.flatMap((answer) => {
    const codes: (AssetFlag | null)[] = answer.flags.length > 0 ? [...new Set(answer.flags)] : [null];
    return codes.map((code): RaisedFlag => {
      const { department, memberKey, amountFen } = answer;
      const key = `${department}:${memberKey ?? '-'}:${code ?? '-'}`;
      const rule = profile.assetFlags.find((flag) => flag.code === code);
      const note = c.flagNotes[key] ?? null;
      return {
        key,
        department,
        memberKey,
        code,
        level: rule?.level ?? 'SOFT',
        exemptions: rule?.exemptions ?? [],
        amountFen,
        found: answer.note,
        note,
        status: statusOf(note),
      };
    });
  });
}

function statusOf(note: FlagNote | null): RaisedFlag['status'] {
  if (note === null) return 'OPEN';
  if (note.review === null) return 'EXPLAINED';
  return note.review.accepted ? 'ACCEPTED' : 'REFUSED';
}

/** What somebody who writes an opinion should know; it holds nobody up. */
export type FlagWarning = 'UNEXPLAINED' | 'HARD_WITHOUT_EXEMPTION' | 'ANSWER_DISPUTED' | 'NOT_REVIEWED';

/** Takes the flags and whether an answer is being looked at again; each warning once, the gravest first. */
export function flagWarnings(flags: readonly RaisedFlag[], disputed: boolean): FlagWarning[] {
  const hard = flags.some(
    ({ level, status, note }) => level === 'HARD' && (status !== 'ACCEPTED' || note?.exemption === null),
  );
  return [
    ...(hard ? (['HARD_WITHOUT_EXEMPTION'] as const) : []),
    ...(flags.some(({ status }) => status === 'OPEN' || status === 'REFUSED')
      ? (['UNEXPLAINED'] as const)
      : []),
    ...(flags.some(({ status }) => status === 'EXPLAINED') ? (['NOT_REVIEWED'] as const) : []),
    ...(disputed ? (['ANSWER_DISPUTED'] as const) : []),
  ];
}

/**
 * The result of the comparison in numbers, for the minutes (domain.md 3.1, 8): how many were asked about and found, and
 * how many of those were explained. It names nobody and nothing.
 */
export interface ComparisonStatement {
  departments: number;
  people: number;
  comparedBefore: number;
  waiting: number;
  unavailable: number;
  flags: number;
  explained: number;
  accepted: number;
}

export function comparisonStatement(c: Case, profile: Profile): ComparisonStatement | null {
  const check = c.dataCheck;
  if (check === null) return null;
  const flags = assetFlags(c, profile);
  const waiting = check.departments.filter((department) =>
    askedAbout(check, department).some((key) => !isAnswered(check, department, key)),
  );
  return {
    departments: check.departments.length,
    people: check.memberKeys.length,
    comparedBefore: check.comparedBefore.length,
    waiting: waiting.length,
    unavailable: check.answers.filter(({ result }) => result === 'UNAVAILABLE').length,
    flags: flags.length,
    explained: flags.filter(({ status }) => status !== 'OPEN').length,
    accepted: flags.filter(({ status }) => status === 'ACCEPTED').length,
  };
}
