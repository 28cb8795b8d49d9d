import type { QueueFilter, QueueTab } from '@shared/casework';
import { CHANNEL_LABELS, queueDetail, RISK_LABELS, STATE_LABELS } from '@shared/messages';
import type { QueueItem } from '../useQueue';

export const TAB_WORDS: Record<QueueTab, string> = {
  MINE: '待我办的',
  HELD: '我领的',
  UNCLAIMED: '还没人领的',
  RETURNED: '退回给我的',
  OVERDUE: '已逾期',
  DUE_THIS_WEEK: '本周到期',
  WAITING_FAMILY: '等农户',
  UNIT: '本单位的',
  ALL: '全部',
};
export const TABS = Object.keys(TAB_WORDS) as QueueTab[];

/** One queue as it is. */
export const whole = (tab: QueueTab): QueueFilter => ({ tab, step: '', place: '', risk: '', channel: '' });

export const isNarrow = ({ step, place, risk, channel }: QueueFilter): boolean =>
  step !== '' || place !== '' || risk !== '' || channel !== '';

export const sameFilter = (a: QueueFilter, b: QueueFilter): boolean =>
  a.tab === b.tab && a.step === b.step && a.place === b.place && a.risk === b.risk && a.channel === b.channel;

/** 「入户核实 · 因病」; the name of the place comes from whoever knows it. */
export function filterWords({ step, place, risk, channel }: QueueFilter, placeName = ''): string {
  return [
    place === '' ? '' : placeName,
    step === '' ? '' : STATE_LABELS[step],
    risk === '' ? '' : RISK_LABELS[risk],
    channel === '' ? '' : CHANNEL_LABELS[channel],
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Counts beside a queue are exact to 99, above its list to 299 (shared/casework/queues). */
export const besideQueue = (count: number): string => (count > 99 ? '99+' : String(count));
export const aboveList = (count: number): string => (count > 299 ? '300 件以上' : `${count} 件`);

/** What a row says under the name: that it came back, what is waited for, and in whose hands it is. */
export function rowDetail(row: QueueItem): string {
  const { heldBy, returned } = row;
  const hands = heldBy === null ? '' : heldBy.mine ? '我领了' : `${heldBy.name}领了`;
  return [returned ? '退回的' : '', queueDetail(row), hands].filter(Boolean).join(' · ');
}
