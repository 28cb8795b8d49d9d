import { type Actor, levelOfRole, type Role, sameHand } from '@shared/access';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import type { CaseState } from '../codes';
import { both, noPendingWithdrawal, signsAlone, VILLAGE_STAFF } from '../guards';
import type {
  FalseStatementDecisionInput,
  FalseStatementInput,
  HearingInput,
  KinshipInput,
  OwnWordsInput,
} from '../inputs';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';
import { reject } from './rejection';

/** Who must step back, and what happens when a statement was false (domain.md 1.1, 3.3). */
export type ConductCommand =
  | ({ type: 'declareKinship' } & z.infer<typeof KinshipInput>)
  | ({ type: 'reportFalseStatement' } & z.infer<typeof FalseStatementInput>)
  | ({ type: 'hearHousehold' } & z.infer<typeof HearingInput>)
  | ({ type: 'giveOwnWords' } & z.infer<typeof OwnWordsInput>)
  | ({ type: 'decideFalseStatement' } & z.infer<typeof FalseStatementDecisionInput>);

export type ConductEvent =
  | { type: 'KinshipDeclared'; data: { personId: string; name: string; relation: string } }
  | { type: 'FalseStatementReported'; data: z.infer<typeof FalseStatementInput> }
  | { type: 'HouseholdHeard'; data: z.infer<typeof HearingInput> }
  | { type: 'OwnWordsGiven'; data: z.infer<typeof OwnWordsInput> }
  | { type: 'FalseStatementDecided'; data: z.infer<typeof FalseStatementDecisionInput> }
  | { type: 'HouseholdRemoved'; data: { opinion: string } };

const VERIFIED_ON: readonly CaseState[] = [
  'VERIFYING',
  'DATA_CHECK',
  'TRIAGE',
  'PROPOSE_REJECT',
  'APPRAISAL',
  'PUBLICITY',
  'OBJECTION',
  'TOWN_REVIEW',
  'COUNTY_DECISION',
  'ANNOUNCED',
  'INCLUDED',
];

/** How often a family may add to what it said. */
const MAX_OWN_WORDS = 5;

const OFFICES: readonly Role[] = [...VILLAGE_STAFF, 'TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK'];

export const conductActions: Actions<ConductCommand> = {
  declareKinship: {
    states: ['SUBMITTED', 'ACCEPTED', 'SUPPLEMENT', 'REVIEW', ...VERIFIED_ON.filter((s) => s !== 'INCLUDED')],
    roles: ['GRID', ...OFFICES, 'COUNTY_LEADER'],
  },
  reportFalseStatement: {
    states: VERIFIED_ON,
    roles: OFFICES,
    guard: (c) => (c.falseStatement === null ? null : refuse('GUARD', 'FALSE_STATEMENT_PENDING')),
  },
  hearHousehold: {
    states: [...VERIFIED_ON, 'SUPPLEMENT'],
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK', 'TOWN_LEADER'],
    guard: (c) => {
      if (c.falseStatement === null) return refuse('GUARD', 'NO_FALSE_STATEMENT');
      return c.falseStatement.hearing === null ? null : refuse('GUARD', 'HEARD_ALREADY');
    },
  },
  // The visit of the village stays due: words on a phone are beside it, not in its place.
  giveOwnWords: {
    states: [...VERIFIED_ON, 'SUPPLEMENT'],
    roles: ['HOUSEHOLD', 'PROXY'],
    guard: (c) => {
      if (c.falseStatement === null) return refuse('GUARD', 'NO_FALSE_STATEMENT');
      return c.falseStatement.ownWords.length < MAX_OWN_WORDS ? null : refuse('GUARD', 'OWN_WORDS_ENOUGH');
    },
  },
  decideFalseStatement: {
    states: [...VERIFIED_ON, 'SUPPLEMENT'],
    roles: ['COUNTY_LEADER'],
    guard: both(both(signsAlone('COUNTY'), noPendingWithdrawal), heardAndByOthers),
  },
};

