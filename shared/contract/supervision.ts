import { Id, requiredWords, SUPERVISED_TABS, SupervisedCase, SupervisedRow } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

/** What supervisors read (domain.md 1.1): cases of their region under pseudonyms. Nothing here changes a case. */
export const supervision = {
  cases: operation('supervision.cases', {
    summary: "Cases of the supervisor's region without names: open, late, over, or twenty picked by lot.",
    callers: 'STAFF',
    input: z.object({
      tab: z.enum(SUPERVISED_TABS).default('OPEN'),
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      today: z.string(),
      rows: z.array(SupervisedRow),
      counts: z.object({ OPEN: z.number(), OVERDUE: z.number(), CLOSED: z.number() }),
      next: z.string().nullable(),
    }),
  }),
  case: operation('supervision.case', {
    summary:
      'One case with its judgements and its history, every person under an alias; the look is written down.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({ case: SupervisedCase }),
    errors: ['not_found'],
  }),
  reveal: operation('supervision.reveal', {
    summary: 'Who stands behind one alias, with a written reason; every reveal is an audit event.',
    callers: 'STAFF',
    input: z.object({ caseId: Id, person: z.string().min(1).max(80), reason: requiredWords(200) }),
    output: z.object({ name: z.string(), idNo: z.string().nullable(), phone: z.string().nullable() }),
    errors: ['not_found'],
    rate: { limit: 30, seconds: 3600 },
  }),
};
