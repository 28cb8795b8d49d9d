/** A case as staff see it, brought to a state by the pure core itself: what the screens' form models are tested on. */
import type { Caller, StaffRole } from '@shared/access';
import type { Instant } from '@shared/calendar';
import {
  type Case,
  type Command,
  decide,
  fold,
  NO_FINDINGS,
  type RecordedEvent,
  type StaffCaseView,
  staffView,
  type VerificationInput,
} from '@shared/casework';
import { composeIdNumber } from '@shared/people';
import { DEMO_2026, type Profile } from '@shared/procedure';
import { attendees, F01_SHEET as SHEET } from './casework';

export const VILLAGE = '990101001201';
export const HEAD_ID = composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 11 });

const staff = (personId: string, name: string, role: StaffRole, region: string): Caller => ({
  personId,
  name,
  kind: 'PERSON',
  grants: [{ role, region }],
});

export const PEOPLE = {
  daughter: { personId: 'p-daughter', name: '田晓雨', kind: 'PERSON', grants: [] } as Caller,
  li: staff('p-li', '李春梅', 'VILLAGE', VILLAGE),
  wang: staff('p-wang', '王建军', 'TASKFORCE', VILLAGE),
  chen: staff('p-chen', '陈立', 'TOWN_LEADER', '990101001'),
  wu: staff('p-wu', '吴海燕', 'COUNTY_CLERK', '990101'),
};

/** F01's sheet of domain.md 5.2 with a note and an estimate, as a cadre writes them. */
export const F01_SHEET: VerificationInput['sheet'] = {
  ...SHEET,
  income: [
    { code: 'A1', amountFen: 28_800_00, basis: 'ACTUAL', note: '3,200 × 9 个月' },
    { code: 'A5', amountFen: 5_400_00, basis: 'ESTIMATE', reason: '没有工资条', note: '90 × 60 天' },
    { code: 'B1', amountFen: 12_420_00, basis: 'ACTUAL' },
    { code: 'B2', amountFen: 16_000_00, basis: 'ACTUAL' },
    { code: 'C2', amountFen: 1_200_00, basis: 'ACTUAL' },
    { code: 'C1', amountFen: 600_00, basis: 'ACTUAL' },
    { code: 'D06', amountFen: 1_275_00, basis: 'DEPT' },
    { code: 'D12', amountFen: 3_000_00, basis: 'DEPT' },
  ],
};

export const F01_RECORD: VerificationInput = {
  visitedOn: '2026-03-04',
  mode: 'HOME_VISIT',
  group: '2组',
  members: [
    { key: 'head', name: '田有福', relation: 'HEAD', birthDate: null, idNo: null, away: false },
    { key: 'm2', name: '周玉兰', relation: 'SPOUSE', birthDate: '1976-08-02', idNo: null, away: false },
    { key: 'm3', name: '田志强', relation: 'SON', birthDate: '2001-04-20', idNo: null, away: true },
    { key: 'm4', name: '田小宝', relation: 'GRANDCHILD', birthDate: '2016-01-15', idNo: null, away: false },
  ],
  sheet: F01_SHEET,
  findings: { ...NO_FINDINGS, houseGrade: 'B', bigIllness: true },
  photoIds: [],
};

const SUBMIT: Command = {
  type: 'submit',
  caseId: 'case-1',
  caseNo: '260300017',
  profile: { code: DEMO_2026.code, version: DEMO_2026.version },
  cluedAt: '2026-03-02T01:10:00.000Z',
  openCaseNo: null,
  report: {
    village: VILLAGE,
    group: '2组',
    headName: '田有福',
    idNo: HEAD_ID,
    phone: '13800001234',
    reporter: { relation: 'CHILD', name: '田晓雨', reason: '父亲中风，写不了字' },
    difficulty: { phrases: ['BIG_ILLNESS'], text: '花了八万多', voiceId: null },
    riskTypes: ['ILLNESS', 'SCHOOLING'],
    needs: ['MEDICAL_COST'],
    memberCount: 4,
    photoIds: [],
    channel: 'SELF_MINIAPP',
  },
};

