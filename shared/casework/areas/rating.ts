import { addDays, type LocalDate, localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import type { RatingInput } from '../inputs';
import { refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

/** 好差评: once a case has ended the family says how it was served. Staff can neither give nor change it. */
export type RatingCommand = { type: 'rate' } & z.infer<typeof RatingInput>;

export type RatingEvent = { type: 'CaseRated'; data: z.infer<typeof RatingInput> };

/** Days after the end in which the family may say it. */
const RATING_DAYS = 30;

/** Last day on which a case that has ended may be rated, or null while it is open. */
export function rateUntil(c: Case): LocalDate | null {
  return c.closedAt === null ? null : addDays(localDate(c.closedAt), RATING_DAYS);
}

export const ratingActions: Actions<RatingCommand> = {
  rate: {
    states: ['INCLUDED', 'REJECTED', 'WITHDRAWN', 'NOT_ACCEPTED', 'EXPIRED'],
    roles: ['HOUSEHOLD'],
    guard: (c, _actor, { now }) => {
      if (c.rating !== null) return refuse('GUARD', 'ALREADY_RATED');
      const until = rateUntil(c);
      return until !== null && localDate(now) > until ? refuse('GUARD', 'RATING_OVER', { until }) : null;
    },
  },
};

export const ratingDeciders: Deciders<RatingCommand> = {
  rate: (_c, { stars, words }) => [{ type: 'CaseRated', data: { stars, words } }],
};

export const ratingEvolvers: Evolvers<RatingEvent> = {
  CaseRated: (c, { data, at }) => ({ ...c, rating: { ...data, at } }),
};
