/**
 * Deadlines said a second time. It counts on its fingers: it walks day by day over typed lists of holidays, keeps paused
 * days in a set, and reads of a case nothing but its written history. It shares no code with the calendar, the procedure
 * and the fold; types and profiles are borrowed.
 */
import type { RecordedEvent } from '@shared/casework';
import type { Profile } from '@shared/procedure';
import { HOLIDAYS_2026, MAKE_UP_DAYS_2026, utcDay } from '@tests/support/days-2026';

type Unit = 'NATURAL' | 'WORKING';
type Step = keyof Profile['steps'];

/** A China day as a number since 1970. */
export const chinaDay = (instant: string): number =>
  Math.floor((Date.parse(instant) + 8 * 3_600_000) / 86_400_000);
const numberOf = (date: string): number => Date.parse(date) / 86_400_000;

const works = new Map<number, boolean>();

export function counts(day: number, unit: Unit): boolean {
  if (unit === 'NATURAL') return true;
  const known = works.get(day);
  if (known !== undefined) return known;
  const found = isWorkingDay(day);
  works.set(day, found);
  return found;
}

function isWorkingDay(day: number): boolean {
  const date = utcDay(day);
  if (MAKE_UP_DAYS_2026.has(date)) return true;
  if (HOLIDAYS_2026.has(date)) return false;
  const sinceThursday = day % 7; // 1 January 1970 was a Thursday
  return sinceThursday !== 2 && sinceThursday !== 3;
}

export function walk(from: number, days: number, unit: Unit): number {
  let day = from;
  for (let left = days; left > 0; ) {
    day += 1;
    if (counts(day, unit)) left -= 1;
  }
  return day;
}

export function tally(from: number, to: number, unit: Unit, among?: ReadonlySet<number>): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1)
    if (counts(day, unit) && (among === undefined || among.has(day))) count += 1;
  return count;
}

/** From when to when a clock stood still, and why; `to` is null while it does. */
interface Stop {
  why: 'SUPPLEMENT' | 'OBJECTION' | 'RERUN' | 'DISPUTED_CHECK' | 'REVIEW';
  from: string;
  to: string | null;
}

/** What a reader with paper and pencil knows of a case after its last line. */
export interface Told {
  state: string;
  clued: string;
  /** When the clock stopped for good; null while it runs. */
  stopped: string | null;
  stops: Stop[];
  /** Day on which the step in hand began. */
  began: number;
  /** Its last day; null when nothing is due. */
  due: number | null;
  holder: 'HOUSEHOLD' | 'VILLAGE' | 'TOWN' | 'COUNTY' | 'NOBODY';
  /** Letters, answers and papers that are waited for beside the step, each with its first and last day. */
  beside: { what: Step; from: number; due: number }[];
  reviewUntil: number | null;
  reopenUntil: number | null;
}

const ENDED = [
  'MERGED',
  'TRANSFERRED',
  'NOT_ACCEPTED',
  'INCLUDED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
  'RECTIFIED_REMOVED',
];
/** domain.md 3.1: which limit of the table a state runs on, and whose it is. */
const STATES: Record<string, { step: Step; of: Told['holder'] }> = {
  SUBMITTED: { step: 'accept', of: 'VILLAGE' },
  ACCEPTED: { step: 'verify', of: 'VILLAGE' },
  VERIFYING: { step: 'verify', of: 'VILLAGE' },
  DATA_CHECK: { step: 'dataCheck', of: 'COUNTY' },
  TRIAGE: { step: 'triage', of: 'VILLAGE' },
  PROPOSE_REJECT: { step: 'propose_reject', of: 'TOWN' },
  APPRAISAL: { step: 'appraisal', of: 'VILLAGE' },
  PUBLICITY: { step: 'publicity', of: 'VILLAGE' },
  TOWN_REVIEW: { step: 'town', of: 'TOWN' },
  COUNTY_DECISION: { step: 'county', of: 'COUNTY' },
  ANNOUNCED: { step: 'announce', of: 'TOWN' },
  SUPPLEMENT: { step: 'supplement', of: 'HOUSEHOLD' },
  OBJECTION: { step: 'objection', of: 'VILLAGE' },
  REVIEW: { step: 'review', of: 'TOWN' },
};
const INSIDE_THE_CAP = [
  'accept',
  'verify',
  'dataCheck',
  'triage',
  'appraisal',
  'publicity',
  'town',
  'county',
];

