import type { PolicyRecord } from '../record';
import { EDUCATION } from './education';
import { HEALTH, HOUSING } from './health';
import { SAFETY_NET } from './safety-net';
import { FARMING, JOBS, LAND } from './work';

/**
 * Every policy of domain.md 7, as far as it holds anywhere: amounts are examples of a place and a year until a county
 * confirms its own. A code is never used again for something else.
 */
export const CATALOGUE: readonly PolicyRecord[] = [
  ...EDUCATION,
  ...HEALTH,
  ...HOUSING,
  ...JOBS,
  ...FARMING,
  ...LAND,
  ...SAFETY_NET,
];
