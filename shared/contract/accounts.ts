import { DELEGABLE_ROLES, STAFF_ROLES } from '@shared/access';
import { Id, LocalDateField, words } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

export const Me = z.object({
  personId: z.string(),
  name: z.string(),
  signedIn: z.boolean(),
  grants: z.array(
    z.object({
      role: z.enum(STAFF_ROLES),
      region: z.string(),
      regionName: z.string(),
      /** Of a department's people: for which one they answer. */
      department: z.string().optional(),
      /** Name of who lent it during leave. */
      onBehalfOf: z.string().optional(),
    }),
  ),
  /** The village on the person's front page; `bound` after the board's own code was scanned or by a case there. */
  village: z.object({ code: z.string(), bound: z.boolean() }).nullable(),
});
export type Me = z.infer<typeof Me>;

export const Message = z.object({
  id: z.string(),
  at: z.string(),
  title: z.string(),
  /** What follows from it; may be empty. */
  text: z.string(),
  /** The page that it speaks of: the family's case, the staff's case, the queue, the errands, an objection's answer, the card,
   * tickets, the way off the register, what follows it, the family's help as it or its offices see it. */
  opens: z.enum([
    'CASE',
    'REVIEW',
    'QUEUE',
    'TASKS',
    'CLUES',
    'ANSWER',
    'CARD',
    'TICKETS',
    'EXIT',
    'AFTER',
    'FOLLOWS',
    'SAID',
    'NOTICE',
    'ROWS',
    'HELP',
    'PLAN',
  ]),
  /** The notice that it opens; null for others. */
  about: z.string().nullable(),
  caseId: z.string().nullable(),
  read: z.boolean(),
});

const Office = z.object({ role: z.enum(DELEGABLE_ROLES), region: z.string(), regionName: z.string() });

const Delegation = z.object({
  id: z.string(),
  /** Whether the caller gave it; otherwise it was given to the caller. */
  given: z.boolean(),
  from: z.string(),
  to: z.string(),
  role: z.enum(STAFF_ROLES),
  region: z.string(),
  regionName: z.string(),
  fromDay: z.string(),
  untilDay: z.string(),
  state: z.enum(['COMING', 'RUNNING', 'OVER', 'ENDED']),
});

/** What one-time consents are left: for each template that the phone may ask for, how many messages may still come. */
const Credits = z.array(z.object({ template: z.string(), left: z.number() }));

/** A token of ours: 256 bits, as the address of a page or the body of a call carries it. */
const Token = words(100).min(20);

/** Offices behind one address wait for their codes together; nobody guesses 256 bits. */
const DESK_RATE = { limit: 1200, seconds: 60 };

