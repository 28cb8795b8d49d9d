import { type Caller, type StaffRole, SYSTEM_CALLER } from '@shared/access';
import { type IncomeSheet, incomeWindow } from '@shared/assessment';
import { type Instant, localDate } from '@shared/calendar';
import {
  type AppraisalInput,
  type Command,
  type HouseholdType,
  NO_FINDINGS,
  REJECTION_REASONS,
  type RejectionReason,
  type VerificationInput,
} from '@shared/casework';
import type { Profile } from '@shared/procedure';
import type { Deed, Story } from './story';

/** An invented place; nothing of the procedure depends on which. */
const VILLAGE = '990101001201';
const ITEM = 'paper';

const staff = (personId: string, role: StaffRole, region: string): Caller => ({
  personId,
  name: personId,
  kind: 'PERSON',
  grants: [{ role, region }],
});

const FAMILY: Caller = { personId: 'family', name: 'family', kind: 'PERSON', grants: [] };
const VERIFIERS = ['VILLAGE', 'TASKFORCE', 'VILLAGE', 'VILLAGE'].map((role, index) =>
  staff(`verifier-${index + 1}`, role as StaffRole, VILLAGE),
);
const CADRE = staff('verifier-1', 'VILLAGE', VILLAGE);
const TOWN = staff('town', 'TOWN_LEADER', VILLAGE.slice(0, 9));
const CLERK = staff('clerk', 'COUNTY_CLERK', VILLAGE.slice(0, 6));
const COUNTY = staff('county', 'COUNTY_LEADER', VILLAGE.slice(0, 6));

/** Who closes a publicity that has lasted its days. */
export const TIMER = { caller: SYSTEM_CALLER, command: { type: 'closePublicity' } } as const;

export interface Act {
  caller: Caller;
  command: Command;
}

/** The commands of a deed, done at that moment, with who gives them. */
export function actsOf(story: Story, deed: Deed, now: Instant, profile: Profile): Act[] {
  const by = (caller: Caller, ...commands: Command[]) => commands.map((command) => ({ caller, command }));
  const opinion = '-';
  switch (deed.do) {
    case 'submit':
      return by(FAMILY, submission(story, now, profile));
    case 'accept':
      return by(CADRE, {
        type: 'accept',
        verifiers: VERIFIERS.map(({ personId, name }) => ({ personId, name, office: '' })),
      });
    case 'visit':
      return by(CADRE, { type: 'recordVerification', ...visit(story, now) });
    case 'consent':
      return by(
        CADRE,
        ...keysOf(story).map(
          (memberKey): Command => ({
            type: 'recordAuthorization',
            memberKey,
            method: 'PAPER',
            signatureId: null,
          }),
        ),
      );
    case 'sign':
      return by(VERIFIERS[deed.who - 1] ?? CADRE, { type: 'signVerification', opinion, signatureId: null });
    case 'ask':
      return by(CLERK, { type: 'requestDataCheck', memberKeys: keysOf(story), departments: ['POLICE'] });
    case 'answer': {
      const flags = deed.flags ?? [];
      const result = flags.length > 0 ? 'FLAGGED' : 'CLEAR';
      return by(CLERK, {
        type: 'answerDataCheck',
        answers: [{ department: 'POLICE', result, flags, note: '' }],
      });
    }
    case 'return':
      return by(CADRE, {
        type: 'requestSupplement',
        items: [{ key: ITEM, kind: deed.kind, what: '-', why: '-', memberKey: null }],
        supervisorReason: '',
      });
    case 'supply':
      return by(FAMILY, {
        type: 'provideSupplement',
        answers: [{ key: ITEM, attachmentIds: [], text: '-', askForHelp: false }],
      });
    case 'triage': {
      const { outcome, ...proposed } = proposal(story, deed.outcome);
      return by(CADRE, { type: 'triage', proposal: outcome, ...proposed, needs: [], opinion });
    }
    case 'agreeNot':
      return by(TOWN, { type: 'confirmRejection', opinion });
    case 'overturn':
      return by(TOWN, { type: 'overturnRejection', opinion });
    case 'meet':
      return by(CADRE, { type: 'recordAppraisal', meetingId: 'meeting', ...meeting(deed, now) });
    case 'post':
      return by(CADRE, { type: 'postPublicity', noticeId: 'notice', photoId: 'board' });
    case 'town':
      return by(TOWN, { type: 'townReview', opinion });
    case 'county': {
      const { outcome, ...decided } = proposal(story, deed.outcome);
      return by(COUNTY, { type: 'countyDecide', decision: outcome, ...decided, opinion });
    }
    case 'announce':
      return by(TOWN, { type: 'announce', noticeId: 'announcement' });
  }
}

