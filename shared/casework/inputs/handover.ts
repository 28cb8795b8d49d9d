import { z } from '@shared/zod';
import { PersonName } from './fields';

/** How a cadre made sure, face to face, that somebody is of the family. */
export const IDENTITY_PROOFS = ['ID_CARD', 'HOUSEHOLD_BOOK'] as const;
export type IdentityProof = (typeof IDENTITY_PROOFS)[number];

export const HandCodeInput = z.object({
  /** Who of the family stood there. */
  who: PersonName,
  proof: z.enum(IDENTITY_PROOFS),
  /** Said by the cadre in so many words; without it no code is given. */
  checkedInPerson: z.literal(true, { error: 'IDENTITY_NOT_CHECKED' }),
});
