import type { Caller } from '@shared/access';
import { type Instant, localDate } from '@shared/calendar';
import { ageOn, checkIdNumber } from '@shared/people';
import { covers } from '@shared/regions';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import type { Department } from '../codes';
import { allAnswered, askedAbout, mergeAnswers, replaces, sameAnswer } from '../comparison';
import type { CaseEvent } from '../events';
import { OPEN_BEFORE_DECISION } from '../guards';
import type { DataAnswer, DataRequestInput, MemberInput } from '../inputs';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';
import { bankConsents } from './authorization';

export type DataCheckCommand =
  | ({ type: 'requestDataCheck' } & z.input<typeof DataRequestInput>)
  | { type: 'answerDataCheck'; answers: Said[] };

/** An answer about all who were asked about names nobody. */
type Said = Omit<DataAnswer, 'memberKey' | 'amountFen'> &
  Partial<Pick<DataAnswer, 'memberKey' | 'amountFen'>>;

export type DataCheckEvent =
  | {
      type: 'DataCheckRequested';
      data: {
        memberKeys: string[];
        bankKeys: string[];
        departments: DataAnswer['department'][];
        comparedBefore: string[];
      };
    }
  | { type: 'DataCheckAnswered'; data: { answers: DataAnswer[] } }
  | { type: 'DataCheckCompleted'; data: Record<string, never> };

export const dataCheckActions: Actions<DataCheckCommand> = {
  requestDataCheck: {
    states: ['VERIFYING', 'DATA_CHECK'],
    roles: ['COUNTY_CLERK'],
    guard: (c) =>
      (c.verification === null ? refuse('GUARD', 'VERIFICATION_NOT_RECORDED') : null) ??
      (c.dataCheck !== null ? refuse('GUARD', 'DATA_CHECK_ALREADY_REQUESTED') : null),
  },
  answerDataCheck: {
    states: OPEN_BEFORE_DECISION,
    roles: ['COUNTY_CLERK', 'DEPT'],
    // After the comparison only what is being looked at again is answered.
    guard: (c) => (isAwaitingAnswers(c.dataCheck) ? null : refuse('GUARD', 'DATA_CHECK_NOT_REQUESTED')),
  },
};

export const dataCheckDeciders: Deciders<DataCheckCommand> = {
  /** I2: no comparison without a valid authorisation covering each person to be queried; minors are not queried. */
  requestDataCheck(c, { memberKeys, departments, comparedBefore = [] }, _actor, { now, profile }) {
    const before = new Set(comparedBefore);
    const keys = [...new Set(memberKeys)].filter((key) => !before.has(key));
    const asked = keys.map((key) => c.members.find((m) => m.key === key));
    if (asked.some((m) => m === undefined) || comparedBefore.some((key) => !knows(c, key)))
      return refuse('INPUT', 'UNKNOWN_MEMBER', {}, 'memberKeys');
    if (keys.length + before.size === 0) return refuse('INPUT', 'NOBODY_TO_COMPARE', {}, 'memberKeys');
    const members = asked.filter((m) => m !== undefined);
    const minor = members.find((m) => !isAdult(m, now));
    if (minor) return refuse('INPUT', 'MINOR_CANNOT_BE_QUERIED', { name: minor.name }, 'memberKeys');
    const unsigned = members.filter((m) => c.authorizations[m.key] === undefined);
    if (unsigned.length > 0)
      return refuse(
        'INPUT',
        'AUTHORIZATION_MISSING',
        { names: unsigned.map((m) => m.name).join('、') },
        'memberKeys',
      );
    const bankKeys = departments.includes('BANK') ? bankConsents(c, keys, profile) : [];
    if (departments.includes('BANK') && bankKeys.length === 0 && keys.length > 0)
      return refuse('INPUT', 'BANK_CONSENT_MISSING', {}, 'departments');
    const requested: CaseEvent = {
      type: 'DataCheckRequested',
      data: {
        memberKeys: keys,
        bankKeys,
        departments: [...new Set(departments)],
        comparedBefore: [...before],
      },
    };
    return keys.length > 0 ? [requested] : [requested, completed(c)];
  },

  answerDataCheck(c, { answers: said }, actor, { caller }) {
    const answers = said.map((answer) => ({ memberKey: null, amountFen: null, ...answer }));
    const check = c.dataCheck;
    if (check === null) return refuse('GUARD', 'DATA_CHECK_NOT_REQUESTED');
    for (const answer of answers) {
      const refusal = answerRefused(check, answer);
      if (refusal !== null) return refusal;
      if (actor.role === 'DEPT' && !speaksFor(caller, c.village, answer.department))
        return refuse('INPUT', 'NOT_YOUR_DEPARTMENT', {}, 'answers');
    }
    const events: CaseEvent[] = [{ type: 'DataCheckAnswered', data: { answers } }];
    if (check.completedAt !== null) return events;
    return allAnswered(withAnswers(check, answers, '')) ? [...events, completed(c)] : events;
  },
};

