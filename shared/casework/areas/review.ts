import { type Actor, sameHand } from '@shared/access';
import { add, type LocalDate, localDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import type { ReviewOutcome } from '../codes';
import { both, signsAlone, VILLAGE_STAFF } from '../guards';
import type {
  DeliveryInput,
  ReviewAnswerInput,
  ReviewersInput,
  ReviewFindingInput,
  ReviewRequestInput,
  StaffRef,
} from '../inputs';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers, GuardContext } from '../rules';
import { verifiersRefused } from './verification';

/** What follows a refusal: its delivery, and the review by other people that a family may ask for (domain.md 3.3). */
export type ReviewCommand =
  | ({ type: 'deliverRefusal' } & z.infer<typeof DeliveryInput>)
  | ({ type: 'requestReview'; openCaseNo: string | null } & z.infer<typeof ReviewRequestInput>)
  | ({ type: 'assignReviewers' } & z.infer<typeof ReviewersInput>)
  | ({ type: 'recordReviewFinding' } & z.infer<typeof ReviewFindingInput>)
  | ({ type: 'answerReview' } & z.infer<typeof ReviewAnswerInput>);

export type ReviewEvent =
  | { type: 'RefusalDelivered'; data: z.infer<typeof DeliveryInput> }
  | { type: 'ReviewRequested'; data: z.infer<typeof ReviewRequestInput> }
  | { type: 'ReviewersAssigned'; data: { verifiers: StaffRef[] } }
  | { type: 'ReviewFindingRecorded'; data: z.infer<typeof ReviewFindingInput> }
  | {
      type: 'ReviewAnswered';
      data: { outcome: ReviewOutcome; opinion: string; noticeDueOn: LocalDate | null };
    };

export const reviewActions: Actions<ReviewCommand> = {
  deliverRefusal: {
    states: ['REJECTED', 'NOT_ACCEPTED'],
    roles: ['GRID', ...VILLAGE_STAFF, 'TOWN_CLERK'],
    guard: (c) => (c.delivery === null ? null : refuse('GUARD', 'REFUSAL_ALREADY_DELIVERED')),
  },
  requestReview: {
    states: ['REJECTED', 'NOT_ACCEPTED'],
    roles: ['HOUSEHOLD', 'PROXY', 'TOWN_CLERK'],
    guard: (c, _actor, { now, profile }) => {
      if (c.review !== null) return refuse('GUARD', 'REVIEWED_ALREADY');
      const until = reviewUntil(c, profile);
      return until !== null && localDate(now) > until ? refuse('GUARD', 'REVIEW_TOO_LATE', { until }) : null;
    },
  },
  assignReviewers: { states: ['REVIEW'], roles: ['TOWN_CLERK', 'TOWN_LEADER'] },
  recordReviewFinding: {
    states: ['REVIEW'],
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK', 'TOWN_LEADER'],
    guard: (c, actor) => {
      const reviewers = c.review?.verifiers ?? [];
      if (!reviewers.some((v) => v.personId === actor.personId))
        return refuse('GUARD', 'NOT_A_REVIEWER', { names: reviewers.map((v) => v.name).join('、') });
      if (c.review?.findings.some((f) => sameHand(f.actor, actor))) return refuse('GUARD', 'ALREADY_SIGNED');
      // Who stands in for somebody who looked before is that one's hand.
      const lender = actor.onBehalfOf;
      return lender !== undefined && lookedBefore(c).has(lender.personId)
        ? refuse('GUARD', 'REVIEWER_LOOKED_BEFORE', { name: lender.name })
        : null;
    },
  },
  answerReview: {
    states: ['REVIEW'],
    roles: ['TOWN_LEADER'],
    guard: both(signsAlone('TOWN'), reviewedByOthers),
  },
};

/** Two other people have looked before the township answers, and whoever answers is none of those who ever looked. */
function reviewedByOthers(c: Case, actor: Actor, { profile }: GuardContext): Refusal | null {
  const findings = c.review?.findings ?? [];
  if (findings.length < profile.verification.minSigners)
    return refuse('GUARD', 'REVIEW_NOT_VERIFIED', {
      have: findings.length,
      need: profile.verification.minSigners,
    });
  const lookers = [...findings.map((f) => f.actor), ...(c.review?.replaced ?? [])];
  return lookers.some((looker) => sameHand(looker, actor)) ? refuse('GUARD', 'REVIEWER_CANNOT_ANSWER') : null;
}

/** Last day to ask for a review: counted from the delivery of the refusal; null while it was not delivered. */
export function reviewUntil(c: Case, profile: Profile): LocalDate | null {
  if (c.delivery === null) return null;
  const { limit, unit } = profile.steps.reviewFiling;
  return add(c.delivery.on, limit, unit);
}

