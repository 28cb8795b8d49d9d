import type { Waiting } from './useWaiting';

export type WaitingVillage = Waiting['villages'][number];
export type WaitingCase = WaitingVillage['cases'][number];

/** Families of several meetings on one sheet, because somebody says so. */
export const ALL_MEETINGS = 'ALL';

export interface MeetingWaiting {
  id: string;
  /** When it met. */
  metAt: string;
  cases: WaitingCase[];
}

/** The meetings whose families wait to be posted, newest first; who was never appraised at one is in none. */
export function meetingsOf(cases: readonly WaitingCase[]): MeetingWaiting[] {
  const meetings = new Map<string, MeetingWaiting>();
  for (const one of cases) {
    if (one.meetingId === null || one.metAt === null) continue;
    const known = meetings.get(one.meetingId);
    if (known === undefined)
      meetings.set(one.meetingId, { id: one.meetingId, metAt: one.metAt, cases: [one] });
    else known.cases.push(one);
  }
  return [...meetings.values()].sort((a, b) => (a.metAt < b.metAt ? 1 : -1));
}
