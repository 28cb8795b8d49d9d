import { add, addDays, type LocalDate, localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import type { RejectionReason } from '../codes';
import type { CaseEvent, NonInclusionDossier } from '../events';
import { both, noPendingWithdrawal, signsAlone } from '../guards';
import type { OpinionInput } from '../inputs';
import type { Actions, DecideContext, Deciders, Evolvers } from '../rules';

export type RejectionCommand =
  | ({ type: 'confirmRejection' } & z.infer<typeof OpinionInput>)
  | ({ type: 'overturnRejection' } & z.infer<typeof OpinionInput>);

export type RejectionEvent =
  | { type: 'RejectionOverturned'; data: { opinion: string } }
  | {
      type: 'CaseRejected';
      data: {
        reasonCode: RejectionReason;
        opinion: string;
        noticeDueOn: LocalDate;
        dossier: NonInclusionDossier | null;
      };
    };

export const rejectionActions: Actions<RejectionCommand> = {
  confirmRejection: {
    states: ['PROPOSE_REJECT'],
    roles: ['TOWN_LEADER'],
    guard: both(signsAlone('TOWN'), noPendingWithdrawal),
  },
  overturnRejection: {
    states: ['PROPOSE_REJECT'],
    roles: ['TOWN_LEADER'],
    guard: both(signsAlone('TOWN'), noPendingWithdrawal),
  },
};

export const rejectionDeciders: Deciders<RejectionCommand> = {
  confirmRejection: (c, { opinion }, _actor, context) => [
    reject(c, c.triage?.reasonCode ?? 'R10', opinion, context),
  ],
  overturnRejection: (_c, { opinion }) => [
    { type: 'RejectionOverturned', to: 'APPRAISAL', data: { opinion } },
  ],
};

/** domain.md 3.3: a dossier is looked at again after three months. */
const REVISIT_DAYS = 90;

/** A refusal owns a dossier whenever a mandatory prompt fired, so that the case cannot close without it (domain.md 3.3). */
export function reject(
  c: Case,
  reasonCode: RejectionReason,
  opinion: string,
  context: DecideContext,
): CaseEvent {
  const today = localDate(context.now);
  const { limit, unit } = context.profile.steps.refusalNotice;
  return {
    type: 'CaseRejected',
    to: 'REJECTED',
    data: {
      reasonCode,
      opinion,
      noticeDueOn: add(today, limit, unit),
      dossier: dossier(c, reasonCode, opinion, addDays(today, REVISIT_DAYS)),
    },
  };
}

function dossier(
  c: Case,
  reasonCode: RejectionReason,
  reason: string,
  revisitOn: string,
): NonInclusionDossier | null {
  const mandatory = c.verification?.prompts.filter((p) => p.mandatoryDossier) ?? [];
  if (c.verification === null || mandatory.length === 0) return null;
  return {
    prompts: mandatory,
    assessment: c.verification.assessment,
    findings: c.verification.record.findings,
    answers: c.dataCheck?.answers ?? [],
    reasonCode,
    reason,
    revisitOn,
  };
}

export const rejectionEvolvers: Evolvers<RejectionEvent> = {
  RejectionOverturned: (c) => c,
  CaseRejected: (c, { data, actor, at }) => ({
    ...c,
    rejection: { actor, at, ...data },
    decidedAt: at,
    closedAt: at,
  }),
};
