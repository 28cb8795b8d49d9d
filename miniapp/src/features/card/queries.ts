import { call, type Output } from '@miniapp/platform/api';
import { useQuery } from '@miniapp/ui/useQuery';

type Cards = Output<'cards.get'>;
export type Card = NonNullable<Cards['card']>;
export type CardLine = Card['lines'][number];

/** The family's card, kept for when there is no network; nothing is asked without a case. */
export const useCard = (caseId: string | undefined) =>
  useQuery(
    caseId === undefined || caseId === '' ? undefined : `card:${caseId}`,
    () => call('cards.get', { caseId: caseId ?? '' }),
    { keep: true },
  );
