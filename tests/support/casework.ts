/** Invented people and papers, and a recorder: what unit and property tests of the case stand on. */
import type { Caller, Grant } from '@shared/access';
import {
  type Case,
  type CaseEvent,
  type Command,
  type Decision,
  decide,
  evolve,
  NO_FINDINGS,
  type RecordedEvent,
  type ReportInput,
  type VerificationInput,
} from '@shared/casework';
import { composeIdNumber } from '@shared/people';
import { DEMO_2026, type Profile } from '@shared/procedure';

export const VILLAGE = '990101001201';
export const TOWN = '990101001';
export const COUNTY = '990101';
export const NEXT_VILLAGE = '990101001202';
export const OTHER_TOWN_VILLAGE = '990101002201';
export const OTHER_COUNTY = '990202';
export const OTHER_COUNTY_VILLAGE = '990202003204';

/** A caller of our own making. The id is the key under which a test speaks of the person. */
export function person(personId: string, ...grants: Grant[]): Caller {
  return { personId, name: `${personId}某`, kind: 'PERSON', grants };
}

export function idNo(birthDate: string, sequence: number): string {
  return composeIdNumber({ area: '990101', birthDate, sequence });
}

export const daughter: Caller = { ...person('daughter'), name: '田晓雨' };
export const cadre: Caller = {
  ...person('cadre', { role: 'VILLAGE', region: VILLAGE }),
  name: '李春梅',
};
export const taskforce: Caller = {
  ...person('taskforce', { role: 'TASKFORCE', region: VILLAGE }),
  name: '王建军',
};
export const grid = person('grid', { role: 'GRID', region: VILLAGE });
export const townClerk = person('townClerk', { role: 'TOWN_CLERK', region: TOWN });
export const townLeader = person('townLeader', { role: 'TOWN_LEADER', region: TOWN });
export const countyClerk = person('countyClerk', { role: 'COUNTY_CLERK', region: COUNTY });
export const countyLeader = person('countyLeader', { role: 'COUNTY_LEADER', region: COUNTY });

/** The report of family F01 as its daughter makes it. */
export function report(changes: Partial<ReportInput> = {}): ReportInput {
  return {
    village: VILLAGE,
    group: '2组',
    headName: '田有福',
    idNo: idNo('1973-05-16', 11),
    phone: '19900000001',
    reporter: { relation: 'CHILD', name: '田晓雨', reason: '户主写不了字' },
    difficulty: { phrases: [], text: '', voiceId: 'voice-1' },
    riskTypes: ['ILLNESS', 'SCHOOLING'],
    needs: ['MEDICAL_COST'],
    memberCount: 4,
    photoIds: [],
    channel: 'SELF_MINIAPP',
    ...changes,
  };
}

export const F01_MEMBERS: VerificationInput['members'] = [
  {
    key: 'head',
    name: '田有福',
    relation: 'HEAD',
    birthDate: null,
    idNo: idNo('1973-05-16', 11),
    away: false,
  },
  { key: 'wife', name: '李桂花', relation: 'SPOUSE', birthDate: '1976-08-12', idNo: null, away: false },
  { key: 'son', name: '田志强', relation: 'SON', birthDate: '2001-11-03', idNo: null, away: true },
  { key: 'daughter', name: '田晓雨', relation: 'DAUGHTER', birthDate: '2006-06-20', idNo: null, away: false },
];

/** Income sheet of domain.md 5.2, in fen. */
export const F01_SHEET: VerificationInput['sheet'] = {
  window: { from: '2025-03', to: '2026-02' },
  members: 4,
  income: [
    { code: 'A1', amountFen: 28_800_00, basis: 'ACTUAL', note: '儿子在外省厂里' },
    { code: 'A5', amountFen: 5_400_00, basis: 'ACTUAL' },
    { code: 'B1', amountFen: 12_420_00, basis: 'ACTUAL' },
    { code: 'B2', amountFen: 16_000_00, basis: 'ACTUAL' },
    { code: 'C2', amountFen: 1_200_00, basis: 'ACTUAL' },
    { code: 'C1', amountFen: 600_00, basis: 'DEPT' },
    { code: 'D06', amountFen: 1_275_00, basis: 'DEPT' },
    { code: 'D12', amountFen: 3_000_00, basis: 'DEPT' },
  ],
  costs: [
    { code: 'E1', amountFen: 4_860_00, basis: 'ACTUAL' },
    { code: 'E2', amountFen: 9_200_00, basis: 'ACTUAL' },
  ],
  rigid: [
    { code: 'M1', paidFen: 80_600_00, reimbursedFen: 51_600_00, basis: 'ACTUAL' },
    { code: 'M3', paidFen: 5_400_00, reimbursedFen: 0, basis: 'ACTUAL' },
    { code: 'S1', paidFen: 7_800_00, reimbursedFen: 3_300_00, basis: 'ACTUAL' },
  ],
  claimsFen: 4_000_00,
};

export function verification(changes: Partial<VerificationInput> = {}): VerificationInput {
  return {
    visitedOn: '2026-03-03',
    mode: 'HOME_VISIT',
    group: '2组',
    members: F01_MEMBERS,
    sheet: F01_SHEET,
    findings: { ...NO_FINDINGS, bigIllness: true },
    photoIds: [],
    ...changes,
  };
}

/** `n` people at a meeting, in different roles and under different names. */
export function attendees(n: number): { name: string; role: 'VILLAGER' | 'COMMITTEE' }[] {
  const digits = '一二三四五六七八九十';
  return Array.from({ length: n }, (_, i) => ({
    name: `村民${digits.charAt(Math.floor(i / 10))}${digits.charAt(i % 10)}`,
    role: i % 4 === 0 ? 'COMMITTEE' : 'VILLAGER',
  }));
}

/** A case with its history, as the database would hold both. */
export interface World {
  case: Case | null;
  history: readonly RecordedEvent[];
  profile: Profile;
}

export const emptyWorld = (profile: Profile = DEMO_2026): World => ({ case: null, history: [], profile });

/** Writes decided events down with who, when, from where to where: the form of an entry in the history (I4). */
export function record(
  world: World,
  decision: Extract<Decision, { ok: true }>,
  now: string,
): { case: Case | null; history: readonly RecordedEvent[]; profile: Profile } {
  let current = world.case;
  const history = [...world.history];
  for (const event of decision.events) {
    const from = current?.state ?? 'DRAFT';
    const recorded: RecordedEvent = {
      ...(event as CaseEvent),
      seq: history.length + 1,
      at: now,
      actor: decision.actor,
      from,
      after: event.to ?? from,
    };
    history.push(recorded);
    current = evolve(current, recorded);
  }
  return { ...world, case: current, history };
}

/** Decides and records what somebody does who is kin of nobody, unless the command says otherwise; gives the decision and the world afterwards, unchanged after a refusal. */
export function attempt(
  world: World,
  caller: Caller,
  command: Command,
  now: string,
): { decision: Decision; world: World } {
  const decision = decide(
    world.case,
    { kinshipDeclared: true, ...command },
    { caller, now, profile: world.profile },
  );
  return { decision, world: decision.ok ? record(world, decision, now) : world };
}

/** The moment of a village clock: `at('2026-03-02 09:10')`. */
export function at(local: string): string {
  return new Date(`${local.replace(' ', 'T')}:00.000+08:00`).toISOString();
}
