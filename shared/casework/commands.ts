import type { Instant } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { ProfileRef } from './events';
import type {
  AcceptInput,
  AppraisalInput,
  AuthorizationInput,
  BoardPhotoInput,
  ConfirmWithdrawalInput,
  CountyDecisionInput,
  DataAnswersInput,
  DataRequestInput,
  MeasureInput,
  OpinionInput,
  ReportInput,
  SignVerificationInput,
  SupplementAnswerInput,
  SupplementRequestInput,
  TriageInput,
  VerificationInput,
  WithdrawalInput,
} from './inputs';

/** What somebody asks the case to do, imperative. Ids and times come from outside, so that deciding stays pure. */
export type Command =
  | {
      type: 'submit';
      caseId: string;
      caseNo: string;
      profile: ProfileRef;
      report: ReportInput;
      /** Time of the first clue; the moment of submission unless a cadre or department saw it earlier. */
      cluedAt: Instant;
      /** Number of an open case of the same ID number, found by blind index; null when there is none. */
      openCaseNo: string | null;
    }
  | ({ type: 'accept' } & z.infer<typeof AcceptInput>)
  | ({ type: 'assignVerifiers' } & z.infer<typeof AcceptInput>)
  | ({ type: 'recordAuthorization' } & z.infer<typeof AuthorizationInput>)
  | ({ type: 'recordVerification' } & VerificationInput)
  | ({ type: 'signVerification' } & z.infer<typeof SignVerificationInput>)
  | ({ type: 'requestDataCheck' } & z.infer<typeof DataRequestInput>)
  | ({ type: 'answerDataCheck' } & z.infer<typeof DataAnswersInput>)
  | ({ type: 'requestSupplement' } & z.infer<typeof SupplementRequestInput>)
  | ({ type: 'provideSupplement' } & z.infer<typeof SupplementAnswerInput>)
  | ({ type: 'triage' } & TriageInput)
  | ({ type: 'confirmRejection' } & z.infer<typeof OpinionInput>)
  | ({ type: 'overturnRejection' } & z.infer<typeof OpinionInput>)
  | ({ type: 'recordAppraisal' } & AppraisalInput)
  | ({ type: 'postPublicity'; noticeId: string } & z.infer<typeof BoardPhotoInput>)
  | ({ type: 'photographBoard' } & z.infer<typeof BoardPhotoInput>)
  | { type: 'closePublicity' }
  | ({ type: 'townReview' } & z.infer<typeof OpinionInput>)
  | ({ type: 'countyDecide' } & z.infer<typeof CountyDecisionInput>)
  | { type: 'announce'; noticeId: string }
  | ({ type: 'requestWithdrawal' } & z.infer<typeof WithdrawalInput>)
  | ({ type: 'confirmWithdrawal' } & z.infer<typeof ConfirmWithdrawalInput>)
  | ({ type: 'recordMeasure' } & MeasureInput);

export type CommandType = Command['type'];
