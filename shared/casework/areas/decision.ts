import { localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { HouseholdType, ReturnTarget, RiskType } from '../codes';
import type { CaseEvent } from '../events';
import { both, noPendingWithdrawal, signsAlone } from '../guards';
import type { CountyDecisionInput, OpinionInput, RefusalInput, ReturnInput, SiteCheckInput } from '../inputs';
import { refuse, wrongState } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';
import { reject } from './rejection';

/** The township reviews, the county decides, the township announces (domain.md 3.1, 11–14). */
export type DecisionCommand =
  | ({ type: 'townReview' } & z.infer<typeof OpinionInput>)
  | ({ type: 'countyDecide' } & z.infer<typeof CountyDecisionInput>)
  | ({ type: 'townReturn' } & z.infer<typeof ReturnInput>)
  | ({ type: 'countyReturn' } & z.infer<typeof ReturnInput>)
  | ({ type: 'townReject' } & z.infer<typeof RefusalInput>)
  | ({ type: 'recordSiteCheck' } & z.infer<typeof SiteCheckInput>)
  | { type: 'announce'; noticeId: string };

export type DecisionEvent =
  | { type: 'TownReviewed'; data: { opinion: string } }
  | {
      type: 'InclusionDecided';
      data: { householdType: HouseholdType; risks: RiskType[]; opinion: string };
    }
  | { type: 'CaseReturned'; data: { returnTo: ReturnTarget; opinion: string } }
  | { type: 'SiteChecked'; data: z.infer<typeof SiteCheckInput> }
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
  townReturn: {
    states: ['TOWN_REVIEW'],
    roles: ['TOWN_LEADER'],
    guard: both(signsAlone('TOWN'), noPendingWithdrawal),
  },
  countyReturn: {
    states: ['COUNTY_DECISION'],
    roles: ['COUNTY_LEADER'],
    guard: both(signsAlone('COUNTY'), noPendingWithdrawal),
  },
  townReject: {
    states: ['TOWN_REVIEW'],
    roles: ['TOWN_LEADER'],
    guard: both(signsAlone('TOWN'), noPendingWithdrawal),
  },
  recordSiteCheck: { states: ['TOWN_REVIEW'], roles: ['TOWN_CLERK', 'TOWN_LEADER'] },
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

  townReturn: (_c, { returnTo, opinion }) => [returned(returnTo, opinion)],
  countyReturn: (_c, { returnTo, opinion }) => [returned(returnTo, opinion)],

  townReject: (c, { reasonCode, opinion }, _actor, context) => [reject(c, reasonCode, opinion, context)],

  recordSiteCheck: (c, { type: _, ...check }, _actor, { now }) =>
    check.visitedOn > localDate(now) || check.visitedOn < localDate(c.cluedAt)
      ? refuse('INPUT', 'DATE_OUT_OF_RANGE', {}, 'visitedOn')
      : [{ type: 'SiteChecked', data: check }],

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

/** Back to a step of the village: what was said stays said (I4), what must be signed again is signed again. */
function returned(returnTo: ReturnTarget, opinion: string): CaseEvent {
  return { type: 'CaseReturned', to: returnTo, data: { returnTo, opinion } };
}

export const decisionEvolvers: Evolvers<DecisionEvent> = {
  TownReviewed: (c, { data, actor, at }) => ({ ...c, townReview: { actor, at, ...data } }),
  CaseReturned: (c, { data, actor, at }) => ({
    ...c,
    returns: [...c.returns, { ...data, actor, at }],
    ...(data.returnTo === 'VERIFYING' &&
      c.verification !== null && {
        verification: { ...c.verification, signatures: [], completedAt: null },
      }),
  }),
  SiteChecked: (c, { data, actor, at }) => ({ ...c, siteChecks: [...c.siteChecks, { ...data, actor, at }] }),
  InclusionDecided: (c, { data, actor, at }) => ({ ...c, decision: { actor, at, ...data }, decidedAt: at }),
  AnnouncementPosted: (c, { data, actor, at }) => ({ ...c, announcement: { actor, at, ...data } }),
  HouseholdIncluded: (c, { at }) => ({ ...c, closedAt: at }),
};
