import type { Command } from '@shared/casework';

/** A file that a command speaks of, with the field that names it. */
export interface NamedAttachment {
  field: string;
  id: string;
  /** A recording stands where words are expected, a photo everywhere else. */
  isVoice: boolean;
}

/** Every file that a command brings along: each must be the caller's own and looked at, or on the case already. */
export function attachmentsOf(command: Command): NamedAttachment[] {
  switch (command.type) {
    case 'submit':
      return [
        ...many('photoIds', command.report.photoIds),
        ...one('difficulty.voiceId', command.report.difficulty.voiceId, true),
      ];
    case 'recordAuthorization':
    case 'signVerification':
      return one('signatureId', command.signatureId);
    case 'deliverRefusal':
      return one('photoId', command.photoId);
    case 'requestReview':
      return [
        ...many('attachmentIds', command.attachmentIds),
        ...one('voiceId', command.voiceId ?? null, true),
      ];
    case 'giveOwnWords':
      return [...many('photoIds', command.photoIds), ...one('voiceId', command.voiceId, true)];
    case 'fileObjection':
      return [...one('voiceId', command.voiceId ?? null, true), ...many('photoIds', command.photoIds ?? [])];
    case 'reportFalseStatement':
    case 'recordHelpPapers':
      return many('attachmentIds', command.attachmentIds);
    case 'requestSupplement':
      return command.items.flatMap((item, index) => one(`items.${index}.exampleId`, item.exampleId ?? null));
    case 'recordReviewFinding':
    case 'recordInvestigation':
    case 'recordSiteCheck':
    case 'hearHousehold':
    case 'answerAssist':
    case 'recordVerification':
    case 'recordAppraisal':
    case 'explainFlag':
      return many('photoIds', command.photoIds);
    case 'provideSupplement':
      return command.answers.flatMap((answer, index) => [
        ...many(`answers.${index}.attachmentIds`, answer.attachmentIds),
        ...one(`answers.${index}.voiceId`, answer.voiceId ?? null, true),
      ]);
    case 'postPublicity':
    case 'correctPublicity':
    case 'photographBoard':
      return one('photoId', command.photoId);
    default:
      return [];
  }
}

function one(field: string, id: string | null, isVoice = false): NamedAttachment[] {
  return id === null ? [] : [{ field, id, isVoice }];
}

function many(field: string, ids: readonly string[]): NamedAttachment[] {
  return ids.map((id, index) => ({ field: `${field}.${index}`, id, isVoice: false }));
}
