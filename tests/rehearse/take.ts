/** Takes one step of a scenario through the real operations. */
import { localDate } from '@shared/calendar';
import type { StaffCaseView } from '@shared/casework';
import type { OperationNamed, OutputOf } from '@shared/contract';
import type { FollowedFamily } from '@shared/contract/followups';
import type { StaffFamily } from '@shared/contract/measures';
import type { OperationName } from '@shared/contract/routes';
import { EXIT_EVENT_LABELS } from '@shared/messages/elimination';
import { declared } from '@tests/support/declared';
import { instantOf } from './china-time';
import { exitCall, isExitStep } from './elimination';
import { attendeesOf, idNumberOf, reportInput, verificationInput } from './family';
import { helpCall, isHelpStep } from './help';
import { MAIN, type Scenario, type Step } from './scenario';
import { type Answer, OBSERVER, type Stage } from './stage';

/** A report that a scenario's people made. */
export interface KnownCase {
  id: string;
  caseNo: string;
  /** Who follows it: who reported, and who was taken in by a merger. */
  parties: Set<string>;
  cluedOn: string;
}

export interface Register {
  status: string;
  identifiedOn: string;
  entries: number;
  eliminations: number;
}

/** What a rehearsal knows while it runs. */
export interface Play {
  scenario: Scenario;
  stage: Stage;
  cases: Map<string, KnownCase>;
  noticeIds: string[];
  /** Links for signing, by member. */
  links: Map<string, string>;
  /** Numbers by which objectors read their answer, the newest of each report. */
  numbers: Map<string, string>;
  /** The newest code by which the family takes over, by report. */
  codes: Map<string, string>;
}

const HOUR_MS = 3_600_000;
const NOBODY_CAME = { COMMITTEE: 0, TASKFORCE: 0, PARTY_MEMBER: 0, GROUP_LEADER: 0, VILLAGER: 0 };
/** Stands where no case is there yet: a well-formed id of nothing. */
export const NO_CASE = `000000-${'0'.repeat(32)}`;

type Command = Exclude<Step, { do: 'look' | 'wait' | 'changeLine' }>;

/** Gives the answer of the step's last call; a step of several calls ends with the first one that is refused. */
export async function take(step: Command, play: Play): Promise<Answer> {
  if (step.do === 'submit' && step.meanwhile !== undefined) return atOnce(step, step.meanwhile, play);
  let answer: Answer = { status: 200, body: {} };
  for (const call of await callsOf(step, play)) {
    const version = await versionFor(call.operation, step, play);
    const unticked = step.kinshipDeclared ? {} : { kinshipDeclared: false };
    const input = declared(call.operation, { ...version, ...call.input, ...unticked });
    answer = await play.stage.call(step.by, call.operation, input);
    if (answer.status !== 200) return answer;
  }
  remember(step, play, answer);
  return answer;
}

type Submit = Extract<Step, { do: 'submit' }>;

/** Two reports of one family at the same moment: whichever the system has second is the one that `case` names. */
async function atOnce(step: Submit, other: string, play: Play): Promise<Answer> {
  const both = [step.by, other];
  const calls = await Promise.all(both.map((by) => callsOf({ ...step, by, meanwhile: undefined }, play)));
  const answers = await Promise.all(
    calls.map(([call], index) =>
      play.stage.call(both[index] ?? '', 'applications.submit', call?.input ?? {}),
    ),
  );
  const refused = answers.find(({ status }) => status !== 200);
  if (refused !== undefined) return refused;
  for (const [index, answer] of answers.entries()) {
    const by = both[index] ?? '';
    const known = knownCase(answer, by, step.at);
    const { duplicate } = await observeCase(play, known.id);
    play.cases.set(duplicate ? step.case : MAIN, known);
  }
  return answers[0] ?? { status: 200, body: {} };
}

