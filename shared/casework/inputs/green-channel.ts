import { z } from '@shared/zod';
import { Id, requiredWords, words } from './fields';

export const GreenChannelInput = z.object({ reason: requiredWords(200) });

/** Papers of an emergency help that came later: which help (its place in the list), and the papers. */
export const HelpPapersInput = z.object({
  measure: z.number().int().min(0).max(500),
  attachmentIds: z.array(Id).max(9).default([]),
  note: words(200).default(''),
});
