import type { Case, SupplementRound } from './case';
import type { CaseState } from './codes';
import type { SupplementItem } from './inputs';

type Answer = Pick<SupplementRound['provided'][string], 'askForHelp' | 'text' | 'attachmentIds'>;

/** Whether an answer hands something in: asking the village to help does not by itself. */
export function isProvided(answer: Answer | undefined): boolean {
  return (
    answer !== undefined && (answer.text !== '' || answer.attachmentIds.length > 0 || !answer.askForHelp)
  );
}

/** What the family was asked for last and has not handed in yet (domain.md 3.2). */
export function openSupplementItems(c: Case): SupplementItem[] {
  const round = c.supplements.at(-1);
  if (round === undefined || round.completedAt !== null) return [];
  return round.items.filter((item) => !isProvided(round.provided[item.key]));
}

/** The step that is being worked on: while the family supplements, the one that asked and will go on. */
export function workingState(c: Case): CaseState {
  return c.state === 'SUPPLEMENT' ? (c.supplements.at(-1)?.resumeTo ?? 'VERIFYING') : c.state;
}
