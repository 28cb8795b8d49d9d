/** The family's papers: what a scenario says in short, as the operations want it. */
import { incomeWindow } from '@shared/assessment';
import type { VerificationInput } from '@shared/casework';
import { HEAD_KEY, NO_FINDINGS } from '@shared/casework/codes';
import type { InputOf, OperationNamed } from '@shared/contract';
import { composeIdNumber } from '@shared/people';
import { relationOf } from './read-scenario';
import type { Scenario } from './scenario';

/** Not an area of any county: nobody has such a number. */
const AREA = '990101';
const FIRST_SEQUENCE = 100;

/** The ID number of a member: right checksum, from the birth date, the place in the family and the sex. */
export function idNumberOf({ family }: Scenario, key: string): string {
  const place = Object.keys(family.members).indexOf(key);
  const member = family.members[key];
  if (member === undefined) throw new Error(`no member ${key}`);
  const sequence = FIRST_SEQUENCE + 2 * place + (member.sex === 'M' ? 1 : 0);
  return composeIdNumber({ area: AREA, birthDate: member.born, sequence });
}

export function headOf({ family }: Scenario): Scenario['family']['members'][string] {
  const head = family.members[HEAD_KEY];
  if (head === undefined) throw new Error('no head');
  return head;
}

/** The report as its sender hands it in; ids of recording and photos come from outside. */
export function reportInput(
  scenario: Scenario,
  by: string,
  files: { voiceId: string | null; photoIds: string[] },
  otherHead?: string,
): InputOf<OperationNamed<'applications.submit'>> {
  const { report, family, place, people } = scenario;
  const person = people[by];
  const relation = relationOf(person) ?? 'OTHER';
  const self = relation === 'SELF';
  return {
    village: place.village.code,
    group: family.group,
    headName: otherHead ?? headOf(scenario).name,
    idNo: report.idAtHand && otherHead === undefined ? idNumberOf(scenario, HEAD_KEY) : null,
    phone: report.phone,
    reporter: {
      relation,
      name: self ? '' : (person?.name ?? ''),
      reason: self ? '' : report.reason,
    },
    difficulty: { phrases: report.phrases, text: report.text, voiceId: files.voiceId },
    riskTypes: report.troubles,
    needs: report.needs,
    memberCount: Object.keys(family.members).length,
    photoIds: files.photoIds,
    channel: report.channel,
  };
}

/** The home visit as its verifiers write it down. `cluedOn` is the day of the report: the income's months follow it. */
export function verificationInput(
  scenario: Scenario,
  visitedOn: string,
  cluedOn: string,
  photoIds: string[],
): VerificationInput {
  const { family, visit, sheet } = scenario;
  const members = Object.entries(family.members);
  const explained = ({ note, reason }: { note?: string | undefined; reason?: string | undefined }) => ({
    ...(note !== undefined && { note }),
    ...(reason !== undefined && { reason }),
  });
  const amounts = (rows: Scenario['sheet']['income'] | Scenario['sheet']['costs']) =>
    rows.map((row) => ({ code: row.code, amountFen: row.yuan, basis: row.basis, ...explained(row) }));
  return {
    visitedOn,
    mode: visit.mode,
    group: family.group,
    members: members.map(([key, member]) => ({
      key,
      name: member.name,
      relation: member.relation ?? 'HEAD',
      birthDate: member.born,
      idNo: idNumberOf(scenario, key),
      away: member.away,
    })),
    sheet: {
      window: incomeWindow(cluedOn),
      members: sheet.members ?? members.length,
      income: amounts(sheet.income),
      costs: amounts(sheet.costs),
      rigid: sheet.rigid.map((row) => ({
        code: row.code,
        paidFen: row.paid,
        reimbursedFen: row.back,
        basis: row.basis,
        ...explained(row),
      })),
      claimsFen: sheet.claims,
      ...(sheet.lastYear !== undefined && { previousNetFen: sheet.lastYear }),
    },
    findings: { ...NO_FINDINGS, ...visit.findings },
    photoIds,
  };
}

const NUMERALS = '一二三四五六七八九十';

/** People at a meeting, as many of each kind as the scenario counts, under names of their own. */
export function attendeesOf(
  present: Extract<Scenario['steps'][number], { do: 'recordAppraisal' }>['present'],
): { name: string; role: keyof typeof present }[] {
  let count = 0;
  return (Object.entries(present) as [keyof typeof present, number][]).flatMap(([role, many]) =>
    Array.from({ length: many }, () => {
      const name = `到会${NUMERALS.charAt(Math.floor(count / 10))}${NUMERALS.charAt(count % 10)}`;
      count += 1;
      return { name, role };
    }),
  );
}
