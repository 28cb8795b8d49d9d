import type { HouseholdCaseView } from '@shared/casework';
import type { NoticeView } from '@shared/contract';
import type { OperationName } from '@shared/contract/routes';
import { caseLines, noticeLines, values } from './render';
import type { LOOKS } from './scenario';
import type { Answer } from './stage';
import type { Play } from './take';

export type Look = (typeof LOOKS)[number];

const NO_CASE = `000000-${'0'.repeat(32)}`;

/** Opens a page as a person; gives the answer and all that can be read on it. */
export async function look(
  play: Play,
  person: string,
  what: Look,
): Promise<{ answer: Answer; text: string }> {
  const caseId = play.caseId ?? NO_CASE;
  const calls: Record<Look, [OperationName, object]> = {
    case: ['applications.get', { caseId }],
    desk: ['reviews.case', { caseId }],
    queue: ['reviews.queue', {}],
    notice: ['notices.get', { noticeId: play.noticeIds.at(-1) ?? NO_CASE }],
    card: ['households.card', { caseId }],
    messages: ['accounts.messages', {}],
  };
  const answer = await play.stage.call(person, ...calls[what]);
  const lines = answer.status === 200 ? linesOf(what, answer.body) : [];
  return { answer, text: [...lines, ...values(answer.body)].join('\n') };
}

function linesOf(what: Look, body: unknown): string[] {
  if (what === 'case') return caseLines((body as { case: HouseholdCaseView }).case);
  return what === 'notice' ? noticeLines((body as { notice: NoticeView }).notice) : [];
}
