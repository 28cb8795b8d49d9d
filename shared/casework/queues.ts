import { levelOfRole, type StaffRole } from '@shared/access';
import { covers } from '@shared/regions';
import { z } from '@shared/zod';
import type { Case } from './case';
import { CASE_STATES, type CaseState, CHANNELS, isClosed, RISK_TYPES } from './codes';

/**
 * Queues as data. Each open case stands in some lists (migrations 0034, 0098 write them from the columns of its row):
 * TODO of whoever is to carry it on (a role as long as nobody has it in hand, then that person), BACK of the same when
 * it was returned, UNIT of each office on whose desk it lies, FAMILY when the family is waited for, ALL. A queue is a few
 * of these lists, up to a day. List, count and test take it from here.
 */
const QUEUES = {
  MINE: { lists: ['TODO_ROLE', 'TODO_PERSON'], until: 'EVER' },
  HELD: { lists: ['TODO_PERSON'], until: 'EVER' },
  UNCLAIMED: { lists: ['TODO_ROLE'], until: 'EVER' },
  RETURNED: { lists: ['BACK_ROLE', 'BACK_PERSON'], until: 'EVER' },
  OVERDUE: { lists: ['ALL'], until: 'YESTERDAY' },
  DUE_THIS_WEEK: { lists: ['ALL'], until: 'SUNDAY' },
  WAITING_FAMILY: { lists: ['FAMILY'], until: 'EVER' },
  UNIT: { lists: ['UNIT'], until: 'EVER' },
  ALL: { lists: ['ALL'], until: 'EVER' },
} as const satisfies Record<string, { lists: readonly ListKind[]; until: QueueEnd }>;

type ListKind = 'TODO_ROLE' | 'TODO_PERSON' | 'BACK_ROLE' | 'BACK_PERSON' | 'UNIT' | 'FAMILY' | 'ALL';

/** The last due day that a queue holds, seen from today; Sunday ends this week. */
export type QueueEnd = 'YESTERDAY' | 'SUNDAY' | 'EVER';

export type QueueTab = keyof typeof QUEUES;
export const QUEUE_TABS = Object.keys(QUEUES) as [QueueTab, ...QueueTab[]];

/** States in which a case is open: the steps by which a queue is narrowed. */
export const OPEN_STATES = CASE_STATES.filter((state) => !isClosed(state) && state !== 'DRAFT');

/** What narrows a queue; empty words narrow nothing. A place is a township (9 digits) or a village (12). */
export const QueueFilter = z.object({
  tab: z.enum(QUEUE_TABS).default('MINE'),
  step: z.enum(['', ...OPEN_STATES]).default(''),
  place: z
    .string()
    .regex(/^(\d{9}|\d{12})?$/)
    .default(''),
  risk: z.enum(['', ...RISK_TYPES]).default(''),
  channel: z.enum(['', ...CHANNELS]).default(''),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

/** Counts beside a queue stop here, one more says that there are more: what they cost does not grow with the county. */
export const QUEUE_COUNT_MAX = 99;

/** Filters that one person may keep. */
export const MAX_FILTERS = 20;

/** The count above a list is exact up to here. */
export const LIST_COUNT_MAX = 299;

/** One list of one region: where the rows of a queue are read in order of due date. */
export interface QueueSource {
  region: string;
  list: string;
}

/** A role for a region, as grants have it. */
interface Granted {
  role: StaffRole;
  region: string;
}

/**
 * The lists from which a person's queue is read, inside one of the regions that the person serves. Step,
 * channel and risk are part of the list's name, so that whatever is asked for is one list.
 * @returns none when the place lies outside of that region
 */
export function queueSources(
  filter: QueueFilter,
  scope: string,
  who: { personId: string; grants: readonly Granted[] },
): QueueSource[] {
  const inside = narrower(scope, filter.place);
  if (inside === null) return [];
  const facet = facetOf(filter);
  const sources = QUEUES[filter.tab].lists.flatMap((kind): QueueSource[] => {
    switch (kind) {
      case 'ALL':
      case 'FAMILY':
        return [{ region: inside, list: kind }];
      case 'TODO_PERSON':
      case 'BACK_PERSON':
        return [{ region: inside, list: `${head(kind)}:${who.personId}` }];
      default:
        return who.grants.flatMap((grant) => {
          const region = narrower(inside, grant.region);
          const whose = kind === 'UNIT' ? levelOfRole(grant.role) : grant.role;
          return region === null ? [] : [{ region, list: `${head(kind)}:${whose}` }];
        });
    }
  });
  const seen = new Set<string>();
  return sources
    .map(({ region, list }) => ({ region, list: list + facet }))
    .filter(({ region, list }) => {
      const key = `${region} ${list}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** The last due day of a queue. */
export function queueEnd(tab: QueueTab): QueueEnd {
  return QUEUES[tab].until;
}

const head = (kind: ListKind) => kind.split('_')[0] ?? kind;

/** The smaller of two regions of which one lies in the other. An empty one is everywhere. */
function narrower(a: string, b: string): string | null {
  if (b === '' || covers(b, a)) return a;
  return covers(a, b) ? b : null;
}

function facetOf({ risk, step, channel }: QueueFilter): string {
  const named = (key: string, value: string) => (value === '' ? '' : `/${key}:${value}`);
  return named('S', step) + named('C', channel) + named('R', risk);
}

/** Steps from which on the office that returned a case has it again, or it is beyond that. */
const TAKEN_UP: Readonly<Record<'TOWN' | 'COUNTY', readonly CaseState[]>> = {
  TOWN: ['TOWN_REVIEW', 'COUNTY_DECISION', 'ANNOUNCED', 'REVIEW'],
  COUNTY: ['COUNTY_DECISION', 'ANNOUNCED', 'REVIEW'],
};

/** The case was sent back by the township or the county, and is not there again yet. */
export function isReturned(c: Case): boolean {
  const last = c.returns.at(-1);
  if (last === undefined || isClosed(c.state)) return false;
  return !TAKEN_UP[levelOfRole(last.actor.role) === 'COUNTY' ? 'COUNTY' : 'TOWN'].includes(c.state);
}
