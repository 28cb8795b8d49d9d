import { ATTENDEE_ROLES, Id, MeetingInput } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';
import { PaperFile } from './papers';

const Recusal = z.object({ name: z.string(), relation: z.string() });

/** A family that the next meeting can speak of. */
const WaitingFamily = z.object({
  caseId: z.string(),
  version: z.number(),
  headName: z.string(),
  memberCount: z.number().nullable(),
  group: z.string(),
  dueOn: z.string().nullable(),
  /** Why this caller cannot record it, as a sentence: a relative, or a wish to withdraw that is not cleared up. */
  off: z.string().nullable(),
  /** Who has to stand back when present. */
  relatives: z.array(Recusal),
  /** What the comparison said, in numbers, to be read to the meeting; it decides nothing. */
  comparison: z.array(z.string()),
  /** What its profile asks of a meeting: people, an odd number, the share of villagers. */
  rule: z.object({ quorum: z.number(), oddOnly: z.boolean(), minVillagerShare: z.number() }),
});

const MeetingSummary = z.object({
  id: z.string(),
  village: z.string(),
  villageName: z.string(),
  metAt: z.string(),
  families: z.number(),
  passed: z.number(),
});

const MeetingView = MeetingSummary.extend({
  place: z.string(),
  convenor: z.string(),
  attendees: z.array(z.object({ name: z.string(), role: z.enum(ATTENDEE_ROLES) })),
  minutes: z.string(),
  photoIds: z.array(z.string()),
  recordedBy: z.string(),
  recordedAt: z.string(),
  results: z.array(
    z.object({
      caseId: z.string(),
      headName: z.string(),
      group: z.string(),
      memberCount: z.number().nullable(),
      recusals: z.array(Recusal),
      yes: z.number(),
      no: z.number(),
      abstain: z.number(),
      minutes: z.string(),
      passed: z.boolean(),
    }),
  ),
});

export const meetings = {
  waiting: operation('meetings.waiting', {
    summary:
      'Families that wait for an appraisal meeting, by village, with what a meeting on them must keep to.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      villages: z.array(z.object({ code: z.string(), name: z.string(), cases: z.array(WaitingFamily) })),
    }),
  }),
  record: operation('meetings.record', {
    summary: 'Record one meeting over many families: all of them, or none.',
    callers: 'STAFF',
    input: MeetingInput,
    output: z.object({
      meetingId: z.string(),
      village: z.string(),
      results: z.array(z.object({ caseId: z.string(), headName: z.string(), passed: z.boolean() })),
    }),
    errors: ['not_found', 'conflict'],
  }),
  list: operation('meetings.list', {
    summary: "Meetings of the caller's region, the latest first.",
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({ meetings: z.array(MeetingSummary) }),
  }),
  get: operation('meetings.get', {
    summary: 'One recorded meeting.',
    callers: 'STAFF',
    input: z.object({ meetingId: Id }),
    output: z.object({ meeting: MeetingView }),
    errors: ['not_found'],
  }),
  paper: operation('meetings.paper', {
    summary: 'The minutes of a meeting as PDF, with lines to sign on; written down who fetched it.',
    callers: 'STAFF',
    input: z.object({ meetingId: Id }),
    output: z.object({ file: PaperFile }),
    errors: ['not_found'],
    rate: { limit: 60, seconds: 600 },
  }),
};
