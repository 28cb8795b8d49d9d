import { add, between, type DayUnit, type LocalDate, localDate } from '@shared/calendar';
import { publicityWindow } from '@shared/procedure';
import type { RowDays } from '@shared/publicity';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import { noPendingWithdrawal, VILLAGE_STAFF } from '../guards';
import type { BoardPhotoInput, PublishedFacts } from '../inputs';
import { refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

export type PublicityCommand =
  | ({ type: 'postPublicity'; noticeId: string } & z.infer<typeof BoardPhotoInput>)
  | ({ type: 'photographBoard' } & z.infer<typeof BoardPhotoInput>)
  | ({ type: 'correctPublicity'; noticeId: string; facts: PublishedFacts } & z.infer<typeof BoardPhotoInput>)
  /** What came of a row that was frozen on the family's wish since that day (domain.md 6.4). */
  | { type: 'settlePublicity'; outcome: 'KEPT' | 'REMOVED'; frozenOn: LocalDate }
  | { type: 'closePublicity' };

export type PublicityEvent =
  | {
      type: 'PublicityPosted';
      data: {
        noticeId: string;
        photoId: string;
        firstDay: LocalDate;
        lastDay: LocalDate;
        days: number;
        unit: DayUnit;
      };
    }
  | { type: 'PublishedFactsCorrected'; data: PublishedFacts }
  /** The same words on a corrected sheet: its days go on. */
  | { type: 'PublicityMoved'; data: { noticeId: string; photoId: string } }
  /** The row hangs again, for the days that it had left. */
  | { type: 'PublicityResumed'; data: { frozenOn: LocalDate; lastDay: LocalDate } }
  /** The row is gone for good: what would be put up of the family is looked at anew. */
  | { type: 'PublicityTakenDown'; data: Record<string, never> }
  | { type: 'BoardPhotographed'; data: { photoId: string } }
  | { type: 'PublicityEnded'; data: Record<string, never> };

export const publicityActions: Actions<PublicityCommand> = {
  postPublicity: {
    states: ['PUBLICITY'],
    roles: ['VILLAGE'],
    guard: (c) =>
      (c.publicity === null ? null : refuse('GUARD', 'PUBLICITY_ALREADY_POSTED')) ?? noPendingWithdrawal(c),
  },
  photographBoard: {
    states: ['PUBLICITY', 'TOWN_REVIEW'],
    roles: ['GRID', ...VILLAGE_STAFF],
    guard: (c, _actor, { now }) => {
      if (c.publicity === null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
      if (c.publicity.endPhotoId !== null) return refuse('GUARD', 'END_PHOTO_ALREADY_TAKEN');
      return localDate(now) < c.publicity.lastDay
        ? refuse('GUARD', 'END_PHOTO_TOO_EARLY', { lastDay: c.publicity.lastDay })
        : null;
    },
  },
  correctPublicity: {
    states: ['PUBLICITY'],
    roles: ['VILLAGE'],
    guard: (c, _actor, { now }) => {
      if (c.publicity === null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
      return localDate(now) > c.publicity.lastDay
        ? refuse('GUARD', 'PUBLICITY_OVER')
        : noPendingWithdrawal(c);
    },
  },
  settlePublicity: {
    states: ['PUBLICITY'],
    roles: ['SYSTEM'],
    guard: (c) => (c.publicity === null ? refuse('GUARD', 'PUBLICITY_NOT_POSTED') : null),
  },
  closePublicity: {
    states: ['PUBLICITY'],
    roles: ['SYSTEM'],
    guard: (c, _actor, { now }) => {
      if (c.publicity === null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
      return localDate(now) > c.publicity.lastDay
        ? null
        : refuse('GUARD', 'PUBLICITY_NOT_OVER', { lastDay: c.publicity.lastDay });
    },
  },
};

/**
 * How long a case hangs on a notice that it stands on: its last day, since when its days stand still for an objection,
 * and whether it came down before its time, to be looked at anew or because the case is over.
 */
export function daysOnNotice(c: Case, noticeId: string): RowDays | null {
  const shown = [...c.pastPublicities, c.publicity].find((one) => one?.noticeId === noticeId);
  if (shown == null) return null;
  const up = shown === c.publicity && (c.state === 'PUBLICITY' || c.state === 'OBJECTION');
  return {
    lastDay: shown.lastDay,
    stoppedOn: up && c.state === 'OBJECTION' ? localDate(c.stateSince) : null,
    takenDown: !up && shown.endedAt === null,
  };
}

/** What of a family is put up, as one text: a new round is due only when this has changed (I3). */
export function publishedContent(c: Case): string {
  return JSON.stringify([c.headName, c.memberCount ?? 1, c.group]);
}

/** Whether the village has had its full days to object to what would be put up today. */
export function publicityStands(c: Case): boolean {
  return c.publicity?.endedAt != null && c.publicity.content === publishedContent(c);
}

export const publicityDeciders: Deciders<PublicityCommand> = {
  postPublicity: (_c, { noticeId, photoId }, _actor, { now, profile }) => [
    {
      type: 'PublicityPosted',
      data: { noticeId, photoId, ...publicityWindow(now, profile), unit: profile.publicity.unit },
    },
  ],
  photographBoard: (_c, { photoId }) => [{ type: 'BoardPhotographed', data: { photoId } }],
  correctPublicity(c, { noticeId, photoId, facts }, _actor, { now, profile }) {
    if (c.publicity === null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
    if (publishedContent({ ...c, ...facts }) === c.publicity.content)
      return [{ type: 'PublicityMoved', data: { noticeId, photoId } }];
    // Other facts go up anew, and nothing goes up of a family while a false statement of it is looked into (domain.md 3.3).
    if (c.falseStatement !== null) return refuse('INPUT', 'FALSE_STATEMENT_PENDING', {}, 'facts');
    // What villagers read of the family is another thing now: they get their full days for it (domain.md 3.3).
    const window = { ...publicityWindow(now, profile), unit: profile.publicity.unit };
    return [
      { type: 'PublishedFactsCorrected', data: facts },
      { type: 'PublicityPosted', data: { noticeId, photoId, ...window } },
    ];
  },
  settlePublicity(c, { outcome, frozenOn }, _actor, { now }) {
    if (c.publicity === null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
    if (outcome === 'REMOVED') return [{ type: 'PublicityTakenDown', to: 'TRIAGE', data: {} }];
    // As after an objection (domain.md 3.0): the days after the one on which it was hidden, and no more.
    const { lastDay, unit } = c.publicity;
    const remaining = Math.max(0, between(frozenOn, lastDay, unit));
    const data = { frozenOn, lastDay: add(localDate(now), remaining, unit) };
    return [{ type: 'PublicityResumed', data }];
  },
  closePublicity: () => [{ type: 'PublicityEnded', to: 'TOWN_REVIEW', data: {} }],
};

export const publicityEvolvers: Evolvers<PublicityEvent> = {
  PublicityPosted(c, { data: { photoId, ...window }, at }) {
    return {
      ...c,
      publicity: {
        ...window,
        postedAt: at,
        startPhotoId: photoId,
        endPhotoId: null,
        endedAt: null,
        content: publishedContent(c),
      },
    };
  },
  PublishedFactsCorrected: (c, { data }) => ({ ...c, ...data }),
  PublicityMoved: (c, { data: { noticeId, photoId } }) =>
    c.publicity === null ? c : { ...c, publicity: { ...c.publicity, noticeId, startPhotoId: photoId } },
  PublicityResumed: (c, { data: { lastDay } }) =>
    c.publicity === null ? c : { ...c, publicity: { ...c.publicity, lastDay } },
  PublicityTakenDown: (c) =>
    c.publicity === null
      ? c
      : { ...c, publicity: null, pastPublicities: [...c.pastPublicities, c.publicity] },
  BoardPhotographed: (c, { data }) =>
    c.publicity === null ? c : { ...c, publicity: { ...c.publicity, endPhotoId: data.photoId } },
  PublicityEnded: (c, { at }) =>
    c.publicity === null
      ? c
      : {
          ...c,
          publicity: { ...c.publicity, endedAt: at },
          // The review is counted from the last day of publicity, not from the minute the timer saw it end.
          steps: { ...c.steps, town: c.publicity.lastDay },
        },
};