/** Reads a history aloud, line by line, at a moment. */
export function readOut(history: readonly RecordedEvent[], profile: Profile, now: string): Told {
  const began = new Map<string, number>();
  const stops: Stop[] = [];
  const open = (why: Stop['why'], from: string) => stops.push({ why, from, to: null });
  const shut = (at: string) => {
    for (const stop of stops) if (stop.to === null && stop.why !== 'DISPUTED_CHECK') stop.to = at;
  };
  let clued = '';
  let helped: string[] = [];
  let green = false;
  let help: { on: string; papers: boolean }[] = [];
  let decided: string | null = null;
  let closed: string | null = null;
  let refusedOn: string | null = null;
  const letters: { from: number; due: number }[] = [];
  let delivered: string | null = null;
  let extended = false;
  let lapsed: string | null = null;
  let askedBy = '';
  let hangs = null as { last: number; unit: Unit } | null;
  let stoppedHanging = 0;
  let notices = 0;
  let again = false;
  let assists = new Map<string, { from: number; due: number }>();
  const objections = new Map<string, { filed: number; cadre: boolean }>();
  const disputes: { department: string; memberKey: string | null; stop: Stop }[] = [];
  let asked: { memberKeys: readonly string[]; bankKeys: readonly string[] } = {
    memberKeys: [],
    bankKeys: [],
  };
  let named = new Set<string>();
  let wish = false;
  let accused: 'NO' | 'UNHEARD' | 'HEARD' = 'NO';
  let second = false;
  let state = 'DRAFT';

  for (const event of history) {
    const { at } = event;
    const day = chinaDay(at);
    const from = state;
    state = event.after;

    switch (event.type) {
      case 'ReportSubmitted':
        clued = event.data.cluedAt;
        break;
      case 'GreenChannelOpened':
        green = true;
        break;
      case 'MeasureRecorded':
        if (event.data.emergency === true) {
          helped = [...helped, event.data.on];
          help = [...help, { on: event.data.on, papers: false }];
        } else help = [...help, { on: '', papers: true }];
        break;
      case 'HelpPapersRecorded': {
        const { measure } = event.data;
        help = help.map((one, index) => (index === measure ? { ...one, papers: true } : one));
        break;
      }
      case 'InclusionDecided':
        decided = at;
        break;
      case 'CaseRejected':
        decided = at;
        refusedOn = at;
        letters.push({ from: day, due: numberOf(event.data.noticeDueOn) });
        break;
      case 'CaseNotAccepted':
        refusedOn = at;
        letters.push({ from: day, due: numberOf(event.data.noticeDueOn) });
        break;
      case 'RefusalDelivered':
        delivered = event.data.on;
        break;
      case 'DecisionRecalled':
        if (from === 'ANNOUNCED') decided = null;
        break;
      case 'ReviewAnswered':
        if (event.data.outcome === 'UPHOLD') {
          letters.push({ from: day, due: numberOf(event.data.noticeDueOn ?? '') });
          delivered = null;
        } else {
          stops.push({ why: 'REVIEW', from: refusedOn ?? at, to: at });
          decided = null;
          letters.length = 0;
          delivered = null;
        }
        break;
      case 'SupplementRequested':
        second = false;
        extended = false;
        askedBy = event.data.resumeTo;
        break;
      case 'SupplementExtended':
        extended = true;
        break;
      case 'CaseExpired':
        lapsed = at;
        break;
      case 'CaseReopened':
        lapsed = null;
        extended = false;
        break;
      case 'SecondReturnAsked':
        second = true;
        break;
      case 'SecondReturnDeclined':
        second = false;
        break;
      case 'WithdrawalRequested':
        wish = true;
        break;
      case 'WithdrawalDeclined':
        wish = false;
        break;
      case 'FalseStatementReported':
        accused = 'UNHEARD';
        break;
      case 'HouseholdHeard':
        accused = 'HEARD';
        break;
      case 'FalseStatementDecided':
        accused = 'NO';
        break;
      case 'PublicityPosted':
        hangs = {
          last: walk(day, profile.publicity.days, profile.publicity.unit),
          unit: profile.publicity.unit,
        };
        notices += 1;
        break;
      case 'ObjectionFiled':
        if (objections.size === 0) stoppedHanging = day;
        objections.set(event.data.objectionId, { filed: day, cadre: event.data.aboutCadre });
        break;
      case 'ObjectionAnswered':
        objections.delete(event.data.objectionId);
        if (event.after === 'PUBLICITY' && hangs !== null) {
          const rest = tally(stoppedHanging, hangs.last, hangs.unit);
          hangs = { ...hangs, last: walk(day, rest, hangs.unit) };
        }
        break;
      case 'PublicityResumed':
        // Hidden on the family's wish: the days after the one on which it was hidden, and no more.
        if (hangs !== null) {
          const rest = tally(numberOf(event.data.frozenOn), hangs.last, hangs.unit);
          hangs = { ...hangs, last: walk(day, rest, hangs.unit) };
        }
        break;
      case 'AssistRequested': {
        const { limit, unit } = profile.steps.assist;
        assists = assists.set(event.data.assistId, { from: day, due: walk(day, limit, unit) });
        break;
      }
      case 'AssistAnswered':
        assists.delete(event.data.assistId);
        break;
      case 'DataCheckRequested':
        asked = { memberKeys: event.data.memberKeys, bankKeys: event.data.bankKeys };
        named = new Set();
        break;
      case 'AnswerDisputed': {
        const stop: Stop = { why: 'DISPUTED_CHECK', from: at, to: null };
        stops.push(stop);
        disputes.push({ department: event.data.department, memberKey: event.data.memberKey, stop });
        break;
      }
      case 'DataCheckAnswered':
        for (const answer of event.data.answers)
          if (answer.memberKey === null)
            named = new Set([...named].filter((key) => !key.startsWith(`${answer.department} `)));
          else named.add(`${answer.department} ${answer.memberKey}`);
        for (const { department, memberKey, stop } of disputes) {
          if (stop.to !== null) continue;
          const same = event.data.answers.some(
            (answer) =>
              answer.department === department &&
              (answer.memberKey === memberKey || answer.memberKey === null),
          );
          const people = department === 'BANK' ? asked.bankKeys : asked.memberKeys;
          const each = memberKey === null && people.every((key) => named.has(`${department} ${key}`));
          if (same || each) stop.to = at;
        }
        break;
    }

    if (state === from) continue;
    // A notice whose objection failed hangs on for the days that are left (domain.md 3.0): nothing begins.
    const back =
      event.type === 'DecisionRecalled' ||
      (from === 'SUPPLEMENT' && state === askedBy) ||
      (from === 'OBJECTION' && state === 'PUBLICITY') ||
      from === 'EXPIRED';
    // Verification and comparison run side by side from the acceptance, or from when it is sent back to be looked at anew.
    if (!back && state === 'ACCEPTED') for (const one of ['verify', 'dataCheck']) began.set(one, day);
    else if (!back && state === 'VERIFYING') for (const one of ['verify', 'dataCheck']) began.set(one, day);
    else if (state === 'TOWN_REVIEW' && event.type === 'PublicityEnded' && hangs !== null)
      began.set('town', hangs.last);
    else if (state === 'SUPPLEMENT' || (!back && state !== 'DATA_CHECK'))
      began.set(STATES[state]?.step ?? '', day);

    if (state !== 'EXPIRED' && from !== 'EXPIRED') {
      shut(at);
      if (state === 'APPRAISAL' || state === 'TRIAGE' || state === 'VERIFYING') again = notices > 0;
      if (state === 'SUPPLEMENT' || state === 'OBJECTION') open(state, at);
      else if (state === 'PUBLICITY' && again) open('RERUN', at);
    }
    if (from === 'APPRAISAL' && state === 'PUBLICITY') hangs = null;
    if (from === 'OBJECTION' && state === 'TRIAGE') hangs = null;
    closed = ENDED.includes(state) ? at : null;
  }

  const allowed = (why: Stop['why']) =>
    why === 'REVIEW' || profile.clock.pauseOn.includes(why === 'RERUN' ? 'OBJECTION' : why);
  // The day of the first help, unless it came when all was decided.
  const [earliest] = green && profile.clock.greenFrom === 'HELP' ? [...helped].sort() : [];
  const over = decided ?? closed;
  const first =
    earliest !== undefined && (over === null || numberOf(earliest) <= chinaDay(over)) ? earliest : undefined;
  const told: Told = {
    state,
    clued: first === undefined ? clued : `${first}T00:00:00+08:00`,
    stopped: decided ?? closed ?? (state === 'REVIEW' ? refusedOn : null),
    stops: stops.filter(({ why }) => allowed(why)),
    began: began.get(STATES[state]?.step ?? '') ?? Number.NaN,
    due: null,
    holder: ENDED.includes(state) ? 'NOBODY' : (STATES[state]?.of ?? 'NOBODY'),
    beside: [],
    reviewUntil: null,
    reopenUntil: null,
  };
  // A department that is asked again does not hold up what is over.
  for (const stop of told.stops)
    if (stop.why === 'DISPUTED_CHECK' && stop.to === null && told.stopped !== null) stop.to = told.stopped;

  if (told.holder !== 'NOBODY') {
    if (wish) told.holder = 'VILLAGE';
    else if (accused !== 'NO') told.holder = accused === 'UNHEARD' ? 'VILLAGE' : 'COUNTY';
    else if (second) told.holder = 'TOWN';
    else if (state === 'OBJECTION' && [...objections.values()].some(({ cadre }) => cadre))
      told.holder = 'TOWN';
  }

  const own = (step: Step, start: number, times = 1) =>
    walk(start, profile.steps[step].limit * times, profile.steps[step].unit);
  if (state === 'SUPPLEMENT') told.due = own('supplement', told.began, extended ? 2 : 1);
  else if (state === 'OBJECTION')
    told.due = Math.min(...[...objections.values()].map(({ filed }) => own('objection', filed)));
  else if (state === 'PUBLICITY' && hangs !== null) told.due = hangs.last;
  else if (state === 'PUBLICITY')
    told.due = stepDue('appraisal', began.get('appraisal') ?? 0, told, profile, now);
  else if (told.holder !== 'NOBODY')
    told.due = stepDue(STATES[state]?.step ?? 'accept', told.began, told, profile, now);

  const letter = letters.at(-1);
  if (letter !== undefined && closed !== null && delivered === null)
    told.beside.push({ what: 'refusalNotice', ...letter });
  for (const assist of assists.values()) told.beside.push({ what: 'assist', ...assist });
  for (const { on, papers } of help)
    if (!papers)
      told.beside.push({ what: 'helpPapers', from: numberOf(on), due: own('helpPapers', numberOf(on)) });
  if (delivered !== null) told.reviewUntil = own('reviewFiling', numberOf(delivered));
  if (state === 'EXPIRED' && lapsed !== null) told.reopenUntil = own('reopen', chinaDay(lapsed));
  return told;
}

