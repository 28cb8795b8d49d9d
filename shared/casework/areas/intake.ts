import { add, type LocalDate, localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { NotAcceptedReason } from '../codes';
import { noPendingWithdrawal, OPEN_BEFORE_DECISION, VILLAGE_STAFF } from '../guards';
import type {
  AssistAnswerInput,
  AssistInput,
  MergeInput,
  NotAcceptInput,
  ReportInput,
  TransferInput,
} from '../inputs';
import { refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

/** What a report turns out to be: of a family already in hand, of another place, or none of ours (domain.md 3.1, 3.9). */
export type IntakeCommand =
  | ({ type: 'merge'; intoCaseId: string; intoCaseNo: string } & z.infer<typeof MergeInput>)
  | { type: 'takeInReport'; from: TakenIn; party: { personId: string; as: 'HOUSEHOLD' } | null }
  | { type: 'releaseDuplicate'; openCaseNo: string | null; opinion: string }
  | ({ type: 'transfer'; newCase: { caseId: string; caseNo: string } | null } & z.infer<typeof TransferInput>)
  | ({ type: 'notAccept'; previous: { caseNo: string; refusedOn: LocalDate } | null } & Pick<
      z.infer<typeof NotAcceptInput>,
      'reasonCode' | 'opinion'
    >)
  | ({ type: 'requestAssist'; assistId: string } & z.infer<typeof AssistInput>)
  | ({ type: 'answerAssist'; assistId: string; by: { name: string; office: string } } & z.infer<
      typeof AssistAnswerInput
    >);

/** What a second report adds to the case that it was merged into. */
export interface TakenIn {
  caseId: string;
  caseNo: string;
  reporter: ReportInput['reporter'];
  difficulty: ReportInput['difficulty'];
  riskTypes: ReportInput['riskTypes'];
  photoIds: string[];
}

export type IntakeEvent =
  | { type: 'CaseMerged'; data: { intoCaseId: string; intoCaseNo: string; opinion: string } }
  | {
      type: 'ReportTakenIn';
      data: { from: TakenIn; party: { personId: string; as: 'HOUSEHOLD' } | null };
    }
  | { type: 'DuplicateReleased'; data: { opinion: string } }
  | {
      type: 'CaseTransferred';
      data: {
        fromVillage: string;
        toVillage: string;
        opinion: string;
        newCase: { caseId: string; caseNo: string } | null;
      };
    }
  | { type: 'CaseArrived'; data: Record<string, never> }
  | {
      type: 'CaseNotAccepted';
      data: {
        reasonCode: NotAcceptedReason;
        opinion: string;
        previousCaseNo: string | null;
        noticeDueOn: LocalDate;
      };
    }
  | {
      type: 'AssistRequested';
      data: { assistId: string; village: string; question: string; dueOn: LocalDate };
    }
  | {
      type: 'AssistAnswered';
      data: { assistId: string; by: { name: string; office: string } } & z.infer<typeof AssistAnswerInput>;
    };

const OFFICES = [...VILLAGE_STAFF, 'TOWN_CLERK', 'COUNTY_CLERK'] as const;

export const intakeActions: Actions<IntakeCommand> = {
  merge: { states: ['SUBMITTED', 'ACCEPTED', 'VERIFYING'], roles: OFFICES, guard: noPendingWithdrawal },
  // The other half of a merger: done with it, never by itself.
  takeInReport: { states: [...OPEN_BEFORE_DECISION, 'ANNOUNCED'], roles: ['SYSTEM'] },
  releaseDuplicate: {
    states: ['SUBMITTED'],
    roles: OFFICES,
    guard: (c) => (c.duplicateOf === null ? refuse('GUARD', 'NO_DUPLICATE') : null),
  },
  transfer: {
    states: ['SUBMITTED', 'ACCEPTED', 'VERIFYING'],
    roles: ['TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK'],
    guard: noPendingWithdrawal,
  },
  notAccept: { states: ['SUBMITTED'], roles: VILLAGE_STAFF, guard: noPendingWithdrawal },
  requestAssist: { states: ['VERIFYING', 'DATA_CHECK', 'TRIAGE'], roles: [...VILLAGE_STAFF, 'TOWN_CLERK'] },
  // The other village has no part in the case: its answer comes in through the request's own operation.
  answerAssist: { states: [...OPEN_BEFORE_DECISION, 'ANNOUNCED'], roles: ['SYSTEM'] },
};

export const intakeDeciders: Deciders<IntakeCommand> = {
  merge: (c, { intoCaseId, intoCaseNo, opinion }) =>
    intoCaseId === c.id
      ? refuse('INPUT', 'SAME_CASE')
      : [{ type: 'CaseMerged', to: 'MERGED', data: { intoCaseId, intoCaseNo, opinion } }],

  takeInReport: (c, { from, party }) =>
    from.caseId === c.id ? refuse('INPUT', 'SAME_CASE') : [{ type: 'ReportTakenIn', data: { from, party } }],

  releaseDuplicate: (_c, { openCaseNo, opinion }) =>
    openCaseNo === null
      ? [{ type: 'DuplicateReleased', data: { opinion } }]
      : refuse('INPUT', 'DUPLICATE_OPEN_CASE'),

  transfer(c, { village, reason, newCase }) {
    if (village === c.village) return refuse('INPUT', 'SAME_VILLAGE', {}, 'village');
    const data = { fromVillage: c.village, toVillage: village, opinion: reason, newCase };
    const leaves = { type: 'CaseTransferred' as const, to: 'TRANSFERRED' as const, data };
    const stays = village.slice(0, 6) === c.village.slice(0, 6);
    return stays ? [leaves, { type: 'CaseArrived', to: 'SUBMITTED', data: {} }] : [leaves];
  },

  notAccept(_c, { reasonCode, opinion, previous }, _actor, { now, profile }) {
    const today = localDate(now);
    if (reasonCode === 'SAME_FACTS') {
      const { limit, unit } = profile.steps.sameFacts;
      if (previous === null || add(previous.refusedOn, limit, unit) < today)
        return refuse('INPUT', 'NO_RECENT_REFUSAL', {}, 'previousCaseNo');
    }
    const { limit, unit } = profile.steps.refusalNotice;
    const previousCaseNo = reasonCode === 'SAME_FACTS' ? (previous?.caseNo ?? null) : null;
    return [
      {
        type: 'CaseNotAccepted',
        to: 'NOT_ACCEPTED',
        data: { reasonCode, opinion, previousCaseNo, noticeDueOn: add(today, limit, unit) },
      },
    ];
  },

  requestAssist(c, { assistId, village, question }, _actor, { now, profile }) {
    if (village === c.village) return refuse('INPUT', 'SAME_VILLAGE', {}, 'village');
    const { limit, unit } = profile.steps.assist;
    const dueOn = add(localDate(now), limit, unit);
    return [{ type: 'AssistRequested', data: { assistId, village, question, dueOn } }];
  },

  answerAssist: (c, { type: _, ...answer }) =>
    c.assists.some((a) => a.id === answer.assistId && a.answer === null)
      ? [{ type: 'AssistAnswered', data: answer }]
      : refuse('INPUT', 'UNKNOWN_ASSIST', {}, 'assistId'),
};

export const intakeEvolvers: Evolvers<IntakeEvent> = {
  CaseMerged: (c, { data, actor, at }) => ({ ...c, closedAt: at, merged: { ...data, actor, at } }),
  ReportTakenIn: (c, { data: { from, party }, at }) => ({
    ...c,
    takenIn: [...c.takenIn, { ...from, at }],
    parties:
      party === null || c.parties.some((p) => p.personId === party.personId)
        ? c.parties
        : [...c.parties, party],
  }),
  DuplicateReleased: (c) => ({ ...c, duplicateOf: null }),
  CaseTransferred(c, { data, actor, at }) {
    const gone = { ...c, transfers: [...c.transfers, { ...data, actor, at }] };
    return data.newCase !== null || data.toVillage.slice(0, 6) !== c.village.slice(0, 6)
      ? { ...gone, closedAt: at }
      : { ...gone, village: data.toVillage, group: '', acceptedBy: null, verifiers: [] };
  },
  CaseArrived: (c) => c,
  CaseNotAccepted: (c, { data, actor, at }) => ({
    ...c,
    closedAt: at,
    notAccepted: { ...data, actor, at },
  }),
  AssistRequested: (c, { data: { assistId, ...asked }, actor, at }) => ({
    ...c,
    assists: [...c.assists, { id: assistId, ...asked, actor, at, answer: null }],
  }),
  AssistAnswered: (c, { data: { assistId, ...answer }, at }) => ({
    ...c,
    assists: c.assists.map((a) => (a.id === assistId ? { ...a, answer: { ...answer, at } } : a)),
  }),
};