export const reviewDeciders: Deciders<ReviewCommand> = {
  deliverRefusal(c, { type: _, ...delivery }, _actor, { now }) {
    const from = c.closedAt === null ? null : localDate(c.closedAt);
    return delivery.on > localDate(now) || (from !== null && delivery.on < from)
      ? refuse('INPUT', 'DATE_OUT_OF_RANGE', {}, 'on')
      : [{ type: 'RefusalDelivered', data: delivery }];
  },

  requestReview: (_c, { reason, attachmentIds, voiceId, openCaseNo }) =>
    openCaseNo === null
      ? [{ type: 'ReviewRequested', to: 'REVIEW', data: { reason, attachmentIds, voiceId } }]
      : refuse('INPUT', 'DUPLICATE_OPEN_CASE'),

  assignReviewers(c, { verifiers }) {
    const held = verifiersRefused(c, verifiers);
    if (held !== null) return held;
    const before = lookedBefore(c);
    const again = verifiers.find((v) => before.has(v.personId));
    return again === undefined
      ? [{ type: 'ReviewersAssigned', data: { verifiers } }]
      : refuse('INPUT', 'REVIEWER_LOOKED_BEFORE', { name: again.name }, 'verifiers');
  },

  recordReviewFinding: (c, { type: _, ...finding }, _actor, { now }) =>
    finding.visitedOn > localDate(now) || finding.visitedOn < localDate(c.review?.requestedAt ?? c.cluedAt)
      ? refuse('INPUT', 'DATE_OUT_OF_RANGE', {}, 'visitedOn')
      : [{ type: 'ReviewFindingRecorded', data: finding }],

  answerReview(c, { outcome, opinion }, _actor, { now, profile }) {
    const { limit, unit } = profile.steps.refusalNotice;
    const answered = (noticeDueOn: LocalDate | null) => ({
      type: 'ReviewAnswered' as const,
      data: { outcome, opinion, noticeDueOn },
    });
    if (outcome === 'UPHOLD') {
      const to = c.notAccepted === null ? 'REJECTED' : 'NOT_ACCEPTED';
      return [{ ...answered(add(localDate(now), limit, unit)), to }];
    }
    // A report that was not taken on is taken on: nobody has looked at the family yet.
    if (c.notAccepted !== null)
      return outcome === 'REVERIFY'
        ? [{ ...answered(null), to: 'SUBMITTED' }]
        : refuse('INPUT', 'NOT_VERIFIED_YET', {}, 'outcome');
    return [{ ...answered(null), to: outcome === 'REVERIFY' ? 'VERIFYING' : 'APPRAISAL' }];
  },
};

/** Everybody who was sent to look at the family or signed about it: none of them reviews (domain.md 3.3). */
function lookedBefore(c: Case): Set<string> {
  return new Set([...c.verifiers.map((v) => v.personId), ...c.signers.map((s) => s.personId)]);
}

export const reviewEvolvers: Evolvers<ReviewEvent> = {
  RefusalDelivered: (c, { data, actor, at }) => ({ ...c, delivery: { ...data, actor, at } }),
  ReviewRequested: (c, { data, actor, at }) => ({
    ...c,
    closedAt: null,
    review: {
      ...data,
      requestedAt: at,
      actor,
      refusedAt: c.closedAt ?? at,
      verifiers: [],
      findings: [],
      replaced: [],
      answer: null,
    },
  }),
  ReviewersAssigned: (c, { data }) =>
    withReview(c, (review) => ({
      ...review,
      verifiers: data.verifiers,
      findings: [],
      replaced: [...review.replaced, ...review.findings.map(({ actor }) => actor)],
    })),
  ReviewFindingRecorded: (c, { data, actor, at }) =>
    withReview(c, (review) => ({ ...review, findings: [...review.findings, { ...data, actor, at }] })),
  ReviewAnswered(c, { data, actor, at }) {
    const answered = withReview(c, (review) => ({ ...review, answer: { ...data, actor, at } }));
    if (data.outcome === 'UPHOLD') {
      const { rejection, notAccepted } = c;
      const noticeDueOn = data.noticeDueOn ?? localDate(at);
      return {
        ...answered,
        closedAt: at,
        delivery: null,
        rejection: rejection === null ? null : { ...rejection, noticeDueOn },
        notAccepted: notAccepted === null ? null : { ...notAccepted, noticeDueOn },
      };
    }
    // The case goes on where it was refused: the days between refusal and answer are nobody's fault and do not count.
    return {
      ...answered,
      decidedAt: null,
      rejection: null,
      notAccepted: null,
      delivery: null,
      pauses: [...c.pauses, { kind: 'REVIEW', from: c.review?.refusedAt ?? at, to: at }],
      ...(data.outcome === 'REVERIFY' && {
        verifiers: (c.review?.verifiers ?? []).filter((v) => !c.kin.some((k) => k.personId === v.personId)),
        verification:
          c.verification === null ? null : { ...c.verification, signatures: [], completedAt: null },
      }),
    };
  },
};

function withReview(
  c: Case,
  change: (review: NonNullable<Case['review']>) => NonNullable<Case['review']>,
): Case {
  return c.review === null ? c : { ...c, review: change(c.review) };
}