const knows = (c: Case, key: string): boolean => c.members.some((member) => member.key === key);

const completed = (c: Case): CaseEvent => ({
  type: 'DataCheckCompleted',
  data: {},
  ...(c.state === 'DATA_CHECK' && { to: 'TRIAGE' }),
});

function answerRefused(check: DataCheck, answer: DataAnswer): Refusal | null {
  const { department, memberKey } = answer;
  const asked = askedAbout(check, department);
  if (asked.length === 0) return refuse('INPUT', 'DEPARTMENT_NOT_ASKED', { department }, 'answers');
  if (memberKey !== null && !asked.includes(memberKey))
    return refuse('INPUT', 'PERSON_NOT_ASKED', {}, 'answers');
  const again = check.disputes.some((open) => open.closedAt === null && concerns(answer, open));
  return check.completedAt !== null && !again
    ? refuse('INPUT', 'DEPARTMENT_ANSWERED', { department }, 'answers')
    : null;
}

/** Whether an answer is one to a question that was asked again. */
const concerns = (answer: DataAnswer, open: DataCheck['disputes'][number]): boolean =>
  replaces(answer, open) || (answer.department === open.department && open.memberKey === null);

/** Answers are waited for: the first ones, or those to a question that was asked again. */
export function isAwaitingAnswers(check: DataCheck | null): boolean {
  return (
    check !== null && (check.completedAt === null || check.disputes.some(({ closedAt }) => closedAt === null))
  );
}

/** Whether somebody answers for that department in the place of the case. */
function speaksFor({ grants }: Caller, village: string, department: Department): boolean {
  return grants.some(
    (grant) => grant.role === 'DEPT' && grant.department === department && covers(grant.region, village),
  );
}

/** A person of unknown age counts as adult. */
const ADULT_AGE = 18;

/**
 * Takes a member and the time. The ID number tells the birth date before a typed one does (domain.md 4.3.1); a person
 * whose birth date is unknown counts as an adult, so a signature is asked for.
 */
export function isAdult(member: MemberInput, now: Instant): boolean {
  const birthDate = birthDateOf(member.idNo) ?? member.birthDate;
  return birthDate === null || ageOn(birthDate, localDate(now)) >= ADULT_AGE;
}

/** Birth date that an ID number tells, null without a valid one. */
export function birthDateOf(idNo: string | null): string | null {
  const checked = idNo === null ? null : checkIdNumber(idNo);
  return checked?.ok ? checked.birthDate : null;
}

export const dataCheckEvolvers: Evolvers<DataCheckEvent> = {
  DataCheckRequested: (c, { data, at }) => ({
    ...c,
    dataCheck: { ...data, requestedAt: at, answers: [], disputes: [], completedAt: null },
  }),
  DataCheckAnswered: (c, { data, at }) => withDataCheck(c, (check) => withAnswers(check, data.answers, at)),
  DataCheckCompleted: (c, { at }) => withDataCheck(c, (check) => ({ ...check, completedAt: at })),
};

type DataCheck = NonNullable<Case['dataCheck']>;

function withDataCheck(c: Case, change: (check: DataCheck) => DataCheck): Case {
  return c.dataCheck === null ? c : { ...c, dataCheck: change(c.dataCheck) };
}

/** An answer for all goes once everybody has one by name; a question asked again is closed by its new answer. */
function withAnswers(check: DataCheck, fresh: readonly DataAnswer[], at: Instant): DataCheck {
  const merged = mergeAnswers(check.answers, fresh);
  const named = (answer: DataAnswer) =>
    askedAbout(check, answer.department).every((memberKey) =>
      merged.some((other) => sameAnswer(other, { department: answer.department, memberKey })),
    );
  const answers = merged.filter((answer) => answer.memberKey !== null || !named(answer));
  const isClosed = (open: DataCheck['disputes'][number]) =>
    fresh.some((answer) => replaces(answer, open)) || !answers.some((answer) => sameAnswer(answer, open));
  const disputes = check.disputes.map((open) =>
    open.closedAt === null && isClosed(open) ? { ...open, closedAt: at } : open,
  );
  return { ...check, answers, disputes };
}
