/** What must hold of every case at every moment, whatever the scenario expects (domain.md 3.1, I1 to I6). */
import { daysBetween, localDate } from '@shared/calendar';
import type { HistoryLine, StaffCaseView } from '@shared/casework';
import type { Profile } from '@shared/procedure';

/** Part of the case's view that is looked at. */
export type Watched = Pick<
  StaffCaseView,
  | 'state'
  | 'today'
  | 'history'
  | 'clock'
  | 'members'
  | 'dataCheck'
  | 'verification'
  | 'rejection'
  | 'decision'
>;

const ENDED: readonly string[] = [
  'INCLUDED',
  'MERGED',
  'TRANSFERRED',
  'NOT_ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
  'RECTIFIED_REMOVED',
];

/** What is wrong with a case as it stands, each in a sentence; written apart from the rules that it watches. */
export function broken(view: Watched, profile: Profile): string[] {
  return [
    ...publicityTooShort(view.history, profile),
    ...askedWithoutSignature(view),
    ...refusedWithoutDossier(view),
    ...lateButNotRed(view),
  ];
}

/** I1: nothing reaches the township before the whole publicity is over and every objection answered. */
function publicityTooShort(history: readonly HistoryLine[], profile: Profile): string[] {
  const wrong: string[] = [];
  let posted: string | null = null;
  let held = 0;
  let since: string | null = null;
  let open = 0;
  for (const { type, from, to, at } of history) {
    const day = localDate(at);
    if (type === 'PublicityPosted') [posted, held, since] = [day, 0, null];
    if (type === 'ObjectionFiled') {
      open += 1;
      since ??= day;
    }
    if (type === 'ObjectionAnswered') {
      open -= 1;
      if (open === 0 && since !== null) [held, since] = [held + daysBetween(since, day), null];
    }
    if (to !== 'TOWN_REVIEW' || from === to) continue;
    const full = posted === null ? 0 : daysBetween(posted, day) - 1 - held;
    if (full < profile.publicity.days)
      wrong.push(`the township got the case after ${full} full days of publicity`);
    if (open > 0) wrong.push(`the township got the case with ${open} open objections`);
  }
  return wrong;
}

/** I2: nobody is asked about who has not signed; looked at when the question has just been asked. */
function askedWithoutSignature({ history, members, dataCheck }: Watched): string[] {
  if (history.at(-1)?.type !== 'DataCheckRequested' || dataCheck === null) return [];
  const signed = new Set(members.filter((one) => one.authorized && one.adult).map((one) => one.key));
  return dataCheck.memberKeys
    .filter((key) => !signed.has(key))
    .map((key) => `departments were asked about ${key}, who has not signed`);
}

function refusedWithoutDossier({ state, verification, rejection }: Watched): string[] {
  const fired = verification?.prompts.some((prompt) => prompt.mandatoryDossier) ?? false;
  return state === 'REJECTED' && fired && rejection?.dossier == null ? ['refused without a dossier'] : [];
}

/** I6: past its cap an open case is red. */
function lateButNotRed({ state, today, clock, decision, rejection }: Watched): string[] {
  const runs = decision === null && rejection === null && !ENDED.includes(state);
  return runs && today > clock.capDueOn && clock.severity !== 'RED'
    ? [`past its cap since ${clock.capDueOn} and not red`]
    : [];
}
