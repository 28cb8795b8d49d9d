import type { AssessmentRules } from '@shared/assessment/assess';
import type { StaffCaseView } from '@shared/casework';

/** The rules of the case's own profile, as far as figures and prompts need them. */
export function rulesOf({ profile }: Pick<StaffCaseView, 'profile'>): AssessmentRules {
  return {
    code: profile.code,
    version: profile.version,
    line: { perCapitaFen: profile.lineFen },
    netReference: profile.netReference,
    triggers: profile.triggers,
  };
}