/** Nobody is struck off unheard, nor by the one who spoke up (domain.md 3.3: after hearing the household). */
function heardAndByOthers(c: Case, actor: Actor): Refusal | null {
  if (c.falseStatement === null) return refuse('GUARD', 'NO_FALSE_STATEMENT');
  if (c.falseStatement.hearing === null) return refuse('GUARD', 'HOUSEHOLD_NOT_HEARD');
  return sameHand(c.falseStatement.actor, actor) ? refuse('GUARD', 'OWN_ACCUSATION') : null;
}

export const conductDeciders: Deciders<ConductCommand> = {
  declareKinship(c, { person, relation }, actor) {
    const about = person ?? { personId: actor.personId, name: actor.name };
    // Whom somebody else says to be kin is out of the case too: that is for the township or the county to enter.
    if (about.personId !== actor.personId && !['TOWN', 'COUNTY'].includes(levelOfRole(actor.role)))
      return refuse('INPUT', 'KIN_OF_OTHERS_BY_TOWN', {}, 'person');
    return c.kin.some((k) => k.personId === about.personId)
      ? refuse('INPUT', 'KINSHIP_KNOWN', { name: about.name }, 'person')
      : [{ type: 'KinshipDeclared', data: { personId: about.personId, name: about.name, relation } }];
  },

  reportFalseStatement: (_c, { facts, attachmentIds }) => [
    { type: 'FalseStatementReported', data: { facts, attachmentIds } },
  ],
  hearHousehold: (_c, { statement, photoIds }) => [{ type: 'HouseholdHeard', data: { statement, photoIds } }],

  giveOwnWords: (_c, { text, voiceId, photoIds }) => [
    { type: 'OwnWordsGiven', data: { text, voiceId, photoIds } },
  ],

  decideFalseStatement(c, { confirmed, opinion, wordsRead }, _actor, context) {
    const unread = (c.falseStatement?.ownWords.length ?? 0) > 0 && wordsRead !== true;
    if (unread) return refuse('INPUT', 'OWN_WORDS_NOT_READ', {}, 'wordsRead');
    const decided = {
      type: 'FalseStatementDecided' as const,
      data: { confirmed, opinion, ...(wordsRead && { wordsRead }) },
    };
    if (!confirmed) return [decided];
    return c.state === 'INCLUDED'
      ? [decided, { type: 'HouseholdRemoved', to: 'RECTIFIED_REMOVED', data: { opinion } }]
      : // Last: a decision of several events, after a hearing, is no slip that could be undone (correction.ts).
        [reject(c, 'R09', opinion, context), decided];
  },
};

export const conductEvolvers: Evolvers<ConductEvent> = {
  KinshipDeclared: (c, { data, at }) => ({
    ...c,
    kin: [...c.kin, { ...data, at }],
    verifiers: c.verifiers.filter((v) => v.personId !== data.personId),
  }),
  FalseStatementReported: (c, { data, actor, at }) => ({
    ...c,
    falseStatement: { ...data, actor, at, hearing: null, ownWords: [] },
  }),
  HouseholdHeard: (c, { data, actor, at }) => ({
    ...c,
    falseStatement:
      c.falseStatement === null ? null : { ...c.falseStatement, hearing: { ...data, actor, at } },
  }),
  OwnWordsGiven: (c, { data, actor, at }) => ({
    ...c,
    falseStatement:
      c.falseStatement === null
        ? null
        : { ...c.falseStatement, ownWords: [...c.falseStatement.ownWords, { ...data, actor, at }] },
  }),
  FalseStatementDecided: (c, { data, actor, at }) => ({
    ...c,
    falseStatement: null,
    falseStatementsDecided:
      c.falseStatement === null
        ? c.falseStatementsDecided
        : [...c.falseStatementsDecided, { ...c.falseStatement, decision: { ...data, actor, at } }],
  }),
  HouseholdRemoved: (c, { data, actor, at }) => ({ ...c, removal: { ...data, actor, at }, closedAt: at }),
};
