import { z } from '@shared/zod';
import { Id } from './fields';

export const BoardPhotoInput = z.object({ photoId: Id });
