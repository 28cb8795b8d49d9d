import { signsAlone, VILLAGE_STAFF } from '../guards';
import type { TriageInput } from '../inputs';
import { refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

export type TriageCommand = { type: 'triage' } & TriageInput;

export type TriageEvent = { type: 'TriageCompleted'; data: TriageInput };

export const triageActions: Actions<TriageCommand> = {
  triage: { states: ['TRIAGE'], roles: VILLAGE_STAFF, guard: signsAlone('VILLAGE') },
};

export const triageDeciders: Deciders<TriageCommand> = {
  triage(_c, command) {
    const { type: _, ...proposal } = command;
    if (proposal.proposal === 'INCLUDE') {
      if (proposal.householdType === null || proposal.risks.length === 0)
        return refuse(
          'INPUT',
          'TYPE_AND_RISKS_NEEDED',
          {},
          proposal.householdType === null ? 'householdType' : 'risks',
        );
      return [{ type: 'TriageCompleted', to: 'APPRAISAL', data: { ...proposal, reasonCode: null } }];
    }
    if (proposal.reasonCode === null) return refuse('INPUT', 'REASON_NEEDED', {}, 'reasonCode');
    return [{ type: 'TriageCompleted', to: 'PROPOSE_REJECT', data: proposal }];
  },
};

export const triageEvolvers: Evolvers<TriageEvent> = {
  TriageCompleted: (c, { data, actor, at }) => ({ ...c, triage: { ...data, actor, at } }),
};
