/**
 * What domain.md forbids, said a second time and apart from shared/casework: it reads nothing but the written history
 * and gives, in plain words, every rule that the history breaks. Types are borrowed from the core, rules are not.
 */
import type { Caller } from '@shared/access';
import type { RecordedEvent } from '@shared/casework';
import { EVERYBODY } from './casework-walk';

/** domain.md 3.1, column "next", as far as the present commands go. WITHDRAWN and SUPPLEMENT are told apart below. */
const NEXT: Record<string, string[]> = {
  DRAFT: ['SUBMITTED'],
  SUBMITTED: ['ACCEPTED', 'MERGED', 'TRANSFERRED', 'NOT_ACCEPTED'],
  TRANSFERRED: ['SUBMITTED'],
  ACCEPTED: ['VERIFYING', 'MERGED', 'TRANSFERRED'],
  VERIFYING: ['DATA_CHECK', 'TRIAGE', 'MERGED', 'TRANSFERRED', 'REJECTED'],
  DATA_CHECK: ['TRIAGE', 'REJECTED'],
  TRIAGE: ['APPRAISAL', 'PROPOSE_REJECT', 'REJECTED'],
  PROPOSE_REJECT: ['REJECTED', 'APPRAISAL'],
  APPRAISAL: ['PUBLICITY', 'TOWN_REVIEW', 'PROPOSE_REJECT', 'REJECTED'],
  PUBLICITY: ['TOWN_REVIEW', 'OBJECTION', 'REJECTED', 'TRIAGE'],
  OBJECTION: ['PUBLICITY', 'TRIAGE', 'REJECTED'],
  TOWN_REVIEW: ['COUNTY_DECISION', 'REJECTED', 'VERIFYING', 'TRIAGE', 'APPRAISAL'],
  COUNTY_DECISION: ['ANNOUNCED', 'REJECTED', 'VERIFYING', 'TRIAGE', 'APPRAISAL', 'TOWN_REVIEW'],
  ANNOUNCED: ['INCLUDED', 'REJECTED', 'COUNTY_DECISION'],
  INCLUDED: ['RECTIFIED_REMOVED'],
  REJECTED: ['REVIEW'],
  NOT_ACCEPTED: ['REVIEW'],
  REVIEW: ['REJECTED', 'NOT_ACCEPTED', 'VERIFYING', 'APPRAISAL', 'SUBMITTED'],
  EXPIRED: ['SUPPLEMENT'],
};
const MAY_RETURN_FOR_PAPERS = ['VERIFYING', 'DATA_CHECK', 'TRIAGE'];
const MAY_WITHDRAW = [
  'SUBMITTED',
  'ACCEPTED',
  'SUPPLEMENT',
  'VERIFYING',
  'DATA_CHECK',
  'TRIAGE',
  'PROPOSE_REJECT',
  'APPRAISAL',
  'PUBLICITY',
  'OBJECTION',
  'TOWN_REVIEW',
  'COUNTY_DECISION',
];

