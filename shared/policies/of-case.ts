import type { LocalDate } from '@shared/calendar';
import type { Case } from '@shared/casework';
import { HEAD_KEY } from '@shared/casework/codes';
import { ageOn, checkIdNumber } from '@shared/people';
import type { FactValue, FamilyFacts, HouseholdFact, MemberFact } from './facts';

/** What a family answered to a question of a rule; null when it does not know. */
export interface FactAnswer {
  fact: HouseholdFact | MemberFact;
  member: string | null;
  value: boolean | null;
}

/** Under 18 nobody is an orphan of whom the visit would not know it; above it the question is none. */
const ADULT = 18;

/**
 * What rules know of a family: its visit, its income sheet and its own answers (domain.md 4.2, 4.3). `medicalFen` is the
 * county's threshold of self-paid medical cost. Nothing is guessed: what was not looked at is not there.
 */
export function factsOfCase(
  c: Case,
  answers: readonly FactAnswer[],
  { today, medicalFen }: { today: LocalDate; medicalFen: number },
): FamilyFacts {
  const answered = (member: string | null) =>
    Object.fromEntries(
      answers.flatMap((one) => (one.member === member && one.value !== null ? [[one.fact, one.value]] : [])),
    );
  const members = c.members.length > 0 ? c.members : [headAlone(c)];
  return {
    household: { ...answered(null), ...recorded(c, medicalFen) },
    members: members.map((member) => ({
      key: member.key,
      name: member.name,
      facts: { ...answered(member.key), ...ofMember(member, today) },
    })),
  };
}

type Household = Partial<Record<HouseholdFact, FactValue>>;

function recorded(c: Case, medicalFen: number): Household {
  const record = c.verification?.record;
  const facts: Household = { monitored: c.state === 'INCLUDED' };
  if (c.report.riskTypes.includes('DISASTER')) facts.disasterHit = true;
  if (c.report.riskTypes.includes('ACCIDENT')) facts.suddenTrouble = true;
  if (record === undefined) return facts;
  const { findings, sheet } = record;
  facts.waterProblem = findings.waterProblem;
  if (findings.suddenAccident) facts.suddenTrouble = true;
  if (findings.householdKind !== 'MONITORED') facts.lifted = findings.householdKind === 'LIFTED';
  if (findings.houseGrade !== 'UNKNOWN') facts.houseGrade = findings.houseGrade;
  const paid = sheet.rigid.filter(({ code }) => code.startsWith('M'));
  facts.heavyMedicalCost = paid.reduce((sum, row) => sum + row.paidFen - row.reimbursedFen, 0) >= medicalFen;
  const receives = (...codes: string[]) =>
    sheet.income.some(({ code, amountFen }) => codes.includes(code) && amountFen > 0);
  // What comes is a fact; that nothing came within the window proves nothing about a right to it.
  if (receives('D01')) facts.dibao = true;
  if (receives('D02')) facts.tekun = true;
  if (receives('D06')) facts.contractedLand = true;
  return facts;
}

type Recorded = Case['members'][number];

function ofMember(member: Recorded, today: LocalDate): Partial<Record<MemberFact, FactValue>> {
  const { health, labour, school, insured } = member;
  const born = birthDateOf(member);
  const facts: Partial<Record<MemberFact, FactValue>> = {};
  if (born !== null && born <= today) {
    facts.age = ageOn(born, today);
    if (facts.age >= ADULT) facts.orphan = false;
  }
  if (school !== undefined) facts.school = school;
  if (labour !== undefined) facts.labour = labour;
  if (insured !== undefined) facts.insured = insured;
  if (health !== undefined) {
    facts.seriousIllness = health.includes('SERIOUS');
    if (!health.includes('CHRONIC')) facts.chronicCard = false;
    if (!health.includes('DISABLED')) facts.disability = 'NONE';
  }
  return facts;
}

function birthDateOf({ birthDate, idNo }: Recorded): LocalDate | null {
  if (birthDate !== null) return birthDate;
  const id = idNo === null ? null : checkIdNumber(idNo);
  return id?.ok ? id.birthDate : null;
}

/** Before a visit the head of the family is all that is known. */
function headAlone(c: Case): Recorded {
  const { headName, idNo } = c.report;
  return { key: HEAD_KEY, name: headName, relation: 'HEAD', birthDate: null, idNo, away: false };
}