/** Days on which a clock stood still, from the day after each stop on; a stop within one day is none. */
export function pausedDays(stops: readonly { from: string; to: string | null }[], end: string): Set<number> {
  const paused = new Set<number>();
  for (const { from, to } of stops) {
    const last = to === null || to > end ? end : to;
    if (from > last) continue;
    for (let day = chinaDay(from) + 1; day <= chinaDay(last); day += 1) paused.add(day);
  }
  return paused;
}

export interface Fingers {
  gross: number;
  net: number;
  paused: number;
  cap: number;
  stands: boolean;
  severity: 'NORMAL' | 'AMBER' | 'RED';
}

/** Days used of the cap: gross, net, its last day, and the colour at 70 % and at 100 % (`warnAt`; domain.md 3.0). */
export function fingers(
  told: Pick<Told, 'clued' | 'stopped' | 'stops'>,
  profile: Profile,
  now: string,
): Fingers {
  const { capDays, unit, warnAt } = profile.clock;
  const end = told.stopped ?? now;
  const clued = chinaDay(told.clued);
  const paused = tally(clued, chinaDay(end), unit, pausedDays(told.stops, end));
  const gross = tally(clued, chinaDay(end), unit);
  const cap = walk(clued, capDays + paused, unit);
  const stands =
    told.stopped === null && told.stops.some(({ from, to }) => from <= end && (to === null || to > end));
  const amber = told.stopped === null && !stands && gross - paused >= warnAt * capDays;
  const severity = chinaDay(end) > cap ? 'RED' : amber ? 'AMBER' : 'NORMAL';
  return { gross, net: gross - paused, paused, cap, stands, severity };
}

