import type { z } from '@shared/zod';
import type { HouseholdType, RiskType } from '../codes';
import { both, noPendingWithdrawal, signsAlone } from '../guards';
import type { CountyDecisionInput, OpinionInput } from '../inputs';
import { refuse, wrongState } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';
import { reject } from './rejection';

/** The township reviews, the county decides, the township announces (domain.md 3.1, 11–14). */
export type DecisionCommand =
  | ({ type: 'townReview' } & z.infer<typeof OpinionInput>)
  | ({ type: 'countyDecide' } & z.infer<typeof CountyDecisionInput>)
  | { type: 'announce'; noticeId: string };

export type DecisionEvent =
  | { type: 'TownReviewed'; data: { opinion: string } }
  | {
      type: 'InclusionDecided';
      data: { householdType: HouseholdType; risks: RiskType[]; opinion: string };
    }
  | { type: 'AnnouncementPosted'; data: { noticeId: string } }
  | { type: 'HouseholdIncluded'; data: { householdType: HouseholdType; risks: RiskType[] } };

export const decisionActions: Actions<DecisionCommand> = {
  townReview: {
    states: ['TOWN_REVIEW'],
    roles: ['TOWN_LEADER'],
    guard: both(signsAlone('TOWN'), noPendingWithdrawal),
  },
  countyDecide: {
    states: ['COUNTY_DECISION'],
    roles: ['COUNTY_LEADER'],
    guard: both(signsAlone('COUNTY'), noPendingWithdrawal),
  },
  announce: { states: ['ANNOUNCED'], roles: ['TOWN_CLERK', 'TOWN_LEADER'] },
};

export const decisionDeciders: Deciders<DecisionCommand> = {
  townReview: (_c, { opinion }) => [{ type: 'TownReviewed', to: 'COUNTY_DECISION', data: { opinion } }],

  countyDecide(c, command, _actor, context) {
    if (command.decision === 'NOT_INCLUDE')
      return command.reasonCode === null
        ? refuse('INPUT', 'REASON_NEEDED', {}, 'reasonCode')
        : [reject(c, command.reasonCode, command.opinion, context)];
    const { householdType, risks, opinion } = command;
    if (householdType === null || risks.length === 0)
      return refuse('INPUT', 'TYPE_AND_RISKS_NEEDED', {}, householdType === null ? 'householdType' : 'risks');
    return [{ type: 'InclusionDecided', to: 'ANNOUNCED', data: { householdType, risks, opinion } }];
  },

  announce(c, { noticeId }) {
    if (c.decision === null) return wrongState(c.state);
    const { householdType, risks } = c.decision;
    return [
      { type: 'AnnouncementPosted', data: { noticeId } },
      // I5: type and risks are frozen here; later changes are events of the monitored household.
      { type: 'HouseholdIncluded', to: 'INCLUDED', data: { householdType, risks } },
    ];
  },
};

export const decisionEvolvers: Evolvers<DecisionEvent> = {
  TownReviewed: (c, { data, actor, at }) => ({ ...c, townReview: { actor, at, ...data } }),
  InclusionDecided: (c, { data, actor, at }) => ({ ...c, decision: { actor, at, ...data }, decidedAt: at }),
  AnnouncementPosted: (c, { data, actor, at }) => ({ ...c, announcement: { actor, at, ...data } }),
  HouseholdIncluded: (c, { at }) => ({ ...c, closedAt: at }),
};
