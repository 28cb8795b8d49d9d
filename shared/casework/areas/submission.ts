import type { Instant } from '@shared/calendar';
import type { z } from '@shared/zod';
import { FAMILY_RELATIONS } from '../codes';
import type { ProfileRef } from '../events';
import { VILLAGE_STAFF } from '../guards';
import type { AcceptInput, ReportInput } from '../inputs';
import { refuse } from '../refusal';
import type { Actions, DecideContext, Deciders, Decision, Evolvers, Outcome } from '../rules';
import { verifiersRefused } from './verification';

export interface SubmitCommand {
  type: 'submit';
  caseId: string;
  caseNo: string;
  profile: ProfileRef;
  report: ReportInput;
  /** Time of the first clue; the moment of submission unless a cadre or department saw it earlier. */
  cluedAt: Instant;
  /** Number of an open case of the same ID number, found by blind index; null when there is none. */
  openCaseNo: string | null;
}

export type SubmissionCommand = { type: 'accept' } & z.infer<typeof AcceptInput>;

export interface ReportSubmitted {
  type: 'ReportSubmitted';
  data: {
    caseId: string;
    caseNo: string;
    profile: ProfileRef;
    report: ReportInput;
    party: { personId: string; as: 'HOUSEHOLD' | 'PROXY' };
    cluedAt: Instant;
  };
}

export type SubmissionEvent = { type: 'CaseAccepted'; data: Record<string, never> };

/** Anybody may report; staff report as the proxy of the family, and are never its handlers afterwards. */
export function submit(command: SubmitCommand, { caller }: DecideContext): Decision {
  if (caller.kind !== 'PERSON') return { ok: false, refusal: refuse('ROLE', 'ROLE_MAY_NOT') };
  // Without the other case's number: whoever types somebody's ID number need not be of that family.
  if (command.openCaseNo !== null)
    return { ok: false, refusal: refuse('GUARD', 'DUPLICATE_OPEN_CASE', {}, 'idNo') };
  const { report, caseId, caseNo, profile, cluedAt } = command;
  const as = FAMILY_RELATIONS.includes(report.reporter.relation) ? 'HOUSEHOLD' : 'PROXY';
  return {
    ok: true,
    actor: { personId: caller.personId, name: caller.name, role: as },
    events: [
      {
        type: 'ReportSubmitted',
        to: 'SUBMITTED',
        data: { caseId, caseNo, profile, report, cluedAt, party: { personId: caller.personId, as } },
      },
    ],
  };
}

export const submissionActions: Actions<SubmissionCommand> = {
  accept: { states: ['SUBMITTED'], roles: VILLAGE_STAFF },
};

export const submissionDeciders: Deciders<SubmissionCommand> = {
  accept(c, { verifiers }): Outcome {
    const held = verifiersRefused(c, verifiers);
    if (held !== null) return held;
    return [
      { type: 'CaseAccepted', to: 'ACCEPTED', data: {} },
      { type: 'VerifiersAssigned', to: 'VERIFYING', data: { verifiers } },
    ];
  },
};

export const submissionEvolvers: Evolvers<SubmissionEvent> = {
  CaseAccepted: (c, { actor, at }) => ({ ...c, acceptedBy: { actor, at } }),
};
