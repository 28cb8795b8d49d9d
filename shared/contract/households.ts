import {
  FAMILY_FACTS,
  FamilyAnswerInput,
  FamilyRequestInput,
  FamilyView,
  Id,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  SumsView,
} from '@shared/casework';
import { CERTIFICATE_KINDS } from '@shared/papers';
import { PolicyCode } from '@shared/policies';
import { z } from '@shared/zod';
import { operation } from './operation';
import { PaperFile } from './papers';

/** Something that a family said is wrong, or a visit that it asked for, and what came of it. */
const FamilyRequest = z.object({
  id: z.string(),
  kind: z.enum(REQUEST_KINDS),
  /** One of the facts; of a request for help the policy's code. */
  fact: z.enum(FAMILY_FACTS).or(PolicyCode),
  /** Of a request for help: the policy by name. */
  policyName: z.string().nullable(),
  memberKey: z.string().nullable(),
  text: z.string(),
  askedOn: z.string(),
  dueOn: z.string(),
  overdueDays: z.number(),
  answer: z
    .object({ outcome: z.enum(REQUEST_OUTCOMES), text: z.string(), by: z.string(), on: z.string() })
    .nullable(),
});
export type FamilyRequest = z.infer<typeof FamilyRequest>;

/** The same as staff see it, with whose it is. */
const StaffRequest = FamilyRequest.extend({
  caseId: z.string(),
  caseNo: z.string(),
  headName: z.string(),
  memberName: z.string(),
  group: z.string(),
  villageName: z.string(),
  askedBy: z.string(),
  mayAnswer: z.boolean(),
});
export type StaffRequest = z.infer<typeof StaffRequest>;

const Certificate = z.object({
  id: z.string(),
  kind: z.enum(CERTIFICATE_KINDS),
  issuedOn: z.string(),
  expiresOn: z.string(),
  /** What a check of its code would answer today. */
  verdict: z.enum(['VALID', 'CHANGED', 'EXPIRED', 'REVOKED']),
});

export const households = {
  included: operation('households.included', {
    summary: "Families on the list in the caller's region, newest first, to record what reached them.",
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      families: z.array(
        z.object({
          caseId: z.string(),
          caseNo: z.string(),
          headName: z.string(),
          group: z.string(),
          villageName: z.string(),
          memberCount: z.number().nullable(),
          includedOn: z.string(),
        }),
      ),
    }),
  }),
  facts: operation('households.facts', {
    summary: 'All that is held about the family, for the family itself, with what it said is wrong.',
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({
      today: z.string(),
      family: FamilyView,
      villageName: z.string(),
      requests: z.array(FamilyRequest),
      looks: z.number(),
    }),
    errors: ['not_found'],
  }),
  sums: operation('households.sums', {
    summary: "How the family's income per head was reckoned, line by line.",
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({ sums: SumsView }),
    errors: ['not_found'],
  }),
  looks: operation('households.looks', {
    summary: "Who of the staff looked at the family's information, newest first.",
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({
      /** First day that is told of. */
      from: z.string(),
      looks: z.array(
        z.object({
          on: z.string(),
          what: z.enum(['READ', 'LINK', 'ID', 'PHONE', 'PERSON', 'PAPER']),
          role: z.string(),
          office: z.string(),
          /** Where the county tells names; null where it tells the office alone. */
          name: z.string().nullable(),
          times: z.number(),
        }),
      ),
    }),
    errors: ['not_found'],
  }),
  request: operation('households.request', {
    summary: 'Say that something held about the family is wrong, or ask for a new visit.',
    callers: 'PERSON',
    input: FamilyRequestInput.safeExtend({ caseId: Id }),
    output: z.object({ request: FamilyRequest }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
  requests: operation('households.requests', {
    summary:
      "What families of the caller's region said is wrong: open ones by date, then the newest answers.",
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({ today: z.string(), open: z.array(StaffRequest), answered: z.array(StaffRequest) }),
  }),
  answerRequest: operation('households.answerRequest', {
    summary: 'Answer a request of a family, with the reason.',
    callers: 'STAFF',
    input: FamilyAnswerInput.extend({ requestId: Id }),
    output: z.object({ request: StaffRequest }),
    errors: ['not_found', 'conflict'],
  }),
  certificates: operation('households.certificates', {
    summary: 'Certificates that the family made, newest first, and which kinds it can make now.',
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({ kinds: z.array(z.enum(CERTIFICATE_KINDS)), certificates: z.array(Certificate) }),
    errors: ['not_found'],
  }),
  issueCertificate: operation('households.issueCertificate', {
    summary: 'Make a certificate whose code anybody can check.',
    callers: 'PERSON',
    input: z.object({ caseId: Id, kind: z.enum(CERTIFICATE_KINDS) }),
    output: z.object({ certificate: Certificate }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
  certificateFile: operation('households.certificateFile', {
    summary: 'A short-lived address of a certificate as PDF.',
    callers: 'PERSON',
    input: z.object({ certificateId: Id }),
    output: z.object({ file: PaperFile }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 30, seconds: 600 },
  }),
  revokeCertificate: operation('households.revokeCertificate', {
    summary: 'Take a certificate back: its code says so from now on.',
    callers: 'PERSON',
    input: z.object({ certificateId: Id }),
    output: z.object({ certificate: Certificate }),
    errors: ['not_found'],
  }),
  checkCertificate: operation('households.checkCertificate', {
    summary: 'Whether a printed certificate is ours and still true; names masked.',
    callers: 'ANYONE',
    input: z.object({ token: z.string().max(150) }),
    output: z.object({
      verdict: z.enum(['VALID', 'CHANGED', 'EXPIRED', 'REVOKED']),
      kind: z.enum(CERTIFICATE_KINDS),
      issuedOn: z.string(),
      expiresOn: z.string(),
      /** What the paper states, the name masked; only while it is true. */
      sentence: z.string(),
      /** Last digits of its number; only while it is true. */
      caseNoTail: z.string(),
      phone: z.object({ office: z.string(), number: z.string() }),
    }),
    errors: ['not_found'],
    rate: { limit: 20, seconds: 60 },
  }),
};
