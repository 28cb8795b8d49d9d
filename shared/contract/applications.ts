import {
  AuthorizationInput,
  HouseholdCaseView,
  Id,
  RatingInput,
  ReportInput,
  ReviewRequestInput,
  SupplementAnswerInput,
  WithdrawalInput,
  WithdrawConsentInput,
} from '@shared/casework';
import { z } from '@shared/zod';
import { SignedConsent } from './consents';
import { operation } from './operation';
import { FAMILY_PAPERS, PaperFile } from './papers';

const onCase = { caseId: Id };
const answer = z.object({ case: HouseholdCaseView });

/** Answers so far, as the form holds them: kept, never judged, until submission. */
export const Draft = z.object({
  formVersion: z.number().int().min(1),
  step: z.string().max(40),
  answers: z.record(z.string().max(40), z.json()),
  /** When the person last said something, by the phone's clock, in milliseconds: of two drafts the newer counts. */
  changedAt: z.number().int().min(0).default(0),
});
export type Draft = z.infer<typeof Draft>;

export const applications = {
  saveDraft: operation('applications.saveDraft', {
    summary: "Keep the person's half-filled report on the server: one a person, and the newer of two counts.",
    callers: 'PERSON',
    input: Draft,
    /** `kept` is false when a newer one, from another phone, lies there. */
    output: z.object({ personId: z.string(), savedAt: z.string(), kept: z.boolean() }),
    rate: { limit: 120, seconds: 60 },
  }),
  draft: operation('applications.draft', {
    summary: 'The half-filled report, or null.',
    callers: 'PERSON',
    input: z.object({}),
    output: z.object({ draft: Draft.nullable(), savedAt: z.string().nullable() }),
  }),
  submit: operation('applications.submit', {
    summary: 'Report hardship: opens a case.',
    callers: 'PERSON',
    input: ReportInput,
    output: answer,
    errors: ['conflict', 'not_found'],
    rate: { limit: 10, seconds: 3600 },
  }),
  mine: operation('applications.mine', {
    summary: 'Cases of which the caller is a party, newest first.',
    callers: 'PERSON',
    input: z.object({}),
    output: z.object({ cases: z.array(HouseholdCaseView) }),
  }),
  get: operation('applications.get', {
    summary: "The family's view of its case.",
    callers: 'PERSON',
    input: z.object(onCase),
    output: answer,
    errors: ['not_found'],
  }),
  authorize: operation('applications.authorize', {
    summary: 'Sign the authorisation for one adult of the family.',
    callers: 'PERSON',
    input: AuthorizationInput.extend(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
  }),
  supplement: operation('applications.supplement', {
    summary: 'Hand in what was asked back for, or ask the village to help.',
    callers: 'PERSON',
    input: SupplementAnswerInput.extend(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
  }),
  paper: operation('applications.paper', {
    summary: "A sheet of the family's own case as PDF, behind a short-lived address.",
    callers: 'PERSON',
    input: z.object({ ...onCase, kind: z.enum(FAMILY_PAPERS) }),
    output: z.object({ file: PaperFile }),
    errors: ['not_found'],
    rate: { limit: 30, seconds: 600 },
  }),
  withdraw: operation('applications.withdraw', {
    summary: 'Ask to withdraw; a cadre confirms that it is the own wish.',
    callers: 'PERSON',
    input: WithdrawalInput.extend(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
  }),
  consent: operation('applications.consent', {
    summary: 'What one adult of the family signed, word for word.',
    callers: 'PERSON',
    input: z.object({ ...onCase, memberKey: Id }),
    output: z.object({ consent: SignedConsent }),
    errors: ['not_found'],
  }),
  withdrawConsent: operation('applications.withdrawConsent', {
    summary: 'Take back what was signed on this phone or on paper; the comparison stops for that person.',
    callers: 'PERSON',
    input: WithdrawConsentInput.extend(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
  }),
  remind: operation('applications.remind', {
    summary: 'Say that a date has passed: village and township get it, the village answers within a day.',
    callers: 'PERSON',
    input: z.object(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
  }),
  reopen: operation('applications.reopen', {
    summary: 'Take up again a case that lapsed for missing papers.',
    callers: 'PERSON',
    input: z.object(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
  }),
  rate: operation('applications.rate', {
    summary: 'Say once, after the end, how the case was served.',
    callers: 'PERSON',
    input: RatingInput.extend(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
  }),
  requestReview: operation('applications.requestReview', {
    summary: 'Ask the township to look again at a refusal, by other people.',
    callers: 'PERSON',
    input: ReviewRequestInput.extend(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
  }),
};
