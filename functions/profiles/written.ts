import { type Profile, readProfile } from '@shared/procedure';
import { Failure } from '../runtime/failure';
import type { Base } from './county';

type Fixed = Pick<Profile, 'version' | 'effectiveFrom'>;

/**
 * The profile that a county wrote. What makes it a version (code, number, day, region) is not the writer's to choose.
 * @throws Failure bad_input with one sentence for each faulty field, at `profile.<path>`
 */
export function readWritten(written: Record<string, unknown>, { doc }: Base, fixed: Fixed): Profile {
  const { code, regionCode } = doc;
  const read = readProfile({ ...written, code, regionCode, ...fixed });
  if (read.ok) return read.profile;
  throw new Failure('bad_input', 'PROFILE_FAULTY', {
    issues: read.faults.map(({ path, message }) => ({
      field: `profile.${path}`,
      reason: 'PROFILE_FAULTY',
      message,
    })),
  });
}
