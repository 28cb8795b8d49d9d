import { Id, LocalDateField, requiredWords, words } from '@shared/casework';
import type { Profile } from '@shared/procedure';
import { z } from '@shared/zod';
import { operation } from './operation';

const County = z.string().regex(/^\d{6}$/);
/** Checked by `readProfile`, with a sentence for each faulty field of the form. */
const Written = z.record(z.string(), z.unknown());
const Procedure = z.custom<Profile>((value) => typeof value === 'object' && value !== null);
/** Places in the version that its county had not written and the system filled in: `clues.answerDays`, `assetFlags`. */
const Filled = z.array(z.string());
const Named = z.object({ personId: z.string(), name: z.string() });

const Version = z.object({
  code: z.string(),
  version: z.number(),
  name: z.string(),
  fromDay: z.string(),
  /** NOW: new cases start with it. */
  stands: z.enum(['COMING', 'NOW', 'PAST']),
  /** null for the one that the county began with. */
  proposedBy: Named.nullable(),
  proposedAt: z.string().nullable(),
  publishedBy: Named.nullable(),
  publishedAt: z.string().nullable(),
  note: z.string(),
  openCases: z.number(),
});
export type ProfileVersion = z.infer<typeof Version>;

const Proposal = z.object({
  id: z.string(),
  code: z.string(),
  baseVersion: z.number(),
  version: z.number(),
  fromDay: z.string(),
  note: z.string(),
  state: z.enum(['OPEN', 'REPLACED', 'DISCARDED', 'PUBLISHED']),
  proposedBy: Named,
  proposedAt: z.string(),
  /** Whether this caller may publish it; OWN: no, because nobody publishes what he proposed himself. */
  publish: z.enum(['YES', 'OWN', 'NOT_YOURS']),
});
export type ProfileProposal = z.infer<typeof Proposal>;

const Preview = z.object({
  stories: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      /** Of the county's own cases, or one that ships. */
      own: z.boolean(),
      /** One short sentence for each thing that would be otherwise; empty when nothing would. */
      changes: z.array(z.string()),
      /** The new rules would not let this story come to its end. */
      stops: z.boolean(),
    }),
  ),
  /** Cases that are open now, by the version that they keep. */
  openCases: z.array(z.object({ code: z.string(), version: z.number(), count: z.number() })),
});
export type ProfilePreview = z.infer<typeof Preview>;

export const profiles = {
  list: operation('profiles.list', {
    summary: "A county's versions of the procedure with who made them, and the proposal that waits.",
    callers: 'STAFF',
    input: z.object({ county: County }),
    output: z.object({
      today: z.string(),
      versions: z.array(Version),
      proposal: Proposal.nullable(),
      /** The newest version that was published: a proposal changes this one. */
      base: z.object({ code: z.string(), version: z.number() }),
    }),
    errors: ['not_found'],
  }),
  get: operation('profiles.get', {
    summary: 'One version of the procedure, whole.',
    callers: 'STAFF',
    input: z.object({ county: County, code: z.string().max(40), version: z.coerce.number().int().min(1) }),
    output: z.object({ profile: Procedure, filled: Filled }),
    errors: ['not_found'],
  }),
  proposal: operation('profiles.proposal', {
    summary: 'A proposed version, whole, with the version that it changes.',
    callers: 'STAFF',
    input: z.object({ proposalId: Id }),
    output: z.object({ proposal: Proposal, before: Procedure, filled: Filled, after: Procedure }),
    errors: ['not_found'],
  }),
  preview: operation('profiles.preview', {
    summary: 'What the stored stories would come to under changed rules; nothing is written.',
    callers: 'STAFF',
    input: z.object({ county: County, profile: Written }),
    output: Preview,
    errors: ['not_found'],
    rate: { limit: 60, seconds: 600 },
  }),
  propose: operation('profiles.propose', {
    summary: 'Propose the next version, from a day on; somebody else publishes it.',
    callers: 'STAFF',
    input: z.object({
      county: County,
      code: z.string().max(40),
      /** The version that was on the screen: changes to another one are refused. */
      baseVersion: z.number().int().min(1),
      fromDay: LocalDateField,
      profile: Written,
      note: words(300).default(''),
      /** The waiting proposal that this one takes the place of. */
      replaces: Id.nullable().default(null),
    }),
    output: z.object({ proposal: Proposal }),
    errors: ['not_found', 'conflict'],
  }),
  publish: operation('profiles.publish', {
    summary: 'Publish a proposal of somebody else; new cases start with it from its day on.',
    callers: 'STAFF',
    input: z.object({ proposalId: Id }),
    output: z.object({ version: Version }),
    errors: ['not_found', 'conflict'],
  }),
  discard: operation('profiles.discard', {
    summary: 'Take a proposal back, or turn it down.',
    callers: 'STAFF',
    input: z.object({ proposalId: Id }),
    output: z.object({ proposal: Proposal }),
    errors: ['not_found', 'conflict'],
  }),
  keepStory: operation('profiles.keepStory', {
    summary: 'Keep a closed case, without names, as a story for previews.',
    callers: 'STAFF',
    input: z.object({ county: County, caseNo: requiredWords(20), title: requiredWords(40) }),
    output: z.object({ story: z.object({ id: z.string(), title: z.string() }) }),
    errors: ['not_found', 'conflict'],
  }),
  dropStory: operation('profiles.dropStory', {
    summary: "Remove one of the county's own stories.",
    callers: 'STAFF',
    input: z.object({ storyId: Id }),
    output: z.object({ storyId: z.string() }),
    errors: ['not_found'],
  }),
};
