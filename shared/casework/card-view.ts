import { localDate } from '@shared/calendar';
import { z } from '@shared/zod';
import type { Case } from './case';
import { MEASURE_CODES } from './codes';

/** 明白卡, first form: confirmed records only, no cause of risk (domain.md 7.1, ux.md 8). */
export const CardView = z.object({
  caseNo: z.string(),
  headName: z.string(),
  memberCount: z.number().nullable(),
  village: z.string(),
  group: z.string(),
  includedOn: z.string(),
  measures: z.array(
    z.object({
      code: z.enum(MEASURE_CODES),
      name: z.string(),
      department: z.string(),
      on: z.string(),
      amountFen: z.number().nullable(),
      detail: z.string(),
    }),
  ),
});
export type CardView = z.infer<typeof CardView>;

/** Takes a case; gives its card, or null while the family is not included. Newest measure first. */
export function cardView(c: Case): CardView | null {
  if (c.state !== 'INCLUDED' || c.closedAt === null) return null;
  return {
    caseNo: c.caseNo,
    headName: c.headName,
    memberCount: c.memberCount,
    village: c.village,
    group: c.group,
    includedOn: localDate(c.closedAt),
    measures: [...c.measures]
      .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
      .map((m) => ({
        code: m.measureCode,
        name: m.name,
        department: m.department,
        on: m.on,
        amountFen: m.amountFen,
        detail: m.detail,
      })),
  };
}
