import { localDate } from '@shared/calendar';
import { maskId, maskName, maskPhone } from '@shared/people';
import { z } from '@shared/zod';
import type { Case } from './case';
import { isClosed } from './codes';

/**
 * The report that a second one is to be merged into, as far as it takes to tell whether both are of one family. Of
 * another village it carries no whole name and nothing of what was said (domain.md 6.3): who works there reads it there.
 */
export const OtherReport = z.object({
  caseNo: z.string(),
  /** Of another village than the one that is being merged. */
  elsewhere: z.boolean(),
  villageName: z.string(),
  group: z.string(),
  headName: z.string(),
  sameHead: z.boolean(),
  idNoMasked: z.string().nullable(),
  /** Whether the whole number is the same: masked forms do not tell. Null when one of them is missing. */
  sameId: z.boolean().nullable(),
  phoneMasked: z.string().nullable(),
  samePhone: z.boolean().nullable(),
  reporter: z.object({ relation: z.string(), name: z.string() }),
  cluedOn: z.string(),
  riskTypes: z.array(z.string()),
  phrases: z.array(z.string()),
  text: z.string(),
  voice: z.boolean(),
  /** It is over: nothing can be merged into it any more. */
  closed: z.boolean(),
});
export type OtherReport = z.infer<typeof OtherReport>;

const same = (one: string | null, other: string | null): boolean | null =>
  one === null || other === null ? null : one === other;

/** Takes the case to be merged, the one it would go into and the name of that one's village. */
export function otherReport(mine: Case, other: Case, villageName: string): OtherReport {
  const elsewhere = other.village !== mine.village;
  const name = (whole: string) => (elsewhere ? maskName(whole) : whole);
  const { idNo, phone, reporter, difficulty, riskTypes } = other.report;
  return {
    caseNo: other.caseNo,
    elsewhere,
    villageName,
    group: other.group,
    headName: name(other.headName),
    sameHead: other.headName === mine.headName,
    idNoMasked: idNo === null ? null : maskId(idNo),
    sameId: same(mine.report.idNo, idNo),
    phoneMasked: phone === null ? null : maskPhone(phone),
    samePhone: same(mine.report.phone, phone),
    reporter: { relation: reporter.relation, name: name(reporter.name) },
    cluedOn: localDate(other.cluedAt),
    riskTypes,
    phrases: elsewhere ? [] : difficulty.phrases,
    text: elsewhere ? '' : difficulty.text,
    voice: !elsewhere && difficulty.voiceId !== null,
    closed: isClosed(other.state),
  };
}
