/** Takes one step of a scenario through the real operations. */
import { localDate } from '@shared/calendar';
import type { StaffCaseView } from '@shared/casework';
import type { OperationName } from '@shared/contract/routes';
import { instantOf } from './china-time';
import { attendeesOf, reportInput, verificationInput } from './family';
import type { Scenario, Step } from './scenario';
import { type Answer, OBSERVER, type Stage } from './stage';

/** What a rehearsal knows while it runs. */
export interface Play {
  scenario: Scenario;
  stage: Stage;
  /** Who reports, as soon as the scenario is read. */
  reporter: string;
  caseId: string | null;
  /** Day of the report. */
  cluedOn: string;
  noticeIds: string[];
}

const HOUR_MS = 3_600_000;
/** Stands where no case is there yet: a well-formed id of nothing. */
const NO_CASE = `000000-${'0'.repeat(32)}`;

type Command = Exclude<Step, { do: 'look' | 'wait' }>;

/** Gives the answer of the step's last call; a step of several calls ends with the first one that is refused. */
export async function take(step: Command, play: Play): Promise<Answer> {
  let answer: Answer = { status: 200, body: {} };
  for (const call of await callsOf(step, play)) {
    const version = call.operation.startsWith('reviews.') ? { version: await versionNow(play) } : {};
    answer = await play.stage.call(step.by, call.operation, { ...version, ...call.input });
    if (answer.status !== 200) return answer;
  }
  remember(step, play, answer);
  return answer;
}

function remember(step: Command, play: Play, { body }: Answer): void {
  if (step.do === 'submit') {
    play.caseId = (body as { case: { id: string } }).case.id;
    play.cluedOn = localDate(instantOf(step.at));
  }
  if (step.do === 'postPublicity' || step.do === 'announce')
    play.noticeIds.push((body as { noticeId: string }).noticeId);
}

/** The case as the desk sees it now, by the observer who does nothing. */
export async function observe({ stage, caseId }: Play): Promise<StaffCaseView | null> {
  if (caseId === null) return null;
  const { status, body } = await stage.call(OBSERVER, 'reviews.case', { caseId });
  if (status !== 200) throw new Error(`the observer sees no case: ${JSON.stringify(body)}`);
  return (body as { case: StaffCaseView }).case;
}

async function versionNow(play: Play): Promise<number> {
  return (await observe(play))?.version ?? 1;
}

interface Call {
  operation: OperationName;
  input: object;
}

async function callsOf(step: Command, play: Play): Promise<Call[]> {
  const { scenario, stage, reporter } = play;
  const caseId = play.caseId ?? NO_CASE;
  const photos = (many: number) =>
    Promise.all(Array.from({ length: many }, () => stage.attach(step.by, 'PHOTO')));
  const one = (operation: OperationName, input: object): Call[] => [
    { operation, input: { caseId, ...input } },
  ];
  const byFamily = step.by === reporter;
  const at = instantOf(step.at);
  const day = localDate(at);

  switch (step.do) {
    case 'submit': {
      const voiceId = scenario.report.voice ? await stage.attach(step.by, 'VOICE') : null;
      const photoIds = await photos(scenario.report.photos);
      return [
        { operation: 'applications.submit', input: reportInput(scenario, step.by, { voiceId, photoIds }) },
      ];
    }
    case 'accept':
    case 'assignVerifiers':
      return one(`reviews.${step.do}`, {
        verifiers: step.verifiers.map((key) => ({
          personId: stage.personId(key),
          name: scenario.people[key]?.name ?? key,
        })),
      });
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
      const input = verificationInput(scenario, step.visitedOn ?? day, play.cluedOn, photoIds);
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
      const { code, name, department, amount = null, detail } = step;
      return one('reviews.recordMeasure', {
        measureCode: code,
        name,
        department,
        on: day,
        amountFen: amount,
        detail,
      });
    }
  }
}
