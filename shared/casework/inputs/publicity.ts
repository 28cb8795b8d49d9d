import { z } from '@shared/zod';
import { Id, PersonName, words } from './fields';

export const BoardPhotoInput = z.object({ photoId: Id });

/** What stands on the sheet about one family, as it should be. */
export const PublishedFacts = z.object({
  headName: PersonName,
  memberCount: z.int().min(1).max(30),
  group: words(20),
});
export type PublishedFacts = z.infer<typeof PublishedFacts>;
