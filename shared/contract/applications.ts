import {
  AuthorizationInput,
  HouseholdCaseView,
  Id,
  IdNumber,
  OwnWordsInput,
  RatingInput,
  ReportInput,
  ReviewRequestInput,
  SupplementAnswerInput,
  ToldBefore,
  VillageCode,
  WithdrawalInput,
  WithdrawConsentInput,
} from '@shared/casework';
import { z } from '@shared/zod';
import { SignedConsent } from './consents';
import { operation } from './operation';
import { FAMILY_PAPERS, PaperFile } from './papers';

const onCase = { caseId: Id };
const answer = z.object({ case: HouseholdCaseView });

/** A small JPEG, inside the size of a call. */
const Base64 = z
  .string()
  .min(100)
  .max(96_000, { error: 'TOO_LONG' })
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: 'INVALID' });

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
  readIdCard: operation('applications.readIdCard', {
    summary: 'Name and number on a photo of an ID card, where the county allows it. The photo is not kept.',
    callers: 'PERSON',
    input: z.object({ village: VillageCode, photo: Base64 }),
    /** Null where that part could not be read. */
    output: z.object({ name: z.string().nullable(), idNo: z.string().nullable() }),
    errors: ['conflict'],
    rate: { limit: 10, seconds: 3600 },
  }),
  submit: operation('applications.submit', {
    summary: 'Report hardship: opens a case.',
    callers: 'PERSON',
    input: ReportInput,
    output: answer,
    errors: ['conflict', 'not_found'],
    rate: { limit: 10, seconds: 3600 },
  }),
  again: operation('applications.again', {
    summary: 'What was told in a case that is over, to look through and change in a new report.',
    callers: 'PERSON',
    input: z.object(onCase),
    output: z.object({ told: ToldBefore }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 30, seconds: 3600 },
  }),
  mine: operation('applications.mine', {
    summary: 'Cases of which the caller is a party, newest first.',
    callers: 'PERSON',
    input: z.object({}),
    output: z.object({
      cases: z.array(
        // What payers say reached the family this year, in fen; null for who only reported for it.
        HouseholdCaseView.extend({ receivedFen: z.number().nullable() }),
      ),
    }),
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
  takeOverCode: operation('applications.takeOverCode', {
    summary:
      'A one-time code by which the family takes over a case that a proxy reported; a new one ends the old.',
    callers: 'PERSON',
    input: z.object(onCase),
    output: z.object({ code: z.string(), until: z.string() }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
  takeOver: operation('applications.takeOver', {
    summary:
      "Take over a case that a proxy reported, by its code and the head's ID number. The proxy's part ends.",
    callers: 'PERSON',
    input: z.object({
      village: VillageCode,
      code: z.string().regex(/^\d{8}$/, { error: 'INVALID' }),
      idNo: IdNumber,
    }),
    output: answer,
    errors: ['conflict'],
    rate: { limit: 5, seconds: 3600 },
  }),
  confirmReport: operation('applications.confirmReport', {
    summary: 'The family says that what a proxy reported for it is so.',
    callers: 'PERSON',
    input: z.object(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
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
  giveOwnWords: operation('applications.giveOwnWords', {
    summary:
      'Somebody says that a statement was false: what the family says to it, before anything is decided.',
    callers: 'PERSON',
    input: OwnWordsInput.safeExtend(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
  requestReview: operation('applications.requestReview', {
    summary: 'Ask the township to look again at a refusal, by other people.',
    callers: 'PERSON',
    input: ReviewRequestInput.extend(onCase),
    output: answer,
    errors: ['not_found', 'conflict'],
  }),
};
