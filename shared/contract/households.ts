import { CardView, Id } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

export const households = {
  card: operation('households.card', {
    summary: "The family's card: measures recorded since inclusion, from confirmed records only.",
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({ card: CardView }),
    errors: ['not_found'],
  }),
};
