/** Family F01 of domain/scenarios.md as commands: who, what, at which moment of the village clock. */
import { type Caller, SYSTEM_CALLER } from '@shared/access';
import type { CaseState, Command } from '@shared/casework';
import { composeCaseNo } from '@shared/people';
import { DEMO_2026, type Profile } from '@shared/procedure';
import {
  at,
  attempt,
  attendees,
  cadre,
  countyClerk,
  countyLeader,
  daughter,
  emptyWorld,
  report,
  taskforce,
  townClerk,
  townLeader,
  verification,
  type World,
} from './casework';

export const VERIFIERS = [
  { personId: 'cadre', name: '李春梅', office: '青禾村村委会' },
  { personId: 'taskforce', name: '王建军', office: '驻村工作队' },
];

export function submitCommand(
  profile: Profile = DEMO_2026,
  changes: Partial<Extract<Command, { type: 'submit' }>> = {},
): Extract<Command, { type: 'submit' }> {
  return {
    type: 'submit',
    caseId: 'case-1',
    caseNo: composeCaseNo('2026-03-02', 217),
    profile: { code: profile.code, version: profile.version },
    report: report(),
    cluedAt: at('2026-03-02 09:10'),
    openCaseNo: null,
    ...changes,
  };
}

type Step = [local: string, caller: Caller, command: Command];

export const F01: readonly Step[] = [
  ['2026-03-02 09:10', daughter, submitCommand()],
  ['2026-03-02 16:20', cadre, { type: 'accept', verifiers: VERIFIERS }],
  [
    '2026-03-02 17:00',
    daughter,
    { type: 'recordAuthorization', memberKey: 'head', method: 'PAPER', signatureId: null },
  ],
  ['2026-03-03 10:00', cadre, { type: 'recordVerification', ...verification() }],
  ['2026-03-03 11:00', cadre, { type: 'signVerification', opinion: '属实', signatureId: null }],
  [
    '2026-03-03 12:00',
    daughter,
    { type: 'recordAuthorization', memberKey: 'son', method: 'SCREEN', signatureId: 's' },
  ],
  ['2026-03-04 09:00', taskforce, { type: 'signVerification', opinion: '属实', signatureId: null }],
  [
    '2026-03-04 10:00',
    countyClerk,
    { type: 'requestDataCheck', memberKeys: ['head', 'son'], departments: ['POLICE', 'MEDICAL_INSURANCE'] },
  ],
  [
    '2026-03-05 15:00',
    countyClerk,
    {
      type: 'answerDataCheck',
      answers: [
        { department: 'POLICE', result: 'CLEAR', flags: [], note: '' },
        { department: 'MEDICAL_INSURANCE', result: 'CLEAR', flags: [], note: '' },
      ],
    },
  ],
  [
    '2026-03-06 09:00',
    cadre,
    {
      type: 'triage',
      proposal: 'INCLUDE',
      householdType: 'SUDDEN',
      risks: ['ILLNESS', 'SCHOOLING'],
      needs: [],
      reasonCode: null,
      opinion: '刚性支出大',
    },
  ],
  [
    '2026-03-06 18:00',
    cadre,
    {
      type: 'recordAppraisal',
      meetingId: 'meeting-1',
      metAt: at('2026-03-06 15:00'),
      place: '村部',
      convenor: '李春梅',
      attendees: attendees(11),
      recusals: [],
      yes: 11,
      no: 0,
      abstain: 0,
      minutes: '',
      photoIds: [],
    },
  ],
  ['2026-03-06 19:00', cadre, { type: 'postPublicity', noticeId: 'notice-1', photoId: 'board-1' }],
  ['2026-03-12 00:01', SYSTEM_CALLER, { type: 'closePublicity' }],
  ['2026-03-12 10:00', townLeader, { type: 'townReview', opinion: '程序齐全' }],
  [
    '2026-03-13 10:00',
    countyLeader,
    {
      type: 'countyDecide',
      decision: 'INCLUDE',
      householdType: 'SUDDEN',
      risks: ['ILLNESS', 'SCHOOLING'],
      reasonCode: null,
      opinion: '同意',
    },
  ],
  ['2026-03-16 09:00', townClerk, { type: 'announce', noticeId: 'notice-2' }],
];

/** F01 from its report until it first stands in `state`; the whole way when no state is given. */
export function f01(state?: CaseState, profile: Profile = DEMO_2026): World {
  let world = emptyWorld(profile);
  for (const [local, caller, command] of F01) {
    const prepared = command.type === 'submit' ? submitCommand(profile) : command;
    const tried = attempt(world, caller, prepared, at(local));
    if (!tried.decision.ok) throw new Error(`${command.type}: ${tried.decision.refusal.code}`);
    world = tried.world;
    if (world.case?.state === state) break;
  }
  return world;
}
