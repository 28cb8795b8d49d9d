import { z } from '@shared/zod';

/** Sheets of a case that the family may have, and those that are the office's own. */
export const FAMILY_PAPERS = ['RECEIPT', 'REFUSAL'] as const;
export const STAFF_PAPERS = [...FAMILY_PAPERS, 'DOSSIER', 'MINUTES', 'ASSIST'] as const;
/** Of a notice: the sheet for the board, and what the loudspeaker says of it. */
export const NOTICE_PAPERS = ['SHEET', 'LOUDSPEAKER'] as const;

/** A PDF behind a short-lived address. */
export const PaperFile = z.object({
  name: z.string(),
  url: z.string(),
  contentType: z.string(),
  expiresAt: z.string(),
});
export type PaperFile = z.infer<typeof PaperFile>;
