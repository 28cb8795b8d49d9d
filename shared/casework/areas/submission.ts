import type { PersonRef, StaffRole } from '@shared/access';
import type { Instant } from '@shared/calendar';
import type { z } from '@shared/zod';
import { type AgainFact, FAMILY_RELATIONS } from '../codes';
import type { ProfileRef } from '../events';
import { VILLAGE_STAFF } from '../guards';
import type { AcceptInput, MemberInput, ReportInput } from '../inputs';
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
  /** Number of an open case of the same ID number of which the caller is a party; null when there is none. */
  openCaseNo: string | null;
  /** Id of an open case of the same ID number in which the caller has no part; a cadre merges the two. */
  duplicateOf?: string | null;
  /** The family's last case that is over, when there was one (domain.md 3.7). */
  previous?: PreviousCase | null;
  /** Staff take up a clue in this role: they act for their office and become no party to the case (domain.md 3.1). */
  clue?: { role: StaffRole; onBehalfOf?: PersonRef };
  /** What was done before another county sent the report here (domain.md 3.9). */
  carried?: CarriedLine[];
}

/** One line of the history of the case that another county began. */
export interface CarriedLine {
  type: string;
  at: Instant;
  actorName: string;
  from: string;
  to: string;
}

/** What an earlier case of the same ID number leaves to the next (再次纳入): staff confirm it, the family adds changes. */
export interface PreviousCase {
  caseId: string;
  caseNo: string;
  /** How often the family was included before. */
  entries: number;
  group: string;
  members: MemberInput[];
  /** Facts that the reporter looked at and left as they were; absent when she began with an empty form. */
  kept?: AgainFact[];
}

export type SubmissionCommand = { type: 'accept' } & z.infer<typeof AcceptInput>;

export interface ReportSubmitted {
  type: 'ReportSubmitted';
  data: {
    caseId: string;
    caseNo: string;
    profile: ProfileRef;
    report: ReportInput;
    /** Null when staff took up a clue: nobody of the family has reported. */
    party: { personId: string; as: 'HOUSEHOLD' | 'PROXY' } | null;
    cluedAt: Instant;
    duplicateOf: string | null;
    previous: PreviousCase | null;
    carried: CarriedLine[];
  };
}

export type SubmissionEvent = { type: 'CaseAccepted'; data: Record<string, never> };

/** Anybody may report; staff report as the proxy of the family, and are never its handlers afterwards. */
export function submit(command: SubmitCommand, { caller }: DecideContext): Decision {
  if (caller.kind !== 'PERSON') return { ok: false, refusal: refuse('ROLE', 'ROLE_MAY_NOT') };
  // Without the other case's number: whoever types somebody's ID number need not be of that family.
  if (command.openCaseNo !== null)
    return { ok: false, refusal: refuse('GUARD', 'DUPLICATE_OPEN_CASE', {}, 'idNo') };
  const { report, caseId, caseNo, profile, cluedAt, duplicateOf, previous, clue } = command;
  const as = FAMILY_RELATIONS.includes(report.reporter.relation) ? 'HOUSEHOLD' : 'PROXY';
  return {
    ok: true,
    actor: { personId: caller.personId, name: caller.name, ...(clue ?? { role: as }) },
    events: [
      {
        type: 'ReportSubmitted',
        to: 'SUBMITTED',
        data: {
          caseId,
          caseNo,
          profile,
          report,
          cluedAt,
          party: clue === undefined ? { personId: caller.personId, as } : null,
          duplicateOf: duplicateOf ?? null,
          previous: previous ?? null,
          carried: command.carried ?? [],
        },
      },
    ],
  };
}

export const submissionActions: Actions<SubmissionCommand> = {
  accept: {
    states: ['SUBMITTED'],
    roles: VILLAGE_STAFF,
    // One family, one open case: the second report is merged into the first (domain.md 3.1, 1a).
    guard: (c) => (c.duplicateOf === null ? null : refuse('GUARD', 'DUPLICATE_TO_MERGE')),
  },
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
