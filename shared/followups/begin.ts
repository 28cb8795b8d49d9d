import { localDate } from '@shared/calendar';
import type { Case } from '@shared/casework/case';
import { HEAD_KEY } from '@shared/casework/codes';
import { type Fact, type FactKey, HOUSEHOLD } from './facts';

/** Evidence of what the visit of the identification found. */
const FROM_VERIFICATION = 'VERIFICATION';
/** Evidence of what the county fixed when it included the family. */
const FROM_DECISION = 'DECISION';

/** A case holds one of each. */
const idOf = (member: string, key: FactKey) => `case.${member}.${key}`;

/**
 * The first facts of a family: what the visit of its case found and the county decided (domain.md 4.2, 4.3, 4.6). Taken
 * from the case, which nobody changes, and so not copied. Before a visit the head stands alone.
 */
export function factsOfCase(c: Case): Fact[] {
  const record = c.verification?.record;
  const recordedAt = c.verification?.recordedAt ?? c.cluedAt;
  const from = record?.visitedOn ?? localDate(c.cluedAt);
  const recordedBy = c.verification?.signatures[0]?.actor.name ?? '';
  const facts: Fact[] = [];
  const say = (member: string, key: FactKey, value: unknown) => {
    if (value !== undefined)
      facts.push({
        id: idOf(member, key),
        member,
        key,
        value,
        from,
        to: null,
        recordedAt,
        recordedBy,
        evidence: FROM_VERIFICATION,
      });
  };
  const members =
    c.members.length > 0
      ? c.members
      : [
          {
            key: HEAD_KEY,
            name: c.headName,
            relation: 'HEAD',
            birthDate: null,
            idNo: c.report.idNo,
            away: false,
          } as const,
        ];
  for (const member of members) {
    say(member.key, 'STANDING', 'MEMBER');
    say(member.key, 'COUNTED', true);
    say(member.key, 'NAME', member.name);
    say(member.key, 'RELATION', member.relation);
    say(member.key, 'BIRTH_DATE', member.birthDate);
    say(member.key, 'ID_NO', member.idNo);
    say(member.key, 'AWAY', member.away);
    if (!('health' in member)) continue;
    say(member.key, 'HEALTH', member.health);
    say(member.key, 'LABOUR', member.labour);
    say(member.key, 'SCHOOL', member.school);
    say(member.key, 'INSURED', member.insured);
  }
  if (record !== undefined) {
    const { findings } = record;
    say(HOUSEHOLD, 'KIND', findings.householdKind);
    say(HOUSEHOLD, 'HOUSE_GRADE', findings.houseGrade);
    say(HOUSEHOLD, 'HOUSING', findings.housingProblem);
    say(HOUSEHOLD, 'WATER', findings.waterProblem);
    say(HOUSEHOLD, 'SCHOOL_PROBLEM', findings.schoolProblem);
    say(HOUSEHOLD, 'INSURANCE', findings.anyoneUninsured);
    say(HOUSEHOLD, 'NO_LABOUR', findings.noLabour);
  }
  if (c.decision !== null)
    facts.push({
      id: idOf(HOUSEHOLD, 'RISKS'),
      member: HOUSEHOLD,
      key: 'RISKS',
      value: c.decision.risks,
      from: localDate(c.decision.at),
      to: null,
      recordedAt: c.decision.at,
      recordedBy: c.decision.actor.name,
      evidence: FROM_DECISION,
    });
  return facts;
}
