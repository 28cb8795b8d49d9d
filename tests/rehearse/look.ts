import type { HouseholdCaseView } from '@shared/casework';
import type { NoticeView } from '@shared/contract';
import type { StaffFamily } from '@shared/contract/measures';
import type { OperationName } from '@shared/contract/routes';
import { warningLines } from './help';
import { caseLines, noticeLines, values } from './render';
import type { LOOKS } from './scenario';
import type { Answer } from './stage';
import { NO_CASE, type Play } from './take';

export type Look = (typeof LOOKS)[number];

/** Opens a page as a person; gives the answer and all that can be read on it. */
export async function look(
  play: Play,
  person: string,
  what: Look,
  of: string,
): Promise<{ answer: Answer; text: string }> {
  const known = play.cases.get(of);
  const caseId = known?.id ?? NO_CASE;
  const family = known?.parties.has(person) ?? false;
  const calls: Record<Look, [OperationName, object]> = {
    case: ['applications.get', { caseId }],
    desk: ['reviews.case', { caseId }],
    queue: ['reviews.queue', {}],
    notice: ['notices.get', { noticeId: play.noticeIds.at(-1) ?? NO_CASE }],
    card: ['cards.get', { caseId }],
    messages: ['accounts.messages', {}],
    tasks: ['tasks.list', {}],
    assists: ['reviews.assists', {}],
    letter: [family ? 'applications.paper' : 'reviews.paper', { caseId, kind: 'REFUSAL' }],
    register: ['eliminations.get', { caseId }],
    afterwards: ['eliminations.ours', { caseId }],
    help: [family ? 'measures.ours' : 'measures.of', { caseId }],
    helping: ['measures.helping', {}],
    followed: ['followups.family', { caseId }],
    dossier: ['reviews.paper', { caseId, kind: 'DOSSIER' }],
  };
  const answer = await play.stage.call(person, ...calls[what]);
  const lines = answer.status === 200 ? linesOf(what, answer.body) : [];
  return { answer, text: [...lines, ...values(answer.body)].join('\n') };
}

function linesOf(what: Look, body: unknown): string[] {
  if (what === 'case') return caseLines((body as { case: HouseholdCaseView }).case);
  if (what === 'help') return warningLines((body as { family?: StaffFamily }).family?.warnings ?? []);
  return what === 'notice' ? noticeLines((body as { notice: NoticeView }).notice) : [];
}