/** domain.md 1.4 and column "actor" of 3.1: in which role a thing may be done. */
const BY: Record<string, string[]> = {
  ReportSubmitted: ['HOUSEHOLD', 'PROXY'],
  CaseAccepted: ['VILLAGE', 'TASKFORCE'],
  VerifiersAssigned: ['VILLAGE', 'TASKFORCE'],
  AuthorizationSigned: ['HOUSEHOLD', 'GRID', 'VILLAGE', 'TASKFORCE'],
  VerificationRecorded: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  VerificationSigned: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  VerificationCompleted: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  DataCheckRequested: ['COUNTY_CLERK'],
  DataCheckAnswered: ['COUNTY_CLERK', 'DEPT'],
  DataCheckCompleted: ['COUNTY_CLERK', 'DEPT'],
  FlagExplained: ['VILLAGE', 'TASKFORCE'],
  FlagReviewed: ['COUNTY_CLERK', 'COUNTY_LEADER'],
  AnswerDisputed: ['COUNTY_CLERK'],
  TriageCompleted: ['VILLAGE', 'TASKFORCE'],
  RejectionOverturned: ['TOWN_LEADER'],
  AppraisalRecorded: ['VILLAGE', 'TASKFORCE'],
  PublicityPosted: ['VILLAGE'],
  PublishedFactsCorrected: ['VILLAGE'],
  PublicityMoved: ['VILLAGE'],
  PublicityResumed: ['SYSTEM'],
  PublicityTakenDown: ['SYSTEM'],
  BoardPhotographed: ['GRID', 'VILLAGE', 'TASKFORCE'],
  PublicityEnded: ['SYSTEM'],
  TownReviewed: ['TOWN_LEADER'],
  InclusionDecided: ['COUNTY_LEADER'],
  AnnouncementPosted: ['TOWN_CLERK', 'TOWN_LEADER'],
  HouseholdIncluded: ['TOWN_CLERK', 'TOWN_LEADER'],
  CaseRejected: ['TOWN_LEADER', 'COUNTY_LEADER'],
  SupplementRequested: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'],
  SupplementProvided: ['HOUSEHOLD', 'PROXY', 'GRID', 'VILLAGE', 'TASKFORCE'],
  SupplementCompleted: ['HOUSEHOLD', 'PROXY', 'GRID', 'VILLAGE', 'TASKFORCE'],
  WithdrawalRequested: ['HOUSEHOLD'],
  WithdrawalDeclined: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  CaseWithdrawn: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  SecondReturnAsked: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  SecondReturnDeclined: ['TOWN_LEADER'],
  SupplementExtended: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  PapersCalledFor: ['GRID', 'VILLAGE', 'TASKFORCE'],
  CaseExpired: ['SYSTEM'],
  CaseReopened: ['HOUSEHOLD', 'PROXY', 'GRID', 'VILLAGE', 'TASKFORCE'],
  RefusalDelivered: ['GRID', 'VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  ReviewRequested: ['HOUSEHOLD', 'PROXY', 'TOWN_CLERK'],
  ReviewersAssigned: ['TOWN_CLERK', 'TOWN_LEADER'],
  ReviewFindingRecorded: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'],
  ReviewAnswered: ['TOWN_LEADER'],
  ObjectionFiled: ['GRID', 'VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK', 'SYSTEM'],
  ObjectionInvestigated: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'],
  ObjectionAnswered: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'],
  ObjectionHandedUp: ['VILLAGE', 'TASKFORCE'],
  ObjectorTold: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'],
  ObjectionRated: ['SYSTEM'],
  CaseReturned: ['TOWN_LEADER', 'COUNTY_LEADER'],
  DecisionRecalled: ['TOWN_LEADER', 'COUNTY_LEADER'],
  SiteChecked: ['TOWN_CLERK', 'TOWN_LEADER'],
  GreenChannelOpened: ['GRID', 'VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'],
  HelpPapersRecorded: ['VILLAGE', 'TASKFORCE', 'HELPER', 'TOWN_CLERK'],
  CaseMerged: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'COUNTY_CLERK'],
  ReportTakenIn: ['SYSTEM'],
  VisitGivenBack: ['SYSTEM'],
  DuplicateReleased: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'COUNTY_CLERK'],
  CaseTransferred: ['TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK'],
  CaseArrived: ['TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK'],
  CaseNotAccepted: ['VILLAGE', 'TASKFORCE'],
  AssistRequested: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  AssistAnswered: ['SYSTEM'],
  KinshipDeclared: [
    'GRID',
    'VILLAGE',
    'TASKFORCE',
    'TOWN_CLERK',
    'TOWN_LEADER',
    'COUNTY_CLERK',
    'COUNTY_LEADER',
  ],
  FalseStatementReported: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK'],
  OwnWordsGiven: ['HOUSEHOLD', 'PROXY'],
  HouseholdHeard: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'],
  FalseStatementDecided: ['COUNTY_LEADER'],
  HouseholdRemoved: ['COUNTY_LEADER'],
  // The system: a measure of the plan that the family confirmed.
  MeasureRecorded: ['VILLAGE', 'TASKFORCE', 'HELPER', 'TOWN_CLERK', 'COUNTY_CLERK', 'SYSTEM'],
  ConsentWithdrawn: ['HOUSEHOLD', 'GRID', 'VILLAGE', 'TASKFORCE'],
  FamilyReminded: ['HOUSEHOLD', 'PROXY'],
  ReminderAnswered: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  CaseRated: ['HOUSEHOLD'],
  TakeOverOffered: ['PROXY', 'VILLAGE', 'TASKFORCE'],
  ReportTakenOver: ['HOUSEHOLD'],
  ReportConfirmed: ['HOUSEHOLD'],
};