function knownCase({ body }: Answer, by: string, at: string): KnownCase {
  const { id, caseNo } = (body as { case: { id: string; caseNo: string } }).case;
  return { id, caseNo, parties: new Set([by]), cluedOn: localDate(instantOf(at)) };
}

function remember(step: Command, play: Play, answer: Answer): void {
  if (step.do === 'submit') play.cases.set(step.case, knownCase(answer, step.by, step.at));
  if (/^(post|announce|correct)/.test(step.do))
    play.noticeIds.push((answer.body as { noticeId: string }).noticeId);
  if (step.do === 'sendLink') play.links.set(step.member, (answer.body as { token: string }).token);
  const number = (answer.body as { queryCode?: string }).queryCode;
  if (step.do === 'fileObjection' && number !== undefined) play.numbers.set(step.case, number);
  if (step.do === 'offerTakeOver') play.codes.set(step.case, (answer.body as { code: string }).code);
  // Whoever reported for the family follows its case no more.
  const taken = step.do === 'takeOver' ? play.cases.get(step.case) : undefined;
  if (taken !== undefined) taken.parties = new Set([step.by]);
  if (step.do === 'merge' && step.sameFamily) {
    const [second] = play.cases.get(step.case)?.parties ?? [];
    if (second !== undefined) play.cases.get(step.into ?? MAIN)?.parties.add(second);
  }
}

/** The first report as the desk sees it now, by the observer who does nothing. */
export async function observe(play: Play): Promise<StaffCaseView | null> {
  const known = play.cases.get(MAIN);
  return known === undefined ? null : observeCase(play, known.id);
}

export async function observeCase({ stage }: Play, caseId: string): Promise<StaffCaseView> {
  const { status, body } = await stage.call(OBSERVER, 'reviews.case', { caseId });
  if (status !== 200) throw new Error(`the observer sees no case: ${JSON.stringify(body)}`);
  return (body as { case: StaffCaseView }).case;
}

/** Where the family of the first report stands on the register at the end; null when it is on none. */
export async function observeRegister({ cases, stage }: Play): Promise<Register | null> {
  const caseId = cases.get(MAIN)?.id ?? NO_CASE;
  const { status, body } = await stage.call(OBSERVER, 'eliminations.get', { caseId });
  if (status !== 200) return null;
  const { exit } = body as OutputOf<OperationNamed<'eliminations.get'>>;
  const eliminations = exit.history.filter(({ what }) => what === EXIT_EVENT_LABELS.Marked).length;
  return { status: exit.status, identifiedOn: exit.identifiedOn, entries: exit.entries, eliminations };
}

/** The version that was on the screen, where the operation asks for one: of the case, or of the family's way off the register. */
async function versionFor(operation: string, step: Command, play: Play): Promise<{ version?: number }> {
  if (operation.startsWith('reviews.')) return { version: await versionNow(step, play) };
  if (!operation.startsWith('eliminations.')) return {};
  const { body } = await play.stage.call(OBSERVER, 'eliminations.get', {
    caseId: play.cases.get(step.case)?.id ?? NO_CASE,
  });
  return { version: (body as { exit?: { version: number } }).exit?.version ?? 1 };
}

/** The version of the step's case; of no case, one that anything may have. */
async function versionNow(step: Command, play: Play): Promise<number> {
  const known = play.cases.get(step.case);
  return known === undefined ? 1 : (await observeCase(play, known.id)).version;
}

/** Which objection is meant: the oldest that has no answer yet. */
async function openObjection(step: Command, play: Play): Promise<string> {
  const known = play.cases.get(step.case);
  const view = known === undefined ? null : await observeCase(play, known.id);
  return view?.objections.find((one) => one.answer === null)?.id ?? 'none';
}

/** Whose objector still has to be told: the oldest with an answer, of who left a name. */
async function objectorToTell(step: Command, play: Play): Promise<string> {
  const known = play.cases.get(step.case);
  const view = known === undefined ? null : await observeCase(play, known.id);
  const waits = view?.objections.find(
    ({ answer, told, anonymous, inbox }) => answer !== null && told === null && !anonymous && !inbox,
  );
  return waits?.id ?? 'none';
}

