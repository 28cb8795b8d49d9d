import { Id, VillageCode } from '@shared/casework';
import { Amount, FACTS, PolicyOverride } from '@shared/policies';
import { z } from '@shared/zod';
import { operation } from './operation';
import { PaperFile } from './papers';

/** A policy as anybody may read it: what it is, how much, and how to come by it. */
const Policy = z.object({
  code: z.string(),
  name: z.string(),
  /** The shelf that it stands on, as people say it. */
  category: z.string(),
  summary: z.string(),
  /** How much, in sentences; an example names its place and year until the county has confirmed an amount. */
  amount: z.array(z.string()),
  /** Whether the amount is the county's own. */
  confirmed: z.boolean(),
  payer: z.string(),
  frequency: z.string(),
  how: z.string(),
  papers: z.array(z.string()),
  basis: z.string(),
  sources: z.array(z.string()),
  /** What becomes of it when a family leaves the list. */
  afterwards: z.string(),
});
export type PolicyView = z.infer<typeof Policy>;

const Whom = z.object({ key: z.string(), name: z.string() }).nullable();

export const POLICY_ANSWERS = ['YES', 'NO', 'UNSURE'] as const;

const Override = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  off: z.boolean(),
  /** The amount that it says, in sentences; empty when it leaves it as it is. */
  amount: z.array(z.string()),
  how: z.string().nullable(),
  payer: z.string().nullable(),
  state: z.enum(['PROPOSED', 'PUBLISHED', 'DROPPED']),
  proposedBy: z.string(),
  publishedBy: z.string().nullable(),
  /** Whether the caller may put it in force: another leader than whoever proposed it. */
  mayPublish: z.boolean(),
});

export const policies = {
  list: operation('policies.list', {
    summary: 'The policies of a place, for everybody: what there is, how much and how to come by it.',
    callers: 'ANYONE',
    input: z.object({ village: VillageCode }),
    output: z.object({ today: z.string(), policies: z.array(Policy) }),
  }),
  sheet: operation('policies.sheet', {
    summary:
      'Who may report, how, what is needed and whom to call, by the profile of the county: for every household.',
    callers: 'ANYONE',
    input: z.object({ village: VillageCode }),
    output: z.object({
      villageName: z.string(),
      parts: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
      calls: z.array(z.object({ office: z.string(), phone: z.string() })),
    }),
    errors: ['not_found'],
  }),
  sheetPaper: operation('policies.sheetPaper', {
    summary: 'The same sheet as PDF, with a short-lived address.',
    callers: 'ANYONE',
    input: z.object({ village: VillageCode }),
    output: z.object({ file: PaperFile }),
    errors: ['not_found'],
    rate: { limit: 30, seconds: 600 },
  }),
  ours: operation('policies.ours', {
    summary:
      'What comes to a family, what it may be entitled to with the reason, what it is not and why, and what has to be asked, from its own facts and the rules.',
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({
      today: z.string(),
      /** What comes already, from confirmed payments alone. */
      received: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          member: Whom,
          lastOn: z.string(),
          lastFen: z.number(),
          /** What becomes of it when the family leaves the list. */
          afterwards: z.string(),
        }),
      ),
      maybe: z.array(
        z.object({
          policy: Policy,
          member: Whom,
          reasons: z.array(z.string()),
          /** Until when the village answers, when the family has asked it to help. */
          askedUntil: z.string().nullable(),
        }),
      ),
      questions: z.array(
        z.object({
          fact: z.enum(FACTS),
          member: Whom,
          question: z.string(),
          /** What hangs on the answer. */
          policies: z.array(z.string()),
        }),
      ),
      not: z.array(z.object({ code: z.string(), name: z.string(), reasons: z.array(z.string()) })),
      /** An office has to look something up first; the family may ask the village to. */
      askOffice: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          summary: z.string(),
          askedUntil: z.string().nullable(),
        }),
      ),
    }),
    errors: ['not_found'],
  }),
  answer: operation('policies.answer', {
    summary: "A family's answer to the question of a rule; it may be given anew.",
    callers: 'PERSON',
    input: z.object({
      caseId: Id,
      fact: z.enum(FACTS),
      memberKey: Id.nullable().default(null),
      answer: z.enum(POLICY_ANSWERS),
    }),
    output: z.object({}),
    errors: ['not_found', 'conflict'],
  }),
  county: operation('policies.county', {
    summary: "A county's own word on policies: what is in force, what is proposed, what is wrong or over.",
    callers: 'STAFF',
    input: z.object({ county: z.string().regex(/^\d{6}$/) }),
    output: z.object({
      today: z.string(),
      /** With the amount as data, which a county's own word begins with. */
      policies: z.array(Policy.extend({ terms: Amount })),
      overrides: z.array(Override),
      faults: z.array(z.object({ code: z.string(), region: z.string(), fault: z.string() })),
    }),
  }),
  propose: operation('policies.propose', {
    summary:
      "A county clerk's or leader's proposal of what the county says otherwise about a policy, for a time.",
    callers: 'STAFF',
    input: PolicyOverride.safeExtend({ region: z.string().regex(/^\d{6}$/) }),
    output: z.object({ overrideId: z.string() }),
    errors: ['conflict'],
  }),
  publish: operation('policies.publish', {
    summary: 'Another leader of the county puts a proposal in force.',
    callers: 'STAFF',
    input: z.object({ overrideId: Id }),
    output: z.object({}),
    errors: ['not_found', 'conflict'],
  }),
  drop: operation('policies.drop', {
    summary: 'A proposal that is not put in force is laid aside.',
    callers: 'STAFF',
    input: z.object({ overrideId: Id }),
    output: z.object({}),
    errors: ['not_found', 'conflict'],
  }),
};