const VERIFIERS = [
  { personId: 'p-li', name: '李春梅', office: '村委会' },
  { personId: 'p-wang', name: '王建军', office: '驻村工作队' },
];

export interface Story {
  case: Case;
  history: RecordedEvent[];
  /** Does one command as somebody; a refusal is an error of the test. */
  act(caller: Caller, command: Command, now: Instant): Story;
  view(caller: Caller, now: Instant): StaffCaseView;
}

function story(history: RecordedEvent[], profile: Profile): Story {
  const current = fold(history);
  const act = (caller: Caller, command: Command, now: Instant): Story => {
    const decision = decide(current, { kinshipDeclared: true, ...command }, { caller, now, profile });
    if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
    let state = current?.state ?? 'DRAFT';
    const next = [...history];
    for (const event of decision.events) {
      const from = state;
      state = event.to ?? state;
      next.push({
        ...event,
        seq: next.length + 1,
        at: now,
        actor: decision.actor,
        from,
        after: state,
      } as RecordedEvent);
    }
    return story(next, profile);
  };
  return {
    get case() {
      if (current === null) throw new Error('nothing has been submitted yet');
      return current;
    },
    history,
    act,
    view: (caller, now) => {
      if (current === null) throw new Error('nothing has been submitted yet');
      return staffView(current, history, caller, profile, now);
    },
  };
}

/** F01, reported on 2 March 2026. */
export function submitted(profile: Profile = DEMO_2026): Story {
  return story([], profile).act(PEOPLE.daughter, SUBMIT, '2026-03-02T01:10:00.000Z');
}

export function accepted(): Story {
  return submitted().act(PEOPLE.li, { type: 'accept', verifiers: VERIFIERS }, '2026-03-02T08:20:00.000Z');
}

/** The record is there, nobody has signed it. */
export function recorded(): Story {
  return accepted().act(PEOPLE.li, { type: 'recordVerification', ...F01_RECORD }, '2026-03-04T06:00:00.000Z');
}

/** On the board: verified, compared, judged, voted on. */
export function published(): Story {
  const adults = ['head', 'm2', 'm3'];
  const signed = [PEOPLE.li, PEOPLE.wang].reduce(
    (story, who) =>
      story.act(
        who,
        { type: 'signVerification', opinion: '情况属实', signatureId: null },
        '2026-03-04T07:00:00.000Z',
      ),
    recorded(),
  );
  return adults
    .reduce(
      (story, memberKey) =>
        story.act(
          PEOPLE.li,
          { type: 'recordAuthorization', memberKey, method: 'PAPER', signatureId: 'a1' },
          '2026-03-04T08:00:00.000Z',
        ),
      signed,
    )
    .act(
      PEOPLE.wu,
      { type: 'requestDataCheck', memberKeys: ['head'], departments: ['POLICE'] },
      '2026-03-05T01:00:00.000Z',
    )
    .act(
      PEOPLE.wu,
      {
        type: 'answerDataCheck',
        answers: [{ department: 'POLICE', result: 'CLEAR', flags: [], note: '' }],
      },
      '2026-03-05T09:00:00.000Z',
    )
    .act(
      PEOPLE.wang,
      {
        type: 'triage',
        proposal: 'INCLUDE',
        householdType: 'SUDDEN',
        risks: ['ILLNESS'],
        needs: [],
        reasonCode: null,
        opinion: '必须花的钱太多',
      },
      '2026-03-06T01:00:00.000Z',
    )
    .act(
      PEOPLE.li,
      {
        type: 'recordAppraisal',
        meetingId: 'meeting-1',
        metAt: '2026-03-06T17:00:00+08:00',
        place: '村委会',
        convenor: '周正平',
        attendees: attendees(11),
        recusals: [],
        yes: 11,
        no: 0,
        abstain: 0,
        minutes: '',
        photoIds: [],
      },
      '2026-03-06T10:00:00.000Z',
    )
    .act(
      PEOPLE.li,
      { type: 'postPublicity', noticeId: 'notice-1', photoId: 'board-1' },
      '2026-03-06T11:00:00.000Z',
    );
}