/** The oldest request for facts that this person's village has not answered. */
async function openAssist(step: Command, { stage }: Play): Promise<string> {
  const { status, body } = await stage.call(step.by, 'reviews.assists', {});
  if (status !== 200) return NO_CASE;
  const { requests } = body as { requests: { assistId: string; answeredAt: string | null }[] };
  return requests.find((one) => one.answeredAt === null)?.assistId ?? NO_CASE;
}

/** The most urgent errand to the step's family, with as many things to say as there are now. */
async function firstTask(step: Command, play: Play): Promise<{ taskId: string; items: number }> {
  const { status, body } = await play.stage.call(step.by, 'tasks.list', {});
  const tasks =
    status === 200 ? (body as { tasks: { id: string; caseId: string; items: string[] }[] }).tasks : [];
  const task = tasks.find((one) => one.caseId === play.cases.get(step.case)?.id);
  return { taskId: task?.id ?? NO_CASE, items: task?.items.length ?? 1 };
}

interface Call {
  operation: OperationName;
  input: object;
}

async function callsOf(step: Command, play: Play): Promise<Call[]> {
  const { scenario, stage } = play;
  const known = play.cases.get(step.case);
  const caseId = known?.id ?? NO_CASE;
  const photos = (many: number) =>
    Promise.all(Array.from({ length: many }, () => stage.attach(step.by, 'PHOTO')));
  const one = (operation: OperationName, input: object): Call[] => [
    { operation, input: { caseId, ...input } },
  ];
  // Who holds no office knows no other door than the family's.
  const byFamily = known?.parties.has(step.by) || scenario.people[step.by]?.role.length === 0;
  const staff = (key: string) => ({
    personId: stage.personId(key),
    name: scenario.people[key]?.name ?? key,
  });
  const at = instantOf(step.at);
  const day = localDate(at);

  if (isExitStep(step)) {
    const call = await exitCall(step, {
      caseId,
      day,
      metAt: new Date(Date.parse(at) - HOUR_MS).toISOString(),
      people: Object.keys(scenario.family.members).length,
      attendees: attendeesOf({ ...NOBODY_CAME, VILLAGER: 'yes' in step ? step.yes + step.no : 0 }),
      staff,
      photo: () => stage.attach(step.by, 'PHOTO'),
    });
    return [call];
  }

  if (isHelpStep(step)) {
    const asked = async (operation: 'measures.of' | 'followups.family') =>
      (await stage.call(OBSERVER, operation, { caseId })).body;
    const call = await helpCall(step, {
      ...{ caseId, day, staff, photos },
      byFamily: scenario.people[step.by]?.role.length === 0,
      help: async () => {
        const { family } = (await asked('measures.of')) as { family?: StaffFamily };
        return family ?? { plans: [], measures: [] };
      },
      revision: async (quarter) => {
        const { family } = (await asked('followups.family')) as { family?: FollowedFamily };
        return family?.quarters.find((one) => one.quarter === quarter)?.revision ?? 1;
      },
    });
    return [call];
  }

  switch (step.do) {
    case 'submit': {
      const voiceId = scenario.report.voice ? await stage.attach(step.by, 'VOICE') : null;
      const photoIds = await photos(scenario.report.photos);
      const input = reportInput(scenario, step.by, { voiceId, photoIds }, step.head);
      return [{ operation: 'applications.submit', input }];
    }
    case 'accept':
    case 'assignVerifiers':
      return one(`reviews.${step.do}`, { verifiers: step.verifiers.map(staff) });
    case 'recordAuthorization': {
      const operation = byFamily ? 'applications.authorize' : 'reviews.recordAuthorization';
      const signatures = step.method === 'SCREEN' ? await photos(step.members.length) : [];
      return step.members.flatMap((memberKey, index) =>
        one(operation, {
          memberKey,
          method: step.method,
          signatureId: signatures[index] ?? null,
          bank: step.bank,
        }),
      );
    }
    case 'recordVerification': {
      const photoIds = await photos(scenario.visit.photos);
      const found = {
        ...scenario,
        ...(step.sheet !== undefined && { sheet: step.sheet }),
        ...(step.findings !== undefined && { visit: { ...scenario.visit, findings: step.findings } }),
      };
      const input = verificationInput(found, step.visitedOn ?? day, known?.cluedOn ?? day, photoIds);
      return one('reviews.recordVerification', input);
    }
    case 'signVerification':
    case 'confirmRejection':
    case 'overturnRejection':
    case 'townReview':
      return one(`reviews.${step.do}`, { opinion: step.opinion });
    case 'requestDataCheck':
      return one('reviews.requestDataCheck', { memberKeys: step.members, departments: step.departments });
    case 'answerDataCheck':
      return one('reviews.answerDataCheck', { answers: step.answers });
    case 'explainFlag': {
      const { department, flag, text, saidBy, exemption = null } = step;
      const photoIds = await photos(step.photos);
      const key = `${department}:-:${flag}`;
      return one('reviews.explainFlag', { flag: key, text, saidBy, exemption, photoIds });
    }
    case 'reviewFlag': {
      const { department, flag, accepted, note } = step;
      return one('reviews.reviewFlag', { flag: `${department}:-:${flag}`, accepted, note });
    }
    case 'disputeAnswer':
      return one('reviews.disputeAnswer', { department: step.department, reason: step.reason });
    case 'requestSupplement':
      return one('reviews.requestSupplement', {
        items: step.items.map(({ member, ...item }) => ({ ...item, memberKey: member ?? null })),
        supervisorReason: step.supervisorReason,
      });
    case 'provideSupplement': {
      const operation = byFamily ? 'applications.supplement' : 'reviews.provideSupplement';
      const answers = await Promise.all(
        step.answers.map(async ({ item, photos: many, ...answer }) => ({
          ...answer,
          key: item,
          attachmentIds: await photos(many),
        })),
      );
      return one(operation, { answers });
    }
    case 'triage': {
      const { proposal, type = null, risks, needs, reason = null, opinion } = step;
      return one('reviews.triage', {
        proposal,
        householdType: type,
        risks,
        needs,
        reasonCode: reason,
        opinion,
      });
    }
    case 'recordAppraisal': {
      const attendees = attendeesOf(step.present);
      const earlier = new Date(Date.parse(at) - HOUR_MS).toISOString();
      return one('reviews.recordAppraisal', {
        metAt: step.metAt === undefined ? earlier : instantOf(step.metAt),
        place: step.place,
        convenor: step.convenor,
        attendees,
        recusals: step.recused.map(({ relation }, index) => ({ name: attendees[index]?.name, relation })),
        yes: step.yes,
        no: step.no,
        abstain: step.abstain,
      });
    }
    case 'postPublicity': {
      const [photoId] = await photos(1);
      return [{ operation: 'notices.post', input: { caseIds: [caseId], photoId } }];
    }
    case 'photographBoard': {
      const [photoId] = await photos(1);
      return one('reviews.photographBoard', { photoId });
    }
    case 'countyDecide': {
      const { decision, type = null, risks, reason = null, opinion } = step;
      return one('reviews.countyDecide', {
        decision,
        householdType: type,
        risks,
        reasonCode: reason,
        opinion,
      });
    }
    case 'announce':
      return [{ operation: 'notices.announce', input: { caseIds: [caseId] } }];
    case 'requestWithdrawal':
      return one('applications.withdraw', { reason: step.reason });
    case 'confirmWithdrawal':
      return one('reviews.confirmWithdrawal', { by: step.how, voluntary: step.voluntary, note: step.note });
    case 'withdrawConsent': {
      const operation = byFamily ? 'applications.withdrawConsent' : 'reviews.withdrawConsent';
      return step.members.flatMap((memberKey) => one(operation, { memberKey, what: step.what }));
    }
    case 'remind':
      return one('applications.remind', {});
    case 'answerReminder':
      return one('reviews.answerReminder', { note: step.note });
    case 'rate':
      return one('applications.rate', { stars: step.stars, words: step.words });
    case 'recordMeasure': {
      const { code, name, department, amount = null, detail, emergency } = step;
      return one('reviews.recordMeasure', {
        measureCode: code,
        name,
        department,
        on: day,
        amountFen: amount,
        detail,
        emergency,
      });
    }
    case 'decideSecondReturn':
      return one('reviews.decideSecondReturn', { approve: step.approve, opinion: step.opinion });
    case 'extendSupplement':
      return one('reviews.extendSupplement', { reason: step.reason });
    case 'recordReminder':
      return one('reviews.recordReminder', { how: step.how, note: step.note });
    case 'reopen':
      return one(byFamily ? 'applications.reopen' : 'reviews.reopen', {});
    case 'deliverRefusal': {
      const { how, on = day, receivedBy, note } = step;
      return one('reviews.deliverRefusal', { how, on, receivedBy, note });
    }
    case 'requestReview': {
      const operation = byFamily ? 'applications.requestReview' : 'reviews.requestReview';
      return one(operation, { reason: step.reason, attachmentIds: await photos(step.photos) });
    }
    case 'assignReviewers':
      return one('reviews.assignReviewers', { verifiers: step.reviewers.map(staff) });
    case 'recordReviewFinding': {
      const { visitedOn = day, finding } = step;
      return one('reviews.recordReviewFinding', { visitedOn, finding, photoIds: await photos(step.photos) });
    }
    case 'answerReview':
      return one('reviews.answerReview', { outcome: step.outcome, opinion: step.opinion });
    case 'fileObjection': {
      const { statement, name, phone = null, aboutCadre, channel } = step;
      const objector = name === undefined ? null : { name, phone };
      const byStaff = (scenario.people[step.by]?.role.length ?? 0) > 0;
      if (byStaff) return one('reviews.fileObjection', { statement, objector, aboutCadre, channel });
      const noticeId = play.noticeIds.at(-1) ?? NO_CASE;
      return [{ operation: 'objections.file', input: { noticeId, row: 0, statement, objector, aboutCadre } }];
    }
    case 'recordInvestigation': {
      const objectionId = await openObjection(step, play);
      const photoIds = await photos(step.photos);
      return one('reviews.recordInvestigation', { objectionId, record: step.record, photoIds });
    }
    case 'answerObjection': {
      const objectionId = await openObjection(step, play);
      const { verdict, answer, changed } = step;
      return one('reviews.answerObjection', { objectionId, verdict, answer, factsChanged: changed });
    }
    case 'handUpObjection': {
      const objectionId = await openObjection(step, play);
      return one('reviews.handUpObjection', { objectionId, reason: step.reason });
    }
    case 'tellObjector': {
      const objectionId = await objectorToTell(step, play);
      return one('reviews.tellObjector', { objectionId, how: step.how });
    }
    case 'rateObjection': {
      const { village } = scenario.place;
      const code = play.numbers.get(step.case) ?? '00000000';
      const input = { village: village.code, code, satisfied: step.satisfied };
      return [{ operation: 'objections.rate', input }];
    }
    case 'correctPublicity': {
      const noticeId = play.noticeIds.at(-1) ?? NO_CASE;
      const [photoId] = await photos(1);
      const now = known === undefined ? null : await observeCase(play, known.id);
      const { reason, headName = now?.headName, memberCount = now?.memberCount, group = now?.group } = step;
      const rows = [{ row: 0, headName, memberCount, group }];
      return [{ operation: 'notices.correct', input: { noticeId, reason, photoId, rows } }];
    }
    case 'townReturn':
    case 'countyReturn':
      return one(`reviews.${step.do}`, { returnTo: step.to, opinion: step.opinion });
    case 'undoDecision':
      return one('reviews.undoDecision', {});
    case 'recallDecision':
      return one('reviews.recallDecision', { opinion: step.opinion });
    case 'townReject':
      return one('reviews.townReject', { reasonCode: step.reason, opinion: step.opinion });
    case 'recordSiteCheck': {
      const { visitedOn = day, opinion } = step;
      return one('reviews.recordSiteCheck', { visitedOn, opinion, photoIds: await photos(step.photos) });
    }
    case 'openGreenChannel':
      return one('reviews.openGreenChannel', { reason: step.reason });
    case 'recordHelpPapers': {
      const { measure, note } = step;
      return one('reviews.recordHelpPapers', { measure, note, attachmentIds: await photos(step.photos) });
    }
    case 'merge': {
      const into = step.into === undefined ? undefined : play.cases.get(step.into);
      const { opinion, sameFamily } = step;
      return one('reviews.merge', { opinion, sameFamily, intoCaseNo: into?.caseNo ?? null });
    }
    case 'releaseDuplicate':
      return one('reviews.releaseDuplicate', { opinion: step.opinion });
    case 'transfer':
      return one('reviews.transfer', { village: step.village, reason: step.reason });
    case 'notAccept': {
      const { reason, opinion, previous } = step;
      const before = previous === undefined ? undefined : play.cases.get(previous);
      const previousCaseNo = before?.caseNo ?? null;
      return one('reviews.notAccept', { reasonCode: reason, opinion, previousCaseNo });
    }
    case 'requestAssist':
      return one('reviews.requestAssist', { village: step.village, question: step.question });
    case 'answerAssist': {
      const assistId = await openAssist(step, play);
      const input = { assistId, facts: step.facts, photoIds: await photos(step.photos) };
      return [{ operation: 'reviews.answerAssist', input }];
    }
    case 'declareKinship': {
      const person = step.person === undefined ? null : staff(step.person);
      return one('reviews.declareKinship', { person, relation: step.relation });
    }
    case 'reportFalseStatement':
      return one('reviews.reportFalseStatement', {
        facts: step.facts,
        attachmentIds: await photos(step.photos),
      });
    case 'hearHousehold':
      return one('reviews.hearHousehold', { statement: step.statement, photoIds: await photos(step.photos) });
    case 'decideFalseStatement':
      return one('reviews.decideFalseStatement', {
        confirmed: step.confirmed,
        opinion: step.opinion,
        ...(step.wordsRead && { wordsRead: true }),
      });
    case 'giveOwnWords':
      return one('applications.giveOwnWords', { text: step.text, photoIds: await photos(step.photos) });
    case 'doneTask': {
      const task = await firstTask(step, play);
      return [{ operation: 'tasks.done', input: { ...task, how: step.how } }];
    }
    case 'offerTakeOver': {
      if (byFamily) return one('applications.takeOverCode', {});
      const who = step.who ?? scenario.family.members.head?.name;
      return one('reviews.handTakeOverCode', { who, proof: step.proof, checkedInPerson: true });
    }
    case 'takeOver': {
      const code = play.codes.get(step.case) ?? '00000000';
      const input = { village: scenario.place.village.code, code, idNo: idNumberOf(scenario, step.idOf) };
      return [{ operation: 'applications.takeOver', input }];
    }
    case 'confirmReport':
      return one('applications.confirmReport', {});
    case 'sendLink':
      return one('consents.send', { memberKey: step.member });
    case 'signLink': {
      const token = play.links.get(step.member) ?? 'no-link';
      const answer = idNumberOf(scenario, step.member).slice(-4);
      const signatureId = await stage.attach(step.by, 'PHOTO');
      const { bank } = step;
      return [
        { operation: 'consents.open', input: { token } },
        { operation: 'consents.prove', input: { token, answer } },
        { operation: 'consents.sign', input: { token, signatureId, bank } },
      ];
    }
  }
}
