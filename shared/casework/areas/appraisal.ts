import { localDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import { signsAlone, VILLAGE_STAFF } from '../guards';
import type { AppraisalInput } from '../inputs';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';
import { publicityStands } from './publicity';

export type AppraisalCommand = { type: 'recordAppraisal' } & AppraisalInput;

export type AppraisalEvent = { type: 'AppraisalRecorded'; data: AppraisalInput & { passed: boolean } };

export const appraisalActions: Actions<AppraisalCommand> = {
  recordAppraisal: { states: ['APPRAISAL'], roles: VILLAGE_STAFF, guard: signsAlone('VILLAGE') },
};

export const appraisalDeciders: Deciders<AppraisalCommand> = {
  /** Quorum, recusal and the sum of votes, domain.md 1.2; more yes than half of those who voted passes. */
  recordAppraisal(c, command, _actor, { now, profile }) {
    const { type: _, ...minutes } = command;
    const metAt = new Date(minutes.metAt).toISOString();
    if (metAt > now || localDate(metAt) < localDate(c.cluedAt))
      return refuse('INPUT', 'MEETING_TIME_OUT_OF_RANGE', {}, 'metAt');
    const present = new Set(minutes.attendees.map((a) => `${a.name}/${a.role}`));
    if (present.size !== minutes.attendees.length)
      return refuse('INPUT', 'ATTENDEE_REPEATS', {}, 'attendees');
    const held = meetingRefused(minutes.attendees, profile);
    if (held !== null) return held;
    const absent = minutes.recusals.find((r) => !minutes.attendees.some((a) => a.name === r.name));
    if (absent) return refuse('INPUT', 'RECUSED_NOT_PRESENT', { name: absent.name }, 'recusals');
    const voters = minutes.attendees.length - new Set(minutes.recusals.map((r) => r.name)).size;
    const votes = minutes.yes + minutes.no + minutes.abstain;
    if (votes !== voters) return refuse('INPUT', 'VOTES_DO_NOT_ADD_UP', { votes, voters }, 'yes');
    const passed = minutes.yes * 2 > voters;
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

/** Enough people, an odd number where the county wants one, enough villagers among them (domain.md 1.2). */
function meetingRefused(attendees: AppraisalInput['attendees'], { appraisal }: Profile): Refusal | null {
  const have = attendees.length;
  if (have < appraisal.quorum)
    return refuse('INPUT', 'QUORUM', { need: appraisal.quorum, have }, 'attendees');
  if (appraisal.oddOnly && have % 2 === 0) return refuse('INPUT', 'ATTENDEES_ODD', { have }, 'attendees');
  const villagers = attendees.filter((a) => a.role === 'VILLAGER').length;
  const need = Math.ceil((appraisal.minVillagerShare ?? 0) * have);
  return villagers < need ? refuse('INPUT', 'TOO_FEW_VILLAGERS', { need, villagers }, 'attendees') : null;
}

export const appraisalEvolvers: Evolvers<AppraisalEvent> = {
  AppraisalRecorded(c, { data, actor, at, to }) {
    const appraised = { ...c, appraisal: { ...data, actor, at } };
    if (to === 'TOWN_REVIEW') return { ...appraised, steps: { ...c.steps, town: localDate(at) } };
    return to === 'PUBLICITY' && c.publicity !== null
      ? { ...appraised, publicity: null, pastPublicities: [...c.pastPublicities, c.publicity] }
      : appraised;
  },
};