const keysOf = ({ members }: Story): string[] =>
  Array.from({ length: members }, (_, index) => (index === 0 ? 'head' : `member-${index + 1}`));

function submission(story: Story, now: Instant, { code, version }: Profile): Command {
  return {
    type: 'submit',
    caseId: story.key,
    caseNo: '',
    profile: { code, version },
    cluedAt: now,
    openCaseNo: null,
    report: {
      village: VILLAGE,
      group: '',
      headName: '-',
      idNo: null,
      phone: null,
      reporter: { relation: 'SELF', name: '', reason: '' },
      difficulty: { phrases: [], text: '-', voiceId: null },
      riskTypes: story.risks,
      needs: [],
      memberCount: story.members,
      photoIds: [],
      channel: 'SELF_MINIAPP',
    },
  };
}

const fen = (yuan: number) => Math.round(yuan * 100);

function visit(story: Story, now: Instant): VerificationInput {
  const { income, costs, rigid, claims } = story.sheet;
  const sheet: IncomeSheet = {
    window: incomeWindow(localDate(now)),
    members: story.members,
    income: income.map(([code, amount]) => ({ code, amountFen: fen(amount), basis: 'ACTUAL' })),
    costs: costs.map(([code, amount]) => ({ code, amountFen: fen(amount), basis: 'ACTUAL' })),
    rigid: rigid.map(([code, paid, back]) => ({
      code,
      paidFen: fen(paid),
      reimbursedFen: fen(back),
      basis: 'ACTUAL',
    })),
    claimsFen: fen(claims),
  };
  return {
    visitedOn: localDate(now),
    mode: 'HOME_VISIT',
    group: '-',
    members: keysOf(story).map((key, index) => ({
      key,
      name: key,
      relation: index === 0 ? 'HEAD' : 'OTHER',
      birthDate: '1970-01-01',
      idNo: null,
      away: false,
    })),
    sheet,
    findings: { ...NO_FINDINGS, ...story.findings },
    photoIds: [],
  };
}

const isReason = (outcome: string): outcome is RejectionReason =>
  (REJECTION_REASONS as readonly string[]).includes(outcome);

function proposal({ risks }: Story, outcome: HouseholdType | RejectionReason) {
  return isReason(outcome)
    ? { outcome: 'NOT_INCLUDE' as const, householdType: null, risks: [], reasonCode: outcome }
    : { outcome: 'INCLUDE' as const, householdType: outcome, risks, reasonCode: null };
}

function meeting(
  { villagers, others, recused = 0, yes, no = 0 }: Extract<Deed, { do: 'meet' }>,
  now: Instant,
): AppraisalInput {
  const attendees: AppraisalInput['attendees'] = Array.from({ length: villagers + others }, (_, index) => ({
    name: `${index + 1}`,
    role: index < villagers ? 'VILLAGER' : 'COMMITTEE',
  }));
  return {
    metAt: now,
    place: '-',
    convenor: '-',
    attendees,
    recusals: attendees.slice(0, recused).map(({ name }) => ({ name, relation: '-' })),
    yes,
    no,
    abstain: villagers + others - recused - yes - no,
    minutes: '',
    photoIds: [],
  };
}
