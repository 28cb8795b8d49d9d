import { CardView, Id } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

export const households = {
  included: operation('households.included', {
    summary: "Families on the list in the caller's region, newest first, to record what reached them.",
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      families: z.array(
        z.object({
          caseId: z.string(),
          caseNo: z.string(),
          headName: z.string(),
          group: z.string(),
          villageName: z.string(),
          memberCount: z.number().nullable(),
          includedOn: z.string(),
        }),
      ),
    }),
  }),
  card: operation('households.card', {
    summary: "The family's card: measures recorded since inclusion, from confirmed records only.",
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({ card: CardView }),
    errors: ['not_found'],
  }),
};
