import { type Caller, rolesOn } from '@shared/access';
import { type LocalDate, localDate } from '@shared/calendar';
import { z } from '@shared/zod';
import type { Case } from './case';
import { AGAIN_FACTS, type AgainFact, mayReportAgain, NEEDS, RISK_TYPES } from './codes';
import type { ReportInput } from './inputs';

/**
 * What a family told in a case that is over, to be looked at and changed in a new report (再次纳入, domain.md 3.7).
 * Nothing that was signed, photographed or spoken comes along: consent, papers and recordings belong to their own case.
 */
export const ToldBefore = z.object({
  caseId: z.string(),
  caseNo: z.string(),
  endedOn: z.string(),
  village: z.string(),
  group: z.string(),
  headName: z.string(),
  /** The family's own; a proxy types them again (domain.md 1.4). */
  idNo: z.string().nullable(),
  phone: z.string().nullable(),
  /** 「没有电话」 was the answer then. */
  noPhone: z.boolean(),
  /** Null when somebody else reports now than did then. */
  reporter: z.object({ relation: z.string(), name: z.string(), reason: z.string() }).nullable(),
  phrases: z.array(z.string()),
  text: z.string(),
  riskTypes: z.array(z.enum(RISK_TYPES)),
  needs: z.array(z.enum(NEEDS)),
  memberCount: z.number().nullable(),
});
export type ToldBefore = z.infer<typeof ToldBefore>;

/** Takes a case and one of its parties; null while it is not over, or goes on elsewhere. */
export function toldBefore(c: Case, caller: Caller): ToldBefore | null {
  if (c.closedAt === null || !mayReportAgain(c.state)) return null;
  const own = rolesOn(c, caller).includes('HOUSEHOLD');
  const endedOn: LocalDate = localDate(c.closedAt);
  const { report } = c;
  const { relation, name, reason } = report.reporter;
  return {
    caseId: c.id,
    caseNo: c.caseNo,
    endedOn,
    village: c.village,
    group: c.group,
    headName: c.headName,
    idNo: own ? report.idNo : null,
    phone: own ? report.phone : null,
    noPhone: report.phone === null,
    reporter: c.handover === null ? { relation, name, reason } : null,
    phrases: report.difficulty.phrases,
    text: report.difficulty.text,
    riskTypes: report.riskTypes,
    needs: report.needs,
    memberCount: c.memberCount,
  };
}

/** Which facts of a new report are as they were in the case before, for staff. What was empty then is no such fact. */
export function keptFacts(before: Case, now: ReportInput): AgainFact[] {
  const then = factsOf({
    ...before.report,
    village: before.village,
    group: before.group,
    memberCount: before.memberCount,
  });
  const said = factsOf(now);
  return AGAIN_FACTS.filter((fact) => then[fact] !== '' && then[fact] === said[fact]);
}

function factsOf(report: ReportInput): Record<AgainFact, string> {
  const { reporter, difficulty } = report;
  const set = (codes: readonly string[]) => [...codes].sort().join();
  return {
    PLACE: `${report.village} ${report.group}`,
    REPORTER: [reporter.relation, reporter.name, reporter.reason].join(' '),
    HEAD: [report.headName, report.idNo ?? ''].join(' '),
    PHONE: report.phone ?? '没有',
    DIFFICULTY: [set(difficulty.phrases), difficulty.text, difficulty.voiceId ?? ''].join(' ').trim(),
    TROUBLES: set(report.riskTypes),
    PEOPLE: String(report.memberCount ?? ''),
    NEEDS: set(report.needs),
  };
}
