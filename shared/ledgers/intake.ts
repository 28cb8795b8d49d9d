import {
  CHANNEL_LABELS,
  DELIVERY_LABELS,
  HOUSEHOLD_TYPE_LABELS,
  NOT_ACCEPTED_LABELS,
  REJECTION_LABELS,
  REVIEW_OUTCOME_LABELS,
  STATE_LABELS,
  VERDICT_LABELS,
} from '@shared/messages';
import { type CaseRecord, dayOf, FAMILY, joined, ledger, within } from './ledger';

/** 9 申报受理台账 (domain.md 8.3): every report that came in, and what became of it. */
export const intake = ledger<CaseRecord, CaseRecord>({
  no: 9,
  name: '申报受理台账',
  about: '这段时间收到的申报，一件一行。',
  lines: (record, period) => (within(record.view.clock.cluedOn, period) ? [record] : []),
  columns: [
    ...FAMILY,
    {
      key: 'channel',
      title: '渠道',
      width: 20,
      from: 'case.channel',
      of: ({ view }) => CHANNEL_LABELS[view.channel],
    },
    { key: 'on', title: '时间', width: 12, from: 'case.cluedAt', of: ({ view }) => view.clock.cluedOn },
    {
      key: 'dueOn',
      title: '时限',
      width: 12,
      from: 'the clock of the case under its profile',
      of: ({ view }) => view.clock.capDueOn,
    },
    {
      key: 'state',
      title: '状态',
      width: 16,
      from: 'case.state',
      of: ({ view }) => STATE_LABELS[view.state],
    },
    {
      key: 'result',
      title: '结果',
      width: 30,
      from: 'decision, rejection, notAccepted of the case',
      of: ({ view }) => resultOf(view),
    },
    {
      key: 'told',
      title: '告知时间',
      width: 20,
      from: 'the announcement, or the delivery of the refusal',
      of: ({ view }) => toldOf(view),
    },
    {
      key: 'again',
      title: '复核/异议',
      width: 34,
      from: 'review and objections of the case',
      of: ({ view }) => againOf(view),
    },
  ],
});

type View = CaseRecord['view'];

function resultOf({ state, decision, rejection, notAccepted, merged }: View): string {
  if (state === 'INCLUDED' && decision !== null)
    return `纳入，${HOUSEHOLD_TYPE_LABELS[decision.householdType]}`;
  if (state === 'REJECTED' && rejection !== null)
    return `不予纳入：${REJECTION_LABELS[rejection.reasonCode]}`;
  if (state === 'NOT_ACCEPTED' && notAccepted !== null)
    return `不予受理：${NOT_ACCEPTED_LABELS[notAccepted.reasonCode]}`;
  if (state === 'MERGED' && merged !== null) return `并到 ${merged.intoCaseNo}`;
  return state === 'WITHDRAWN' || state === 'EXPIRED' || state === 'RECTIFIED_REMOVED'
    ? STATE_LABELS[state]
    : '';
}

function toldOf({ state, delivery, history }: View): string {
  if (delivery !== null) return `${delivery.on} ${DELIVERY_LABELS[delivery.how]}`;
  if (state !== 'INCLUDED') return '';
  return dayOf(history.filter(({ type }) => type === 'AnnouncementPosted').at(-1)?.at);
}

function againOf({ review, objections }: View): string {
  const looked =
    review === null
      ? ''
      : `复核：${review.answer === null ? '正在查' : REVIEW_OUTCOME_LABELS[review.answer.outcome]}`;
  return joined([
    looked,
    ...objections.map(({ answer }) => `异议：${answer === null ? '正在查' : VERDICT_LABELS[answer.verdict]}`),
  ]);
}
