import { LocalDateField } from '@shared/casework/inputs/fields';
import { LEDGER_CODES } from '@shared/ledgers/ledger';
import { LEDGER_USES } from '@shared/ledgers/uses';
import { z } from '@shared/zod';
import { operation } from './operation';

export const ledgers = {
  list: operation('ledgers.list', {
    summary: 'The ledgers that there are, and the places of the caller for which they can be taken out.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      /** Digits of a county, township or village; none of them inside another. */
      units: z.array(z.object({ region: z.string(), name: z.string() })),
      ledgers: z.array(
        z.object({
          code: z.enum(LEDGER_CODES),
          no: z.number(),
          name: z.string(),
          about: z.string(),
          columns: z.array(z.string()),
        }),
      ),
      /** Most lines of one file for this caller. */
      mostRows: z.number(),
    }),
  }),
  take: operation('ledgers.take', {
    summary:
      'One ledger of a place and a period as xlsx, from the records, with a short-lived address; written down for every case in it.',
    callers: 'STAFF',
    input: z.object({
      ledger: z.enum(LEDGER_CODES),
      region: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/),
      from: LocalDateField,
      to: LocalDateField,
      /** What it is taken out for. */
      use: z.enum(LEDGER_USES),
    }),
    output: z.object({ url: z.string(), fileName: z.string(), rows: z.number(), expiresAt: z.string() }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 60, seconds: 3600 },
  }),
};
