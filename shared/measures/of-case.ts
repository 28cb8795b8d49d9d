import { type LocalDate, localDate } from '@shared/calendar';
import type { Case } from '@shared/casework';
import { ageOn, checkIdNumber } from '@shared/people';
import type { HelpFacts } from './warnings';

type Of = Pick<HelpFacts, 'includedOn' | 'today' | 'risks' | 'members' | 'hasLabour' | 'dibao'>;

const ABLE = ['NORMAL', 'SKILLED', 'WEAK'];
const DIBAO_OR_TEKUN = ['D01', 'D02'];

/** What a family's case says about the help it needs; null while it is not on the list. */
export function helpFacts(c: Case, today: LocalDate): Of | null {
  if (c.state !== 'INCLUDED' || c.closedAt === null) return null;
  const record = c.verification?.record;
  const labour = (one: Case['members'][number]) =>
    one.labour === undefined ? null : ABLE.includes(one.labour);
  return {
    includedOn: localDate(c.closedAt),
    today,
    risks: c.decision?.risks ?? [],
    dibao:
      record?.sheet.income.some(({ code, amountFen }) => DIBAO_OR_TEKUN.includes(code) && amountFen > 0) ??
      false,
    // Where nobody asked of each, the visit's word for the whole family counts.
    hasLabour: c.members.some((one) => labour(one) === true)
      ? true
      : record === undefined
        ? null
        : !record.findings.noLabour &&
          !(c.members.length > 0 && c.members.every((one) => labour(one) === false)),
    members: c.members.map((one) => ({
      key: one.key,
      age: ageOf(one.birthDate, one.idNo, today),
      labour: labour(one),
    })),
  };
}

function ageOf(birthDate: LocalDate | null, idNo: string | null, today: LocalDate): number | null {
  const id = birthDate !== null || idNo === null ? null : checkIdNumber(idNo);
  const born = birthDate ?? (id?.ok ? id.birthDate : null);
  return born === null || born > today ? null : ageOn(born, today);
}
