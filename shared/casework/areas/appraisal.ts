import { localDate } from '@shared/calendar';
import { signsAlone, VILLAGE_STAFF } from '../guards';
import type { AppraisalInput } from '../inputs';
import { meetingRefused, passes, votersOf, votesRefused } from '../meeting';
import { refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';
import { publicityStands } from './publicity';

/** The appraisal of one family by a meeting, which may have spoken of others too. */
type OfMeeting = AppraisalInput & { meetingId: string };

export type AppraisalCommand = { type: 'recordAppraisal' } & OfMeeting;

export type AppraisalEvent = { type: 'AppraisalRecorded'; data: OfMeeting & { passed: boolean } };

export const appraisalActions: Actions<AppraisalCommand> = {
  recordAppraisal: { states: ['APPRAISAL'], roles: VILLAGE_STAFF, guard: signsAlone('VILLAGE') },
};

export const appraisalDeciders: Deciders<AppraisalCommand> = {
  /** Quorum, recusal and the sum of votes, domain.md 1.2; more yes than half of those who may vote passes. */
  recordAppraisal(c, command, _actor, { now, profile }) {
    const { type: _, ...minutes } = command;
    const metAt = new Date(minutes.metAt).toISOString();
    if (metAt > now || localDate(metAt) < localDate(c.cluedAt))
      return refuse('INPUT', 'MEETING_TIME_OUT_OF_RANGE', {}, 'metAt');
    const { attendees, recusals, yes } = minutes;
    const refused = meetingRefused(attendees, profile) ?? votesRefused(attendees, minutes, c.kin);
    if (refused !== null) return refused;
    const passed = passes(yes, votersOf(attendees, recusals));
    return [
      {
        type: 'AppraisalRecorded',
        // Publicity runs once (I3): a case that was sent back and says the same goes on to the township.
        to: !passed ? 'PROPOSE_REJECT' : publicityStands(c) ? 'TOWN_REVIEW' : 'PUBLICITY',
        data: { ...minutes, metAt, passed },
      },
    ];
  },
};

export const appraisalEvolvers: Evolvers<AppraisalEvent> = {
  AppraisalRecorded(c, { data, actor, at, to }) {
    const appraised = { ...c, appraisal: { ...data, actor, at } };
    if (to === 'TOWN_REVIEW') return { ...appraised, steps: { ...c.steps, town: localDate(at) } };
    return to === 'PUBLICITY' && c.publicity !== null
      ? { ...appraised, publicity: null, pastPublicities: [...c.pastPublicities, c.publicity] }
      : appraised;
  },
};
