import { type Instant, localDate } from '@shared/calendar';
import { ageOn, checkIdNumber } from '@shared/people';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import type { CaseEvent } from '../events';
import type { DataAnswer, DataAnswersInput, DataRequestInput, MemberInput } from '../inputs';
import { refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';
import { bankConsents } from './authorization';

export type DataCheckCommand =
  | ({ type: 'requestDataCheck' } & z.infer<typeof DataRequestInput>)
  | ({ type: 'answerDataCheck' } & z.infer<typeof DataAnswersInput>);

export type DataCheckEvent =
  | {
      type: 'DataCheckRequested';
      data: { memberKeys: string[]; bankKeys?: string[]; departments: DataAnswer['department'][] };
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
    states: ['VERIFYING', 'DATA_CHECK'],
    roles: ['COUNTY_CLERK', 'DEPT'],
    guard: (c) =>
      c.dataCheck === null || c.dataCheck.completedAt !== null
        ? refuse('GUARD', 'DATA_CHECK_NOT_REQUESTED')
        : null,
  },
};

export const dataCheckDeciders: Deciders<DataCheckCommand> = {
  /** I2: no comparison without a valid authorisation covering each person to be queried; minors are not queried. */
  requestDataCheck(c, { memberKeys, departments }, _actor, { now, profile }) {
    const asked = memberKeys.map((key) => c.members.find((m) => m.key === key));
    if (asked.some((m) => m === undefined)) return refuse('INPUT', 'UNKNOWN_MEMBER', {}, 'memberKeys');
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
    const keys = [...new Set(memberKeys)];
    const bankKeys = departments.includes('BANK') ? bankConsents(c, keys, profile) : [];
    if (departments.includes('BANK') && bankKeys.length === 0)
      return refuse('INPUT', 'BANK_CONSENT_MISSING', {}, 'departments');
    return [
      {
        type: 'DataCheckRequested',
        data: { memberKeys: keys, bankKeys, departments: [...new Set(departments)] },
      },
    ];
  },

  answerDataCheck(c, { answers }) {
    const asked = c.dataCheck?.departments ?? [];
    const stranger = answers.find((a) => !asked.includes(a.department));
    if (stranger)
      return refuse('INPUT', 'DEPARTMENT_NOT_ASKED', { department: stranger.department }, 'answers');
    const answered = new Set([...(c.dataCheck?.answers ?? []), ...answers].map((a) => a.department));
    const events: CaseEvent[] = [{ type: 'DataCheckAnswered', data: { answers } }];
    if (!asked.every((department) => answered.has(department))) return events;
    const completed: CaseEvent = { type: 'DataCheckCompleted', data: {} };
    return [...events, c.state === 'DATA_CHECK' ? { ...completed, to: 'TRIAGE' } : completed];
  },
};

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

function birthDateOf(idNo: string | null): string | null {
  const checked = idNo === null ? null : checkIdNumber(idNo);
  return checked?.ok ? checked.birthDate : null;
}

export const dataCheckEvolvers: Evolvers<DataCheckEvent> = {
  DataCheckRequested: (c, { data, at }) => ({
    ...c,
    dataCheck: { bankKeys: [], ...data, requestedAt: at, answers: [], completedAt: null },
  }),
  DataCheckAnswered: (c, { data }) =>
    withDataCheck(c, (check) => ({ ...check, answers: mergeAnswers(check.answers, data.answers) })),
  DataCheckCompleted: (c, { at }) => withDataCheck(c, (check) => ({ ...check, completedAt: at })),
};

type DataCheck = NonNullable<Case['dataCheck']>;

function withDataCheck(c: Case, change: (check: DataCheck) => DataCheck): Case {
  return c.dataCheck === null ? c : { ...c, dataCheck: change(c.dataCheck) };
}

/** A department's newer answer replaces its older one. */
function mergeAnswers(old: DataCheck['answers'], fresh: DataCheck['answers']): DataCheck['answers'] {
  const renewed = new Set(fresh.map((a) => a.department));
  return [...old.filter((a) => !renewed.has(a.department)), ...fresh];
}