/** Last day of a step of the table that began on a day: its own limit or its day in the budget, inside the cap. */
function stepDue(
  step: Step,
  start: number,
  told: Pick<Told, 'clued' | 'stopped' | 'stops'>,
  profile: Profile,
  now: string,
): number {
  const end = told.stopped ?? now;
  const set = pausedDays(told.stops, end);
  const { limit, unit } = profile.steps[step];
  if (!INSIDE_THE_CAP.includes(step) && step !== 'propose_reject') return walk(start, limit, unit);
  const shifted = walk(start, limit + tally(start, chinaDay(end), unit, set), unit);
  const { cap, paused } = fingers(told, profile, now);
  if (step in profile.budget) {
    const target = profile.budget[step as keyof Profile['budget']];
    const budget = walk(chinaDay(told.clued), target + paused, profile.clock.unit);
    if (budget >= start) return Math.min(shifted, budget);
  }
  return Math.max(start, Math.min(shifted, cap));
}

/** Colour of something with a first and a last day: amber from `warnAt` of its days on, red after the last. */
export function colourOf(from: number, due: number, today: number, warnAt: number): 'AMBER' | 'RED' | null {
  if (today > due) return 'RED';
  return due > from && (today - from) / (due - from) >= warnAt ? 'AMBER' : null;
}