const ENDS = ['INCLUDED', 'REJECTED', 'WITHDRAWN', 'NOT_ACCEPTED', 'EXPIRED'];

const SIGNATURES = new Set([
  'VerificationSigned',
  'TriageCompleted',
  'AppraisalRecorded',
  'TownReviewed',
  'RejectionOverturned',
  'InclusionDecided',
  'CaseRejected',
  'CaseReturned',
  'ReviewAnswered',
]);
/** What else is said about a family by whoever signs it, beside the levels (domain.md 1.1: at each decision). */
const ALSO_DECLARED = new Set(['ReviewFindingRecorded', 'CaseNotAccepted']);
const LEVEL: Record<string, number> = {
  VILLAGE: 1,
  TASKFORCE: 1,
  TOWN_CLERK: 2,
  TOWN_LEADER: 2,
  COUNTY_CLERK: 3,
  COUNTY_LEADER: 3,
};

/** Village, all three profiles: five full natural days, the first one the day after posting. */
const FULL_DAYS = 5;
/** Prompts whose refusal needs a dossier: 3.1 row 7 and 3.3. */
const MEDICAL_FEN = 10_000_00;

const chinaDay = (instant: string) => Math.floor((Date.parse(instant) + 8 * 3_600_000) / 86_400_000);

interface PersonOfFamily {
  name: string;
  idNo: string | null;
  birthDate: string | null;
}

const samePerson = (a: PersonOfFamily, b: PersonOfFamily) =>
  a.idNo !== null && b.idNo !== null ? a.idNo === b.idNo : a.name === b.name;

function isGrownUp(member: PersonOfFamily, on: string): boolean {
  const born = member.idNo === null ? member.birthDate : member.idNo.slice(6, 14);
  if (born === null) return true;
  const digits = Number(born.replaceAll('-', ''));
  const today = Number(new Date(chinaDay(on) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''));
  return today - digits >= 18_00_00;
}

/** domain.md 2.5: what excuses a car. */
const CAR_EXEMPTIONS = ['DISABILITY_SCOOTER', 'LIVELIHOOD_TOOL', 'NOMINAL_OWNER', 'LOW_VALUE'];
/** What stands on the notice of a family. */
function published(family: Map<string, PersonOfFamily>, group: string): string {
  return `${family.get('head')?.name} ${family.size} ${group}`;
}

/**
 * Every rule that this history breaks; an empty list is a lawful history. `people` are those of the walk with what they
 * hold and what was lent to them. Whoever lent the role that an act was done in has done it too.
 */
