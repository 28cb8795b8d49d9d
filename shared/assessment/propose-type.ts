import type { Assessment } from './assess';

/** 一般农户, 脱贫户, or a family that is monitored already. */
export type HouseholdKind = 'ORDINARY' | 'LIFTED' | 'MONITORED';

/**
 * The type that the figures suggest (domain.md 2.2): UNSTABLE or MARGINAL at or below the line, SUDDEN above it after
 * a shock, else none. A proposal only: the county fixes the type.
 */
export function proposeType(
  assessment: Assessment,
  householdKind: HouseholdKind,
  shock: boolean,
): 'UNSTABLE' | 'MARGINAL' | 'SUDDEN' | null {
  if (assessment.band.net === 'BELOW') return householdKind === 'LIFTED' ? 'UNSTABLE' : 'MARGINAL';
  return shock ? 'SUDDEN' : null;
}
