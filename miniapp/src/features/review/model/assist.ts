import type { Output } from '@miniapp/platform/api';
import type { State } from '@miniapp/ui/Tag';
import { dueTag } from '@shared/messages';
import { sentence } from '@shared/messages/reasons';
import { type Checked, checked, type Problems } from './checked';

export type Assist = Output<'reviews.assists'>['requests'][number];

/** How a request of another village stands, from today's China date. */
export function assistTag({ answeredAt, dueOn }: Assist, today: string): { state: State; text: string } {
  if (answeredAt !== null) return { state: 'ok', text: '答复了' };
  const { tone, text } = dueTag({ dueOn, paused: false }, today);
  return { state: tone, text };
}

const LONGEST_FACTS = 2000;

/** Facts for the village that asked: what was seen, no judgement. */
export function toAssistAnswer(
  facts: string,
  photoIds: string[],
): Checked<{ facts: string; photoIds: string[] }> {
  const problems: Problems = {};
  if (facts.trim() === '') problems.facts = '写一写看到的、问到的。';
  else if ([...facts].length > LONGEST_FACTS) problems.facts = sentence('TOO_LONG');
  return checked(problems, () => ({ facts: facts.trim(), photoIds }));
}
