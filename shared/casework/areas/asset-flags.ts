import type { z } from '@shared/zod';
import type { Case } from '../case';
import { assetFlags, type FlagNote, type RaisedFlag, sameAnswer } from '../comparison';
import { both, noPendingWithdrawal, VILLAGE_STAFF } from '../guards';
import type { DisputeAnswerInput, ExplainFlagInput, ReviewFlagInput } from '../inputs';
import { refuse, wrongState } from '../refusal';
import type { Actions, Deciders, Evolvers, Guard } from '../rules';
import { isVerifier } from './verification';

/** What is said to a flag that a department raised (domain.md 2.5). None of it decides anything. */
export type AssetFlagCommand =
  | ({ type: 'explainFlag' } & z.infer<typeof ExplainFlagInput>)
  | ({ type: 'reviewFlag' } & z.infer<typeof ReviewFlagInput>)
  | ({ type: 'disputeAnswer' } & z.infer<typeof DisputeAnswerInput>);

export type AssetFlagEvent =
  | { type: 'FlagExplained'; data: z.infer<typeof ExplainFlagInput> }
  | { type: 'FlagReviewed'; data: z.infer<typeof ReviewFlagInput> }
  | { type: 'AnswerDisputed'; data: z.infer<typeof DisputeAnswerInput> };

const WHILE_OPEN = [
  'VERIFYING',
  'DATA_CHECK',
  'TRIAGE',
  'PROPOSE_REJECT',
  'APPRAISAL',
  'PUBLICITY',
  'TOWN_REVIEW',
  'COUNTY_DECISION',
] as const;

const someFlag =
  (...wanted: RaisedFlag['status'][]): Guard =>
  (c, _actor, { profile }) =>
    assetFlags(c, profile).some(({ status }) => wanted.includes(status)) ? null : wrongState(c.state);

export const assetFlagActions: Actions<AssetFlagCommand> = {
  explainFlag: {
    states: WHILE_OPEN,
    roles: VILLAGE_STAFF,
    guard: both(someFlag('OPEN', 'EXPLAINED', 'REFUSED'), isVerifier),
  },
  reviewFlag: {
    states: WHILE_OPEN,
    roles: ['COUNTY_CLERK', 'COUNTY_LEADER'],
    guard: someFlag('EXPLAINED', 'ACCEPTED', 'REFUSED'),
  },
  // Before anything is put up in the village: afterwards facts change by an objection only.
  disputeAnswer: {
    states: ['DATA_CHECK', 'TRIAGE', 'APPRAISAL'],
    roles: ['COUNTY_CLERK'],
    guard: both(
      (c) => (c.dataCheck?.answers.some(({ result }) => result === 'FLAGGED') ? null : wrongState(c.state)),
      noPendingWithdrawal,
    ),
  },
};

export const assetFlagDeciders: Deciders<AssetFlagCommand> = {
  explainFlag(c, { type: _, ...said }, _actor, { profile }) {
    const flag = assetFlags(c, profile).find(({ key }) => key === said.flag);
    if (flag === undefined || flag.status === 'ACCEPTED') return refuse('INPUT', 'NO_SUCH_FLAG', {}, 'flag');
    if (said.exemption !== null && !flag.exemptions.includes(said.exemption))
      return refuse('INPUT', 'EXEMPTION_NOT_ALLOWED', {}, 'exemption');
    if (said.exemption !== null && said.photoIds.length === 0)
      return refuse('INPUT', 'EXEMPTION_NEEDS_PHOTO', {}, 'photoIds');
    return [{ type: 'FlagExplained', data: said }];
  },

  reviewFlag(c, { type: _, ...said }, _actor, { profile }) {
    const flag = assetFlags(c, profile).find(({ key }) => key === said.flag);
    if (flag === undefined || flag.note === null) return refuse('INPUT', 'NO_SUCH_FLAG', {}, 'flag');
    if (!said.accepted && said.note === '') return refuse('INPUT', 'REFUSAL_NEEDS_NOTE', {}, 'note');
    return [{ type: 'FlagReviewed', data: said }];
  },

  disputeAnswer(c, { type: _, ...said }) {
    const answer = c.dataCheck?.answers.find(
      (given) => sameAnswer(given, said) && given.result === 'FLAGGED',
    );
    if (answer === undefined) return refuse('INPUT', 'NO_SUCH_FLAG', {}, 'department');
    if (c.dataCheck?.disputes.some((open) => open.closedAt === null && sameAnswer(open, said)))
      return refuse('INPUT', 'ALREADY_DISPUTED', {}, 'department');
    return [{ type: 'AnswerDisputed', data: said }];
  },
};

export const assetFlagEvolvers: Evolvers<AssetFlagEvent> = {
  FlagExplained: (c, { data: { flag, ...said }, actor, at }) =>
    withNote(c, flag, { ...said, actor, at, review: null }),
  FlagReviewed(c, { data: { flag, ...review }, actor, at }) {
    const note = c.flagNotes[flag];
    return note === undefined ? c : withNote(c, flag, { ...note, review: { ...review, actor, at } });
  },
  AnswerDisputed: (c, { data, at }) =>
    c.dataCheck === null
      ? c
      : {
          ...c,
          dataCheck: {
            ...c.dataCheck,
            disputes: [...c.dataCheck.disputes, { ...data, openedAt: at, closedAt: null }],
          },
        },
};

function withNote(c: Case, flag: string, note: FlagNote): Case {
  return { ...c, flagNotes: { ...c.flagNotes, [flag]: note } };
}
