/** Printed sheets: what stands on them. How they look is in functions/adapters/pdf. */
export { type AssistRequest, assistLetterPaper } from './assist-letter';
export { type CardPrint, cardPaper } from './card';
export {
  CERTIFICATE_DAYS,
  CERTIFICATE_KINDS,
  type CertificateFacts,
  type CertificateKind,
  certificateFacts,
  certificatePaper,
  certificateSentence,
  certificateText,
} from './certificate';
export { dossierPaper } from './dossier';
export { minutesOfCase, minutesPaper } from './minutes';
export { loudspeakerPaper, noticePaper } from './notice';
export { noticeSheetPaper } from './notice-sheet';
export { type Block, callsOf, type FramedFact, type Paper, type Table, textOf } from './paper';
export type { Places } from './places';
export { posterPaper } from './poster';
export { receiptPaper } from './receipt';
export { refusalLetterPaper } from './refusal-letter';