export const accounts = {
  askDesk: operation('accounts.askDesk', {
    summary: 'A desk asks to be signed in by a phone: a code to show, and a secret that it keeps.',
    callers: 'ANYONE',
    input: z.object({
      /** What the phone shows of the desk: its browser, as it says itself. */
      browser: words(60),
    }),
    output: z.object({
      secret: z.string(),
      /** The same on both screens. */
      number: z.number(),
      /** How long the code may be scanned. */
      seconds: z.number(),
      /** The QR code, as the address of a picture. */
      picture: z.string(),
    }),
    rate: { limit: 120, seconds: 60 },
  }),
  seeDesk: operation('accounts.seeDesk', {
    summary: 'What a scanned code asks for.',
    callers: 'STAFF',
    input: z.object({ code: Token }),
    output: z.object({ number: z.number(), browser: z.string(), askedAt: z.string() }),
    errors: ['conflict'],
    rate: { limit: 30, seconds: 60 },
  }),
  confirmDesk: operation('accounts.confirmDesk', {
    summary: 'Sign that desk in as the caller, or refuse it. The first answer counts.',
    callers: 'STAFF',
    input: z.object({ code: Token, yes: z.boolean() }),
    output: z.object({}),
    errors: ['conflict'],
    rate: { limit: 30, seconds: 60 },
  }),
  collectDesk: operation('accounts.collectDesk', {
    summary: 'The desk asks whether a phone has confirmed; then it gets its session, once.',
    callers: 'ANYONE',
    input: z.object({ secret: Token }),
    output: z.object({
      state: z.enum(['WAITING', 'REFUSED', 'OVER', 'DONE']),
      session: z.string().nullable(),
      me: Me.nullable(),
    }),
    errors: ['forbidden'],
    rate: DESK_RATE,
  }),
  sessions: operation('accounts.sessions', {
    summary: 'Where the caller is signed in.',
    callers: 'PERSON',
    input: z.object({}),
    output: z.object({
      sessions: z.array(
        z.object({
          id: z.string(),
          device: z.string(),
          since: z.string(),
          until: z.string(),
          /** The one that asks. */
          here: z.boolean(),
        }),
      ),
    }),
  }),
  endSession: operation('accounts.endSession', {
    summary: 'End one of the own sessions, wherever it runs.',
    callers: 'PERSON',
    input: z.object({ sessionId: z.string().regex(/^[0-9a-f]{32}$/, { error: 'INVALID' }) }),
    output: z.object({}),
    errors: ['not_found'],
  }),
  signIn: operation('accounts.signIn', {
    summary:
      'Exchange a sign-in link for a session. CloudBase callers need none: their openid signs them in.',
    callers: 'ANYONE',
    input: z.object({ token: words(400) }),
    output: z.object({ session: z.string(), me: Me }),
    errors: ['forbidden'],
    rate: { limit: 20, seconds: 60 },
  }),
  signOut: operation('accounts.signOut', {
    summary: 'End this session.',
    callers: 'PERSON',
    input: z.object({}),
    output: z.object({}),
  }),
  me: operation('accounts.me', {
    summary: 'Who is calling, with which roles; signedIn is false for a stranger.',
    callers: 'ANYONE',
    input: z.object({}),
    output: Me,
  }),
  chooseVillage: operation('accounts.chooseVillage', {
    summary: "Put a village on the front page; with the board's signed code, bind to it.",
    callers: 'PERSON',
    input: z.object({
      village: z.string().regex(/^\d{12}$/, { error: 'BAD_VILLAGE' }),
      boardCode: words(80).default(''),
    }),
    output: Me,
    errors: ['not_found', 'forbidden'],
  }),
  phoneNumber: operation('accounts.phoneNumber', {
    summary: "The phone number behind the one-time code of WeChat's own button. Nothing of it is kept.",
    callers: 'PERSON',
    input: z.object({ code: words(200) }),
    output: z.object({
      phone: z.string(),
      /** Shows for ten minutes that this person's phone has that number; means nothing to anybody else. */
      proof: z.string(),
    }),
    errors: ['conflict'],
    rate: { limit: 10, seconds: 3600 },
  }),
  messages: operation('accounts.messages', {
    summary: 'The inbox, newest first, and how many messages WeChat may still bring.',
    callers: 'PERSON',
    input: z.object({}),
    output: z.object({ messages: z.array(Message), credits: Credits }),
  }),
  readMessage: operation('accounts.readMessage', {
    summary: 'Mark a message as read.',
    callers: 'PERSON',
    input: z.object({ messageId: Id }),
    output: z.object({}),
    errors: ['not_found'],
  }),
  subscribed: operation('accounts.subscribed', {
    summary: "Note the answers to WeChat's question about one-time messages: each consent lets one through.",
    callers: 'PERSON',
    input: z.object({
      results: z.array(z.object({ template: words(64).min(1), accepted: z.boolean() })).max(10),
    }),
    output: z.object({ credits: Credits }),
  }),
  delegations: operation('accounts.delegations', {
    summary: 'What the caller lent and was lent during leave, and which own roles could be lent to whom.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      maxDays: z.number(),
      delegations: z.array(Delegation),
      mayGive: z.array(
        Office.extend({ colleagues: z.array(z.object({ personId: z.string(), name: z.string() })) }),
      ),
    }),
  }),
  delegate: operation('accounts.delegate', {
    summary: 'Lend one own role for one region to a colleague of the same office, from a day until a day.',
    callers: 'STAFF',
    input: Office.omit({ regionName: true }).extend({
      to: Id,
      fromDay: LocalDateField,
      untilDay: LocalDateField,
    }),
    output: z.object({ delegationId: z.string() }),
    errors: ['forbidden', 'conflict'],
  }),
  endDelegation: operation('accounts.endDelegation', {
    summary: 'Take a lent role back before its last day.',
    callers: 'STAFF',
    input: z.object({ delegationId: Id }),
    output: z.object({}),
    errors: ['not_found'],
  }),
};
