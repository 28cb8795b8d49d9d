import { STAFF_ROLES } from '@shared/access';
import { DEPARTMENTS, Id, requiredWords, words } from '@shared/casework';
import { z } from '@shared/zod';
import { Me } from './accounts';
import { operation } from './operation';

const County = z.string().regex(/^[1-9]\d{5}$/, { error: 'PATTERN' });

const Post = z.object({
  role: z.enum(STAFF_ROLES),
  region: z.string(),
  regionName: z.string(),
  department: z.enum(DEPARTMENTS).nullable(),
  /** The newest list of this office does not name it any more: proposed as a leaver, ended by nobody yet. */
  gone: z.boolean(),
});

const Member = z.object({
  staffId: z.string(),
  name: z.string(),
  /** Three digits, four stars, four digits; '' where no list has one. */
  phone: z.string(),
  /** WAITING: on the list, not yet here with the own phone. LEAVE: somebody stands in. LEFT: serves no more. */
  state: z.enum(['WAITING', 'SERVING', 'LEAVE', 'LEFT']),
  posts: z.array(Post),
  /** First day of service; of a leaver the last one; of who waits the day of the list. */
  day: z.string(),
  /** The caller. */
  own: z.boolean(),
});
export type StaffMember = z.infer<typeof Member>;

/** ALL: who serves or is to serve. GONE: proposed as leavers. */
const STAFF_VIEWS = ['ALL', 'WAITING', 'LEAVE', 'GONE', 'LEFT'] as const;
export type StaffView = (typeof STAFF_VIEWS)[number];

/** What somebody has in hand in a county, in numbers: whose families they are is no administrator's business. */
const Holdings = z.object({
  /** Cases claimed. */
  cases: z.number(),
  /** Families to visit, or to look at again after a refusal or before they go off the list. */
  visits: z.number(),
  /** Families whose helper this is. */
  families: z.number(),
  /** Errands of a village in which nobody else runs them. */
  errands: z.number(),
  /** Roles lent to colleagues, which end with the lender. */
  lent: z.number(),
});

/** One post alone; null: all of them in this county. */
const OnePost = z
  .object({ role: z.enum(STAFF_ROLES), region: words(12).min(6) })
  .nullable()
  .default(null);

export const staff = {
  activate: operation('staff.activate', {
    summary:
      "Take up what the lists of staff say of this phone number, proven by WeChat's own button a moment ago.",
    callers: 'PERSON',
    input: z.object({
      /** From accounts.phoneNumber, good for ten minutes and for this person alone. */
      proof: words(600),
      /** Which list, when several counties have the number; '' at first. */
      county: z.union([z.literal(''), County]).default(''),
    }),
    output: z.object({
      /** Null while the person has to say which list. */
      me: Me.nullable(),
      lists: z.array(z.object({ county: z.string(), countyName: z.string(), name: z.string() })),
    }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
  list: operation('staff.list', {
    summary: 'Who serves in the county, is on its list or has left, for its administrator.',
    callers: 'STAFF',
    input: z.object({
      county: County,
      view: z.enum(STAFF_VIEWS).default('ALL'),
      /** A whole name, phone number or name of a place; '' for everybody. */
      text: words(40).default(''),
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(Member),
      counts: z.record(z.enum(STAFF_VIEWS), z.number()),
      next: z.string().nullable(),
    }),
    errors: ['forbidden'],
  }),
  holdings: operation('staff.holdings', {
    summary: 'What a person of the staff has in hand, before the service is ended: numbers, no families.',
    callers: 'STAFF',
    input: z.object({ county: County, staffId: Id }),
    output: Holdings,
    errors: ['forbidden', 'not_found'],
  }),
  end: operation('staff.end', {
    summary:
      'End the service of a person, or one post of it: grants and sessions end at once, what was in hand goes back.',
    callers: 'STAFF',
    input: z.object({ county: County, staffId: Id, post: OnePost, why: requiredWords(200) }),
    output: Holdings.extend({ name: z.string() }),
    errors: ['not_found', 'conflict', 'forbidden'],
  }),
  reinstate: operation('staff.reinstate', {
    summary: 'A service that was ended by mistake begins anew today, in the posts that ended last.',
    callers: 'STAFF',
    input: z.object({ county: County, staffId: Id, why: requiredWords(200) }),
    output: z.object({ name: z.string(), posts: z.number() }),
    errors: ['not_found', 'conflict', 'forbidden'],
  }),
  template: operation('staff.template', {
    summary: 'The empty table of a list of staff, with what may be chosen, at a short-lived address.',
    callers: 'STAFF',
    input: z.object({ county: County }),
    output: z.object({ url: z.string(), fileName: z.string(), expiresAt: z.string() }),
    errors: ['forbidden'],
  }),
};
