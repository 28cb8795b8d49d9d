import { Id } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

const CardLine = z.object({
  kind: z.enum(['PAYMENT', 'MEASURE']),
  /** Of the record that it comes from. */
  id: z.string(),
  title: z.string(),
  fen: z.number().nullable(),
  /** What it is, where it is no money. */
  words: z.string(),
  on: z.string(),
  /** Who gave it, in words. */
  payer: z.string(),
  /** To whom of the family, by name; empty when to all of it. */
  member: z.string(),
  cardTail: z.string(),
  /** Under way still. */
  doing: z.boolean(),
});

const Card = z.object({
  id: z.string(),
  version: z.number(),
  madeOn: z.string(),
  caseNo: z.string(),
  headName: z.string(),
  memberCount: z.number().nullable(),
  villageName: z.string(),
  group: z.string(),
  includedOn: z.string(),
  /** Who helps the family; absent while nobody is named. */
  helper: z.object({ name: z.string(), unit: z.string(), phone: z.string() }).optional(),
  year: z.number(),
  lines: z.array(CardLine),
  /** What came onto accounts, in fen. */
  sumFen: z.number(),
  /** By name: what ends when the family leaves the list, what goes on for its term, what never hung on it. */
  afterwards: z.object({
    stop: z.array(z.string()),
    finish: z.array(z.string()),
    stay: z.array(z.string()),
  }),
  signed: z.object({ on: z.string(), by: z.string(), how: z.enum(['SCREEN', 'PAPER']) }).nullable(),
  /** Whether the caller is of the family and may sign this version: the newest, not signed, with something on it. */
  maySign: z.boolean(),
});
export type CardView = z.infer<typeof Card>;

const Version = z.object({
  id: z.string(),
  version: z.number(),
  madeOn: z.string(),
  why: z.enum(['FIRST', 'CHANGE', 'QUARTER', 'STAFF']),
  lines: z.number(),
  sumFen: z.number(),
  signedOn: z.string().nullable(),
});

export const cards = {
  get: operation('cards.get', {
    summary: "A family's card: the newest version as it was frozen, and which versions there are.",
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({
      today: z.string(),
      /** Null while the first one is being made. */
      card: Card.nullable(),
      versions: z.array(Version),
    }),
    errors: ['not_found'],
  }),
  version: operation('cards.version', {
    summary: 'One version of a card, as it was frozen.',
    callers: 'PERSON',
    input: z.object({ cardId: Id }),
    output: z.object({ card: Card }),
    errors: ['not_found'],
  }),
  make: operation('cards.make', {
    summary:
      'Make a card of what is on record now; gives the newest version, which may be the one that was there.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({ card: Card, isNew: z.boolean() }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 60, seconds: 3600 },
  }),
  sign: operation('cards.sign', {
    summary: 'The household signs the newest version, with a finger or on paper.',
    callers: 'PERSON',
    input: z.object({ cardId: Id, signatureId: Id, method: z.enum(['SCREEN', 'PAPER']) }),
    output: z.object({ card: Card }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
  link: operation('cards.link', {
    summary: 'A link to the printed card: for whoever asked, for five minutes, for nobody else.',
    callers: 'PERSON',
    input: z.object({ cardId: Id }),
    output: z.object({ token: z.string(), name: z.string(), expiresAt: z.string() }),
    errors: ['not_found'],
    rate: { limit: 30, seconds: 600 },
  }),
  open: operation('cards.open', {
    summary:
      'What a link to a printed card leads to: the PDF itself, base64, never an address that could be passed on.',
    callers: 'PERSON',
    input: z.object({ token: z.string().max(150) }),
    output: z.object({ name: z.string(), contentType: z.string(), base64: z.string() }),
    errors: ['not_found'],
    rate: { limit: 30, seconds: 600 },
  }),
};