export function violations(
  history: readonly RecordedEvent[],
  people: readonly Caller[] = EVERYBODY,
): string[] {
  const wrong: string[] = [];
  const complain = (holds: boolean, event: RecordedEvent, rule: string) => {
    if (!holds) wrong.push(`#${event.seq} ${event.type} (${event.from} → ${event.after}): ${rule}`);
  };

  const parties = new Set<string>();
  let village = '';
  let family = new Map<string, PersonOfFamily>();
  let authorised: (PersonOfFamily & { bank: boolean })[] = [];
  let remindedOn = -1;
  let unanswered = false;
  let rated = false;
  let verificationSigners = new Set<string>();
  let verifiers = new Set<string>();
  let mandatory: string[] = [];
  let askedFrom = '';
  let compared = false;
  let posted: RecordedEvent | null = null;
  let withdrawalOpen = false;
  const signedLevels = new Map<string, Set<number>>();
  let decided: string | null = null;
  const found = new Set<string>();
  const explained = new Set<string>();
  let remindedByPerson = false;
  let askedForSecond: string[] | null = null;
  const kin = new Set<string>();
  const looked = new Set<string>();
  const findings = new Set<string>();
  const lookedAgain = new Set<string>();
  const openObjections = new Map<string, boolean>();
  let convenor: string | null = null;
  let changed = false;
  /** The list hung for all its days; cut off: it came down before, and the village begins anew with a meeting. */
  let ranOut = false;
  let cutOff = false;
  let content = '';
  /** What a correction says is to be read of the family, until a visit records it anew. */
  let corrected: string | null = null;
  let accused: string[] | null = null;
  let askedOnce = false;
  let group = '';
  let heard = false;
  let unread = false;
  let reviewers = new Set<string>();
  let before: RecordedEvent | null = null;

  for (const event of history) {
    // I4: one unbroken chain, each link with who, in which role, when, from where, to where.
    complain(event.seq === (before?.seq ?? 0) + 1, event, 'the numbers have a gap');
    complain(event.from === (before?.after ?? 'DRAFT'), event, 'does not begin where the last one ended');
    complain(before === null || event.at >= before.at, event, 'time runs backwards');
    complain(event.actor.personId !== '' && event.at.endsWith('Z'), event, 'nobody, or no time');
    // Where the consent was withdrawn on which the last open question stood, the comparison is over with it.
    const isOver = event.type === 'DataCheckCompleted' && before?.type === 'ConsentWithdrawn';
    const may = isOver ? BY.ConsentWithdrawn : BY[event.type];
    complain(may?.includes(event.actor.role) ?? false, event, `not for ${event.actor.role}`);

    const moves = event.after !== event.from;
    if (moves && event.after === 'WITHDRAWN')
      complain(MAY_WITHDRAW.includes(event.from) && withdrawalOpen, event, 'nobody asked to withdraw');
    else if (moves && event.after === 'SUPPLEMENT' && event.from !== 'EXPIRED')
      complain(MAY_RETURN_FOR_PAPERS.includes(event.from), event, 'cannot be returned from here');
    else if (moves && event.from === 'SUPPLEMENT' && event.after === 'EXPIRED')
      complain(remindedByPerson, event, 'lapsed although nobody spoke with the family');
    else if (moves && event.from === 'SUPPLEMENT' && event.type === 'CaseRejected')
      complain(event.data.reasonCode === 'R09', event, 'refused while the family looks for papers');
    else if (moves && event.from === 'SUPPLEMENT') {
      // A comparison that ended meanwhile is not waited for again.
      const backTo = askedFrom === 'DATA_CHECK' && compared ? 'TRIAGE' : askedFrom;
      complain(event.after === backTo, event, `must go back to ${backTo}`);
    } else if (moves) complain(NEXT[event.from]?.includes(event.after) ?? false, event, 'no such way');

    if (event.type === 'ReportSubmitted') {
      if (event.data.party !== null) parties.add(event.data.party.personId);
      village = event.data.report.village;
      const { headName, idNo } = event.data.report;
      family.set('head', { name: headName, idNo, birthDate: null });
      group = event.data.report.group;
    }

    // A party is a party and nothing else; everybody else acts by a grant that covers the village.
    const { personId, role, onBehalfOf } = event.actor;
    const hands = onBehalfOf === undefined ? [personId] : [personId, onBehalfOf.personId];
    const asParty = role === 'HOUSEHOLD' || role === 'PROXY';
    complain(asParty === parties.has(personId), event, `${personId} acts as ${role}`);
    const grants = people.find((someone) => someone.personId === personId)?.grants ?? [];
    complain(
      asParty ||
        role === 'SYSTEM' ||
        grants.some(
          (g) =>
            g.role === role &&
            village.startsWith(g.region) &&
            g.onBehalfOf?.personId === onBehalfOf?.personId,
        ),
      event,
      `${personId} has no such office here`,
    );
    complain(onBehalfOf === undefined || !parties.has(onBehalfOf.personId), event, 'in the stead of a party');

    switch (event.type) {
      case 'VerifiersAssigned':
        verifiers = new Set(event.data.verifiers.map((v) => v.personId));
        complain(![...kin].some((k) => verifiers.has(k)), event, 'a relative verifies');
        complain(verifiers.size >= 2, event, 'fewer than two verifiers');
        complain(![...parties].some((p) => verifiers.has(p)), event, 'a party verifies its own case');
        break;
      case 'VerificationRecorded': {
        family = new Map(event.data.record.members.map((m) => [m.key, m]));
        group = event.data.record.group;
        corrected = null;
        verificationSigners = new Set();
        const { sheet, findings } = event.data.record;
        const medical = sheet.rigid
          .filter((row) => row.code === 'M1' || row.code === 'M2')
          .reduce((sum, row) => sum + row.paidFen - row.reimbursedFen, 0);
        mandatory = [
          ...(medical >= MEDICAL_FEN ? ['T-MEDICAL10K'] : []),
          ...(findings.newDibaoOrTekun ? ['T-NEWDIBAO'] : []),
        ];
        break;
      }
      case 'VerificationSigned':
        complain(verifiers.has(personId), event, 'signed by somebody who was not sent');
        verificationSigners.add(personId);
        break;
      case 'VerificationCompleted':
        complain(verificationSigners.size >= 2, event, 'fewer than two signatures');
        break;
      case 'AuthorizationSigned': {
        const signer = family.get(event.data.memberKey);
        if (signer) authorised.push({ ...signer, bank: event.data.consent?.bank === true });
        break;
      }
      case 'ConsentWithdrawn': {
        const { memberKey, what } = event.data;
        const signer = family.get(memberKey);
        const isHers = (p: PersonOfFamily) => signer !== undefined && samePerson(p, signer);
        complain(authorised.some(isHers), event, 'takes back what was never given');
        authorised =
          what === 'ALL'
            ? authorised.filter((p) => !isHers(p))
            : authorised.map((p) => (isHers(p) ? { ...p, bank: false } : p));
        break;
      }
      case 'FamilyReminded':
        complain(chinaDay(event.at) > remindedOn, event, 'reminded twice on one day');
        complain(chinaDay(event.at) * 86_400_000 > Date.parse(event.data.dueOn), event, 'reminded too early');
        remindedOn = chinaDay(event.at);
        unanswered = true;
        break;
      case 'ReminderAnswered':
        complain(unanswered, event, 'answers nobody');
        unanswered = false;
        break;
      case 'CaseRated':
        complain(ENDS.includes(event.from) && !rated, event, 'rated twice, or before the end');
        rated = true;
        break;
      case 'DataCheckCompleted':
        compared = true;
        break;
      case 'DataCheckRequested':
        compared = false;
        for (const key of event.data.memberKeys) {
          const asked = family.get(key);
          complain(
            asked !== undefined && authorised.some((p) => samePerson(p, asked)),
            event,
            `I2: ${asked?.name ?? key} never signed`,
          );
          complain(asked !== undefined && isGrownUp(asked, event.at), event, `I2: ${key} is a child`);
        }
        for (const key of event.data.bankKeys ?? []) {
          const asked = family.get(key);
          complain(
            asked !== undefined && authorised.some((p) => p.bank && samePerson(p, asked)),
            event,
            `the bank is asked about ${key}, who never said yes to it`,
          );
        }
        if (event.data.departments.includes('BANK'))
          complain((event.data.bankKeys ?? []).length > 0, event, 'the bank is asked about nobody');
        break;
      case 'DataCheckAnswered':
        for (const { department, memberKey, result, flags } of event.data.answers)
          if (result === 'FLAGGED')
            for (const flag of flags) found.add(`${department}:${memberKey ?? '-'}:${flag}`);
        break;
      case 'FlagExplained':
        complain(verifiers.has(personId), event, 'explained by somebody who was not sent');
        complain(found.has(event.data.flag), event, 'no department found this');
        if (event.data.exemption !== null) {
          complain(event.data.photoIds.length > 0, event, 'an exemption without a photo');
          complain(CAR_EXEMPTIONS.includes(event.data.exemption), event, 'no such exemption here');
        }
        explained.add(event.data.flag);
        break;
      case 'FlagReviewed':
        complain(explained.has(event.data.flag), event, 'reviewed before it was explained');
        complain(event.data.accepted || event.data.note !== '', event, 'sent back without a reason');
        break;
      case 'AnswerDisputed':
        complain(
          [...found].some((key) => key.startsWith(`${event.data.department}:`)),
          event,
          'asks again about what was never found',
        );
        break;
      case 'PublishedFactsCorrected': {
        const { headName, memberCount, group: said } = event.data;
        corrected = `${headName} ${memberCount} ${said}`;
        break;
      }
      case 'PublicityPosted':
        complain(
          posted === null || changed || cutOff || (corrected ?? published(family, group)) !== content,
          event,
          'I3: posted twice although nothing has changed',
        );
        changed = false;
        ranOut = false;
        cutOff = false;
        content = corrected ?? published(family, group);
        complain(accused === null, event, 'posted while a false statement is looked into');
        complain(!withdrawalOpen, event, 'posted while the family wants to withdraw');
        posted = event;
        break;
      case 'SupplementRequested':
        complain(
          !askedOnce || (askedForSecond !== null && !askedForSecond.some((id) => hands.includes(id))),
          event,
          'a second list without a leader',
        );
        askedOnce = true;
        askedForSecond = null;
        askedFrom = event.from;
        remindedByPerson = false;
        break;
      case 'SecondReturnAsked':
        askedForSecond = hands;
        break;
      case 'SecondReturnDeclined':
        complain(!askedForSecond?.some((id) => hands.includes(id)), event, 'judges the own list');
        askedForSecond = null;
        break;
      case 'PapersCalledFor':
        remindedByPerson = true;
        break;
      case 'CaseReopened':
        remindedByPerson = false;
        break;
      case 'TakeOverOffered':
        // A cadre says whom of the family he checked; the proxy knows whom he gives it to.
        complain(
          (event.data.checked !== undefined) === (event.actor.role !== 'PROXY'),
          event,
          'nobody says who was checked',
        );
        complain(
          event.actor.role === 'PROXY' || !hands.some((id) => kin.has(id)),
          event,
          'a relative says who is of the family',
        );
        break;
      case 'VisitGivenBack': {
        const { personId: gone } = event.data;
        const sent = event.after === 'REVIEW' ? reviewers : verifiers;
        const handedIn = event.after === 'REVIEW' ? findings : verificationSigners;
        complain(sent.delete(gone), event, `${gone} was not sent`);
        complain(!handedIn.has(gone), event, 'what was handed in is given back');
        break;
      }
      case 'KinshipDeclared':
        kin.add(event.data.personId);
        verifiers.delete(event.data.personId);
        break;
      case 'CaseTransferred':
        village = event.data.toVillage;
        verifiers = new Set();
        group = '';
        break;
      case 'AppraisalRecorded':
        convenor = event.data.convenor;
        cutOff = posted !== null && !ranOut;
        break;
      case 'PublicityEnded':
        ranOut = true;
        break;
      case 'ObjectionFiled':
        openObjections.set(event.data.objectionId, event.data.aboutCadre);
        break;
      case 'ObjectionHandedUp':
        complain(openObjections.get(event.data.objectionId) === false, event, "not the village's to hand up");
        openObjections.set(event.data.objectionId, true);
        break;
      case 'ObjectionInvestigated':
      case 'ObjectionAnswered':
        complain(openObjections.has(event.data.objectionId), event, 'no such open objection');
        complain(
          !hands.some((id) => verifiers.has(id) || verificationSigners.has(id)),
          event,
          'a verifier judges the objection',
        );
        complain(event.actor.name !== convenor, event, 'who led the appraisal judges the objection');
        complain(
          LEVEL[role] === 2 || ![...openObjections.values()].includes(true),
          event,
          'the village judges what is said of its own cadre',
        );
        if (event.type === 'ObjectionAnswered') {
          openObjections.delete(event.data.objectionId);
          changed ||= event.data.factsChanged;
        }
        break;
      case 'ReviewersAssigned':
        findings.clear();
        reviewers = new Set(event.data.verifiers.map((v) => v.personId));
        for (const { personId: id } of event.data.verifiers)
          complain(
            !looked.has(id) && !verifiers.has(id) && !kin.has(id) && !parties.has(id),
            event,
            `${id} looks at it again`,
          );
        break;
      case 'ReviewFindingRecorded':
        findings.add(personId);
        for (const id of hands) lookedAgain.add(id);
        break;
      case 'ReviewAnswered':
        complain(
          findings.size >= 2 && !hands.some((id) => lookedAgain.has(id)),
          event,
          'answered without two others having looked',
        );
        // They have looked already, so they are the ones who verify anew.
        if (event.after === 'VERIFYING') {
          verifiers = reviewers;
          verificationSigners = new Set();
        }
        break;
      case 'CaseReturned':
        if (event.data.returnTo === 'VERIFYING') verificationSigners = new Set();
        break;
      case 'FalseStatementReported':
        accused = hands;
        heard = false;
        unread = false;
        break;
      case 'HouseholdHeard':
        heard = true;
        break;
      case 'OwnWordsGiven':
        unread = true;
        break;
      case 'FalseStatementDecided':
        complain(
          accused !== null && heard && !accused.some((id) => hands.includes(id)),
          event,
          'struck off unheard, or by the accuser',
        );
        complain(!unread || event.data.wordsRead === true, event, 'own words not read');
        unread = false;
        accused = null;
        break;
      case 'DecisionRecalled':
        complain((event.after === 'TOWN_REVIEW') === (role === 'TOWN_LEADER'), event, 'not the own decision');
        decided = null;
        break;
      case 'WithdrawalRequested':
        withdrawalOpen = true;
        break;
      case 'WithdrawalDeclined':
        withdrawalOpen = false;
        break;
      case 'CaseRejected': {
        const found = new Set<string>(event.data.dossier?.prompts.map((p) => p.rule));
        complain(
          mandatory.every((rule) => found.has(rule)),
          event,
          `no dossier although ${mandatory.join()} fired`,
        );
        complain(!withdrawalOpen, event, 'refused while the family wants to withdraw');
        break;
      }
      case 'InclusionDecided':
        decided = JSON.stringify([event.data.householdType, event.data.risks]);
        complain(!withdrawalOpen, event, 'decided while the family wants to withdraw');
        complain(accused === null, event, 'decided while a false statement is looked into');
        break;
      case 'HouseholdIncluded':
        complain(
          JSON.stringify([event.data.householdType, event.data.risks]) === decided,
          event,
          'I5: not the type and risks that were decided',
        );
        break;
    }

    // domain.md 1.1: whoever decides about a family has said that it is no kin, and nothing else carries that word.
    const follows = event.type === 'FalseStatementDecided' && before?.type === 'CaseRejected';
    const declares =
      SIGNATURES.has(event.type) ||
      ALSO_DECLARED.has(event.type) ||
      (event.type === 'FalseStatementDecided' && !follows);
    complain((event.kinshipDeclared === true) === declares, event, 'the word about kinship');

    // I1
    if (moves && event.after === 'TOWN_REVIEW')
      complain(
        posted !== null && chinaDay(event.at) > chinaDay(posted.at) + FULL_DAYS,
        event,
        `I1: publicity had not lasted ${FULL_DAYS} full days`,
      );
    if (moves && event.after === 'TOWN_REVIEW')
      complain(openObjections.size === 0, event, 'I1: an objection is open');
    // Separation of duties: nobody signs two consecutive levels.
    if (SIGNATURES.has(event.type)) {
      const level = LEVEL[role] ?? 0;
      for (const id of hands) {
        const levels = signedLevels.get(id) ?? new Set();
        complain(!levels.has(level - 1) && !levels.has(level + 1), event, `${id} signs two levels running`);
        signedLevels.set(id, levels.add(level));
        complain(!kin.has(id), event, `${id} is a relative`);
        looked.add(id);
      }
    }
    before = event;
  }
  return wrong;
}
